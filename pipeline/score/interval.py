"""How far a figure could have come out otherwise: bootstrap over documents (Efron and Tibshirani 1993, ch. 13).

Documents, not claims, are drawn: claims of one op-ed share its author and its subject, and are not independent.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from pipeline.score.figures import MACRO, Count, Key, Tally

FEWEST = 10  # documents below which no interval is claimed
RESAMPLES = 10_000
SEED = 20240229
Interval = tuple[float, float]
Drawn = Mapping[Key, Any]
"""F1 of a figure in each resample, as an array; nan where it is undefined."""


def f1_intervals(drawn: Drawn) -> dict[Key, Interval]:
    """The 95 % percentile interval of F1 for every key that was drawn."""
    return {key: ends for key, f1 in drawn.items() if (ends := _ends(f1))}


def difference_intervals(a: Drawn, b: Drawn) -> dict[Key, Interval]:
    """The same of the difference a − b, where each resample drew the same documents on both sides (paired)."""
    return {key: ends for key in a if key in b and (ends := _ends(a[key] - b[key]))}


def resampled(tallies: Sequence[Tally], macros: Iterable[Key] = ()) -> Drawn:
    """F1 of every figure in each of 10,000 draws of as many documents, with replacement, seed fixed; and the mean over
    the labels of each key of `macros`, under the label "macro average". Empty with fewer than ten documents."""
    if len(tallies) < FEWEST:
        return {}
    keys = list(dict.fromkeys(key for tally in tallies for key in tally))
    cells = np.array([[_cells(tally.get(key, Count())) for key in keys] for tally in tallies])
    n = len(tallies)
    draws = np.random.default_rng(SEED).multinomial(n, [1 / n] * n, size=RESAMPLES).astype(float)
    both, right = draws @ cells[:, :, 0], draws @ cells[:, :, 1]
    f1 = np.divide(2 * right, both, out=np.full_like(both, np.nan), where=both.astype(bool))
    drawn = {key: f1[:, at] for at, key in enumerate(keys)}
    return drawn | {key._replace(label=MACRO): _mean(drawn, key) for key in macros}


def _mean(drawn: Drawn, key: Key) -> Any:
    """Over the labels that a resample holds."""
    labels = [f1 for each, f1 in drawn.items() if each.label and each._replace(label="") == key]
    known = np.isfinite(labels)
    total = np.where(known, labels, 0.0).sum(axis=0)
    return np.divide(total, known.sum(axis=0), out=np.full(RESAMPLES, np.nan), where=known.any(axis=0))


def _cells(count: Count) -> tuple[float, float]:
    return count.gold + count.found, count.right


def _ends(f1: Any) -> Interval | None:
    """None where no resample has a figure; resamples without one are left out."""
    known = f1[np.isfinite(f1)]
    if not known.size:
        return None
    low, high = np.percentile(known, [2.5, 97.5])
    return float(low), float(high)
