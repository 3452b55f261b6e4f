"""Dates and lengths of time, with the days that they take in."""

import datetime as dt

from pydantic import model_validator

from pipeline.record.closed_sets import AnchoredTo, DateKind, DateRelation, Grain, Modifier
from pipeline.record.span import Record, Span


class Date(Record):
    """A stretch of days. `span` takes in the relation word, `core` only the date itself."""

    id: str
    """`d1`, `d2` … within the document."""
    span: Span
    """The date with its relation word: "by 2018"."""
    core: Span
    """The date alone: "2018"."""
    kind: DateKind
    """date, duration, set or vague."""
    relation: DateRelation | None
    """How what happens lies to the days: in, by, since, until …"""
    edtf: str | None
    """Extended Date/Time Format, ISO 8601-2."""
    timex: str | None
    """TIMEX3 value."""
    grain: Grain | None
    """The unit that the words name: day, month, year, decade …"""
    first: dt.date | None
    """First day, inclusive; null = open or unknown."""
    last: dt.date | None
    """Last day, inclusive; null = open or unknown."""
    approximate: bool = False
    """About, around."""
    modifier: Modifier | None = None
    """Early, mid or late part of the unit."""
    anchored_to: AnchoredTo
    """What the days are counted from."""
    rule: str
    """The rule that decided."""

    @model_validator(mode="after")
    def _order(self) -> "Date":
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"date {self.id}: first {self.first} is after last {self.last}")
        return self
