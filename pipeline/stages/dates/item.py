"""A form with its days, between the two steps that read it and join it."""

from typing import NamedTuple

from pipeline.stages.dates.reading import Reading
from pipeline.stages.dates.timex import Days


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
