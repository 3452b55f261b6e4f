"""Two runs against the same gold: how far their figures lie apart, and which answers became right or wrong."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.score.error import Error
from pipeline.score.figures import Key, Scope
from pipeline.score.interval import difference_intervals
from pipeline.score.rows import Row
from pipeline.score.scores import ScoreError, Scores


@dataclass(frozen=True)
class Change:
    """F1 of one figure in both runs; `low` and `high` are the 95 % interval of the difference, by a paired bootstrap
    over documents; None below ten documents."""

    stage: str
    measure: str
    scope: Scope
    label: str
    f1: float | None
    against: float | None
    difference: float | None
    low: float | None
    high: float | None

    @property
    def certain(self) -> bool:
        """Whether the interval leaves out zero."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


@dataclass(frozen=True)
class Comparison:
    """`mended`: errors of the other run that this one does not make. `new`: errors that only this one makes.
    `otherwise`: errors that both make, this run with another answer."""

    changes: tuple[Change, ...]
    mended: tuple[Error, ...]
    new: tuple[Error, ...]
    otherwise: tuple[Error, ...] = ()


def compare(scores: Scores, against: Scores) -> Comparison:
    """This run less the other. Raises ScoreError unless both were scored on the same gold."""
    if [m.gold for m in scores.matches] != [m.gold for m in against.matches]:
        raise ScoreError("the two runs were scored on different gold, and cannot be compared")
    ours, theirs = scores.errors(), against.errors()
    changes = _changes(scores, against)
    mended, new = _without(theirs, ours, _identity), _without(ours, theirs, _identity)
    gone, fresh = _without(mended, new, _question), _without(new, mended, _question)
    known = set(fresh)
    return Comparison(changes, gone, fresh, tuple(error for error in new if error not in known))


def _changes(scores: Scores, against: Scores) -> tuple[Change, ...]:
    """In the order of the table."""
    intervals = difference_intervals(scores.drawn, against.drawn)
    others = {_key(row): row.f1 for row in against.rows()}
    return tuple(
        _change(_key(row), row.f1, others.get(_key(row)), intervals.get(_key(row), (None, None)))
        for row in scores.rows(labels=False)
    )


def _key(row: Row) -> Key:
    return Key(row.stage, row.measure, row.scope, row.label)


def _change(
    key: Key, ours: float | None, theirs: float | None, ends: tuple[float | None, float | None]
) -> Change:
    difference = None if ours is None or theirs is None else ours - theirs
    return Change(*key, ours, theirs, difference, *ends)


def _without(
    errors: Sequence[Error], others: Sequence[Error], key: Callable[[Error], object]
) -> tuple[Error, ...]:
    """Those that the others do not have, as many times as they do not; `key` says which are the same."""
    left = Counter(map(key, others))
    kept = []
    for error in errors:
        if left[key(error)]:
            left[key(error)] -= 1
        else:
            kept.append(error)
    return tuple(kept)


def _identity(error: Error) -> tuple[object, ...]:
    """What makes two errors the same one: not the rule that led to it."""
    return (error.document, error.stage, error.sort, error.start, error.field, error.gold, error.found)


def _question(error: Error) -> tuple[object, ...]:
    """What was asked, whatever was answered; of something that gold does not have, the sentence and the claim."""
    where = (error.start, error.gold) if error.gold is not None else (error.offset, None)
    return (error.document, error.stage, error.sort, error.field, error.claim, *where)
