"""How long, how often, and the words that tell time without a day: for three decades, every year, soon."""

import re

from pipeline.lexicon import table
from pipeline.stages.dates.reading import Reading, Rule, after, before, rule
from pipeline.stages.dates.words import (
    CALENDAR_UNIT,
    DASH,
    LEFT,
    MONTH,
    NUMBER,
    QUOTE,
    SEASON,
    UNIT,
    UNITS_PLURAL,
    WEEKDAY,
    W,
    alternation,
    number,
    unit,
    weekday,
)  # fmt: skip

RULES: list[Rule] = []
SETS = {row["form"]: row["timex"] for row in table("date_sets")}
VAGUE = {row["form"]: (row["timex"], row["grain"] or None) for row in table("vague_dates")}
APPROXIMATE = (
    "about",
    "around",
    "nearly",
    "almost",
    "some",
    "roughly",
    "approximately",
    "close to",
    "well over",
    "just over",
    "just under",
)
EXACT = (
    "over",
    "more than",
    "less than",
    "fewer than",
    "at least",
    "at most",
    "up to",
    "under",
    "as many as",
    "as little as",
    "a full",
    "an entire",
    "no more than",
)
BOUND = rf"(?:(?P<bound>{alternation((*APPROXIMATE, *EXACT))}){W}(?:the{W}|a{W}(?=further|total))?)?"
FUTURE = re.compile(r"\b(?:will|shall|can|could|may|must|should|going to|to)\b|['’]ll\b", re.IGNORECASE)
FULL_WEEKDAY = alternation(row["form"] for row in table("weekdays") if row["length"] == "full")
NOT_DURATION = re.compile(
    rf"(?:{W}|{DASH})(?:olds?|of{W}age)\b|{QUOTE}?{W}(?:worth|pay|salary|wages)\b", re.IGNORECASE
)


@rule(
    RULES,
    "unit",
    rf"{LEFT}{BOUND}(?:the{W})?(?P<n>{NUMBER}|half{W}a)(?:{W}(?:to|or|and){W}|{DASH})(?P<m>{NUMBER})(?:{W}|{DASH})(?P<unit>{UNITS_PLURAL}|{UNIT})(?!\w)",
)
def duration_range(match: re.Match[str]) -> Reading | None:
    """Two to three years; 5-10 years."""
    low, high, row = number(match["n"]), number(match["m"]), unit(match["unit"])
    if low is None or high is None or low >= high or NOT_DURATION.match(after(match)):
        return None
    timex = f"{period(row, low)}/{period(row, high)}"
    return Reading(timex, kind="duration", grain=row["grain"] or None, approximate=True, lead=_lead(match))


@rule(
    RULES,
    "unit",
    rf"{LEFT}{BOUND}(?P<n>{NUMBER}|half{W}an?)(?:{W}(?!(?:of|to|from|and|or|in|past|last|more|for|the|every|each|per){W})(?:\w{{3,14}}{W})?|{DASH})(?P<unit>{UNITS_PLURAL}|{UNIT})(?!\w)",
)
def duration(match: re.Match[str]) -> Reading | None:
    """Over seven decades (P70Y), the seven-decade wait, a 10-year plan; not "ten years old"."""
    row, text = unit(match["unit"]), match["n"].lower()
    if NOT_DURATION.match(after(match)) or re.search(
        r"\b(?:every|each|aged|age)\s$|[$€£¥₹]\s?$", before(match), re.I
    ):
        return None
    if (
        text == "one"
        and row["grain"] == "day"
        and not re.search(r"\b(?:for|in|within|of|just|only|than)\s$", before(match), re.I)
    ):
        return None  # "one day we shall see"
    if text in ("first", "second", "third") or (not row["grain"] and not row["iso"]):
        return None
    value = 0.5 if text.startswith("half") else number(text)
    bound = re.sub(r"\s+", " ", (match["bound"] or "").lower())
    timex = period(row, value) if value is not None else f"PX{row['iso'] or 'Y'}"
    return Reading(
        timex,
        kind="duration",
        grain=row["grain"] or None,
        approximate=bound in APPROXIMATE,
        lead=_lead(match),
    )


@rule(RULES, "unit", rf"{LEFT}(?:(?P<few>(?:a{W}few|several|many|countless|a{W}couple{W}of|a{W}number{W}of|few|numerous){W})"
             rf"|(?<=\bfor{' '})|(?<=\bover{' '})|(?<=\bafter{' '})|(?<=\bwithin{' '})|(?<=\bthroughout{' '})|(?<=\bthrough{' '})"
             rf"|(?=\w{{4,11}}{W}of{W}(?!(?:the{W})?(?:\d{{4}}|{MONTH}|{SEASON})))|(?=\w{{4,11}}{DASH}(?:long|old)))(?P<unit>{UNITS_PLURAL})(?:{DASH}(?:long|old))?(?!\w)(?!{W}(?:ago|old))")  # fmt: skip
def vague_duration(match: re.Match[str]) -> Reading | None:
    """Decades of, for years, several months, centuries-old: a length that nobody counted."""
    row = unit(match["unit"])
    left = before(match)
    if not row["grain"] or re.search(rf"{NUMBER}(?:{W}\w{{3,14}})?{W}$", left, re.I):
        return None
    if row["grain"] in ("day", "quarter") and not match["few"] and not left.lower().endswith("for "):
        return None
    if row["size"] not in ("1", "3") and row["iso"] == "Y":
        return Reading({"10": "PXDE", "100": "PXCE"}[row["size"]], kind="duration", grain=row["grain"])
    return Reading(f"PX{row['iso']}", kind="duration", grain=row["grain"])


