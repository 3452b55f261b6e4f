"""The forms of a text in order → what each of them means, told from the one before or from the day of publication."""

import datetime as dt
import re
from collections.abc import Callable

from pipeline.stages.dates.anchor import Context, resolve
from pipeline.stages.dates.interval import modified
from pipeline.stages.dates.join import Item, year_ahead
from pipeline.stages.dates.reading import Found, Reading

FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|going to|is to|are to|set to|due|scheduled|plans? to|expected to|must|should"
    r"|hopes? to|aims? to|intends? to|upcoming|let us)\b|['’]ll\b",
    re.IGNORECASE,
)
ORDER = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])")
WILL = re.compile(r"\b(?:will|shall|won['’]t)\b|['’]ll\b", re.IGNORECASE)
PAST = re.compile(r"\b(?:had|was|were|did)\b", re.IGNORECASE)
DEADLINE = re.compile(r"\b(?:by|until|till)\s(?:the\s|early\s|late\s|mid-)?$", re.IGNORECASE)
SENTENCE = re.compile(r"[.!?][”\"’')\]]*\s|\n\s*\n")
IN_LENGTH = re.compile(r"P(\d+)([DWMY])")
UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def resolved(
    text: str,
    founds: list[Found],
    published: dt.date | None,
    *,
    day_first: bool | None = None,
    future: Callable[[int], bool] | None = None,
) -> list[Item]:
    """The forms with their days, in order, before two ends become one range and relations are read."""
    order = _day_first(text) if day_first is None else day_first
    ahead = future or (lambda at: _future(text, at))
    before: Item | None = None
    story = _is_story(founds, published)
    items = []
    for index, found in enumerate(founds):
        reading = year_ahead(text, founds, index)
        near = _near(text, before, found, published, story)
        tense = (reading.anchor in ("published", "nearest") or found.rule == "duration") and ahead(
            found.start
        )
        if tense and found.rule == "duration":
            reading = _in_so_long(text, found)
        known = before.timex if before and (near or not _new_paragraph(text, before, found)) else None
        context = Context(published, known, near, tense, order)
        words = text[found.start : found.end]
        timex, stretch, anchored = resolve(reading, words, context)
        stretch = modified(timex, stretch, reading.modifier) if not reading.length else stretch
        items.append(Item(found.start, found.end, found.rule, reading, timex, stretch, anchored))
        if _leads_on(items[-1], before, story):
            before = items[-1]
    return items


def _leads_on(item: Item, before: Item | None, story: bool) -> bool:
    """Whether later dates are told from this one: not a look back or ahead by years, nor the year of a known day."""
    if item.reading.kind != "date" or item.days.first is None or item.reading.length:
        return False
    if story and (
        item.anchored_to == "published" or (item.rule == "from_before" and item.reading.unit == "year")
    ):
        return False
    known = before.timex if before else None
    return not (item.rule == "year" and known and len(known) > 4 and known.startswith(item.timex or "-"))


def _near(text: str, before: Item | None, found: Found, published: dt.date | None, story: bool) -> bool:
    """Whether the date before, told as history, is what a bare month or day belongs to."""
    if before is None or before.days.first is None:
        return False
    if story or published is None:
        return True
    if before.days.first.year >= published.year - 1 or before.anchored_to == "published":
        return False
    fine = len(before.timex or "") > 4
    gap = text[before.end : found.start]
    return not _new_paragraph(text, before, found) and (fine or not SENTENCE.search(gap))


def _is_story(founds: list[Found], published: dt.date | None) -> bool:
    """Whether the text tells history: most of at least five years in it lie two years or more before its day."""
    if published is None:
        return True
    named = [
        f.reading.timex[:4] for f in founds if f.reading.anchor is None and f.reading.timex[:4].isdecimal()
    ]
    old = [year for year in named if int(year) < published.year - 1]
    dated = any("-" in f.reading.timex and f.reading.timex[:4] in old for f in founds)
    return len(named) >= 5 and dated and len(old) * 5 >= len(named) * 4


def _new_paragraph(text: str, before: Item, found: Found) -> bool:
    return re.search(r"\n\s*\n", text[before.end : found.start]) is not None


def _in_so_long(text: str, found: Found) -> Reading:
    """ "It will end in two weeks": the week, two weeks on, and not how long it takes."""
    length = IN_LENGTH.fullmatch(found.reading.timex)
    if not length or not re.search(r"\bin\s$", text[max(0, found.start - 4) : found.start], re.IGNORECASE):
        return found.reading
    return Reading(unit=UNITS[length[2]], steps=int(length[1]), anchor="published")


def _day_first(text: str) -> bool:
    """What the text's unmistakable numeric dates say; month first where there are none."""
    pairs = [(int(a), int(b)) for a, b in ORDER.findall(text)]
    return any(a > 12 for a, _ in pairs) and not any(b > 12 for _, b in pairs)


def _future(text: str, at: int) -> bool:
    """Whether the sentence looks ahead (without a parser: by its words); "by May" does unless it tells of the past."""
    left = SENTENCE.split(text[max(0, at - 240) : at])[-1]
    right = SENTENCE.split(text[at : at + 60])[0]
    if DEADLINE.search(left):
        return PAST.search(left) is None
    return FUTURE.search(left) is not None or (len(left) < 20 and WILL.search(right) is not None)
