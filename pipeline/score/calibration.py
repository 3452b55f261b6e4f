"""Does a confidence of .8 mean right in eight cases of ten?

A claim is right if it is one of gold with nearly all its words, its predicate and its subject (`claims.whole`).
Brier (1950); expected calibration error by ten equal bins (Naeini et al. 2015); risk against coverage (El-Yaniv and
Wiener 2010).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.score.claims import whole
from pipeline.score.match import Match

BINS = 10
Judged = tuple[float, bool]
"""A confidence and whether the claim is right."""


@dataclass(frozen=True)
class Bin:
    """Claims with a confidence from `low` up to `high`: how many, their mean confidence, the share that is right."""

    low: float
    high: float
    claims: int
    confidence: float
    right: float


@dataclass(frozen=True)
class Calibration:
    """`brier` is the mean squared distance of confidence and truth, `base` the same for one who always says the share
    that is right. `error` is the mean distance of confidence and share over the bins. `risk`: (share of claims
    kept, share of these that is wrong), the most confident first."""

    claims: int
    brier: float
    base: float
    error: float
    bins: tuple[Bin, ...]
    risk: tuple[tuple[float, float], ...]


def calibration(matches: Iterable[Match]) -> Calibration | None:
    """Over all found claims that have a confidence; None where none has."""
    return calibrated([each for match in matches for each in _judged(match)])


def calibrated(judged: Sequence[Judged]) -> Calibration | None:
    """None for no claims."""
    if not judged:
        return None
    n, share = len(judged), sum(right for _, right in judged) / len(judged)
    bins = _bins(judged)
    return Calibration(
        claims=n,
        brier=sum((confidence - right) ** 2 for confidence, right in judged) / n,
        base=share * (1 - share),
        error=sum(b.claims * abs(b.confidence - b.right) for b in bins) / n,
        bins=bins,
        risk=_risk(judged),
    )


def _judged(match: Match) -> list[Judged]:
    right = {id(pair.found) for pair in match.claims.pairs if whole(pair)}
    return [(c.confidence, id(c) in right) for c in match.claims.found if c.confidence is not None]


def _bins(judged: Sequence[Judged]) -> tuple[Bin, ...]:
    """Those that are not empty; 1 belongs to the last."""
    inside: dict[int, list[Judged]] = {}
    for each in judged:
        inside.setdefault(min(int(each[0] * BINS), BINS - 1), []).append(each)
    return tuple(_bin(at, some) for at, some in sorted(inside.items()))


def _bin(at: int, some: Sequence[Judged]) -> Bin:
    n = len(some)
    return Bin(at / BINS, (at + 1) / BINS, n, sum(c for c, _ in some) / n, sum(r for _, r in some) / n)


def _risk(judged: Sequence[Judged]) -> tuple[tuple[float, float], ...]:
    """One point for each confidence that is given: claims of one confidence are kept together."""
    points: list[tuple[float, float]] = []
    wrong = 0
    ordered = sorted(judged, key=lambda each: -each[0])
    for kept, (confidence, right) in enumerate(ordered, 1):
        wrong += not right
        if kept == len(ordered) or ordered[kept][0] != confidence:
            points.append((kept / len(ordered), wrong / kept))
    return tuple(points)
