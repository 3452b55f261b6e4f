"""The levels of a change: "slipped from 7.8 to 6.1 per cent", "412 clerks, up from 187"."""

from collections.abc import Callable

from .around import moves
from .bounds import read_bound
from .figure import Figure
from .labels import dated
from .scan import Token, at, low


def completed(
    tokens: list[Token], figures: list[Figure], share: Callable[[Figure, Figure], Figure]
) -> list[Figure]:
    """ "slipped from 7.8 to 6.1 per cent", "rose from 3 in 1999 to about 5 million": the level that was left takes
    unit, mark and scale from the level that was reached."""
    done = list(figures)
    for k in range(len(done) - 2, -1, -1):
        left = done[k]
        if not left.bare:
            continue
        right = next((f for f in done[k + 1 : k + 3] if not dated(tokens, f)), left)
        if not _may_lend(right, left) or dated(tokens, left) or not _is_left(tokens, left):
            continue
        first = read_bound(tokens, right.first, right.last).first
        if low(tokens, first - 1) == "to" and first - left.last <= REACH:
            done[k] = share(left, right)
    return done


REACH = 6  # tokens between the two levels: "in 2001 to about"


def _is_left(tokens: list[Token], figure: Figure) -> bool:
    first = read_bound(tokens, figure.first, figure.last).first
    return figure.bare and low(tokens, first - 1) == "from" and moves(tokens, first - 1)


def _may_lend(right: Figure, left: Figure) -> bool:
    """Has the level reached something that the level left lacks?"""
    if left.value is None or right.value is None or right.first <= left.first:
        return False
    plain = left.number.scale == 1 and left.number.raw < 1000 and not left.number.comma
    return not right.bare or (plain and right.number.scale >= 1000)


def is_level(tokens: list[Token], figure: Figure, first: int) -> bool:
    """Is a bare figure, which begins with its cues at token `first`, a level that a count left or reached, or
    that by which it moved: "up from 187", "fell from 40 to 12"? Not "went from 9 to 5", "to 10 Downing Street"."""
    behind = at(tokens, figure.last)
    if behind is not None and behind.kind == "word" and behind.text[:1].isupper():
        return False
    if low(tokens, first - 1) == "by" and figure.size < 10:
        return False
    return low(tokens, first - 1) in ("from", "to", "by") and moves(tokens, first - 1, by=True)
