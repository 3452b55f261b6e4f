"""The forms of a text in order → what each of them means, told from the one before or from the day of publication."""

import datetime as dt
import re
from collections.abc import Callable

from pipeline.stages.dates.anchor import Context, resolve
from pipeline.stages.dates.interval import modified
from pipeline.stages.dates.item import Item
from pipeline.stages.dates.join import year_ahead
from pipeline.stages.dates.near import Aside, is_near, is_story, leads_on, new_paragraph, sentences_between
from pipeline.stages.dates.order import day_first as order_of
from pipeline.stages.dates.order import swapped
from pipeline.stages.dates.reading import Found, Reading
from pipeline.stages.dates.tense import Tense, told

ANOTHER = re.compile(r"\s(?:and|to|until|till|through)\s(?:the\s|early\s|late\s|mid-)?")
Tenses = Callable[[int, int], Tense]
AnyYear = Callable[[Found], bool]


def resolved(
    text: str,
    founds: list[Found],
    published: dt.date | None,
    *,
    day_first: bool | None = None,
    habit: bool | None = None,
    tense: Tenses | None = None,
    aside: Aside | None = None,
    any_year: AnyYear | None = None,
) -> list[Item]:
    """The forms with their days, in order, before two ends become one range and relations are read."""
    order = order_of(text, founds, habit) if day_first is None else day_first
    tense = tense or (lambda start, end: told(text, start, end))
    aside = aside or (lambda before, here: False)
    before: Item | None = None
    gone: Item | None = None  # the same, and not after the day of publication
    story = is_story(founds, published)
    items = []
    for index, found in enumerate(founds):
        reading = year_ahead(text, founds, index)
        if order and found.rule == "two_figures":
            reading = swapped(reading)
        if any_year and any_year(found):
            reading = Reading("P1Y", kind="set", grain=reading.grain)
        loose = reading.anchor in ("published", "nearest", "sentence", "then")
        when = tense(found.start, found.end) if loose else "past"
        if (
            index
            and founds[index - 1].rule == "now"
            and ANOTHER.fullmatch(text[founds[index - 1].end : found.start])
        ):
            when = "future"  # between now and May
        last = gone if when in ("past", "perfect") and reading.anchor in ("sentence", "then") else before
        near = last is not None and (
            story or published is None or is_near(text, last, found, published, when, aside)
        )
        known = last.timex if last and (near or not new_paragraph(text, last, found)) else None
        if last and not story and _years_later(found) and sentences_between(text, last, found) > 1:
            known = None  # "We sued; four years later": from what, the text does not date
        context = Context(published, known, near, when, order)
        timex, stretch, anchored = resolve(reading, text[found.start : found.end], context)
        stretch = modified(timex, stretch, reading.modifier) if not reading.length else stretch
        items.append(Item(found.start, found.end, found.rule, reading, timex, stretch, anchored))
        if leads_on(items[-1], before, story):
            before = items[-1]
            gone = before if _is_gone(before, published) else gone
    return items


def _is_gone(item: Item, published: dt.date | None) -> bool:
    """ "I will sign tomorrow. Six days later a man was shot" is not told from tomorrow."""
    return published is None or item.days.first is None or item.days.first <= published


def _years_later(found: Found) -> bool:
    return found.rule == "from_before" and found.reading.unit in ("year", "decade", "century")
