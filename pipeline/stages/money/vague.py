"""Amounts without a figure: "millions", "tens of billions", "several hundred thousand"."""

from decimal import Decimal
from functools import cache

from pipeline import lexicon

from .phrases import Phrases
from .scale import Number, no_letters, read_scale
from .scan import Token, low

Vague = tuple[Number, Decimal]
"""The number, and its least value."""


@cache
def _plurals() -> Phrases[Decimal]:
    return Phrases((row["form"], Decimal(row["low"])) for row in lexicon.table("vague_amounts"))


@cache
def _factors() -> Phrases[Decimal]:
    return Phrases((row["form"], Decimal(row["low"])) for row in lexicon.table("vague_factors"))


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