@rule(RULES, "unit", rf"(?:(?<=\bfor )|(?<=\bwithin )|(?<=\bin )|(?<=\bthan )|(?<=\bover )|(?<=\bafter )|(?<=\blasted )|(?<=\bcourse of )|(?<=\blater )|(?<=\bnearly )|(?<=\balmost ))"
             rf"(?:an?|one)(?P<half>{W}and{W}a{W}half)?{W}(?:whole{W}|full{W}|mere{W}|single{W}|entire{W})?(?P<unit>{CALENDAR_UNIT}|fortnight)(?!\w)"
             rf"|{LEFT}an?{W}(?P<of>decade|century|year|week|month|quarter{DASH}century){W}of(?!\w)")  # fmt: skip
def single_duration(match: re.Match[str]) -> Reading | None:
    """For a year, within a decade, a century of; "in a year" stays a length."""
    word = match["unit"] or match["of"]
    if word.lower().startswith("quarter") and match["of"]:
        return Reading("P25Y", kind="duration", grain="year")
    row = unit(word)
    if row["grain"] == "day" and match["of"]:
        return None
    return Reading(period(row, 1.5 if match["half"] else 1), kind="duration", grain=row["grain"] or None)


@rule(RULES, "unit month weekday season", rf"{LEFT}(?:every|each)(?:{W}single)?(?:{W}(?P<n>{NUMBER}|few|several)){{0,1}}{W}(?:(?P<unit>{UNITS_PLURAL}|{UNIT})|(?P<weekday>{WEEKDAY})"
             rf"|(?P<month>{MONTH})|(?P<season>{SEASON}))(?!\w)")  # fmt: skip
def every(match: re.Match[str]) -> Reading | None:
    """Every year, each March, every two weeks."""
    if match["weekday"]:
        return Reading(f"XXXX-WXX-{weekday(match['weekday'])}", kind="set", grain="day")
    if match["month"] or match["season"]:
        return Reading("P1Y", kind="set", grain="month" if match["month"] else "season")
    row = unit(match["unit"])
    value = number(match["n"]) if match["n"] and not match["n"].startswith(("few", "sev")) else None
    timex = period(row, value or 1) if value or not match["n"] else f"PX{row['iso']}"
    return Reading(timex, kind="set", grain=row["grain"] or None)


@rule(
    RULES,
    "unit",
    rf"{LEFT}(?:once|twice|thrice|{NUMBER}{W}times){W}(?:a|an|per|every|each){W}(?P<unit>{UNIT})(?!\w)",
)
def times_a_unit(match: re.Match[str]) -> Reading | None:
    """Twice a year."""
    row = unit(match["unit"])
    return Reading(period(row, 1), kind="set", grain=row["grain"] or None)


@rule(RULES, "weekday", rf"(?<=\bon )(?P<weekday>{FULL_WEEKDAY})s(?!\w)")
def weekdays(match: re.Match[str]) -> Reading | None:
    """On Mondays."""
    return (
        Reading(f"XXXX-WXX-{weekday(match['weekday'])}", kind="set", grain="day")
        if match[0][0].isupper()
        else None
    )


@rule(RULES, "phrase", rf"{LEFT}(?P<form>{alternation(SETS)})(?!\w|{DASH}\w)")
def set_word(match: re.Match[str]) -> Reading | None:
    """Annually, year after year; not "the Daily Mail", nor "a daily newspaper"."""
    if match[0][0].isupper() and re.match(r"\s[A-Z]", after(match)):
        return None
    form = re.sub(DASH, "-", re.sub(r"\s+", " ", match["form"].lower()))
    return Reading(SETS[form], kind="set", grain=_grain(SETS[form]))


@rule(
    RULES,
    "phrase",
    rf"{LEFT}(?P<form>{alternation(VAGUE)})(?!\w|{DASH}\w)(?!{W}(?:(?:{NUMBER}|few|several|couple){W}|{CALENDAR_UNIT}\b))",
)
def vague(match: re.Match[str]) -> Reading | None:
    """In recent years, soon, nowadays: time, but no days."""
    form = re.sub(r"\s+", " ", match["form"].lower())
    left, right = before(match), after(match)
    if form == "recently" and re.search(r"\b(?:as|more|most)\s$", left, re.I):
        return None
    if form == "soon" and not FUTURE.search(before(match, 80) + after(match, 40)):
        return None  # "he soon left" tells of the past
    if form == "now" and (
        re.match(r"\s(?:that|is the time)\b|-", right) or re.search(r"\bfrom\s$", left, re.I)
    ):
        return None
    if form == "soon" and (
        re.search(r"\b(?:as|too|so|how|no)\s$", left, re.I) or re.match(r"\s(?:as|enough)\b", right)
    ):
        return None
    if form in ("at the time", "at that time", "at the moment", "at this moment") and re.match(
        r"\s(?:of|when|that)\b", right
    ):
        return None
    timex, grain = VAGUE[form]
    return Reading(timex, kind="vague", grain=grain)


def period(row: dict[str, str], value: float) -> str:
    """A TIMEX3 duration: 7 decades → P70Y, 40 minutes → PT40M."""
    amount = value * int(row["size"] or 1)
    if not row["iso"]:
        return "PXY"
    return f"PT{amount:g}{row['iso'][1:]}" if row["iso"].startswith("T") else f"P{amount:g}{row['iso']}"


def _grain(timex: str) -> str | None:
    return {"Y": "year", "M": "month", "W": "week", "D": "day"}.get(timex[-1]) if "T" not in timex else None


def _lead(match: re.Match[str]) -> int:
    return match.start("n") - match.start() if match["bound"] else 0
