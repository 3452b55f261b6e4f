"""Digits → a number: "2.8 billion", "5 crore 20 lakh", "2½", "10 1/2"."""

from decimal import Decimal

from .digits import read_digits
from .scale import LetterTest, Number, half_behind, read_scale
from .scan import Token, at, glued, low

_FRACTIONS = {
    "½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
    "⅞": (7, 8), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6),
}  # fmt: skip


def in_digits(tokens: list[Token], i: int, letters: LetterTest) -> Number | None:
    """The number whose digits (or ½) stand at token `i`."""
    if tokens[i].kind == "fraction":
        raw, grouped, comma, fraction, j = _vulgar(tokens[i].text), False, False, True, i + 1
    else:
        digits = read_digits(tokens[i].text)
        if digits is None:
            return None
        raw, grouped, comma = digits
        added, j, alone = _fraction_behind(tokens, i)
        raw, fraction = (added, True) if alone else (raw + added, False)
    scale, last = read_scale(tokens, j, letters)
    more, last = half_behind(tokens, last) if scale > 1 else (Decimal(0), last)
    raw += more
    value = raw * scale
    if scale > 1:
        value, last = _smaller_part(tokens, last, value, scale, letters)
    return Number(value, raw, scale, i, last, False, grouped or scale > 1, comma, fraction)


def _fraction_behind(tokens: list[Token], i: int) -> tuple[Decimal, int, bool]:
    """ "½" or "1/2" behind or as a figure: what to add, the index behind, and whether it stands alone ("1/4")."""
    nxt = at(tokens, i + 1)
    if nxt is not None and nxt.kind == "fraction":
        return _vulgar(nxt.text), i + 2, False
    if _slashed(tokens, i):
        return Decimal(tokens[i].text) / Decimal(tokens[i + 2].text), i + 3, True
    if nxt is not None and nxt.kind == "number" and _slashed(tokens, i + 1):
        return Decimal(nxt.text) / Decimal(tokens[i + 3].text), i + 4, False
    return Decimal(0), i + 1, False


def _slashed(tokens: list[Token], i: int) -> bool:
    """A small proper fraction, written 3/4 and part of nothing longer."""
    if not (low(tokens, i + 1) == "/" and glued(tokens, i + 1) and glued(tokens, i + 2)):
        return False
    over, under = tokens[i].text, low(tokens, i + 2)
    if not (over.isdigit() and under.isdigit() and len(over) == 1 and 0 < len(under) <= 2):
        return False
    return 0 < int(over) < int(under) <= 16 and not (low(tokens, i + 3) == "/" and glued(tokens, i + 3))


def _vulgar(sign: str) -> Decimal:
    over, under = _FRACTIONS[sign]
    return Decimal(over) / Decimal(under)


def _smaller_part(
    tokens: list[Token], j: int, value: Decimal, scale: Decimal, letters: LetterTest
) -> tuple[Decimal, int]:
    """ "5 crore 20 lakh": a second part with a smaller scale, right behind."""
    token = at(tokens, j)
    if token is None or token.kind != "number" or (digits := read_digits(token.text)) is None:
        return value, j
    smaller, k = read_scale(tokens, j + 1, letters)
    if 1 < smaller < scale and digits.value * smaller < scale:
        return value + digits.value * smaller, k
    return value, j
