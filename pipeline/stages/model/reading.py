"""The words of a text → what the network says of them, window by window. Pure but for the network."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from pipeline.stages.model import tree
from pipeline.stages.model.network import Network, Scores, joined
from pipeline.stages.model.pieces import Pieces
from pipeline.stages.model.windows import Window, windows

LONGEST = 250
"""Words of a sentence; no sentence is longer, and the table of possible arcs grows with the square."""
YES, NO = 1, -1  # as spaCy stores what is known of sentence starts; 0 is unknown


def read(
    network: Network, split: Pieces, words: Sequence[str], shapes: Any, known: Any, breaks: Any
) -> Scores:
    """shapes: int64 words × attributes; known: int, words, sentence starts; breaks: bool, words, a paragraph starts."""
    pieces = split(words)
    parts = []
    for window in windows([len(ids) for ids in pieces], (known == YES).tolist(), breaks):
        found = network(*framed(split, pieces, shapes, breaks, window))
        parts.append(found.cut(window.first - window.start, window.last - window.start))
    return joined(parts)


def framed(split: Pieces, pieces: Sequence[Sequence[int]], shapes: Any, breaks: Any, window: Window) -> Any:
    """The window's pieces between `[CLS]` and `[SEP]`, a `[SEP]` at each break; their shapes; where words lie."""
    ids, owners, first, last = [split.opens], [-1], [], []
    for word in range(window.start, window.end):
        if breaks[word] and word > window.start:
            ids.append(split.closes)
            owners.append(-1)
        first.append(len(ids))
        ids.extend(pieces[word])
        owners.extend([word] * len(pieces[word]))
        last.append(len(ids) - 1)
    ids.append(split.closes)
    owners.append(-1)
    owner = np.array(owners)
    shown = np.where(owner[:, None] >= 0, shapes[owner], 0)
    return np.array(ids), shown, np.array(first), np.array(last)


def sentences(starts: Any, known: Any) -> list[tuple[int, int]]:
    """starts: float, over 0 where the network sees a start; known: see `read` → (first word, one past the last)."""
    begins = (known == YES) | ((known != NO) & (starts > 0))
    begins[0] = True
    edges: list[int] = []
    for at in [*np.flatnonzero(begins).tolist(), len(begins)]:
        while edges and at - edges[-1] > LONGEST:
            edges.append(edges[-1] + LONGEST)
        edges.append(at)
    return list(pairwise(edges))


def trees(
    network: Network, scores: Scores, cuts: Sequence[tuple[int, int]], root: int | None
) -> tuple[Any, Any, Any]:
    """Per word: the place of its head (its own for a root), the number of its label, and how sure the head is (log-
    probability). `root`: the label that only roots may have, which the caller gives them."""
    heads, labels, sure = [], [], []
    for start, end in cuts:
        part = scores.cut(start, end)
        arcs = network.arcs(part)
        above = tree.heads(arcs)
        sure.append(tree.certainty(arcs, above))
        likely = network.labels(part, above)
        if root is not None:
            likely[:, root] = -np.inf
        labels.append(likely.argmax(1))
        heads.append(start + np.where(above == 0, np.arange(end - start), above - 1))
    return np.concatenate(heads), np.concatenate(labels), np.concatenate(sure)
