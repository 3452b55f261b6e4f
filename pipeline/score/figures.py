"""Counts of right answers, and the precision, recall and F1 they make."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeVar

Scope = Literal["end_to_end", "paired"]
MACRO = "macro average"
Item = TypeVar("Item")


class Key(NamedTuple):
    """What is counted. `scope` "paired" looks at paired claims only; "end_to_end" also at missed and spurious ones.
    `label` is one value of a closed set, "" for all values together."""

    stage: str
    measure: str
    scope: Scope = "end_to_end"
    label: str = ""


@dataclass(frozen=True)
class Count:
    """How many things gold has, how many were found, and how many of these are right (a fraction where an
    answer can be half right)."""

    gold: int = 0
    found: int = 0
    right: float = 0.0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.gold + other.gold, self.found + other.found, self.right + other.right)

    @property
    def precision(self) -> float | None:
        """Share of the found that is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of gold that was found right; None where gold has nothing."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two, as 2 right / (gold + found), so that it is 0 where one of them is undefined
        and None where both are."""
        both = self.gold + self.found
        return 2 * self.right / both if both else None


Tally = dict[Key, Count]
"""The counts of one document, or of many added up; the order of the keys is the order of the rows."""


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of several documents' counts."""
    summed: Tally = {}
    for tally in tallies:
        for key, count in tally.items():
            summed[key] = summed.get(key, Count()) + count
    return summed


def count(gold: Sequence[Item], found: Sequence[Item], size: Callable[[Item], int], right: float) -> Count:
    """A count where `size` says how much each item has of what is counted (True and False are 1 and 0)."""
    return Count(sum(size(item) for item in gold), sum(size(item) for item in found), right)


def agreement(key: Key, gold: list[str], found: list[str], pairs: list[tuple[str, str]]) -> Tally:
    """Counts for a field with a closed set of values, end to end and on pairs, over all and for each value.

    `gold` and `found` are the values of all items, `pairs` the two values of each pair of items.
    """
    sides: dict[Scope, tuple[list[str], list[str]]] = {
        "end_to_end": (gold, found),
        "paired": ([g for g, _ in pairs], [f for _, f in pairs]),
    }
    right = [g for g, f in pairs if g == f]
    tally: Tally = {}
    for scope, (wanted, given) in sides.items():
        here = key._replace(scope=scope)
        tally[here] = Count(len(wanted), len(given), len(right))
        for label in sorted({*wanted, *given}):
            counts = (wanted.count(label), given.count(label), right.count(label))
            tally[here._replace(label=label)] = Count(*counts)
    return tally


def macro_f1(tally: Mapping[Key, Count], key: Key) -> float | None:
    """Mean F1 over the values that gold or found hold: a rare value weighs as much as a frequent one."""
    labelled = [count.f1 for each, count in tally.items() if each.label and each._replace(label="") == key]
    known = [f1 for f1 in labelled if f1 is not None]
    return sum(known) / len(known) if known else None
