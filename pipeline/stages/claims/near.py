"""What touches a stretch of the text, without looking through all there is: else long texts take the square of their
length."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Near(Generic[Item]):
    """Items with the code points where each begins and ends; they may overlap and nest."""

    def __init__(self, items: Sequence[Item], edges: Sequence[tuple[int, int]]) -> None:
        """`edges`: one pair an item, roughly in the order of the text: the closer, the less is looked through."""
        self.items = items
        self.ends = list(accumulate((end for _, end in edges), max))  # the last end up to here
        backwards = accumulate((start for start, _ in reversed(edges)), min)
        self.starts = list(backwards)[::-1]  # the first from here

    def between(self, first: int, last: int) -> Sequence[Item]:
        """All items that share a code point with `first` to `last` (half-open), and perhaps some of those around."""
        return self.items[bisect_right(self.ends, first) : bisect_left(self.starts, last)]
