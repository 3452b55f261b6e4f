"""What stands where: names, amounts or dates by their place, for records with thousands."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Any

from pipeline.exchange.layers import Edge


class Shelf:
    """Things of a record, in its order. `ids`: of all of them."""

    def __init__(self, things: tuple[Any, ...]) -> None:
        self.order = {thing.id: at for at, thing in enumerate(things)}
        self.ids = self.order.keys()
        self.places = sorted((thing.span.start, thing.span.end, thing.id) for thing in things)

    def inside(self, pieces: Iterable[Edge]) -> tuple[str, ...]:
        """Ids of what stands inside one of the pieces, in order."""
        found: set[str] = set()
        for start, end in pieces:
            first, last = bisect_left(self.places, (start,)), bisect_left(self.places, (end,))
            found.update(id for _, stop, id in self.places[first:last] if stop <= end)
        return self.sorted(found)

    def sorted(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Those that are here, in order."""
        return tuple(sorted({*ids} & self.ids, key=self.order.__getitem__))
