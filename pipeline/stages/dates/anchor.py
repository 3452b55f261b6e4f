"""Readings → days: what a reading leaves open is filled from the day of publication or from the date before it."""

import datetime as dt
import re
from typing import NamedTuple

from pipeline.stages.dates import parser
from pipeline.stages.dates.interval import moved
from pipeline.stages.dates.named import in_year
from pipeline.stages.dates.reading import Reading
from pipeline.stages.dates.timex import NO_DAYS, Days, add_months, days, of_day, parts, shift

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


TOLD = re.compile(r"\b(?:ago|from now)$")  # what dateparser is good at


class Context(NamedTuple):
    """`published`: the day of publication. `before`: the TIMEX value of the date before; `near`: that date may
    also fill the gap of a bare month or day ("In September 1940 … In December"). `future`: the tense."""

    published: dt.date | None = None
    before: str | None = None
    near: bool = False
    future: bool = False
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
    base, name = _base(reading, context)
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
    stretch = days(reading.timex)
    known = bool(reading.timex) and not reading.timex.startswith("XXXX")
    return Resolved(reading.timex or None, stretch, "absolute" if known else "none")


def _in_order(reading: Reading, day_first: bool) -> Resolved:
    year, a, b = reading.timex.split("-")
    timex = f"{year}-{b}-{a}" if day_first else reading.timex
    return Resolved(timex, days(timex), "absolute")


def _base(reading: Reading, context: Context) -> tuple[dt.date | None, str]:
    """The day to count from, and the name of the anchor."""
    before = days(context.before).first if context.before else None
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
        return _move(monday, 7 * reading.steps + int(reading.timex[9]) - 1)
    if reading.unit == "weekend" and reading.direction:
        return of_day(
            base + dt.timedelta(days=0 if context.future or base.isoweekday() > 5 else -7), "weekend"
        )
    if reading.unit:
        told = parser.day(words, base) if name == "published" and TOLD.search(words) else None
        if told and reading.unit in ("day", "week", "month") and (told < base) == (reading.steps < 0):
            return of_day(told, reading.unit)
        return shift(of_day(base, reading.unit), reading.steps)
    if name == "sentence" and reading.direction is None:
        return _in_story(reading.timex, base, context.before or "")
    if reading.timex.startswith("XXXX-WXX"):
        return _weekday(reading, words, base, context.future)
    if reading.timex.startswith("XXXX-XX"):
        return _day_of_month(reading.timex, base, -1 if not context.future else 1)
    return _recurring(reading, base, context.future)


def _in_year(timex: str, year: int) -> str:
    """A value whose year is open, in a year."""
    filled = "/".join(part.replace("XXXX", f"{year:04}") for part in timex.split("/"))
    if days(filled) == NO_DAYS and re.match(r"\d{4}-(?:easter|\d\d?-[\dL]-)", filled):
        return in_year(timex[5:], year)
    return filled


def _recurring(reading: Reading, base: dt.date, future: bool) -> str | None:
    """The March, the summer, the Easter that is meant: by direction, or by tense the last or the next."""
    options = [
        (_in_year(reading.timex, y), y) for y in range(max(1, base.year - 9), min(9998, base.year + 9))
    ]
    known = [(timex, days(timex), year) for timex, year in options if days(timex).first and days(timex).last]
    if reading.direction == 0:
        return next((t for t, _, year in known if year == base.year + reading.steps), None)
    if reading.direction == -1:
        return next((t for t, d, _ in reversed(known) if d.last and d.last < base), None)
    if reading.direction == 1:
        return next((t for t, d, _ in known if d.first and d.first > base), None)
    if future:
        return next((t for t, d, _ in known if d.last and d.last >= base), None)
    return next((t for t, d, _ in reversed(known) if d.first and d.first <= base), None)


def _in_story(timex: str, base: dt.date, before: str) -> str | None:
    """In a story told in order the next month is in the same year, or after the turn of the year."""
    if timex.startswith("XXXX-WXX"):
        ahead = (int(timex[9]) - base.isoweekday()) % 7
        return _move(base, ahead)
    if timex.startswith("XXXX-XX"):
        return _day_of_month(timex, base, 0)
    same = _in_year(timex, base.year)
    first = days(same).first
    fine = len(before) > 4
    if first and fine and base.month >= 10 and first.month <= 3 and base.year < 9999:
        return _in_year(timex, base.year + 1)
    return same if first else None


def _weekday(reading: Reading, words: str, base: dt.date, future: bool) -> str | None:
    wanted = int(reading.timex[9])
    if (
        reading.direction == -1
        and (told := parser.day(words, base))
        and told.isoweekday() == wanted
        and 0 < (base - told).days < 8
    ):
        return told.isoformat()
    behind, ahead = (base.isoweekday() - wanted) % 7, (wanted - base.isoweekday()) % 7
    move = {-1: -(behind or 7), 1: ahead or 7, 0: wanted - base.isoweekday()}.get(
        2 if reading.direction is None else reading.direction, ahead if future else -behind
    )
    return _move(base, move)


def _move(day: dt.date, count: int) -> str | None:
    try:
        return (day + dt.timedelta(days=count)).isoformat()
    except OverflowError:
        return None


def _day_of_month(timex: str, base: dt.date, direction: int) -> str | None:
    wanted = int(timex[8:10])
    for months in range(0, 3 * (direction or 1), direction or 1):
        year, month = add_months(base.year, base.month, months)
        candidate = f"{year:04}-{month:02}-{wanted:02}"
        first = days(candidate).first
        if first and (direction == 0 or (first - base).days * direction >= 0):
            return candidate
    return None


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
