"""What a date's neighbour says of it: two weeks before 13 May, the twelve months to June, the four years from 2019 to
2022, May 10, Mother's Day; and a length that is counted from no date."""

import datetime as dt
import re

from pipeline.stages.dates.interval import ONE_DAY, moved, third_edtf
from pipeline.stages.dates.item import Item
from pipeline.stages.dates.reading import Reading
from pipeline.stages.dates.timex import Days, days, of_day, shift
from pipeline.stages.dates.words import W

BOUND = re.compile(rf"(?:just{W})?(?:(?P<more>more{W}than|over)|less{W}than){W}", re.IGNORECASE)
STARTING = re.compile(
    rf"{W}(?:starting|beginning|commencing|counted)(?:{W}(?:from|on))?{W}(?:the{W})?", re.IGNORECASE
)
FOR = re.compile(rf"\bfor{W}$", re.IGNORECASE)
LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
THE = re.compile(rf"\bthe{W}(?:\w{{3,9}}{W})?$", re.IGNORECASE)


def length_alone(item: Item) -> Item:
    """ "Three years before the flood": counted from something that is no date, and so a length (ruling 57)."""
    length = item.reading.span
    if length is None or item.timex:
        return item
    end, timex, grain, rough = length
    alone = Reading(timex, kind="duration", grain=grain, approximate=rough)
    return item._replace(end=item.start + end, reading=alone, timex=timex, rule="duration")


def same_day(text: str, before: Item, item: Item) -> Item:
    """ "On May 10, Mother's Day": a feast beside a day is that day, whatever it is elsewhere."""
    beside = re.fullmatch(rf",{W}", text[before.end : item.start]) is not None
    if not beside or item.rule != "holiday" or before.reading.grain != "day" or not before.days.first:
        return item
    return item._replace(timex=before.timex, days=before.days, anchored_to="sentence")


def so_long(text: str, a: Item, b: Item) -> Item | None:
    """The four years from 2019 to 2022: one stretch; its length says nothing new."""
    the = THE.search(text[max(0, a.start - 8) : a.start])
    if the is None or a.reading.kind != "duration" or b.relation != "between" or b.left is None:
        return None
    if not re.fullmatch(W, text[a.end : b.left]):
        return None
    reading = b.reading._replace(relation=None)
    return b._replace(
        start=max(0, a.start - 8) + the.start(), relation=None, left=None, reading=reading, rule="so_long"
    )


def counted_on(text: str, a: Item, b: Item) -> Item | None:
    """For two weeks starting 20 May: to the 2nd of June."""
    length = LENGTH.fullmatch(a.timex or "")
    if a.reading.kind != "duration" or not length or (b.reading.grain or b.reading.unit) != "day":
        return None
    if not b.days.first or b.days.first != b.days.last or not STARTING.fullmatch(text[a.end : b.start]):
        return None
    end = moved(b.days.first, UNITS[length[2]], int(length[1]))
    if end is None:
        return None
    stretch = Days(b.days.first, end - ONE_DAY)
    reading = a.reading._replace(kind="date", grain="day", timex="")
    both = third_edtf(stretch)
    led = FOR.search(text[max(0, a.start - 8) : a.start])
    left = a.start - len(led[0]) if led else None
    relation = "during" if led else None
    return Item(a.start, b.end, "counted_on", reading, both, stretch, b.anchored_to, both, relation, left)


def from_date(text: str, a: Item, b: Item) -> Item | None:
    """Two weeks before 13 May 1999: the week, counted from the day that follows."""
    base = b.days.last if a.reading.steps > 0 or a.reading.length < 0 else b.days.first
    unit = a.reading.unit
    if not re.fullmatch(rf"{W}(?:the{W})?", text[a.end : b.start]):
        return None
    if base is None and a.rule == "unit_beside_date":  # the day after a feast whose day nobody knows
        return a._replace(end=b.end, reading=a.reading._replace(unit=None))
    if not base or not unit:
        return None
    if a.reading.length:
        return beginning(a, b, base) if a.reading.length > 0 else up_to(a, b, base, unit)
    day = (b.reading.grain or b.reading.unit) == "day"
    exact = a.reading.approximate and unit in ("week", "month") and day
    there = moved(base, unit, a.reading.steps) if exact else None
    timex = of_day(there, "day") if there else shift(of_day(base, unit), a.reading.steps)
    reading = a.reading._replace(anchor=b.reading.anchor, grain="day" if exact else unit, unit=None)
    if timex is None:
        return None
    item = Item(a.start, b.end, a.rule, reading, timex, days(timex), b.anchored_to)
    return _bounded(text, item, b.days) if exact or unit == "day" else item


def _bounded(text: str, item: Item, base: Days) -> Item:
    """More than two weeks before the vote is before that day; less than two weeks after it, between the two."""
    bound, ahead = BOUND.match(text, item.start, item.end), item.reading.steps > 0
    if not bound or not item.days.first or not base.first or not base.last:
        return item
    if bound["more"]:
        return item._replace(relation="after" if ahead else "before")
    ends = (base.first, item.days.first - ONE_DAY) if ahead else (item.days.first + ONE_DAY, base.last)
    timex = "/".join(day.isoformat() for day in ends)
    return item._replace(timex=timex, days=Days(*ends)) if ends[0] <= ends[1] else item


def beginning(a: Item, b: Item, day: dt.date) -> Item | None:
    """The week beginning 5 May: seven days from it on."""
    end = moved(day, "day", a.reading.length)
    if end is None:
        return None
    stretch = Days(day, end - ONE_DAY)
    reading = a.reading._replace(length=0, unit=None, grain="week")
    both = third_edtf(stretch)
    return Item(a.start, b.end, a.rule, reading, both, stretch, b.anchored_to, both)


def up_to(a: Item, b: Item, day: dt.date, unit: str) -> Item | None:
    """The twelve months to June 2024: from July 2023 to the end of June."""
    behind = moved(day, "day", 1)
    before = moved(behind, unit, a.reading.length) if behind else None
    if before is None:
        return None
    stretch = Days(before, day)
    reading = a.reading._replace(length=0, unit=None, grain=b.reading.grain or b.reading.unit)
    both = third_edtf(stretch)
    return Item(a.start, b.end, a.rule, reading, both, stretch, b.anchored_to, both)
