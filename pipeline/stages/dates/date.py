"""Text → dates: what day, or from which to which, and how the words bound it. Knows no spaCy and no clock.

    >>> [d.row(text, "d1") for d in find("It has been open since 1994.", published=None)]
    [{"id": "d1", "span": {... "since 1994"}, "core": {... "1994"}, "relation": "since", "edtf": "1994/..", ...}]

Policy: in, on, during, around = the days themselves; since = from the first on; by, until = up to the last day of
it; before, after = up to the day before, from the day after. "2030 and beyond" = since 2030. "recent years" and
"decades of" have no days. A month or weekday without a year is the last one, or with a future verb the next.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pipeline.spaces import hyphened, unwrapped
from pipeline.stages.dates.beside import length_alone
from pipeline.stages.dates.interval import related, related_edtf, third_edtf
from pipeline.stages.dates.item import Item
from pipeline.stages.dates.join import joined
from pipeline.stages.dates.near import Aside
from pipeline.stages.dates.reading import Found
from pipeline.stages.dates.relation import NOUN_FOLLOWS, Related, relate
from pipeline.stages.dates.scan import scan
from pipeline.stages.dates.story import AnyYear, Tenses, resolved
from pipeline.stages.dates.timex import Days, edtf

RANGES = (
    "range", "years", "years_bc", "days_then_month", "month_then_days", "numeric_range", "short_range",
    "days_of_month_in_words", "month_and_days_in_words", "days_of_pointed_month", "weekdays_of_week",
)  # A–B says between by its dash or its "to"  # fmt: skip
CLOSE = re.compile(r"\b(?:end|close|out|over|up|through)\b", re.IGNORECASE)
OTHER_FIGURE = re.compile(r"[^\D0-9]")
"""A figure of another script ("٣", "３"): one character, and read as its value, so that no TIMEX3 holds it."""
OPENING = re.compile(r"\b(?:start|beginning|outset|opening)\b", re.IGNORECASE)
NAMED = ("period", "units_up_to")  # "over" and "through" before these are words of time
WITH_ARTICLE = ("decade", "century", "quarter", "half", "season")
ADVERB = re.compile(
    r"\s(?:still|now|never|also|always|often|already|again|alone|will|would|can|may|must|should)\b"
)
ARTICLE = re.compile(r"\bthe\s$", re.IGNORECASE)
THIRDS = ("start", "mid", "end")
GRAINS = {"weekend": "week", "hundreds": "century", "hour": None, "minute": None}


@dataclass(frozen=True)
class Date:
    """A date that was read. `start`, `end`: with its relation words; `core_start`, `core_end`: without."""

    start: int
    end: int
    core_start: int
    core_end: int
    kind: str
    relation: str | None
    edtf: str | None
    timex: str | None
    grain: str | None
    first: dt.date | None
    last: dt.date | None
    approximate: bool
    modifier: str | None
    anchored_to: str
    rule: str

    def row(self, text: str, id_: str) -> dict[str, Any]:
        """A row shaped like `record.Date`, with ISO strings for days."""
        cut = {"start": self.start, "end": self.end, "text": text[self.start : self.end]}
        core = {"start": self.core_start, "end": self.core_end, "text": text[self.core_start : self.core_end]}
        names = ("kind", "relation", "edtf", "timex", "grain")
        fields = {name: getattr(self, name) for name in names}
        ends = {"first": _iso(self.first), "last": _iso(self.last)}
        rest = {name: getattr(self, name) for name in ("approximate", "modifier", "anchored_to", "rule")}
        return {"id": id_, "span": cut, "core": core, **fields, **ends, **rest}


def find(
    text: str,
    *,
    published: dt.date | None,
    day_first: bool | None = None,
    habit: bool | None = None,
    tense: Tenses | None = None,
    aside: Aside | None = None,
    any_year: AnyYear | None = None,
    keep: Callable[[Found], bool] | None = None,
) -> list[Date]:
    """Every date in `text`, in order, none overlapping. Raises nothing.

    `day_first`: whether 3/4/21 is the 3rd of April; None = as the text's other dates say, else by `habit` (None: month
    first).
    `tense(start, end)`: of the clause around these characters; None = by the words of the sentence.
    `aside(before, here)`: whether a date of the same sentence belongs to a clause or a noun of its own; None = never.
    `any_year(found)`: whether a month or a season without its year is said of every year; None = never.
    `keep(found)`: a last say on each form, for a caller who knows the parts of speech.
    """
    text = OTHER_FIGURE.sub(lambda figure: str(int(figure[0])), unwrapped(hyphened(text)))
    founds = [found for found in scan(text) if keep is None or keep(found)]
    items = resolved(
        text, founds, published, day_first=day_first, habit=habit, tense=tense, aside=aside, any_year=any_year
    )
    dates: list[Date] = []
    for item in map(length_alone, joined(text, items)):
        if item.rule == "units_up_to" and item.timex is None:
            continue  # "the two days to come"
        dates.append(_date(text, item, dates[-1].end if dates else 0))
    return dates


def _date(text: str, item: Item, left: int) -> Date:
    """An item with the words around it; `left` is where the date before ends."""
    reading, timex = item.reading, item.timex
    found = relate(text, item.start, item.end, reading, named=item.rule in NAMED, left=left)
    if item.rule == "season_of_event":
        found = Related(item.start, item.end, None)  # the preposition is the event's
    inside = "in" if re.match(r"(?:early|late)\s+in\b", text[item.start : item.end], re.IGNORECASE) else None
    relation = item.relation or found.relation or (inside if reading.modifier else None)
    if relation == "since" and item.rule == "range":
        relation = "between"  # "from about 2019 to 2021"
    if relation is None and item.rule in RANGES and reading.grain != "fiscal_year":
        relation = "between"
    approximate = reading.approximate or relation == "around" or found.rough
    is_date = reading.kind == "date"
    whole = _whole(text, item, relation)
    stretch = whole or (related(item.days, relation) if is_date else item.days)
    shown = related_edtf(timex or "", _core_edtf(item, approximate), relation, stretch) if is_date else None
    start = max(left, min(found.start, item.span_start))
    article = 0
    if relation is None and _grain(item) in WITH_ARTICLE and is_date and start == item.start:
        article = _article(text, max(left, start - 5), start, found.end)
    return Date(
        start - article, found.end, item.start + reading.lead - article, item.end,
        reading.kind, relation, shown, _shown(timex, reading.part), _grain(item), *stretch,
        approximate, reading.modifier if reading.modifier in THIRDS else None, item.anchored_to, item.rule,
    )  # fmt: skip


def _article(text: str, left: int, start: int, end: int) -> int:
    """The length of the "the" that is the stretch's own: "a champion of the 1970s"; not "the 1970s champions"."""
    own = ARTICLE.search(text[left:start])
    return len(own[0]) if own and (ADVERB.match(text, end) or not NOUN_FOLLOWS.match(text, end)) else 0


