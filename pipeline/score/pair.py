"""Which found thing answers which gold thing: maximum-weight one-to-one assignment.

Method: D. F. Crouse, "On implementing 2D rectangular assignment algorithms" (2016), as in scipy.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from scipy.optimize import linear_sum_assignment

from pipeline.record import Amount, Claim, Date, Entity

Gains = dict[tuple[int, int], int]
"""What pairing the i-th of gold with the j-th of found is worth."""
Item = TypeVar("Item", Entity, Amount, Date, Claim)


@dataclass(frozen=True)
class Pair(Generic[Item]):
    gold: Item
    found: Item
    weight: float


@dataclass(frozen=True)
class Pairing(Generic[Item]):
    """Everything of one sort in one document: all of gold, all that was found, and what belongs together.
    `aside`: pairs that do not count, because gold leaves them open."""

    gold: tuple[Item, ...]
    found: tuple[Item, ...]
    pairs: tuple[Pair[Item], ...]
    aside: tuple[Pair[Item], ...] = ()

    @property
    def missed(self) -> list[Item]:
        taken = {id(pair.gold) for pair in self.pairs}
        return [item for item in self.gold if id(item) not in taken]

    @property
    def spurious(self) -> list[Item]:
        taken = {id(pair.found) for pair in self.pairs}
        return [item for item in self.found if id(item) not in taken]


def assign(
    gold: Sequence[Item], found: Sequence[Item], weight: Callable[[Item, Item], float], floor: float = 0.0
) -> Pairing[Item]:
    """The one-to-one pairing with the greatest sum of weights; pairs of weight 0 or below `floor` are not made.

    Weights are 0 to 1 and compared to four decimals. Equal sums are decided by place in the text, among those
    that compete with each other only: neither the order of the lists nor what was found elsewhere changes the
    outcome, nor does which of them is called gold, but where two pairings tie in their places, too.
    """
    gold, found = _in_order(gold), _in_order(found)
    weights = {(i, j): weight(g, f) for i, g in enumerate(gold) for j, f in enumerate(found)}
    gains = {edge: round(w * 10_000) for edge, w in weights.items() if w >= floor and round(w * 10_000)}
    chosen = sorted(edge for island in _islands(gains) for edge in _best(island))
    pairs = [Pair(gold[i], found[j], weights[i, j]) for i, j in chosen]
    return Pairing(tuple(gold), tuple(found), tuple(pairs))


def _islands(gains: Gains) -> list[Gains]:
    """The possible pairs, in groups that share no item with each other."""
    island: dict[tuple[str, int], Gains] = {}
    for (i, j), gain in gains.items():
        large, small = island.get(("gold", i), {}), island.get(("found", j), {})
        if len(large) < len(small):
            large, small = small, large
        if large is not small:
            large |= small
            for a, b in small:
                island["gold", a] = island["found", b] = large
        large[i, j] = gain
        island["gold", i] = island["found", j] = large
    return list({id(each): each for each in island.values()}.values())


def _best(gains: Gains) -> list[tuple[int, int]]:
    """The pairs with the greatest sum; of equal sums, the one whose pairs are closest in rank, then earliest.
    All numbers are whole, so that the solver's sums are exact."""
    left, right = sorted({i for i, _ in gains}), sorted({j for _, j in gains})
    size = max(len(left), len(right))
    above_ties = 2 * size * (size + 1) ** 3
    table = [
        [gains.get((i, j), 0) * above_ties - 2 * size * (r - c) ** 2 - r - c for c, j in enumerate(right)]
        for r, i in enumerate(left)
    ]
    rows, columns = linear_sum_assignment(table, maximize=True)
    chosen = [(left[r], right[c]) for r, c in zip(rows, columns, strict=True)]
    return [edge for edge in chosen if edge in gains]


def _in_order(items: Sequence[Item]) -> list[Item]:
    return sorted(items, key=lambda item: (item.span.start, item.span.end, item.model_dump_json()))
