"""Scales ("million", "lakh crore", "bn") and the words of numbers; what the readers of digits and of words share."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pipeline import lexicon

from .scan import Token, at, glued, low

ONE = Decimal(1)
LetterTest = Callable[[int, int], bool]
"""May the letter at the first index (`m`, `b`, `k`) be a scale, given what stands at the second?"""


class Number(NamedTuple):
    """`raw` × `scale` = `value`. `first`, `last`: token indices, half-open. `sure`: its writing alone (scale,
    separators) makes it a figure. `fraction`: it wants a unit behind it ("1/4 mile")."""

    value: Decimal
    raw: Decimal
    scale: Decimal
    first: int
    last: int
    words: bool
    sure: bool
    comma: bool = False
    fraction: bool = False


@cache
def scales() -> dict[str, tuple[Decimal, str]]:
    """Scale as written → its value and what it needs: "" nothing, `glued` to the digits, `letter` a money mark."""
    return {row["form"]: (Decimal(row["value"]), row["needs"]) for row in lexicon.table("scales")}


@cache
def number_words() -> dict[str, tuple[Decimal, str]]:
    """Number word → its value and kind (unit, teen, ten, fraction)."""
    return {row["word"]: (Decimal(row["value"]), row["kind"]) for row in lexicon.table("number_words")}


@cache
def fractions() -> dict[str, int]:
    """ "third", "thirds" → 3."""
    return {row["word"]: int(row["parts"]) for row in lexicon.table("fractions")}


def read_scale(tokens: list[Token], j: int, letters: LetterTest) -> tuple[Decimal, int]:
    """Scale words or letters from token `j`, multiplied ("lakh crore", "million million"), hyphens between."""
    scale = ONE
    while True:
        k = j + 1 if low(tokens, j) == "-" and glued(tokens, j) and glued(tokens, j + 1) else j
        token = at(tokens, k)
        if token is None or token.kind != "word":
            return scale, j
        found = scales().get(token.text) or (scales().get(token.low) if len(token.low) > 2 else None)
        if found is None or (found[1] == "glued" and not glued(tokens, k)):
            return scale, j
        if found[1] == "letter" and (scale > 1 or k != j or not letters(k, k + 1)):
            return scale, j
        scale, j = scale * found[0], k + 1


def half_behind(tokens: list[Token], j: int) -> tuple[Decimal, int]:
    """ "and a half", "and a quarter", "and three quarters": what to add to the figure before, and the index behind."""
    if low(tokens, j) == "and":
        part, k = low(tokens, j + 1), low(tokens, j + 2)
        if part in ("a", "one") and k in ("half", "quarter"):
            return number_words()[k][0], j + 3
        if part == "three" and k == "quarters":
            return Decimal("0.75"), j + 3
    return Decimal(0), j


def no_letters(scale: int, behind: int) -> bool:
    """The `LetterTest` of places where a letter is never a scale."""
    return False
