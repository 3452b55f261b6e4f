"""Scores of heads → the best tree of a sentence: one root, no cycle (Chu and Liu 1965, Edmonds 1967). Pure NumPy.

Mostly the best head of each word is already a tree; the algorithm runs only where it is not. Crossing arcs may come
out, as they stand in treebanks.
"""

from typing import Any

import numpy as np


def heads(scores: Any) -> Any:
    """scores: float, words × (1 + words), column 0 the root → int, per word its column: 0, or 1 + its head's place."""
    n = len(scores)
    scores = np.array(scores, dtype="float64")
    scores[np.arange(n), np.arange(1, n + 1)] = -np.inf
    best = scores.argmax(1)
    if (best == 0).sum() == 1 and not _cycle(np.concatenate(([0], best))):
        return best
    best = _arborescence(scores)
    if (best == 0).sum() == 1:
        return best
    # One root exactly: each costs more than all the rest can bring (Stanojević and Cohen 2021). Only where several came
    # out, for with such costs every word is contracted into one circle.
    finite = scores[np.isfinite(scores)]
    scores[:, 0] -= 1 + n * (finite.max() - finite.min())
    return _arborescence(scores)


def _arborescence(scores: Any) -> Any:
    """scores: as for `heads`; with as many roots as pay."""
    whole = np.full((len(scores) + 1, len(scores) + 1), -np.inf)
    whole[1:] = scores
    return _edmonds(whole)[1:]


def certainty(scores: Any, best: Any) -> Any:
    """scores: as for `heads`; best: what that gave → float, per word the log-probability of its head among all that
    it could have, by the softmax of its row."""
    n = len(scores)
    scores = np.array(scores, dtype="float64")
    scores[np.arange(n), np.arange(1, n + 1)] = -np.inf
    top = scores.max(1)
    return scores[np.arange(n), best] - top - np.log(np.exp(scores - top[:, None]).sum(1))


def _edmonds(scores: Any) -> Any:
    """scores[child, head], node 0 the root → the head of each node; that of 0 is 0."""
    best = scores.argmax(1)
    best[0] = 0
    cycle = _cycle(best)
    if not cycle:
        return best
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    held = scores[cycle, best[cycle]]
    # A head outside for one node of the cycle costs that node its head inside.
    into = scores[np.ix_(np.array(cycle), outside)] - held[:, None]
    out_of = scores[np.ix_(outside, np.array(cycle))]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1] = into.max(0)
    small[:-1, -1] = out_of.max(1)
    found = _edmonds(small)
    result = best.copy()
    for at, node in enumerate(outside[1:], 1):
        head = found[at]
        result[node] = cycle[out_of[at].argmax()] if head == len(outside) else outside[head]
    enters = found[-1]
    result[cycle[into[:, enters].argmax()]] = outside[enters]
    return result


def _cycle(best: Any) -> list[int]:
    """The nodes of one cycle, or none. best[0] is 0: the root ends every walk."""
    seen = np.zeros(len(best), dtype=int)  # which walk came by
    for start in range(1, len(best)):
        node = start
        while node and not seen[node]:
            seen[node] = start
            node = int(best[node])
        if node and seen[node] == start:
            cycle, at = [node], int(best[node])
            while at != node:
                cycle.append(at)
                at = int(best[at])
            return sorted(cycle)
    return []
