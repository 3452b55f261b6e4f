"""Days told inside a month: the ninth to the seventeenth of April, from 4 to 22 this month, the first Friday of next
month."""

import re

from pipeline.stages.dates.reading import Reading, Rule, before, rule
from pipeline.stages.dates.relative import ANAPHORIC, DEICTIC
from pipeline.stages.dates.spelled import NTH, OF_YEAR
from pipeline.stages.dates.timex import days
from pipeline.stages.dates.words import DASH, LEFT, MONTH, RIGHT, WEEKDAY, W, month, ordinal, plain, weekday

RULES: list[Rule] = []
DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{NTH})"
TO = rf"(?:{W}(?:to|through|until|till|and){W}(?:the{W})?|{DASH})"
SIDE = rf"(?P<side>this|last|next|that|the(?:{W}(?:same|following|previous|next))?)"
DAYS_OF_MONTH = rf"{LEFT}(?:the{W})?(?P<a>{DAY}){TO}(?P<b>{DAY}){W}of{W}(?P<month>{MONTH}){OF_YEAR}{RIGHT}"
MONTH_AND_DAYS = rf"{LEFT}(?P<month>{MONTH}){W}(?:the{W})?(?P<a>{DAY}){TO}(?P<b>{DAY}){OF_YEAR}{RIGHT}"
FIRST_OF_DAYS = (
    rf"{LEFT}(?P<a>{DAY}|\d{{1,2}})(?={W}(?:and|or){W}(?:the{W})?(?P<b>{DAY}|\d{{1,2}}){W}(?:of{W})?(?P<month>{MONTH})"
    rf"{OF_YEAR}{RIGHT})"
)
POINTED_DAYS = (
    rf"{LEFT}(?P<a>\d{{1,2}})(?:st|nd|rd|th)?(?:{W}(?:to|and){W}|{DASH})(?P<b>\d{{1,2}})(?:st|nd|rd|th)?{W}(?:of{W})?"
    rf"(?P<side>this|last|next){W}month(?!\w)"
)
NTH_WEEKDAY = (
    rf"{LEFT}(?P<nth>first|second|third|fourth|last){W}(?P<weekday>{WEEKDAY}){W}(?:of|in){W}"
    rf"{SIDE}{W}month(?!\w)"
)
RANGED = re.compile(r"\b(?:between|from)\s(?:the\s)?$", re.IGNORECASE)


@rule(RULES, "month&ordinal", DAYS_OF_MONTH)
def days_of_month_in_words(match: re.Match[str]) -> Reading | None:
    """From the ninth to the seventeenth of April."""
    return _days(match)


@rule(RULES, "month&ordinal", MONTH_AND_DAYS)
def month_and_days_in_words(match: re.Match[str]) -> Reading | None:
    """April ninth through seventeenth."""
    return _days(match)


@rule(RULES, "month&ordinal month&figure", FIRST_OF_DAYS)
def first_of_days(match: re.Match[str]) -> Reading | None:
    """On the 3rd and 5th of May: the first of them, in the month of the second."""
    timex = f"{match['year'] or 'XXXX'}-{month(match['month']):02}-{ordinal(match['a']):02}"
    if (
        _relation(match)
        or ordinal(match["a"]) >= ordinal(match["b"])
        or not days(timex.replace("XXXX", "2000")).first
    ):
        return None
    return Reading(timex, grain="day", anchor=None if match["year"] else "nearest")


@rule(RULES, "digit&point", POINTED_DAYS)
def days_of_pointed_month(match: re.Match[str]) -> Reading | None:
    """From 4 to 22 this month."""
    a, b = int(match["a"]), int(match["b"])
    if not 0 < a < b < 32:
        return None
    timex, steps = f"XXXX-XX-{a:02}/XXXX-XX-{b:02}", DEICTIC[plain(match["side"])]
    return Reading(
        timex, grain="day", unit="month", steps=steps, anchor="published", relation=_relation(match)
    )


@rule(RULES, "weekday&unit", NTH_WEEKDAY)
def nth_weekday_of_month(match: re.Match[str]) -> Reading | None:
    """The first Friday of next month, the last Sunday of the month."""
    side, word = plain(match["side"]), match["nth"].lower()
    nth = "L" if word == "last" else str(ordinal(word))
    anchor = "published" if side in DEICTIC else "nearest" if side == "the" else "sentence"
    steps = DEICTIC.get(side, ANAPHORIC.get(side, 0))
    timex = f"XXXX-XX-{nth}-{weekday(match['weekday'])}"
    return Reading(timex, grain="day", unit="month", steps=steps, anchor=anchor)


def _days(match: re.Match[str]) -> Reading | None:
    a, b, year = ordinal(match["a"]), ordinal(match["b"]), match["year"]
    months = f"{year or 'XXXX'}-{month(match['month']):02}"
    timex = f"{months}-{a:02}/{months}-{b:02}"
    if a >= b or None in days(timex.replace("XXXX", "2000")):
        return None
    relation = _relation(match)
    if relation is None and re.search(r"\band\b", match[0]):
        return None  # "the ninth and the tenth of May" are two
    return Reading(timex, grain="day", anchor=None if year else "nearest", relation=relation)


def _relation(match: re.Match[str]) -> str | None:
    return "between" if RANGED.search(before(match)) else None
