"""Years in words, alone or behind a day, a month, a quarter: nineteen ninety-six; the tenth of September, two
thousand."""

import re

from pipeline.stages.dates.reading import Found, Reading, Rule, before, rule
from pipeline.stages.dates.timex import days
from pipeline.stages.dates.words import CARDINALS, DASH, LEFT, MONTH, W, alternation, month, number

RULES: list[Rule] = []
TENS = alternation(word for word, value in CARDINALS.items() if value >= 20)
TEENS = alternation(word for word, value in CARDINALS.items() if 10 <= value < 20)
ONES = alternation(word for word, value in CARDINALS.items() if value < 10)
JOIN = rf"(?:{DASH}|{W})"
TWO_DIGITS = rf"(?:{TENS}(?:{JOIN}{ONES})?|{TEENS}|(?:oh|o){JOIN}{ONES})"
OVER = rf"(?:{TENS}(?:{JOIN}{ONES})?|{TEENS}|{ONES})"
SPELLED_YEAR = (
    rf"(?:(?P<hundreds>seventeen|eighteen|nineteen|twenty){JOIN}(?P<rest>{TWO_DIGITS})"
    rf"|(?P<thousands>one|two){W}thousand(?:,?{W}(?P<nth>{ONES}){W}hundred)?(?:{W}(?:and{W})?(?P<over>{OVER}))?)"
)
ASKED = re.compile(
    r"\b(?:in|since|by|until|before|after|of|during|year|early|late|from|to|and)[\s-]$", re.IGNORECASE
)
BEHIND = re.compile(
    rf",?{W}(?:of{W})?{SPELLED_YEAR}(?!\w)(?!{DASH}|{W}(?:hundred|thousand|million|of|\w{{2,12}}s)\b)", re.I
)
HUNDREDS = {"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}


@rule(
    RULES,
    "hundred",
    rf"{LEFT}{SPELLED_YEAR}(?!\w)(?!{W}(?:people|years|men|women|dollars|percent|per|million|of)\b)",
)
def spelled_year(match: re.Match[str]) -> Reading | None:
    """Nineteen ninety-six, two thousand and fifteen; after a word that asks for a year."""
    year = _value(match)
    if not ASKED.search(before(match)) or (year % 1000 == 0 and match["thousands"] == "one"):
        return None
    return Reading(str(year), grain="year")


@rule(
    RULES,
    "hundreds&unit",
    rf"{LEFT}(?:the{W})?year{W}(?P<nth>{ONES}){W}hundred(?:{W}(?:and{W})?(?P<over>{OVER}))?(?!\w)",
)
def early_spelled_year(match: re.Match[str]) -> Reading | None:
    """The year four hundred and ten."""
    return Reading(
        f"{100 * int(number(match['nth']) or 0) + int(number(match['over'] or '') or 0):04}", grain="year"
    )


@rule(RULES, "month&hundred", rf"{LEFT}(?P<month>{MONTH}){W}(?:of{W})?{SPELLED_YEAR}(?!\w)")
def month_of_spelled_year(match: re.Match[str]) -> Reading | None:
    """June of nineteen ninety-nine."""
    return Reading(f"{_value(match)}-{month(match['month']):02}", grain="month")


def yeared(text: str, found: Found) -> Found:
    """A day, a quarter, a range of days with the year in words that stands behind it."""
    timex = found.reading.timex
    if not timex.startswith("XXXX-") or timex.startswith(("XXXX-WXX", "XXXX-XX")):
        return found
    match = BEHIND.match(text, found.end, found.end + 64)
    filled = timex.replace("XXXX", str(_value(match))) if match else ""
    if match is None or days(filled).first is None:
        return found
    reading = found.reading._replace(timex=filled, anchor=None, direction=None, steps=0)
    return found._replace(end=match.end(), reading=reading)


def _value(match: re.Match[str]) -> int:
    if match["thousands"]:
        hundreds = 100 * int(number(match["nth"] or "") or 0)
        return 1000 * int(number(match["thousands"]) or 0) + hundreds + int(number(match["over"] or "") or 0)
    rest = re.sub(rf"^oh?(?={JOIN})", "", match["rest"].lower()).lstrip("- ")
    return HUNDREDS[match["hundreds"].lower()] * 100 + int(number(rest) or 0)
