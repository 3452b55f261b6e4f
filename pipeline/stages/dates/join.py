"""Two dates that are the ends of one: from 1991 to 1994, May to July 2024, between early 2019 and 2021."""

import re

from pipeline.stages.dates.beside import counted_on, from_date, same_day, so_long
from pipeline.stages.dates.interval import modified, moved, third_edtf
from pipeline.stages.dates.item import Item
from pipeline.stages.dates.reading import Found, Reading
from pipeline.stages.dates.relation import is_moved
from pipeline.stages.dates.timex import Days, days, edtf
from pipeline.stages.dates.words import DASH, W

LINK = re.compile(
    rf"(?P<to>{W}?{DASH}{W}?|,?{W}(?:to|through|until|till|thru|up{W}to){W}(?:the{W})?)|{W}and{W}(?:the{W})?",
    re.I,
)
BEFORE = re.compile(rf"\b(?P<word>from|between|starting{W}in){W}(?:the{W})?$", re.IGNORECASE)
SHARED = re.compile(
    rf"{W}?(?:{DASH}|,|,?{W}(?:and|or|to|through|until|till)){W}?(?:the{W}|in{W})?", re.IGNORECASE
)
JOINABLE = ("day", "week", "month", "season", "quarter", "year", "decade", "century")


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
        item = _put_off(text, done[-1], same_day(text, done[-1], item)) if done else item
        one = _join(text, done[-1], item) if done else None
        if one:
            done[-1] = one
        else:
            done.append(_with_cue(text, item))
        if len(done) > 1 and (whole := so_long(text, done[-2], done[-1])):
            done[-2:] = [whole]
    return done


def _join(text: str, a: Item, b: Item) -> Item | None:
    if a.reading.anchor == "next" and b.reading.kind == "date":
        return from_date(text, a, b)
    if counted := counted_on(text, a, b):
        return counted
    link = LINK.fullmatch(text[a.end : b.start])
    if not link or not a.timex or not b.timex or "/" in a.timex + b.timex:
        return None
    if a.reading.kind != "date" or b.reading.kind != "date":
        return None
    word = BEFORE.search(text[max(0, a.start - 24) : a.start])
    if word and word["word"].lower() == "from" and is_moved(text, a.start):
        return None
    if not link["to"] and not (word and word["word"].lower() == "between"):
        return None
    if a.days.first and b.days.last and a.days.first > b.days.last:
        a = _turn_before(a)
    elif a.days.first and b.days.first and _year_apart(a, b):
        b = _turn_before(b)
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


def _year_apart(a: Item, b: Item) -> bool:
    """Whether two months, each taken as the nearest, have a year too many between them: from April until June."""
    if a.reading.anchor != "nearest" or b.reading.anchor != "nearest" or not a.days.first or not b.days.first:
        return False
    return (
        b.days.first.year - a.days.first.year == 1
        and b.days.first.replace(year=a.days.first.year) > a.days.first
    )


def _turn_before(item: Item) -> Item:
    """From November to February: the first of two that were each taken as the nearest is a year earlier; from Friday
    to Monday, a week."""
    if item.reading.timex.startswith("XXXX-WXX") and item.days.first:
        day = moved(item.days.first, "week", -1)
        return item._replace(timex=day.isoformat(), days=Days(day, day)) if day else item
    if (
        item.reading.anchor != "nearest"
        or not item.timex
        or not item.timex[:4].isdecimal()
        or item.timex[:4] < "0002"
    ):
        return item
    timex = f"{int(item.timex[:4]) - 1:04}{item.timex[4:]}"
    return item._replace(timex=timex, days=modified(timex, days(timex), item.reading.modifier))


def _put_off(text: str, a: Item, b: Item) -> Item:
    """ "It was put off from June to *September*": the one after that June."""
    early = a.days.first and b.days.first and b.days.first < a.days.first and b.reading.anchor == "nearest"
    if not early or not b.timex or not b.timex[:4].isdecimal() or not is_moved(text, a.start):
        return b
    timex = f"{int(b.timex[:4]) + 1:04}{b.timex[4:]}"
    return b._replace(timex=timex, days=modified(timex, days(timex), b.reading.modifier))


def _end(item: Item) -> str | None:
    return edtf(item.timex) if item.timex and not item.reading.modifier else None


def _with_cue(text: str, item: Item) -> Item:
    """ "from 1914-18" and "between 3 and 5 May" came as one form: their cue belongs to the span."""
    if item.reading.relation != "between":
        return item
    word = BEFORE.search(text[max(0, item.start - 24) : item.start])
    return item._replace(relation="between", left=max(0, item.start - 24) + word.start()) if word else item
