"""Two dates that are the ends of one: from 1991 to 1994, May to July 2024, between early 2019 and 2021."""

import re
from typing import NamedTuple

from pipeline.stages.dates.interval import ONE_DAY, modified, moved, third_edtf
from pipeline.stages.dates.reading import Found, Reading
from pipeline.stages.dates.timex import Days, days, edtf, of_day, shift
from pipeline.stages.dates.words import DASH, W

LINK = re.compile(
    rf"(?P<to>{W}?{DASH}{W}?|,?{W}(?:to|through|until|till|thru|up{W}to){W}(?:the{W})?)|{W}and{W}(?:the{W})?",
    re.I,
)
BEFORE = re.compile(rf"\b(?P<word>from|between|starting{W}in){W}(?:the{W})?$", re.IGNORECASE)
THE = re.compile(rf"\bthe{W}(?:\w{{3,9}}{W})?$", re.IGNORECASE)
SHARED = re.compile(
    rf"{W}?(?:{DASH}|,|,?{W}(?:and|or|to|through|until|till)){W}?(?:the{W}|in{W})?", re.IGNORECASE
)
JOINABLE = ("day", "week", "month", "season", "quarter", "year", "decade", "century")


class Item(NamedTuple):
    """A form with its days. For two that were joined: the ends' own EDTF, the relation and where its word begins."""

    start: int
    end: int
    rule: str
    reading: Reading
    timex: str | None
    days: Days
    anchored_to: str
    edtf: str | None = None
    relation: str | None = None
    left: int | None = None

    @property
    def span_start(self) -> int:
        return self.start if self.left is None else self.left


def year_ahead(text: str, founds: list[Found], index: int) -> Reading:
    """A month or day takes the year of the one it is coordinated with: May to July 2024, 3 April and 5 May 2020."""
    reading = founds[index].reading
    if reading.anchor != "nearest" or not re.match(r"XXXX-\d\d", reading.timex):
        return reading
    for at in range(index + 1, min(index + 4, len(founds))):
        there = founds[at]
        if not SHARED.fullmatch(text[founds[at - 1].end : there.start]):
            break
        if there.reading.anchor is None and re.match(r"\d{4}-\d\d", there.reading.timex):
            year = int(there.reading.timex[:4]) - (reading.timex[5:7] > there.reading.timex[5:7])
            return reading._replace(timex=reading.timex.replace("XXXX", f"{year:04}"), anchor=None)
    return reading


def joined(text: str, items: list[Item]) -> list[Item]:
    """The items, with two ends of one range made one."""
    done: list[Item] = []
    for item in items:
        item = _same_day(text, done[-1], item) if done else item
        one = _join(text, done[-1], item) if done else None
        if one:
            done[-1] = one
        else:
            done.append(_with_cue(text, item))
        if len(done) > 1 and (whole := _so_long(text, done[-2], done[-1])):
            done[-2:] = [whole]
    return done


def _same_day(text: str, before: Item, item: Item) -> Item:
    """ "On May 10, Mother's Day": a feast beside a day is that day, whatever it is elsewhere."""
    beside = re.fullmatch(rf",{W}", text[before.end : item.start]) is not None
    if not beside or item.rule != "holiday" or before.reading.grain != "day" or not before.days.first:
        return item
    return item._replace(timex=before.timex, days=before.days, anchored_to="sentence")


def _so_long(text: str, a: Item, b: Item) -> Item | None:
    """The four years from 2019 to 2022: one stretch; its length says nothing new."""
    the = THE.search(text[max(0, a.start - 8) : a.start])
    if the is None or a.reading.kind != "duration" or b.relation != "between" or b.left is None:
        return None
    if not re.fullmatch(W, text[a.end : b.left]):
        return None
    reading = b.reading._replace(relation=None)
    return b._replace(start=max(0, a.start - 8) + the.start(), relation=None, left=None, reading=reading, rule="so_long")


def length_alone(item: Item) -> Item:
    """ "Three years before the flood": counted from something that is no date, and so a length (ruling 57)."""
    length, reading = item.reading.span, item.reading
    if length is None or item.timex or item.days.first or reading.kind != "date":
        return item
    alone = Reading(
        reading.timex or length[1], kind="duration", grain=reading.grain or length[2], approximate=length[3]
    )
    return item._replace(end=item.start + length[0], reading=alone, timex=alone.timex, rule="duration")


