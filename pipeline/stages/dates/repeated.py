"""How often, and the words that tell time without a day: every year, annually, on Mondays; in recent years."""

import re

from pipeline.lexicon import table
from pipeline.stages.dates.reading import Reading, Rule, after, before, rule
from pipeline.stages.dates.words import (
    CALENDAR_UNIT,
    DASH,
    FULL_WEEKDAY,
    LEFT,
    MONTH,
    NUMBER,
    ORDINAL,
    SEASON,
    SEASONS,
    UNIT,
    UNITS_PLURAL,
    WEEKDAY,
    W,
    alternation,
    number,
    ordinal,
    period,
    plain,
    unit,
    weekday,
)  # fmt: skip

RULES: list[Rule] = []
SETS = {row["form"]: row["timex"] for row in table("date_sets")}
VAGUE = {row["form"]: (row["timex"], row["grain"] or None) for row in table("vague_dates")}
EVERY = (
    rf"{LEFT}(?:every|each)(?:{W}single)?(?:{W}(?P<n>{NUMBER}|few|several))?{W}"
    rf"(?:(?P<other>other|second|third|fourth|fifth|tenth){W})?"
    rf"(?:(?P<part>morning|afternoon|evening|night|weekday|weeknight|workday|weekend)"
    rf"|(?P<unit>{UNITS_PLURAL}|{UNIT})|(?P<weekday>{WEEKDAY})|(?P<month>{MONTH})|(?P<season>{SEASON}))(?!\w)"
)
NOT_EVERY = rf"{LEFT}every{W}(?P<n>{NUMBER})(?={W}?[.,;:!?)”—–]|{W}(?:and|or|but|as|if|when|to)\b|$)"
EVERY_BEFORE = re.compile(rf"\bevery{W}{NUMBER}{W}(?P<unit>{UNITS_PLURAL})\b[^.;!?]{{0,60}}$", re.IGNORECASE)
SOME = (
    rf"{LEFT}(?P<one>an?|one|any)(?:{W}[a-z]{{3,12}})?{W}"
    rf"(?:(?P<month>{MONTH})|(?P<weekday>{FULL_WEEKDAY})|(?P<season>{SEASON}))"
    rf"(?:{W}(?P<part>morning|noon|afternoon|evening|night|day))?(?!\w|{W}(?:(?-i:[A-Z])|\d)|{DASH}\w)"
)
MORE = re.compile(rf"one{W}(?:more|last|final){W}", re.IGNORECASE)
CUE_SOME = re.compile(r"\b(?:on|in|for|during|at)\s$", re.IGNORECASE)
NTH_OF_EACH = (
    rf"{LEFT}the{W}(?:{ORDINAL}|last)(?:{W}(?:{FULL_WEEKDAY}|(?:working{W})?day|week))?{W}of{W}"
    rf"(?:each|every){W}(?P<unit>{UNIT})(?!\w)"
)
TIMES = rf"{LEFT}(?:once|twice|thrice|{NUMBER}{W}times){W}(?:a|an|per|every|each){W}(?P<unit>{UNIT})(?!\w)"
VAGUELY = (
    rf"{LEFT}(?P<form>{alternation(VAGUE)})(?!\w|{DASH}\w)"
    rf"(?!{W}(?:(?:(?:{NUMBER}){W}{UNITS_PLURAL})\b|(?:{CALENDAR_UNIT}|fortnight|{MONTH}|\d{{4}})\b))"
)
FUTURE = re.compile(r"\b(?:will|shall|can|may|might|must|should|going to)\b|['’]ll\b", re.IGNORECASE)
# What stands before or after a phrase and takes the time out of it.
NOT_BEFORE = {
    "recently": r"\b(?:as|more|most)\s$",
}
LED = {
    "in": "in",
    "for": "during",
    "over": "during",
}  # "in those days": the word of the relation is no part of the core
SEASONAL = re.compile(r"the (?!other|near|coming)")
SEASONAL_CUE = re.compile(
    r"\b(?:in|during|through|throughout|until|by|before|after|at|over|since|all)\s$", re.IGNORECASE
)
OF_EVENT = r"\s(?:of|when|that)\b"


@rule(RULES, "every", EVERY)
def every(match: re.Match[str]) -> Reading | None:
    """Every year, each March, every two weeks."""
    if match["weekday"]:
        return Reading(f"XXXX-WXX-{weekday(match['weekday'])}", kind="set", grain="day")
    if match["month"] or match["season"]:
        return Reading("P1Y", kind="set", grain="month" if match["month"] else "season")
    part = (match["part"] or "").lower()
    row = unit(match["unit"] or ("week" if part == "weekend" else "day"))
    other = (match["other"] or "").lower()
    value = number(match["n"]) if match["n"] else {"": 1, "other": 2}.get(other) or ordinal(other)
    timex = period(row, value) if value else f"PX{row['iso']}"
    return Reading(timex, kind="set", grain=row["grain"] or None)


