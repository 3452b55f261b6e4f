"""Candidates → sums: do the parts make the total, and may a contradiction be said aloud?

A sum is tied where the parts make the total, within what the words allow. Where the words do not say that the parts are
all there is, no bound may be open, or anything would fit; where nobody says which figures are the parts, they must make
it to the last digit. A sum is called contradicted only where

- the words say that the parts are all there is; or it is money, whose parts stand alike ("for …, for … and for …") and
  are more than the whole;
- every figure in the list was read, is of one kind, and none is left over in it;
- where parts are lacking, neither the list nor the neighbouring sentence holds what could be one more.

Anything else is no sum: nothing is written.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import reduce
from operator import add
from typing import NamedTuple

from pipeline.stages.sums.candidate import Candidate
from pipeline.stages.sums.cues import leaves_open
from pipeline.stages.sums.figure import Figure, Interval, known
from pipeline.stages.sums.frames import candidates
from pipeline.stages.sums.sentence import Sentence

HUNDRED = Interval(Decimal(100), Decimal(100))


class Sum(NamedTuple):
    """Parts and total, by the ids of their amounts. `total` None: a hundred percent. `value`: what the parts make,
    None where one of them has no value; `low`, `high`: the bounds of that, None = open. `cue`: code points."""

    start: int
    end: int
    parts: tuple[str, ...]
    total: str | None
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    holds: bool
    cue: tuple[int, int]
    rule: str


def find(sentences: Sequence[Sentence]) -> list[Sum]:
    """The sums of a text, in order. An amount is a part of one sum at most; it may be the total of another.

    `sentences`: all sentences of a text, in order. Raises nothing."""
    found: list[Sum] = []
    taken: set[str] = set()
    for i, sentence in enumerate(sentences):
        if not sentence.figures:
            continue
        before, behind = _beside(sentences, i, -1), _beside(sentences, i, 1)
        for sum_ in _judged_all(candidates(sentence, before, behind), before, behind):
            if taken.isdisjoint(sum_.parts) and (sum_.holds or sum_.total not in {s.total for s in found}):
                taken.update(sum_.parts)
                found.append(sum_)
    return sorted(found, key=lambda sum_: (sum_.start, sum_.end))


def _beside(sentences: Sequence[Sentence], i: int, step: int) -> Sentence | None:
    """The neighbour in the same paragraph."""
    there = 0 <= i + step < len(sentences) and sentences[i + step].paragraph == sentences[i].paragraph
    return sentences[i + step] if there else None


def _judged_all(found: Iterable[Candidate], before: Sentence | None, behind: Sentence | None) -> list[Sum]:
    """Those that hold, then those that do not."""
    judged = [sum_ for candidate in found if (sum_ := _judged(candidate, before, behind)) is not None]
    return sorted(judged, key=lambda sum_: not sum_.holds)


def _judged(candidate: Candidate, before: Sentence | None, behind: Sentence | None) -> Sum | None:
    parts, total = candidate.list.parts, candidate.total
    if len(parts) < 2 or not _compatible(parts, total) or any(part.vague for part in parts):
        return None
    made = reduce(add, map(known, parts))
    stated = known(total) if total is not None else HUNDRED
    if made.meets(stated):
        return _sum(candidate, True) if _tied(candidate, made, stated) else None
    said = _may_say(candidate, made.above(stated), (before, behind))
    return _sum(candidate, False) if said else None


def _tied(candidate: Candidate, made: Interval, stated: Interval) -> bool:
    """Is it more than chance that the parts can make the total?"""
    if candidate.list.guess:
        value = candidate.total.value if candidate.total is not None else HUNDRED.low
        return value is not None and sum(part.value or 0 for part in candidate.list.parts) == value
    return candidate.whole or None not in (*made, *stated)


def _compatible(parts: Sequence[Figure], total: Figure | None) -> bool:
    """One rate for all parts, which the total has too or hands down to them; and no rise among falls."""
    rates = {part.per for part in parts}
    figures = (*parts, *(() if total is None else (total,)))
    changes = {figure.change for figure in figures} - {None}
    return (rates == {None} or (total is not None and rates == {total.per})) and len(changes) < 2


def _may_say(candidate: Candidate, over: bool, neighbours: tuple[Sentence | None, Sentence | None]) -> bool:
    """May it be said that the parts do not make the total?"""
    list_, total = candidate.list, candidate.total
    first = list_.parts[0]
    if not list_.sure or not _same(*list_.parts, *(() if total is None else (total,))):
        return False
    if over:
        return candidate.whole or (first.money and list_.closed and list_.alike)
    return candidate.whole and not list_.open and not _more(candidate, neighbours)


def _same(*figures: Figure) -> bool:
    """Of one kind, rate and direction, as they stand."""
    return len({(figure.kind, figure.per, figure.change) for figure in figures}) == 1


def _more(candidate: Candidate, neighbours: tuple[Sentence | None, Sentence | None]) -> bool:
    """Does the sentence before the parts, or behind a list that the total announced, hold what could be one more?"""
    beside = neighbours[0] if candidate.backward else neighbours[1]
    if beside is None:
        return False
    counted = {figure.id for figure in (*candidate.list.parts, candidate.total) if figure is not None}
    others = [figure for figure in beside.others(candidate.list.parts[0]) if figure.id not in counted]
    return bool(others) or leaves_open(beside, beside.start)


def _sum(candidate: Candidate, holds: bool) -> Sum:
    parts, total, cue = candidate.list.parts, candidate.total, candidate.cue
    figures = (*parts, *(() if total is None else (total,)))
    values = [part.value for part in parts if part.value is not None]
    bounds = reduce(add, (Interval(part.low, part.high) for part in parts))
    return Sum(
        start=min(cue.start, *(figure.start for figure in figures)),
        end=max(cue.end, *(figure.end for figure in figures)),
        parts=tuple(part.id for part in parts),
        total=total.id if total is not None else None,
        value=sum(values, Decimal(0)) if len(values) == len(parts) else None,
        low=bounds.low,
        high=bounds.high,
        holds=holds,
        cue=(cue.start, cue.end),
        rule=candidate.rule,
    )