def _whole(text: str, item: Item, relation: str | None) -> Days | None:
    """ "Before the end of the year": up to its last day, and not to the day before its last third; "after the start of
    March": from its first day on."""
    if relation == "before" and item.reading.modifier == "end" and CLOSE.search(text, item.start, item.end):
        return Days(None, item.days.last) if item.days.last else None
    if (
        relation == "after"
        and item.reading.modifier == "start"
        and OPENING.search(text, item.start, item.end)
    ):
        return Days(item.days.first, None) if item.days.first else None
    return None


def _core_edtf(item: Item, approximate: bool) -> str | None:
    """Without the relation's open end: of a third, or of a part up to the day of publication, by its days."""
    if item.reading.grain == "fiscal_year":
        return None  # it begins in the first of its two years, nobody says when
    by_days = item.days.first and (item.reading.modifier or item.reading.length)
    own = third_edtf(item.days) if by_days else edtf(item.timex) if item.timex else None
    core = item.edtf or item.reading.edtf or own
    if core and approximate and "~" not in core:
        return "/".join(f"{end}~" for end in core.split("/"))
    return core


def _shown(timex: str | None, part: str) -> str | None:
    """With the part of the day. TIMEX3 has no letters for the 1800s, nor for a holiday without its year."""
    if timex is None or "easter" in timex or "hijri" in timex or re.match(r"XXXX-\d\d?-[\dL]-", timex):
        return None
    return timex.replace("XX", "") if re.fullmatch(r"\d\dXX", timex) else timex + part


def _grain(item: Item) -> str | None:
    grain = item.reading.grain or item.reading.unit
    return GRAINS.get(grain, grain) if grain else None


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
