"""A few things in memory by their number: those that were asked for last."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

KEPT = 4
Thing = TypeVar("Thing")


class Recent(Generic[Thing]):
    """Not safe for threads: whoever holds one holds a lock."""

    def __init__(self) -> None:
        self._held: OrderedDict[int, Thing] = OrderedDict()

    def get(self, number: int, make: Callable[[int], Thing]) -> Thing:
        """The thing of that number, made where it is not held; what was not asked for longest is let go."""
        if number not in self._held:
            self._held[number] = make(number)
            while len(self._held) > KEPT:
                self._held.popitem(last=False)
        self._held.move_to_end(number)
        return self._held[number]

    def __iter__(self) -> Iterator[Thing]:
        return iter(self._held.values())
