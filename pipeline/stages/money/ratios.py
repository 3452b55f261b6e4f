"""Parts of a whole as two numbers, in percent: "one in five", "9 out of 10", "two of every three"."""

from decimal import Decimal

from .numbers import read_number
from .scale import Number, no_letters, number_words
from .scan import ENDS, Token, at, low
from .vocabulary import group


def percent(over: Decimal, under: Decimal) -> Decimal:
    """1 of 8 → 12.5; what does not come out even is rounded to two decimals: 1 of 3 → 33.33."""
    share = 100 * over / under
    even = round(share, 6) == share
    return share if even or share < Decimal("0.01") else round(share, 2)


def is_year(value: int) -> bool:
    """May a number in four digits be a year?"""
    return 1500 <= value <= 2100


def read_ratio(tokens: list[Token], i: int) -> Number | None:
    """ "one in five children", "two of every three": both in words or both in digits, the second larger; with the thing
    in between only in words: "seven dollars out of every ten", "one family in three lives"."""
    j = i + 1
    between = _thing_between(tokens, i)
    j += between
    if low(tokens, j) == "out" and low(tokens, j + 1) == "of":
        j += 2
    elif low(tokens, j) == "of" and low(tokens, j + 1) == "every":
        j += 1
    elif low(tokens, j) in ("in", "-") and low(tokens, j + (low(tokens, j) == "-")) == "in":
        j += 1 if low(tokens, j) == "in" else 3
    else:
        return None
    j += low(tokens, j) == "every"
    if j >= len(tokens) or (tokens[i].kind, tokens[j].kind) == ("number", "word"):
        return None
    over, under = _small(tokens, i), read_number(tokens, j, no_letters)
    if over is None or under is None or not 0 < over < under.value <= 100_000 or is_year(int(under.value)):
        return None
    if between and not _may_stand_between(tokens, i, under.last):
        return None
    if (
        between
        and low(tokens, i + 2) == "out"
        and low(tokens, i + 4) != "every"
        and int(under.value) not in _ROUND
    ):
        return None  # "four seats out of sixteen": two counts
    if not between and not _whole_follows(tokens, i, under.last):
        return None
    share = percent(over, under.value)
    return Number(share, share, Decimal(1), i, under.last, tokens[i].kind == "word", True)


_ROUND = (*range(2, 11), 12, 20, 50, 100, 1000, 10_000, 100_000)
"""Wholes of which a share is told; of others a count."""


def _thing_between(tokens: list[Token], i: int) -> int:
    """1 where a word stands between the first number and "out of", "of every" or "in": "one peso of every five"."""
    noun, behind = at(tokens, i + 1), low(tokens, i + 2)
    if (
        tokens[i].kind != "word"
        or noun is None
        or noun.kind != "word"
        or noun.low in group("time") | {"out", "of", "in"}
    ):
        return 0
    shared = (behind, low(tokens, i + 3)) in (("out", "of"), ("of", "every"))
    return int(
        noun.low.removesuffix("s") not in group("time")
        and (shared or (behind == "in" and tokens[i].low == "one"))
    )


def _may_stand_between(tokens: list[Token], i: int, j: int) -> bool:
    """ "one family in three lives": the clause ends or goes on; "one bus in three cities" is no share."""
    following = at(tokens, j)
    return (
        low(tokens, i + 2) != "in"
        or following is None
        or following.kind != "word"
        or following.low in group("goes on")
    )


def _whole_follows(tokens: list[Token], i: int, j: int) -> bool:
    """A word that is no time ("one in three days"); or, both spelled out, the end of the clause ("one in three.")."""
    whole = at(tokens, j)
    if whole is None or whole.kind != "word":
        return tokens[i].kind == "word" and tokens[j - 1].kind == "word" and low(tokens, j) in ENDS
    return whole.low.removesuffix("s") not in group("time")


def _small(tokens: list[Token], i: int) -> Decimal | None:
    if tokens[i].kind == "word":
        value, kind = number_words().get(tokens[i].low, (Decimal(0), ""))
        return value if kind in ("unit", "teen") else None
    return Decimal(tokens[i].text) if tokens[i].text.isdigit() and len(tokens[i].text) <= 3 else None
