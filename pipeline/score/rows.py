"""Counts → the rows of the table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.score.figures import MACRO, Count, Key, Scope, Tally, macro_f1, total
from pipeline.score.interval import f1_intervals

LOPSIDED = frozenset({"kind", "polarity", "modality", "source_type"})
"""Fields where one value is most of gold: what counts is the mean over values, not the total."""


@dataclass(frozen=True)
class Row:
    """One figure. `precision`, `recall`, `f1` are None where undefined; `baseline` is the F1 of the trivial
    baseline; `low` and `high` are the 95 % interval of F1, None below ten documents. `right` may be a fraction."""

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
    low: float | None
    high: float | None


def rows(tallies: Sequence[Tally], baseline: Mapping[Key, Count], *, labels: bool) -> list[Row]:
    """Every figure, stage by stage; without `labels`, only totals, sums of money, and macro averages."""
    summed, intervals = total(tallies), f1_intervals(tallies)
    table: list[Row] = []
    for key in _order(summed):
        if labels or not key.label or key.stage == "money":
            table.append(_row(key, summed[key], baseline.get(key), intervals.get(key)))
        if key.measure in LOPSIDED and not key.label:
            table.append(_macro(key, summed, baseline))
    return table


def _order(tally: Tally) -> list[Key]:
    """Measures in the order in which their stage counts them, labels below their measure."""
    first: dict[tuple[str, str], int] = {}
    for key in tally:
        first.setdefault((key.stage, key.measure), len(first))
    stages = list(dict.fromkeys(key.stage for key in tally))
    return sorted(tally, key=lambda k: (stages.index(k.stage), k.scope, first[k.stage, k.measure], k.label))


def _row(key: Key, count: Count, plain: Count | None, interval: tuple[float, float] | None) -> Row:
    low, high = interval or (None, None)
    baseline = plain.f1 if plain else None
    figures = (count.precision, count.recall, count.f1, baseline)
    return Row(*key, count.gold, count.found, count.right, *figures, low, high)


def _macro(key: Key, summed: Tally, plain: Mapping[Key, Count]) -> Row:
    count = summed[key]
    f1, baseline = macro_f1(summed, key), macro_f1(plain, key)
    return Row(
        *key._replace(label=MACRO), count.gold, count.found, count.right, None, None, f1, baseline, None, None
    )
