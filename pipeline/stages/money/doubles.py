"""A sum told twice: "$620,000 a month, about US$660". The bare `$` is then of another country."""

from itertools import pairwise

from .currency import Mark
from .figure import Figure
from .scan import STOPS, Token, glued, low
from .vocabulary import group

GAP = 9  # tokens between the two


def told_twice(tokens: list[Token], figures: list[Figure]) -> dict[int, str]:
    """For each figure (by its `start`) whose mark leaves a choice: the currency that it cannot be, because the same
    sum follows in it or stands in brackets behind it."""
    found = {}
    for one, other in pairwise(figures):
        code = _certain(other.mark)
        if one.mark is None or code is None or len(one.mark.codes) < 2 or code not in one.mark.codes:
            continue
        if _joined(tokens, one.last, other.first) and _differ(one, other):
            found[one.start] = code
    return found


def retold(tokens: list[Token], one: Figure, other: Figure) -> bool:
    """Does `other` tell the sum of `one` again: "11.7 billion lira, about €270m"?"""
    return (
        one.mark is not None
        and one.mark.codes != (other.mark and other.mark.codes)
        and _joined(tokens, one.last, other.first)
    )


def _certain(mark: Mark | None) -> str | None:
    return mark.codes[0] if mark is not None and len(mark.codes) == 1 else None


def _joined(tokens: list[Token], last: int, first: int) -> bool:
    """Do few words stand between, the last of which says "the same sum"?"""
    ended = any(tokens[j].low in (*STOPS, ";") and not glued(tokens, j + 1) for j in range(last, first))
    return first - last <= GAP and not ended and low(tokens, first - 1) in group("told again")


def _differ(one: Figure, other: Figure) -> bool:
    """By more than two counts of the same money could: else it is a list ("$3m or US$4m")."""
    return one.size > 2 * other.size or other.size > 2 * one.size
