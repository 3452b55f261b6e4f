"""How far a figure could have come out otherwise: bootstrap over documents (Efron and Tibshirani 1993, ch. 13)."""

from collections.abc import Sequence

import numpy as np

from pipeline.score.figures import Count, Key, Tally

FEWEST = 10  # documents below which no interval is claimed
RESAMPLES = 2000
SEED = 20240229


def f1_intervals(tallies: Sequence[Tally]) -> dict[Key, tuple[float, float]]:
    """The 95 % percentile interval of F1 for every key; empty with fewer than ten documents. Resamples in which
    F1 is undefined are left out."""
    if len(tallies) < FEWEST:
        return {}
    keys = list(dict.fromkeys(key for tally in tallies for key in tally))
    cells = np.array([[_cells(tally.get(key, Count())) for key in keys] for tally in tallies])
    n = len(tallies)
    drawn = np.random.default_rng(SEED).multinomial(n, [1 / n] * n, size=RESAMPLES)
    sums = np.tensordot(drawn, cells, axes=(1, 0))
    both = sums[:, :, 0]
    with np.errstate(invalid="ignore", divide="ignore"):
        f1 = np.where(both > 0, 2 * sums[:, :, 1] / both, np.nan)
    return {key: _ends(f1[:, i]) for i, key in enumerate(keys) if np.isfinite(f1[:, i]).any()}


def _cells(count: Count) -> tuple[float, float]:
    return count.gold + count.found, count.right


def _ends(f1: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> tuple[float, float]:
    low, high = np.nanpercentile(f1, [2.5, 97.5])
    return float(low), float(high)
