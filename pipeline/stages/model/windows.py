"""How a long text is cut into what the encoder reads at once. Pure.

A window holds whole sentences of one paragraph, so that a paragraph is read alike whatever stands around it. It is cut
where a sentence is known to begin; where a stretch without a known beginning is longer than a window, its windows
overlap, and each word is taken from the window in which it stands further from an edge.
"""

from collections.abc import Sequence
from typing import NamedTuple

LONGEST = 160
"""Pieces in a window; reading costs grow with its square, and trees are better for whole paragraphs."""
AROUND = 24
"""Pieces of context on the sides of a cut that is no known beginning."""


class Window(NamedTuple):
    """Words `start` to `end` are read; of these, `first` to `last` are taken from here. Half-open."""

    start: int
    first: int
    last: int
    end: int


def windows(lengths: Sequence[int], beginnings: Sequence[bool], breaks: Sequence[bool]) -> list[Window]:
    """Windows that take every word once, in order. `lengths`: pieces of each word; `beginnings`: a sentence is
    known to begin with this word; `breaks`: a paragraph begins with it."""
    found: list[Window] = []
    start = 0
    while start < len(lengths):
        end, pieces, best = start, 0, start
        while end < len(lengths) and (pieces + lengths[end] <= LONGEST or end == start):
            if end > start and breaks[end]:
                break
            if beginnings[end]:
                best = end
            pieces += lengths[end]
            end += 1
        if end < len(lengths) and not beginnings[end]:
            end = best if best > start else end
        found.append(Window(_back(lengths, beginnings, start), start, end, _on(lengths, beginnings, end)))
        start = end
    return found


def _back(lengths: Sequence[int], beginnings: Sequence[bool], at: int) -> int:
    """As far back as the context reaches, not over a known beginning."""
    pieces = 0
    while at > 0 and not beginnings[at] and pieces + lengths[at - 1] <= AROUND:
        at -= 1
        pieces += lengths[at]
    return at


def _on(lengths: Sequence[int], beginnings: Sequence[bool], at: int) -> int:
    pieces = 0
    while at < len(lengths) and not beginnings[at] and pieces + lengths[at] <= AROUND:
        pieces += lengths[at]
        at += 1
    return at
