"""Amounts without a figure: "millions", "tens of billions", "several hundred thousand"; and parts of a whole:
"two-thirds of", "one in five"."""

from decimal import Decimal
from functools import cache

from pipeline import lexicon

from .numbers import read_number
from .phrases import Phrases
from .scale import Number, no_letters, number_words, read_scale, scales
from .scan import Token, at, glued, low
from .units import counts

Vague = tuple[Number, Decimal]
"""The number, and its least value."""


@cache
def _plurals() -> Phrases[Decimal]:
    return Phrases((row["form"], Decimal(row["low"])) for row in lexicon.table("vague_amounts"))


@cache
def _factors() -> Phrases[Decimal]:
    return Phrases((row["form"], Decimal(row["low"])) for row in lexicon.table("vague_factors"))


@cache
def _parts() -> dict[str, int]:
    """ "third", "thirds" → 3."""
    return {row["word"]: int(row["parts"]) for row in lexicon.table("fractions")}


@cache
def starters() -> frozenset[str]:
    """The words that one of these can begin with."""
    tables = (*lexicon.table("vague_amounts"), *lexicon.table("vague_factors"))
    return frozenset(row["form"].split()[0].split("-")[0] for row in tables)


def read_vague(tokens: list[Token], i: int) -> Vague | None:
    """What is vaguely many at token `i`."""
    found = _plurals().starting(tokens, i)
    if found is not None:
        least, last = found
        last -= low(tokens, last - 1) == "of"
        return Number(least, least, least, i, last, True, True), least
    factor = _factors().starting(tokens, i)
    scale, last = read_scale(tokens, factor[1], no_letters) if factor is not None else (Decimal(1), i)
    if factor is None or scale == 1:
        return None
    return Number(scale, scale, scale, i, last, True, True), factor[0] * scale


def read_fraction(tokens: list[Token], i: int) -> Number | None:
    """ "two-thirds of", "half of", "a third of", "one in five", "9 out of 10": a part of a whole, as a number."""
    return _spelled(tokens, i) or _ratio(tokens, i)


def _spelled(tokens: list[Token], i: int) -> Number | None:
    first = tokens[i].low
    over, kind = (Decimal(1), "unit") if first in ("a", "an") else number_words().get(first, (Decimal(1), ""))
    j = i + 1 + (low(tokens, i + 1) == "-" and glued(tokens, i + 1))
    if first == "half" and _opens_a_part(tokens, i):
        over, j = Decimal(1), i
    elif kind != "unit":
        return None
    under = _parts().get(low(tokens, j))
    if under is None or not 0 < over < under or not _of_a_whole(tokens, j + 1, under):
        return None
    return Number(over / under, over / under, Decimal(1), i, j + 1, True, True)


def _opens_a_part(tokens: list[Token], i: int) -> bool:
    """Not "the second half of", "a year and a half of", "one half of"."""
    return low(tokens, i - 1) not in (
        "a",
        "the",
        "one",
        "first",
        "second",
        "other",
        "better",
        "latter",
        "-",
    )


def _of_a_whole(tokens: list[Token], j: int, under: int) -> bool:
    """ "of the voters", "majority"; not "a quarter of a century", "a quarter of 2020"."""
    if (
        under == 2
        and low(tokens, j) in ("the", "its", "their", "all", "our")
        and low(tokens, j - 1) == "half"
    ):
        return counts(tokens, j + 1) or low(tokens, j + 1) in (
            "population",
            "country",
            "electorate",
            "workforce",
        )
    if low(tokens, j) == "majority" or (low(tokens, j) == "-" and low(tokens, j + 1) == "majority"):
        return True
    behind = at(tokens, j + 1)
    if low(tokens, j) != "of" or behind is None or behind.kind != "word":
        return False
    k = j + 2 if behind.low in ("a", "an", "the", "all", "its", "their") else j + 1
    return low(tokens, k) not in _TIMES and low(tokens, k) not in scales()


_TIMES = (
    "percent",
    "percentage",
    "point",
    "century",
    "millennium",
    "decade",
    "year",
    "month",
    "week",
    "day",
    "hour",
    "nothing",
    "it",
)


def _ratio(tokens: list[Token], i: int) -> Number | None:
    """ "one in five children": both in words or both in digits, the second larger."""
    j = i + 1
    if low(tokens, j) == "out" and low(tokens, j + 1) == "of":
        j += 2
    elif low(tokens, j) in ("in", "-") and low(tokens, j + (low(tokens, j) == "-")) == "in":
        j += 1 if low(tokens, j) == "in" else 3
    else:
        return None
    j += low(tokens, j) == "every"
    if j >= len(tokens) or (tokens[i].kind, tokens[j].kind) == ("number", "word"):
        return None
    over, under = _small(tokens, i), read_number(tokens, j, no_letters)
    if over is None or under is None or not 0 < over < under.value <= 100_000 or 1500 <= under.value <= 2100:
        return None
    whole = at(tokens, under.last)
    if whole is None or whole.kind != "word" or whole.low in _TIMES or whole.low.removesuffix("s") in _TIMES:
        return None
    value = over / under.value
    return Number(value, value, Decimal(1), i, under.last, tokens[i].kind == "word", True)


def _small(tokens: list[Token], i: int) -> Decimal | None:
    if tokens[i].kind == "word":
        value, kind = number_words().get(tokens[i].low, (Decimal(0), ""))
        return value if kind in ("unit", "teen") else None
    return Decimal(tokens[i].text) if tokens[i].text.isdigit() and len(tokens[i].text) <= 3 else None