@rule(RULES, "every", NOT_EVERY)
def every_number(match: re.Match[str]) -> Reading | None:
    """Every three years and not every five: the unit is said before."""
    found, value = EVERY_BEFORE.search(before(match, 90)), number(match["n"])
    if found is None or value is None:
        return None
    row = unit(found["unit"])
    return Reading(period(row, value), kind="set", grain=row["grain"] or None)


@rule(RULES, "month weekday season", SOME)
def some_month(match: re.Match[str]) -> Reading | None:
    """On a July afternoon: any; in one wet November: one that nobody names."""
    named = match["month"] or match["weekday"] or match["season"]
    if not match["season"] and not named[0].isupper():
        return None
    one = (
        match["one"].lower() == "one" and not match["month"] and not MORE.match(match[0])
    )  # "one wet Thursday"
    if not match["part"] and not one and not CUE_SOME.search(before(match)):
        return None  # "a May deal", "a spring of the clock"
    if match["season"] and MORE.match(match[0]) and re.search(r"\bfor\s$", before(match), re.IGNORECASE):
        return Reading(f"P1{SEASONS[match['season'].lower()]}", kind="duration", grain="season")
    grain = "day" if match["weekday"] or match["part"] else "month" if match["month"] else "season"
    return Reading(kind="date" if match["one"].lower() == "one" else "set", grain=grain)


@rule(RULES, "unit&every", NTH_OF_EACH)
def nth_of_each(match: re.Match[str]) -> Reading | None:
    """By the tenth of every month, on the last day of each quarter."""
    row = unit(match["unit"])
    return Reading(period(row, 1), kind="set", grain="day")


@rule(RULES, "unit&times", TIMES)
def times_a_unit(match: re.Match[str]) -> Reading | None:
    """Twice a year."""
    row = unit(match["unit"])
    return Reading(period(row, 1), kind="set", grain=row["grain"] or None)


@rule(RULES, "weekday", r"(?:(?<=\bon )|(?<=\bat ))(?:weekdays|weekends|weeknights)(?!\w)")
def days_of_the_week(match: re.Match[str]) -> Reading | None:
    """On weekdays, at weekends."""
    return Reading("XXXX-WXX-WE" if "end" in match[0].lower() else "P1D", kind="set", grain="day")


@rule(RULES, "weekday", rf"(?<=\bon )(?P<weekday>{FULL_WEEKDAY})s(?!\w)")
def weekdays(match: re.Match[str]) -> Reading | None:
    """On Mondays."""
    return Reading(f"XXXX-WXX-{weekday(match['weekday'])}", kind="set", grain="day")


@rule(RULES, "set", rf"{LEFT}(?P<form>{alternation(SETS)})(?!\w|{DASH}\w)")
def set_word(match: re.Match[str]) -> Reading | None:
    """Annually, year after year; not "the Daily Mail"."""
    if match[0][0].isupper() and re.match(r"\s[A-Z]", after(match)):
        return None
    timex = SETS[re.sub(DASH, "-", plain(match["form"]))]
    grain = {"Y": "year", "M": "month", "W": "week", "D": "day"}[timex[-1]] if "T" not in timex else None
    return Reading(timex, kind="set", grain=grain)


@rule(RULES, "vague", VAGUELY)
def vague(match: re.Match[str]) -> Reading | None:
    """In recent years, nowadays: time, but no days."""
    form, left, right = plain(match["form"]), before(match), after(match)
    if form in NOT_BEFORE and re.search(NOT_BEFORE[form], left, re.I):
        return None
    if form == "long ago" and re.search(r"\bas\s$", left, re.I):
        return None  # "as long ago as the autumn of 2023"
    if form == "in the past" and re.match(rf"\s(?:{NUMBER}|few|several|couple)\b", right, re.I):
        return None
    if SEASONAL.match(form) and (not SEASONAL_CUE.search(left) or re.match(r"\sof\s\d", right)):
        return None  # "the night fell"
    if form == "one day" and re.search(r"\bwould\s$", left):
        return Reading("FUTURE_REF", kind="vague")
    if form == "one day" and not FUTURE.search(before(match, 80) + after(match, 40)):
        return None  # "one day he left" tells of the past
    if form.startswith("at th") and re.match(OF_EVENT, right):
        return None
    timex, grain = VAGUE[form]
    first = form.split()[0]
    relation = LED.get(first)
    return Reading(
        timex, kind="vague", grain=grain, relation=relation, lead=len(first) + 1 if relation else 0
    )
