"""Days and weeks counted inside a month or around a day: the 10th of last month, Sunday the 8th, the week of March 3,
the year to date; and "now" as an end of a range."""

import re

from pipeline.stages.dates.reading import Reading, Rule, after, before, rule
from pipeline.stages.dates.relative import ANAPHORIC, DEICTIC
from pipeline.stages.dates.words import (
    DASH,
    LEFT,
    MONTH,
    ORDINAL,
    WEEKDAY,
    W,
    ordinal,
    plain,
    unit,
)

RULES: list[Rule] = []
SIDE = rf"(?P<side>this|last|next|that|the(?:{W}(?:same|following|previous|next))?)"
NTH_OF_MONTH = rf"{LEFT}the{W}(?:(?P<nth>{ORDINAL})(?:{W}day)?|last{W}day){W}of{W}{SIDE}{W}month(?!\w)"
NTH_WEEK_OF_MONTH = (
    rf"{LEFT}the{W}(?:very{W})?(?P<nth>first|second|third|fourth|last|final){W}week{W}(?:of|in){W}"
    rf"{SIDE}{W}month(?!\w)"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)"
DAYS = (
    rf"(?:(?<=\bfrom )|(?<=\bbetween ))the{W}(?P<a>{DAY}){W}(?:to|until|till|and|through){W}(?:the{W})?(?P<b>{DAY})"
    rf"(?!\w|{W}(?:of|{MONTH}|century|place|floor))"
)
NOW_BEFORE = re.compile(r"\b(?:between|from)\s$", re.IGNORECASE)
NOW_LATER = re.compile(
    r"\b(?:between|from|since)\b[^.;:!?]{0,40}\d\s(?:and|to|until|till)\s(?:the\s)?$", re.IGNORECASE
)
NOW_AFTER = re.compile(r"\s(?:and|to|until|till|through)\s", re.IGNORECASE)
SIZES = {"week": 7, "fortnight": 14}


@rule(RULES, "unit&ordinal unit&point", NTH_OF_MONTH)
def nth_of_month(match: re.Match[str]) -> Reading | None:
    """The 10th of last month."""
    if match["nth"] is None:
        return _in_month(match, "XXXX-XX-L1", "day")
    day = ordinal(match["nth"])
    return _in_month(match, f"XXXX-XX-{day:02}", "day") if 0 < day < 32 else None


@rule(RULES, "unit&nth", NTH_WEEK_OF_MONTH)
def nth_week_of_month(match: re.Match[str]) -> Reading | None:
    """The third week of this month: its days 15 to 21."""
    word = match["nth"].lower()
    if word in ("last", "final"):
        return _in_month(match, "XXXX-XX-L7/XXXX-XX-L1", "week")
    first = 7 * ordinal(word) - 6
    return _in_month(match, f"XXXX-XX-{first:02}/XXXX-XX-{first + 6:02}", "week")


@rule(RULES, "digit&between", DAYS)
def days_of_month(match: re.Match[str]) -> Reading | None:
    """From the 4th to the 9th."""
    a, b = ordinal(match["a"]), ordinal(match["b"])
    if not 0 < a < b < 32:
        return None
    return Reading(f"XXXX-XX-{a:02}/XXXX-XX-{b:02}", grain="day", anchor="nearest", relation="between")


@rule(
    RULES,
    "weekday",
    rf"{LEFT}(?P<weekday>{WEEKDAY}),?{W}(?:the{W})?(?P<nth>{ORDINAL})(?!\w|{W}(?:of|{MONTH}))",
)
def weekday_and_day(match: re.Match[str]) -> Reading | None:
    """Sunday the 8th: the day of the month; the weekday only says it again."""
    day = ordinal(match["nth"])
    if not 0 < day < 32 or (match["weekday"].islower() and len(match["weekday"]) < 6):
        return None
    return Reading(f"XXXX-XX-{day:02}", grain="day", anchor="nearest")


@rule(
    RULES,
    "unit&week_of",
    rf"{LEFT}the{W}(?P<unit>week|weekend|fortnight){W}(?P<how>of|beginning|starting|commencing)(?:{W}on)?(?={W})",
)
def week_of(match: re.Match[str]) -> Reading | None:
    """The week of March 3, the week beginning 5 May: told by the day that follows."""
    unit_ = match["unit"].lower()
    if match["how"].lower() == "of":
        return Reading(unit=unit_, anchor="next") if unit_ in ("week", "weekend") else None
    size = SIZES.get(unit_)
    return Reading(unit="day", length=size, anchor="next") if size else None


@rule(
    RULES,
    "unit&date",
    rf"{LEFT}(?:the{W})?(?P<unit>year|month|week|quarter)(?:{W}|{DASH})to(?:{W}|{DASH})date(?!\w)",
)
def to_date(match: re.Match[str]) -> Reading | None:
    """The year to date: from its first day to the day of publication."""
    return Reading(unit=unit(match["unit"])["grain"], anchor="published", length=-1)


@rule(RULES, "now date", rf"{LEFT}(?:now|date)(?!\w)")
def now(match: re.Match[str]) -> Reading | None:
    """Between now and 2030; from 2019 until now, to date. Alone it is no date."""
    first = match[0].lower() == "now" and NOW_BEFORE.search(before(match)) and NOW_AFTER.match(after(match))
    if not first and not NOW_LATER.search(before(match, 60)):
        return None
    return Reading(unit="day", anchor="published")


def _in_month(match: re.Match[str], timex: str, grain: str) -> Reading:
    side = plain(match["side"])
    steps = DEICTIC.get(side, ANAPHORIC.get(side, 0))
    anchor = "published" if side in DEICTIC else "nearest" if side == "the" else "sentence"
    return Reading(timex, grain=grain, unit="month", steps=steps, anchor=anchor)
