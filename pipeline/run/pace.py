"""How far a run is, and how long it will still take: words, not op-eds, since these are of any length."""

from collections import deque
from typing import NamedTuple

WINDOW = 60.0
"""Seconds by which the rate goes: long enough for one long op-ed, short enough for a machine that gets busy."""
LEAST = 5.0
"""Seconds before anything is said."""


class Told(NamedTuple):
    """What a run tells of itself. Items of the sources: `begun` (looked at), `known` of these from an earlier run or no
    op-eds at all, `done`. Words of the others: `taken`, and `words` of these read."""

    done: int
    words: int
    begun: int
    known: int
    taken: int


class Pace:
    """`tell` it how far the run is; `rate` (words a second, of late) and `left` (seconds) answer, or None."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()
        self._told = Told(0, 0, 0, 0, 0)

    def tell(self, now: float, told: Told) -> None:
        """`now`: seconds of a clock that does not go back."""
        self._told = told
        if told.words:  # before, files are looked at whose op-eds are done, and workers warm up
            self._seen.append((now, told.words))
        while len(self._seen) > 2 and now - self._seen[1][0] >= WINDOW:
            self._seen.popleft()

    @property
    def rate(self) -> float | None:
        if not self._seen:
            return None
        (first, before), (last, words) = self._seen[0], self._seen[-1]
        return (words - before) / (last - first) if last - first >= LEAST and words > before else None

    def left(self, total: int | None) -> float | None:
        """Of a run over so many items: what is taken up, and as much for each item to come as for those that were new
        until now."""
        told, rate = self._told, self.rate
        new = told.begun - told.known
        if total is None or rate is None or not new:
            return None
        to_come = max(0, total - told.begun) * told.taken / new
        return (told.taken - told.words + to_come) / rate
