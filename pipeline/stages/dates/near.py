"""Which earlier date of a text, if any, a month, a day or a weekday without its year belongs to.

In a newspaper it is counted from the day of publication, whatever older years stand around it ("a trust set up in
2019 held six million on 31 March"), unless it goes on from an older date: in the same clause ("in 2000 it laid
cables and in March it failed"), or in a story told day by day or month by month ("In September 1940 … In
December"). A text that tells history from end to end and never points from its own day is such a story as a whole.
"""

import datetime as dt
import re
from collections.abc import Callable

from pipeline.stages.dates.item import Item
from pipeline.stages.dates.reading import Found
from pipeline.stages.dates.tense import SENTENCE, Tense

POINTING = (
    "deictic_unit",
    "deictic_name",
    "day_word",
    "ago",
    "past_unit",
    "from_now",
    "month_of_pointed_year",
)
ENDED = re.compile(r"\b(?:since|until|till|by|before)\s(?:the\s|early\s|late\s|mid-)?$", re.IGNORECASE)
MONTH_ALONE = re.compile(r"XXXX-(\d\d)")
HAD = re.compile(r"\bhad\b", re.IGNORECASE)
FINE = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
OPEN = re.compile(
    r"\b(?:since|until|till|by|before|after|than|from|to)\s(?:the\s|early\s|late\s|mid-)?$", re.IGNORECASE
)
RANGED = re.compile(r"\bfrom\s[^.,;:!?]{3,40}\sto\s$", re.IGNORECASE)  # "from May to July 2021"
PARAGRAPH = re.compile(r"\n\s*\n")
Aside = Callable[[tuple[int, int], tuple[int, int]], bool]


def is_story(founds: list[Found], published: dt.date | None) -> bool:
    """Whether the text tells history: next to nothing is told from its own day ("last month", "two years ago"), and
    most of at least five years in it lie two years back or more, or lie before it and come with their months."""
    if published is None:
        return True
    fixed = [f.reading.timex for f in founds if f.reading.anchor is None]
    dated = sum("-" in timex for timex in fixed if timex[:4].isdecimal())
    years = [
        int(timex[:4]) if timex[:4].isdecimal() else 0
        for timex in fixed
        if timex[:4].isdecimal() or timex[:2] == "BC"
    ]
    by_months = dated * 2 >= len(years)
    old = sum(year < published.year - (not by_months) for year in years)
    pointing = sum(found.rule in POINTING for found in founds)
    told = dated * 8 >= len(years) or not any(years)
    return len(years) >= 5 and told and old * 5 >= len(years) * 4 and pointing * 12 <= len(years)


def is_near(
    text: str, before: Item | None, found: Found, published: dt.date, tense: Tense, aside: Aside
) -> bool:
    """Whether a month or day without its year goes on from the date before, in a text that is no story as a whole."""
    if before is None or before.days.first is None:
        return False
    gap = text[before.end : found.start]
    fine = FINE.fullmatch(before.timex or "") is not None
    if found.rule == "day_of_month" and fine and not PARAGRAPH.search(gap):
        return True
    if _is_day_after(text, before, found, tense):
        return True
    if _of_last_year(text, before) and not SENTENCE.search(gap) and tense == "past":
        return not aside((before.start, before.end), (found.start, found.end))
    if before.days.first.year >= published.year or before.anchored_to == "published":
        return False
    if not SENTENCE.search(gap):
        if tense in ("future", "present") or ENDED.search(text[max(0, before.start - 16) : before.start]):
            return False  # "trebled since 2019 and will double by the end of the decade"
        return not aside((before.start, before.end), (found.start, found.end))
    left = text[max(0, before.start - 48) : before.start]
    if OPEN.search(left) and not RANGED.search(left):
        return False  # "since 2023", "by May": no time that a story goes on from
    told = tense in ("past", "open") and before.days.first.year < published.year - 1
    sets_off = fine or (_in_front(text, before) and found.reading.grain != "day")
    near = len(SENTENCE.findall(gap)) == 1 and not PARAGRAPH.search(gap)
    return told and sets_off and near and _goes_on(text, before, found)


def _is_day_after(text: str, before: Item, found: Found, tense: Tense) -> bool:
    """ "On Tuesday night they voted, and by Wednesday it was law": by a day that is told of, not one to come."""
    told = tense in ("past", "open") and found.rule == "weekday_alone" and before.reading.grain == "day"
    by = ENDED.search(text[max(0, found.start - 16) : found.start])
    return told and by is not None and sentences_between(text, before, found) < 2


def _goes_on(text: str, before: Item, found: Found) -> bool:
    """A story told by months goes forward, unless it looks back ("in January it *had* been told")."""
    named, last = MONTH_ALONE.fullmatch(found.reading.timex), before.days.last
    if named is None or last is None or "-" not in (before.timex or ""):
        return True
    month, was = int(named[1]), last.month
    back = HAD.search(SENTENCE.split(text[found.start : found.start + 120])[0]) is not None
    return back or month > was or (was >= 10 and month <= 3)


def _of_last_year(text: str, item: Item) -> bool:
    """ "Last year it opened in March"."""
    return item.anchored_to == "published" and item.reading.unit == "year" and _in_front(text, item)


def _in_front(text: str, item: Item) -> bool:
    """ "In 1997 the currency fell": a date at the head of its sentence is the time of what is told next."""
    left = SENTENCE.split(text[max(0, item.start - 80) : item.start])[-1]
    return len(left) < 12 and "year" in (item.reading.grain, item.reading.unit)


def leads_on(item: Item, before: Item | None, story: bool) -> bool:
    """Whether later dates are told from this one: not a look back or ahead by years, nor the year of a known day."""
    if item.days.first is None or item.reading.length:
        return False
    if story and (
        item.anchored_to == "published" or (item.rule == "from_before" and item.reading.unit == "year")
    ):
        return False
    known = before.timex if before else None
    return not (item.rule == "year" and known and len(known) > 4 and known.startswith(item.timex or "-"))


def new_paragraph(text: str, before: Item, found: Found) -> bool:
    return PARAGRAPH.search(text, before.end, found.start) is not None


def sentences_between(text: str, before: Item, found: Found) -> int:
    """How many sentences end between two dates."""
    return len(SENTENCE.findall(text, before.end, found.start))
