"""Parts of a unit in words: "half a metre", "a quarter of a mile", "a kilo and a half"."""

from dataclasses import replace
from decimal import Decimal

from . import currency, units
from .behind import pound_is_money
from .figure import Figure
from .scale import ONE, Number, fractions, half_behind, number_words
from .scan import Token, glued, low


def and_a_half(text: str, tokens: list[Token], i: int) -> Figure | None:
    """ "a kilo and a half", "a pound and a quarter": one and a part of what stands between."""
    if tokens[i].low not in ("a", "an", "one"):
        return None
    found = _named(tokens, i + 1)
    more, last = half_behind(tokens, found[2]) if found is not None else (ONE, 0)
    if found is None or last == found[2]:
        return None
    return _figure(text, tokens, i, 1 + more, (*found[:2], last))


def part_of_a_unit(text: str, tokens: list[Token], i: int) -> Figure | None:
    """ "half a metre", "three quarters of an acre", "a third of a tonne"; not "half an hour", "half a million"."""
    first = tokens[i].low
    over, kind = (ONE, "unit") if first in ("a", "one") else number_words().get(first, (ONE, ""))
    j = i + 1 + (low(tokens, i + 1) == "-" and glued(tokens, i + 1))
    if first == "half":
        over, kind, j = ONE, "unit", i
    under = fractions().get(low(tokens, j))
    if kind != "unit" and first in ("half", "quarter"):
        over, kind, j, under = ONE, "unit", i, fractions().get(first)
    if kind != "unit" or under is None or not 0 < over < under:
        return None
    if low(tokens, j + 1) == "-" and glued(tokens, j + 1) and glued(tokens, j + 2):
        return _hyphened(text, tokens, i, j, round(over / under, 4))
    j += 1 + (low(tokens, j + 1) == "of")
    found = _named(tokens, j + 1) if low(tokens, j) in ("a", "an") else None
    return _figure(text, tokens, i, round(over / under, 4), found) if found is not None else None


def _hyphened(text: str, tokens: list[Token], i: int, j: int, value: Decimal) -> Figure | None:
    """ "her half-acre", "a quarter-mile": a measure in one word; not "half-hour", "half-dollar", "half-baked"."""
    unit = units.units().starting(tokens, j + 2)
    if unit is None or (tokens[unit[1] - 1].kind != "word" or len(tokens[unit[1] - 1].low) < 3):
        return None
    return _figure(text, tokens, i, value, (unit[0].name, None, unit[1]))


Named = tuple[str | None, currency.Mark | None, int]
"""A unit or a currency, and the index behind it."""


def _named(tokens: list[Token], j: int) -> Named | None:
    unit, word = units.unit_behind(tokens, j), currency.word_behind(tokens, j)
    if unit is None and word is None:
        return None
    behind = unit[1] if unit is not None else word[0] if word is not None else j
    return (unit[0].name if unit is not None else None, word[1] if word is not None else None, behind)


def _figure(text: str, tokens: list[Token], i: int, value: Decimal, found: Named) -> Figure | None:
    name, mark, last = found
    number = Number(value, value, ONE, i, last, True, True)
    figure = Figure(number, i, i + 1, tokens[i].start, tokens[last - 1].end, value, None, "measure")
    if name is not None and not (mark is not None and pound_is_money(text, tokens, figure)):
        share = name.startswith("percent")
        return None if share else replace(figure, last=last, unit=name)
    if mark is None:
        return None
    return replace(figure, last=last, value=value / mark.divisor, mark=mark, rule="word")
