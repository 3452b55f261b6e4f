"""Which label was taken for which, on items that both sides have."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.score.claims import CLOSED
from pipeline.score.match import Match
from pipeline.score.pair import Pair

NONE = "none"
"""Stands for an empty field."""


@dataclass(frozen=True)
class Confusion:
    """`cells[i][j]`: how often `labels[i]` of gold was found as `labels[j]`. `kappa` is Cohen's, corrected for the
    agreement that the labels' frequencies alone would bring; None where both sides know one label only."""

    stage: str
    field: str
    labels: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]
    kappa: float | None


FIELDS: dict[tuple[str, str], tuple[Callable[[Match], Sequence[Pair[Any]]], Callable[[Any], Any]]] = {
    ("entities", "label"): (lambda match: match.entities.pairs, lambda item: item.label),
    ("money", "comparator"): (lambda match: match.amounts.pairs, lambda item: item.comparator),
    ("dates", "kind"): (lambda match: match.dates.pairs, lambda item: item.kind),
    ("dates", "relation"): (lambda match: match.dates.pairs, lambda item: item.relation),
    **{("claims", field): (lambda match: match.same_claims, read) for field, read in CLOSED.items()},
    ("attribution", "source_type"): (
        lambda match: match.same_claims,
        lambda claim: claim.attribution.source_type,
    ),
    ("attribution", "content"): (lambda match: match.same_claims, lambda claim: claim.attribution.content),
}
"""Where each is read."""


def confusions(matches: Iterable[Match]) -> list[Confusion]:
    """One for each field that any pair has."""
    matches = list(matches)
    made = []
    for (stage, field), (pairs, read) in FIELDS.items():
        seen = Counter(
            (str(read(p.gold) or NONE), str(read(p.found) or NONE)) for each in matches for p in pairs(each)
        )
        if seen:
            made.append(confusion(stage, field, seen))
    return made


def confusion(stage: str, field: str, seen: "Counter[tuple[str, str]]") -> Confusion:
    """Labels in order of their frequency in gold, then in what was found, then by name."""
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for (wanted, given), n in seen.items():
        gold[wanted] += n
        found[given] += n
    labels = tuple(sorted({*gold, *found}, key=lambda label: (-gold[label], -found[label], label)))
    cells = tuple(tuple(seen[wanted, given] for given in labels) for wanted in labels)
    return Confusion(stage, field, labels, cells, kappa(cells))


def kappa(cells: Sequence[Sequence[int]]) -> float | None:
    """Cohen (1960): (observed − chance) / (1 − chance) agreement; None where chance alone is 1, or nothing is there."""
    total = sum(map(sum, cells))
    if not total:
        return None
    observed = sum(row[at] for at, row in enumerate(cells)) / total
    chance = sum(sum(row) * sum(each[at] for each in cells) for at, row in enumerate(cells)) / total**2
    return (observed - chance) / (1 - chance) if chance < 1 else None
