"""The words of dates as alternations for regular expressions, and what each of them means."""

import re
from collections.abc import Iterable

from pipeline.lexicon import table

W = r"(?:[^\S\r\n]{1,3}|[^\S\r\n]?\r?\n)"  # a space, or one line break: never across a blank line
DASH = r"[-‒–—−]"
QUOTE = r"['’‘]"
HYPHEN = "-"
LOOSE = {" ": W, "'": QUOTE, "-": DASH}
Tree = dict[str, "Tree"]
_PREFIX = "|".join(rf"(?<=\b{word}{DASH})" for word in ("mid", "pre", "post", "early", "late", "end"))
# nothing glued on the left, but for "mid-", "pre-", "post-"
LEFT = rf"\b(?=\w)(?<![\w$€£¥₹#@/.+])(?<!\d[,:'’])(?<!\d[–−])(?:(?<!\w{HYPHEN})|{_PREFIX})"
RIGHT = r"(?![\w%°$€£@])(?![.,:/]\d)"


def alternation(forms: Iterable[str]) -> str:
    """One group that matches the longest of the forms; a space matches as `W`, ' as any apostrophe.

    Written as a tree of beginnings, so that a word is held against one letter after the other and not against each
    of a hundred forms.
    """
    tree: Tree = {}
    for form in forms:
        node = tree
        for letter in form:
            node = node.setdefault(LOOSE.get(letter, re.escape(letter)), {})
        node[""] = {}
    return f"(?:{_branches(tree)})"


def _branches(tree: Tree) -> str:
    ways = [piece + (_branches(rest) if piece else "") for piece, rest in sorted(tree.items(), reverse=True)]
    return ways[0] if len(ways) == 1 and ways[0] else f"(?:{'|'.join(ways)})" if any(ways) else ""


MONTHS = {row["form"]: int(row["month"]) for row in table("months")}
SHORT_MONTHS = frozenset(row["form"] for row in table("months") if row["length"] == "short")
WEEKDAYS = {row["form"]: int(row["weekday"]) for row in table("weekdays")}
SHORT_WEEKDAYS = frozenset(row["form"] for row in table("weekdays") if row["length"] == "short")
SEASONS = {row["form"]: row["timex"] for row in table("seasons")}
UNITS = {row[key]: row for row in table("date_units") for key in ("form", "plural")}
CARDINALS = {row["cardinal"]: int(row["value"]) for row in table("date_numbers")}
ORDINALS = {row["ordinal"]: int(row["value"]) for row in table("date_numbers")}
_TENS = [word for word, value in CARDINALS.items() if value >= 20]
_ONES = [word for word, value in CARDINALS.items() if value < 10]
_ORDINAL_ONES = [word for word, value in ORDINALS.items() if value < 10]

MONTH = f"(?:{alternation(SHORT_MONTHS)}\\b\\.?|{alternation(set(MONTHS) - SHORT_MONTHS)}\\b)"
WEEKDAY = f"(?:{alternation(set(WEEKDAYS) - SHORT_WEEKDAYS)}\\b|{alternation(SHORT_WEEKDAYS)}\\b\\.?)"
FULL_WEEKDAY = alternation(set(WEEKDAYS) - SHORT_WEEKDAYS)
SEASON = alternation(SEASONS)
UNIT = alternation(row["form"] for row in table("date_units"))
UNITS_PLURAL = alternation(row["plural"] for row in table("date_units"))
CALENDAR_UNIT = alternation(r["form"] for r in table("date_units") if r["grain"] and r["form"] != "fortnight")
CARDINAL = rf"(?:(?:{alternation(_TENS)}(?:{DASH}|{W}){alternation(_ONES)})|{alternation(CARDINALS)})"
_ODD = rf"(?:{DASH}odd)"
_HALF = rf"(?:{W}and{W}(?:a{W})?half)"
NUMBER = (
    rf"(?:(?:\d{{1,3}}(?:,\d{{3}}){{1,2}}|\d{{1,4}}(?:\.\d{{1,2}})?"
    rf"|(?:an?|several|{CARDINAL}){W}(?:hundred|dozen|thousand|million)(?:{W}(?:thousand|million))?"
    rf"(?:{W}(?:and{W})?{CARDINAL}(?:{W}hundred)?)?|{CARDINAL})(?:{_ODD}|{_HALF})?)"
)
ABOUT = re.compile(rf"{_ODD}$", re.IGNORECASE)
ORDINAL = (
    rf"(?:(?:{alternation(_TENS)}(?:{DASH}|{W}){alternation(_ORDINAL_ONES)})|{alternation(ORDINALS)}"
    rf"|\d{{1,2}}(?:st|nd|rd|th))"
)
LARGE = {"hundred": 100, "dozen": 12, "thousand": 1000, "million": 1_000_000}


def number(text: str) -> float | None:
    """What a number says (`seven`, `twenty-one`, `two hundred and fifty`, `2.5`, `two and a half`, `40-odd`), or None
    where it stays vague (`several`)."""
    text, halves = re.subn(r"\s+and\s+(?:a\s+)?half$", "", ABOUT.sub("", text.lower().strip()))
    words = re.split(rf"{DASH}|\s+(?:and\s+)?", text)
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){1,2}|\d{1,4}(?:\.\d{1,2})?", words[0]):
        return float(words[0].replace(",", "")) + halves / 2
    if words[0] == "several":
        return None
    known = {"a": 1, "an": 1, **CARDINALS, **ORDINALS}
    total = small = 0
    for word in words:
        if LARGE.get(word, 0) >= 1000:
            total, small = total + small * LARGE[word], 0
        elif word in LARGE:
            small *= LARGE[word]
        elif word in known:
            small += known[word]
        else:
            return None
    return total + small + halves / 2


def ordinal(text: str) -> int:
    """`3rd`, `third`, `twenty-first` → 3, 3, 21; 0 where the words are none."""
    if match := re.match(r"\d{1,2}", text):
        return int(match[0])
    return int(number(text) or 0)


def month(text: str) -> int:
    """January is 1."""
    return MONTHS[text.lower().rstrip(".")]


def weekday(text: str) -> int:
    """Monday is 1, as in ISO 8601."""
    return WEEKDAYS[text.lower().rstrip(".")]


def unit(text: str) -> dict[str, str]:
    """The row of a unit, from its singular or plural."""
    return UNITS[re.sub(r"\s+", " ", text.lower())]


def plain(text: str) -> str:
    """Lower case, with single spaces."""
    return re.sub(r"\s+", " ", text.lower())


def period(row: dict[str, str], value: float) -> str:
    """A TIMEX3 duration from a row of units: 7 decades → P70Y, 40 minutes → PT40M."""
    amount = value * int(row["size"] or 1)
    if not row["iso"]:
        return "PXY"
    digits = f"{amount:.2f}".rstrip("0").rstrip(".")
    return f"PT{digits}{row['iso'][1:]}" if row["iso"].startswith("T") else f"P{digits}{row['iso']}"