def _join(text: str, a: Item, b: Item) -> Item | None:
    if a.reading.anchor == "next" and b.reading.kind == "date":
        return _from_date(text, a, b)
    link = LINK.fullmatch(text[a.end : b.start])
    if not link or "/" in (a.timex or "") + (b.timex or "") or not a.timex or not b.timex:
        return None
    if a.reading.kind != "date" or b.reading.kind != "date" or a.relation == "between":
        return None
    word = BEFORE.search(text[max(0, a.start - 24) : a.start])
    if not link["to"] and not (word and word["word"].lower() == "between"):
        return None
    if a.days.first and b.days.last and a.days.first > b.days.last:
        a = _year_before(a)
    elif a.days.first and b.days.first and _year_apart(a, b):
        b = _year_before(b)
    if a.days.first and b.days.last and a.days.first > b.days.last:
        return None
    if (a.reading.grain or a.reading.unit) not in JOINABLE:
        return None
    left = max(0, a.start - 24) + word.start() if word else None
    ends = (_end(a), _end(b))
    both = (
        f"{ends[0]}/{ends[1]}"
        if all(ends) and not any("/" in (e or "") for e in ends)
        else third_edtf(Days(a.days.first, b.days.last))
    )
    reading = a.reading._replace(modifier=None, grain=b.reading.grain or b.reading.unit, unit=None, edtf=None)
    known = a.days.first is not None and b.days.last is not None
    anchored = (
        "none"
        if not known and "none" in (a.anchored_to, b.anchored_to)
        else max((a.anchored_to, b.anchored_to), key=("absolute", "none", "sentence", "published").index)
    )
    return Item(a.start, b.end, "range", reading, f"{a.timex}/{b.timex}", Days(a.days.first, b.days.last),
                anchored, both, "between" if word else None, left)  # fmt: skip


def _from_date(text: str, a: Item, b: Item) -> Item | None:
    """Two weeks before 13 May 1999: the week, counted from the day that follows."""
    base = b.days.last if a.reading.steps > 0 else b.days.first
    unit = a.reading.unit
    if not base or not unit or not re.fullmatch(rf"{W}(?:the{W})?", text[a.end : b.start]):
        return None
    if a.reading.length > 0:
        return _beginning(a, b)
    if a.reading.length:
        return _up_to(a, b)
    timex = shift(of_day(base, unit), a.reading.steps)
    reading = a.reading._replace(anchor=b.reading.anchor, grain=unit)
    return Item(a.start, b.end, a.rule, reading, timex, days(timex), b.anchored_to) if timex else None


def _beginning(a: Item, b: Item) -> Item | None:
    """The week beginning 5 May: seven days from it on."""
    end = moved(b.days.first, a.reading.unit or "day", a.reading.length) if b.days.first else None
    if b.days.first is None or end is None:
        return None
    stretch = Days(b.days.first, end - ONE_DAY)
    reading = a.reading._replace(length=0, unit=None, grain="week")
    both = third_edtf(stretch)
    return Item(a.start, b.end, a.rule, reading, both, stretch, b.anchored_to, both)


def _up_to(a: Item, b: Item) -> Item | None:
    """The twelve months to June 2024: from July 2023 to the end of June."""
    if b.days.last is None or a.reading.unit is None:
        return None
    before = moved(b.days.last + ONE_DAY, a.reading.unit, a.reading.length)
    if before is None:
        return None
    stretch = Days(before, b.days.last)
    reading = a.reading._replace(length=0, unit=None, grain=b.reading.grain or b.reading.unit)
    both = third_edtf(stretch)
    return Item(a.start, b.end, a.rule, reading, both, stretch, b.anchored_to, both)


def _year_apart(a: Item, b: Item) -> bool:
    """Whether two months that were each taken as the nearest have a year too many between them: from April until June."""
    if a.reading.anchor != "nearest" or b.reading.anchor != "nearest" or not a.days.first or not b.days.first:
        return False
    return b.days.first.year - a.days.first.year == 1 and b.days.first.replace(year=a.days.first.year) > a.days.first


def _year_before(item: Item) -> Item:
    """From November to February: the first of two that were each taken as the nearest is a year earlier."""
    if item.reading.anchor != "nearest" or not item.timex:
        return item
    timex = f"{int(item.timex[:4]) - 1:04}{item.timex[4:]}"
    return item._replace(timex=timex, days=modified(timex, days(timex), item.reading.modifier))


def _end(item: Item) -> str | None:
    return edtf(item.timex) if item.timex and not item.reading.modifier else None


def _with_cue(text: str, item: Item) -> Item:
    """ "from 1914-18" and "between 3 and 5 May" came as one form: their cue belongs to the span."""
    if item.reading.relation != "between":
        return item
    word = BEFORE.search(text[max(0, item.start - 24) : item.start])
    return item._replace(relation="between", left=max(0, item.start - 24) + word.start()) if word else item
