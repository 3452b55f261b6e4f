"""Readings → days: what a reading leaves open is filled from the day of publication or from the date before it."""

import datetime as dt
import re
from typing import NamedTuple

from pipeline.stages.dates import parser
from pipeline.stages.dates.interval import moved
from pipeline.stages.dates.reading import Reading
from pipeline.stages.dates.recurring import day_of_month, fill_month, in_story, move, recurring, weekday
from pipeline.stages.dates.tense import Tense
from pipeline.stages.dates.timex import NO_DAYS, Days, days, of_day, parts, shift

FINENESS = (
    "day",
    "weekend",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "fiscal_year",
    "decade",
    "century",
)


PREVIOUS = re.compile(r"(?:the\s+)?(?:\w+\s+)?previous\b", re.IGNORECASE)
NEXT = re.compile(r"the\s+next\b", re.IGNORECASE)
TOLD = re.compile(r"\b(?:ago|from now)$")  # what dateparser is good at


class Context(NamedTuple):
    """`published`: the day of publication. `before`: the TIMEX value of the date before; `near`: that date may
    also fill the gap of a bare month or day ("In September 1940 … In December"). `tense`: of the clause."""

    published: dt.date | None = None
    before: str | None = None
    near: bool = False
    tense: Tense = "past"
    day_first: bool = False


class Resolved(NamedTuple):
    timex: str | None
    days: Days
    anchored_to: str


def resolve(reading: Reading, words: str, context: Context) -> Resolved:
    """The value and days of a reading whose words are `words`; without an anchor no days and `none`."""
    if reading.kind != "date":
        return Resolved(reading.timex or None, NO_DAYS, "none")
    if reading.anchor in (None, "next"):
        return _absolute(reading)
    if reading.anchor == "order":
        return _in_order(reading, context.day_first)
    if reading.anchor == "then":
        return Resolved(context.before, days(context.before or ""), "sentence" if context.before else "none")
    base, name = _base(reading, words, context)
    if reading.timex.startswith("XX") and len(reading.timex) == 3:
        return _decade(reading.timex, context.published)
    if base is None:
        return Resolved(reading.timex or None, NO_DAYS, "none")
    timex = _from_base(reading, words, base, context, name)
    if reading.length:
        return Resolved(reading.timex or timex, _length(reading, base, timex), name)
    stretch = days(timex) if timex else NO_DAYS
    return Resolved(timex or reading.timex or None, stretch, name if timex else "none")


def _absolute(reading: Reading) -> Resolved:
    stretch = days(reading.timex) if reading.grain != "fiscal_year" else NO_DAYS
    known = bool(reading.timex) and not reading.timex.startswith("XXXX")
    return Resolved(reading.timex or None, stretch, "absolute" if known else "none")


def _in_order(reading: Reading, day_first: bool) -> Resolved:
    year, a, b = reading.timex.split("-")
    timex = f"{year}-{b}-{a}" if day_first else reading.timex
    return Resolved(timex, days(timex), "absolute")


def _base(reading: Reading, words: str, context: Context) -> tuple[dt.date | None, str]:
    """The day to count from, and the name of the anchor."""
    before = days(context.before).first if context.before else None
    ahead = reading.unit not in ("day", None) or context.tense in ("future", "present")
    if reading.anchor == "sentence" and before is None and ahead and NEXT.match(words):
        return context.published, "published"
    if reading.anchor == "sentence" and before is None and reading.length and PREVIOUS.match(words):
        return context.published, "published"
    if reading.anchor == "sentence":
        return (before if before and _fine_enough(reading, context.before or "") else None), "sentence"
    if (
        reading.anchor == "nearest"
        and context.near
        and before
        and _fine_enough(reading, context.before or "")
    ):
        return before, "sentence"
    return context.published, "published"


def _fine_enough(reading: Reading, before: str) -> bool:
    """Whether the date before is known finely enough: "the following day" of 1994 is not."""
    found = parts(before.split("/")[0])
    unit = reading.unit or ("week" if "-WXX" in reading.timex else "year")
    if reading.timex.startswith("XXXX-XX"):
        unit = "month"
    if not found or found[0] not in FINENESS or unit not in FINENESS:
        return False
    return FINENESS.index(found[0]) <= FINENESS.index(unit)


def _from_base(reading: Reading, words: str, base: dt.date, context: Context, name: str) -> str | None:
    if reading.unit == "weekday":
        monday = base - dt.timedelta(days=base.isoweekday() - 1)
        ends = [move(monday, 7 * reading.steps + int(end[9]) - 1) for end in reading.timex.split("/")]
        return "/".join(end for end in ends if end) if all(ends) else None
    if reading.unit == "weekend" and reading.direction:
        ahead = context.tense in ("future", "present") or base.isoweekday() > 5
        week = moved(base, "week", 0 if ahead else -1)
        return of_day(week, "weekend") if week else None
    if reading.keep:
        there = moved(base, reading.unit or "year", reading.steps)
        return of_day(there, reading.keep) if there else None
    if reading.steps_to is not None and reading.unit:
        ends = [shift(of_day(base, reading.unit), steps) for steps in (reading.steps, reading.steps_to)]
        return "/".join(end for end in ends if end) if all(ends) else None
    if reading.unit == "month" and reading.timex.startswith("XXXX-XX"):
        month = shift(of_day(base, "month"), reading.steps)
        return fill_month(reading.timex, month) if month else None
    if reading.unit:
        told = parser.day(words, base) if name == "published" and TOLD.search(words) else None
        if told and reading.unit in ("day", "week", "month") and (told < base) == (reading.steps < 0):
            return of_day(told, reading.unit)
        return shift(of_day(base, reading.unit), reading.steps)
    if name == "sentence" and reading.direction is None:
        return in_story(reading.timex, base)
    if reading.timex.startswith("XXXX-WXX"):
        return weekday(reading, base, context.tense)
    if reading.timex.startswith("XXXX-XX"):
        return day_of_month(reading.timex, base, context.tense)
    return recurring(reading, base, context.tense)


def _decade(timex: str, published: dt.date | None) -> Resolved:
    """'90s: the last one that had begun; without a day of publication the 1930s to 1990s are taken for sure."""
    digit = int(timex[2])
    if published is None:
        found = f"19{digit}" if digit >= 3 else None
        return Resolved(found or timex, days(found) if found else NO_DAYS, "absolute" if found else "none")
    decade = next(d for d in range(published.year // 10, published.year // 10 - 10, -1) if d % 10 == digit)
    return Resolved(f"{decade:03}", days(f"{decade:03}"), "published")


def _length(reading: Reading, base: dt.date, timex: str | None) -> Days:
    """So many units up to the anchor, or from it on; part of a unit ("earlier this year") up to it or from it."""
    if not reading.timex:
        first, last = days(timex) if timex else NO_DAYS
        if not first or not last or not first <= base <= last:
            return Days(first, last)
        return Days(first, base) if reading.length < 0 else Days(base, last)
    end = moved(base, reading.unit or "year", reading.length)
    if end is None:
        return NO_DAYS
    return Days(end, base) if reading.length < 0 else Days(base, end)
