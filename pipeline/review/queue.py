"""Which claims to review next, to learn most from each (active choice). Pure; the same reviews give the same order.

The value of a claim that nobody has decided on is the mean of three parts, each 0 to 1:

- `doubt`: the entropy of its confidence p in bits, −p log₂ p − (1−p) log₂ (1−p): most at .5, where a person's word
  changes most (uncertainty sampling, Lewis and Gale 1994). Without a confidence, 1.
- `unknown`: how little is known of the least known of its rules. A rule that was right r times of n in reviews so far
  (`rates.py`) has the precision Beta(1+r, 1+n−r); the part is the standard deviation of that, over that of a rule
  nobody has reviewed (√(1/12)). 1 with no reviews, about .5 with ten, .17 with a hundred.
- `dispute`: the share of other readings (a second run, another annotator, gold) that say otherwise of the same words.

Claims are chosen one by one, and each one chosen counts as a review to come of its rules, on their present precision:
so that a new rule is not asked about fifty times in a row. Equal values go by document and place.
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log2, sqrt
from typing import NamedTuple

from pipeline.record import Claim, Document
from pipeline.review.rates import DECIDED, Rate, rates
from pipeline.review.replay import Reviewed

Rule = tuple[str, str]
"""Field, rule."""
SAME = 0.5
"""Share of characters in common (F1) from which two claims are about the same words."""


class Next(NamedTuple):
    """A claim to review, with the value of that and its parts."""

    document: str
    claim: str
    value: float
    doubt: float
    unknown: float
    dispute: float


def next_claims(
    reviewed: Iterable[Reviewed],
    others: Mapping[str, Sequence[Document]] | None = None,
    limit: int | None = None,
) -> list[Next]:
    """The undecided claims of documents under review, the most instructive first. `others`: by document id, other
    readings of it. `limit`: how many."""
    under = list(reviewed)
    known = _Known(rates(under))
    heap = []
    for at, each in enumerate(under):
        readings = (others or {}).get(each.original.id, ())
        for n, claim in enumerate(_open(each)):
            parts = (doubt(claim.confidence), dispute(claim, readings))
            heap.append((-known.value(claim, parts), at, n, claim, parts))
    heapq.heapify(heap)
    return list(_chosen(heap, known, [each.original.id for each in under], limit))


def next_documents(
    reviewed: Iterable[Reviewed], others: Mapping[str, Sequence[Document]] | None = None
) -> list[str]:
    """Documents by the mean value of their undecided claims, the most instructive first; finished ones are left out."""
    under = list(reviewed)
    known = _Known(rates(under))
    values = []
    for at, each in enumerate(under):
        readings = (others or {}).get(each.original.id, ())
        own = [known.value(c, (doubt(c.confidence), dispute(c, readings))) for c in _open(each)]
        if own:
            values.append((-sum(own) / len(own), at, each.original.id))
    return [id for _, _, id in sorted(values)]


def doubt(confidence: float | None) -> float:
    """Entropy in bits."""
    if confidence is None:
        return 1.0
    return -sum(p * log2(p) for p in (confidence, 1 - confidence) if p > 0) + 0.0


def dispute(claim: Claim, readings: Sequence[Document]) -> float:
    """The mean over readings of: 1 where none of their claims is about the same words; else the share of kind,
    polarity, modality and type of source that differ."""
    return sum(_differs(claim, reading) for reading in readings) / len(readings) if readings else 0.0


def _open(reviewed: Reviewed) -> list[Claim]:
    return [claim for claim in reviewed.document.claims if reviewed.status(claim.id) not in DECIDED]


Waiting = tuple[float, int, int, Claim, tuple[float, float]]
"""Of an undecided claim: its value, negative, places of document and claim, the claim, `doubt` and `dispute`."""


def _chosen(heap: list[Waiting], known: "_Known", documents: list[str], limit: int | None) -> Iterator[Next]:
    """Lazily: a value only ever falls, so what is still first after it was reckoned anew is first."""
    while heap and (limit is None or limit > 0):
        _, at, n, claim, parts = heap[0]
        value = known.value(claim, parts)
        if -value > heap[0][0]:
            heapq.heapreplace(heap, (-value, at, n, claim, parts))
            continue
        heapq.heappop(heap)
        yield Next(documents[at], claim.id, value, parts[0], known.unknown(claim), parts[1])
        known.expect(claim)
        limit = limit - 1 if limit is not None else None


@dataclass
class _Known:
    """What reviews say of each rule: how often right, how often not; with those to come, fractions."""

    made: Iterable[Rate]
    counts: dict[Rule, tuple[float, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for rate in self.made:
            if rate.stage == "claims":
                self.counts[rate.field, rate.rule] = (1.0 + rate.right, 1.0 + rate.fired - rate.right)

    def value(self, claim: Claim, parts: tuple[float, float]) -> float:
        return (parts[0] + self.unknown(claim) + parts[1]) / 3

    def unknown(self, claim: Claim) -> float:
        return max((self._spread(rule) for rule in _rules(claim)), default=0.0)

    def expect(self, claim: Claim) -> None:
        """A review of its rules to come."""
        for rule in _rules(claim):
            a, b = self.counts.get(rule, (1.0, 1.0))
            self.counts[rule] = (a + a / (a + b), b + b / (a + b))

    def _spread(self, rule: Rule) -> float:
        a, b = self.counts.get(rule, (1.0, 1.0))
        return sqrt(12 * a * b / (a + b + 1)) / (a + b)


def _rules(claim: Claim) -> list[Rule]:
    return [(ruled.field, ruled.rule.rsplit("/", 1)[-1]) for ruled in claim.rules]


def _differs(claim: Claim, reading: Document) -> float:
    best = max(reading.claims, key=lambda other: _overlap(claim, other), default=None)
    if best is None or _overlap(claim, best) < SAME:
        return 1.0
    pairs = zip(_labels(claim), _labels(best), strict=True)
    return sum(one != other for one, other in pairs) / 4


def _labels(claim: Claim) -> tuple[str, ...]:
    return claim.kind, claim.polarity.value, claim.modality.value, claim.attribution.source_type


def _overlap(one: Claim, other: Claim) -> float:
    shared = max(0, min(one.span.end, other.span.end) - max(one.span.start, other.span.start))
    return 2 * shared / (len(one.span.text) + len(other.span.text))
