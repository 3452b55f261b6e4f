"""Words → a number: "three hundred and two", "half a million", "ninety-nine point nine"."""

from decimal import Decimal

from pipeline import lexicon

from .scale import ONE, Number, fractions, half_behind, no_letters, number_words, read_scale, scales
from .scan import Token, glued, low


def in_words(tokens: list[Token], i: int) -> Number | None:
    """The number that is spelled out from token `i` on."""
    opened = of_a_point(tokens, i) or _opening(tokens, i)
    if opened is not None:
        raw, j = opened
        scale, last = read_scale(tokens, j, no_letters)
        more, last = half_behind(tokens, last)
        return Number((raw + more) * scale, raw + more, scale, i, last, True, scale > 1)
    total, limit, j, k, raw, scaled = Decimal(0), Decimal("Infinity"), i, i, Decimal(0), False
    while (small := _below_thousand(tokens, k)) is not None:
        more, behind = half_behind(tokens, small[1])
        scale, behind = read_scale(tokens, behind, no_letters)
        if scale >= limit:
            break
        late, behind = half_behind(tokens, behind) if scale > 1 else (Decimal(0), behind)
        raw, scaled = small[0] + more + late, scaled or scale > 1
        total, limit, j = total + raw * scale, scale, behind
        if scale == 1:
            break
        k = j + 1 if low(tokens, j) == "and" else j
    if j == i:
        return None
    total, j = _point(tokens, j, total)
    scale, last = (limit, j) if limit > 1 else read_scale(tokens, j, no_letters)
    value = total if limit > 1 else total * scale
    return Number(value, raw, scale, i, last, True, scaled or scale > 1 or total >= 100)


def of_a_point(tokens: list[Token], i: int) -> tuple[Decimal, int] | None:
    """ "three tenths of a percentage point", "a third of one percent": the fraction, and the index of its "of"."""
    first = tokens[i].low
    over, kind = (ONE, "unit") if first == "a" else number_words().get(first, (ONE, ""))
    j = i + 1 + (low(tokens, i + 1) == "-" and glued(tokens, i + 1))
    over, kind, j = (ONE, "unit", i) if first in ("half", "quarter") else (over, kind, j)
    under = fractions().get(low(tokens, j))
    one = (low(tokens, j + 1), low(tokens, j + 2)) in (("of", "a"), ("of", "one"), ("of", "1"))
    if kind != "unit" or under is None or not one or low(tokens, j + 3) not in _POINTS:
        return None
    return round(over / under, 4), j + 1


_POINTS = ("percent", "percentage", "per", "point")


def _opening(tokens: list[Token], i: int) -> tuple[Decimal, int] | None:
    """ "a million", "half a million", "a quarter of a million", "three quarters of a billion": the figure before
    the scale, and the index of the scale."""
    first, j = tokens[i].low, i + 1  # `j`: what may be the scale
    if first in ("a", "an") and low(tokens, j) == "hundred":
        return None  # "a hundred and twenty" is spelled out like any other
    value: Decimal | None = ONE if first in ("a", "an") else None
    j += low(tokens, j) == "-" and first in ("half", "quarter", "one", "three")
    if value is not None and low(tokens, j) in lexicon.column("scale_fillers", "word"):
        j += 1  # "a round billion"
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
