"""Counts → the rows of the table."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.score.figures import MACRO, Count, Key, Scope, Tally, macro_f1
from pipeline.score.interval import Interval

LOPSIDED = frozenset({"kind", "polarity", "modality", "source_type"})
"""Fields where one value is most of gold: what counts is the mean over values, not the total."""


@dataclass(frozen=True)
class Row:
    """One figure. `precision`, `recall`, `f1` are None where undefined; `right` may be a fraction.

    `baseline` is the F1 of the trivial baseline, `library` that of the library alone (of subject–verb–object triples
    for claims), `on_gold` that of the stage when the stages before it hand over gold; None where not measured.
    `low` and `high` are the 95 % interval of F1, None below ten documents."""

    stage: str
    measure: str
    scope: Scope
    label: str
    gold: int
    found: int
    right: float
    precision: float | None
    recall: float | None
    f1: float | None
    baseline: float | None
    library: float | None
    on_gold: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Beside:
    """What stands beside the figures, added up over all documents; empty where it was not measured."""

    baseline: Mapping[Key, Count]
    library: Mapping[Key, Count]
    on_gold: Mapping[Key, Count]

    def f1(self, key: Key) -> tuple[float | None, float | None, float | None]:
        """In the order of the fields; of a macro average, the same average."""
        sides = (self.baseline, self.library, self.on_gold)
        if key.label == MACRO:
            base = key._replace(label="")
            known = [macro_f1(side, base) if base in side else None for side in sides]
        else:
            known = [side[key].f1 if key in side else None for side in sides]
        return known[0], known[1], known[2]


def rows(summed: Tally, beside: Beside, intervals: Mapping[Key, Interval]) -> list[Row]:
    """Every figure, stage by stage, labels below their measure."""
    table: list[Row] = []
    for key in _order(summed):
        count = summed[key]
        table.append(_row(key, count, (count.precision, count.recall, count.f1), beside, intervals))
        if _has_mean(key):
            macro = key._replace(label=MACRO)
            table.append(_row(macro, count, (None, None, macro_f1(summed, key)), beside, intervals))
    return table


def is_total(row: Row) -> bool:
    """Not a label among others; sums of money and macro averages are what a reader asks for, too."""
    return not row.label or row.label == MACRO or row.stage == "money"


def macro_keys(tally: Mapping[Key, Count]) -> list[Key]:
    """The totals that have a mean over their labels beside them."""
    return [key for key in tally if _has_mean(key)]


def _has_mean(key: Key) -> bool:
    return key.measure in LOPSIDED and not key.label


def _order(tally: Tally) -> list[Key]:
    """Measures in the order in which their stage counts them, labels below their measure."""
    first: dict[tuple[str, str], int] = {}
    for key in tally:
        first.setdefault((key.stage, key.measure), len(first))
    stages = list(dict.fromkeys(key.stage for key in tally))
    return sorted(tally, key=lambda k: (stages.index(k.stage), k.scope, first[k.stage, k.measure], k.label))


def _row(
    key: Key,
    count: Count,
    figures: tuple[float | None, float | None, float | None],
    beside: Beside,
    intervals: Mapping[Key, Interval],
) -> Row:
    low, high = intervals.get(key, (None, None))
    return Row(*key, count.gold, count.found, count.right, *figures, *beside.f1(key), low, high)
