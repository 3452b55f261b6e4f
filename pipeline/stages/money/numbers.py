"""Tokens → a number with its scale: "2.8 billion", "5 lakh crore", "three hundred and two", "half a million"."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pipeline import lexicon

from .digits import read_digits
from .scan import Token, at, glued, low

ONE = Decimal(1)
_FRACTIONS = {
    "½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
    "⅞": (7, 8), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6),
}  # fmt: skip
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


def read_number(tokens: list[Token], i: int, letters: LetterTest) -> Number | None:
    """The number that begins at token `i`, or None."""
    token = tokens[i]
    if token.kind in ("number", "fraction"):
        return _in_digits(tokens, i, letters)
    if token.kind == "word":
        return _in_words(tokens, i)
    return None


def _in_digits(tokens: list[Token], i: int, letters: LetterTest) -> Number | None:
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
    more, last = _half_behind(tokens, last) if scale > 1 else (Decimal(0), last)
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


def _half_behind(tokens: list[Token], j: int) -> tuple[Decimal, int]:
    """ "and a half", "and a quarter", "and three quarters": what to add to the figure before, and the index behind."""
    if low(tokens, j) == "and":
        part, k = low(tokens, j + 1), low(tokens, j + 2)
        if part in ("a", "one") and k in ("half", "quarter"):
            return number_words()[k][0], j + 3
        if part == "three" and k == "quarters":
            return Decimal("0.75"), j + 3
    return Decimal(0), j


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


def _in_words(tokens: list[Token], i: int) -> Number | None:
    opened = _opening(tokens, i)
    if opened is not None:
        raw, j = opened
        scale, last = read_scale(tokens, j, lambda *_: False)
        more, last = _half_behind(tokens, last)
        return Number((raw + more) * scale, raw + more, scale, i, last, True, scale > 1)
    total, limit, j, k, raw, scaled = Decimal(0), Decimal("Infinity"), i, i, Decimal(0), False
    while (small := _below_thousand(tokens, k)) is not None:
        more, behind = _half_behind(tokens, small[1])
        scale, behind = read_scale(tokens, behind, lambda *_: False)
        if scale >= limit:
            break
        late, behind = _half_behind(tokens, behind) if scale > 1 else (Decimal(0), behind)
        raw, scaled = small[0] + more + late, scaled or scale > 1
        total, limit, j = total + raw * scale, scale, behind
        if scale == 1:
            break
        k = j + 1 if low(tokens, j) == "and" else j
    if j == i:
        return None
    total, j = _point(tokens, j, total)
    scale, last = (limit, j) if limit > 1 else read_scale(tokens, j, lambda *_: False)
    value = total if limit > 1 else total * scale
    return Number(value, raw, scale, i, last, True, scaled or scale > 1 or total >= 100)


def _opening(tokens: list[Token], i: int) -> tuple[Decimal, int] | None:
    """ "a million", "half a million", "a quarter of a million", "three quarters of a billion": the figure before
    the scale, and the index of the scale."""
    first, j = tokens[i].low, i + 1  # `j`: what may be the scale
    if first in ("a", "an") and low(tokens, j) == "hundred":
        return None  # "a hundred and twenty" is spelled out like any other
    value: Decimal | None = ONE if first in ("a", "an") else None
    j += low(tokens, j) == "-" and first in ("half", "quarter")
    if first == "half":
        value, j = Decimal("0.5"), j + (low(tokens, j) in ("a", "an"))
        j += low(tokens, j) == "-"
    elif "couple" in (first, low(tokens, j)) and first in ("a", "couple"):
        value, j = Decimal(2), j + (first == "a")
        j += low(tokens, j) == "of"
    elif first in ("a", "three", "one", "quarter") and "quarter" in (first, low(tokens, j).removesuffix("s")):
        value = Decimal("0.75") if first == "three" else Decimal("0.25")
        j += first != "quarter"
        if low(tokens, j) == "of" and low(tokens, j + 1) in ("a", "one"):
            j += 2
    point = value is not None and value < 1 and low(tokens, j) in ("percent", "per", "percentage", "point")
    if value is None or (_plain_scale(tokens, j) is None and not point):
        return None
    return value, j


def _plain_scale(tokens: list[Token], j: int) -> Decimal | None:
    found = scales().get(low(tokens, j))
    return found[0] if found and found[1] == "" and len(low(tokens, j)) > 3 else None


def _below_thousand(tokens: list[Token], i: int) -> tuple[Decimal, int] | None:
    """ "three hundred and forty-two", "forty-two", "a hundred": value below 1,000 and the index behind."""
    article = low(tokens, i) in ("a", "an") and low(tokens, i + 1) == "hundred"
    found = (ONE, i + 1) if article else _below_hundred(tokens, i)
    if found is None:
        return None
    value, j = found
    if low(tokens, j) != "hundred" or not 0 < value < 100:
        return found
    value, j = value * 100, j + 1
    k = j + 1 if low(tokens, j) == "and" else j
    rest = _below_hundred(tokens, k)
    return (value + rest[0], rest[1]) if rest is not None and rest[0] > 0 else (value, j)


def _below_hundred(tokens: list[Token], i: int) -> tuple[Decimal, int] | None:
    value, kind = number_words().get(low(tokens, i), (ONE, ""))
    if kind not in ("unit", "teen", "ten"):
        return None
    if kind == "ten":
        k = i + 2 if low(tokens, i + 1) == "-" and glued(tokens, i + 1) else i + 1
        unit = number_words().get(low(tokens, k), (ONE, ""))
        if unit[1] == "unit" and unit[0] > 0:
            return value + unit[0], k + 1
    return value, i + 1


def _point(tokens: list[Token], j: int, value: Decimal) -> tuple[Decimal, int]:
    """ "four point seven one": the decimals, digit by digit."""
    if low(tokens, j) != "point":
        return value, j
    digits, k = "", j + 1
    while len(digits) < 12 and number_words().get(low(tokens, k), (ONE, ""))[1] == "unit":
        digits, k = digits + str(number_words()[low(tokens, k)][0]), k + 1
    return (value + Decimal(f"0.{digits}"), k) if digits else (value, j)
