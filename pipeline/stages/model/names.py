"""Scores of BIO tags → named spans: the best sequence in which every `I-` goes on with a name (Viterbi). Pure NumPy."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

OUTSIDE = "O"


def spans(scores: Any, tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """scores: words × tags → (first word, one past the last, label), in order."""
    if not len(scores):
        return []
    best = scores.argmax(1)
    allowed = follows(tuple(tags))
    if not (allowed[best[:-1], best[1:]].all() and not tags[best[0]].startswith("I-")):
        best = _viterbi(scores, tags, allowed)
    return _spans([tags[at] for at in best])


@cache
def follows(tags: tuple[str, ...]) -> Any:
    """bool, tags × tags: may the second stand behind the first? Worked out once, though each sentence asks."""
    return np.array(
        [[not b.startswith("I-") or (a != OUTSIDE and a[2:] == b[2:]) for b in tags] for a in tags],
        dtype=bool,
    )


def _viterbi(scores: Any, tags: Sequence[str], allowed: Any) -> Any:
    costs = np.where(allowed, 0.0, -np.inf)
    total = scores[0] + np.array([-np.inf if tag.startswith("I-") else 0.0 for tag in tags])
    came = np.zeros(scores.shape, dtype=int)
    for at in range(1, len(scores)):
        ways = total[:, None] + costs
        came[at] = ways.argmax(0)
        total = ways.max(0) + scores[at]
    best = np.zeros(len(scores), dtype=int)
    best[-1] = total.argmax()
    for at in range(len(scores) - 1, 0, -1):
        best[at - 1] = came[at, best[at]]
    return best


def _spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    found, start = [], None
    for at, tag in enumerate([*tags, OUTSIDE]):
        if start is not None and not tag.startswith("I-"):
            found.append((start, at, tags[start][2:]))
            start = None
        if tag.startswith("B-"):
            start = at
    return found
