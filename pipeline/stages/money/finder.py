"""Tokens → figures: where numbers begin, which marks stand before them, and their sign."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from pipeline import lexicon

from . import currency, units
from .behind import complete
from .figure import Figure
from .labels import labels
from .numbers import read_number
from .parts import read_part
from .scale import ONE, Number, fractions, number_words, scales
from .scan import Token, at, glued, low
from .unit_parts import and_a_half, part_of_a_unit
from .vague import read_vague
from .vague import starters as vague_starters
from .vocabulary import group

MINUS = ("-", "−", "﹣")


@cache
def starters() -> frozenset[str]:
    """The words that a figure can begin with."""
    scale_words = (form for form, (_, needs) in scales().items() if not needs and len(form) > 3)
    return frozenset(
        (*number_words(), *vague_starters(), *fractions(), *scale_words, "a", "an", "couple", "single")
    )


def figures(text: str, tokens: list[Token]) -> Iterator[Figure]:
    """Every figure of the text, in order, not overlapping."""
    words, behind, floor = starters(), 0, 0
    for i, token in enumerate(tokens):
        if i < behind or not (token.low in words or token.kind in ("number", "fraction")):
            continue
        found = figure_at(text, tokens, i, floor)
        if found is not None and found.start < floor:  # "5 dollars 2 million": the word is taken
            first = found.number.first
            found = replace(found, mark=None, first=first, start=tokens[first].start, rule="number")
        if found is not None:
            behind, floor = found.last, found.end
            yield found


def figure_at(text: str, tokens: list[Token], i: int, floor: int) -> Figure | None:
    """The figure whose number begins at token `i`; its mark may not begin before code point `floor`."""
    if tokens[i].low == "single":
        return _single(tokens, i)
    if (unit_part := part_of_a_unit(text, tokens, i) or and_a_half(text, tokens, i)) is not None:
        return unit_part
    part = read_part(tokens, i)
    if part is not None:
        start, end = tokens[i].start, tokens[part.last - 1].end
        return Figure(part, i, part.last, start, end, part.value, None, "part", unit="percent")
    start, mark = _mark(text, tokens, i, floor)
    vague = read_vague(tokens, i)
    if vague is not None:
        number, least = vague
        end = tokens[number.last - 1].end
        return complete(
            text, tokens, Figure(number, i, number.last, start, end, None, least, "vague", mark=mark)
        )
    found = read_number(tokens, i, lambda k, j: _letter_is_scale(text, tokens, k, j, mark is not None))
    if found is None:
        return None
    first = i
    while first > 0 and tokens[first - 1].start >= start:
        first -= 1
    negative, first, start = _sign(tokens, i, first, start)
    value, end = -found.value if negative else found.value, tokens[found.last - 1].end
    return complete(
        text, tokens, Figure(found, first, found.last, start, end, value, None, "number", mark=mark)
    )


def _single(tokens: list[Token], i: int) -> Figure | None:
    """ "without a single vote": one; not "a single year", "a single mother"."""
    noun = at(tokens, i + 1)
    if low(tokens, i - 1) != "a" or noun is None or noun.kind != "word" or low(tokens, i - 2) == "every":
        return None
    if noun.low in lexicon.column("not_single", "noun") or _names_time(tokens, i + 1):
        return None
    number = Number(ONE, ONE, ONE, i, i + 1, True, True)
    return Figure(number, i, i + 1, tokens[i].start, tokens[i].end, ONE, None, "single")


def _names_time(tokens: list[Token], j: int) -> bool:
    """ "year", "fiscal year", "summer" from token `j` on."""
    return any(
        labels("after").starting(tokens, k) or low(tokens, k) in group("single time") for k in (j, j + 1)
    )


def _mark(text: str, tokens: list[Token], i: int, floor: int) -> tuple[int, currency.Mark | None]:
    """Where the figure begins, and the mark or code before it; a minus may stand between ("$-3")."""
    minus = i > 0 and tokens[i - 1].low in MINUS and glued(tokens, i) and glued(tokens, i - 1)
    begin = i - 1 if minus and not tokens[i - 2].low.isalnum() else i
    found = currency.mark_before(text, tokens[begin].start)
    if found is None or found[0] < floor:
        return tokens[i].start, None
    return found


def _sign(tokens: list[Token], i: int, first: int, start: int) -> tuple[bool, int, int]:
    """Is it negative (a minus sign before the mark or the figure, or the word)? And its edges with the sign."""
    if first < i and tokens[i - 1].low in MINUS:
        return True, first, start
    before = low(tokens, first - 1)
    signed = before in MINUS and glued(tokens, first)
    if signed and first > 1 and glued(tokens, first - 1) and tokens[first - 2].low not in "(“\"'":
        return False, first, start  # "mid-5", "2-3": a hyphen
    if signed or before in ("minus", "negative"):
        return True, first - 1, tokens[first - 1].start
    return False, first, start


def _letter_is_scale(text: str, tokens: list[Token], k: int, j: int, marked: bool) -> bool:
    """`m` in "£12m", "12m euros" and "12m people" is a scale; in "a 12m wall" it is not. `k` in "10k" is one."""
    if marked:
        return True
    if not glued(tokens, k):
        return False
    if low(tokens, j) == "-" and low(tokens, j + 1) == "strong":
        return True
    if currency.word_behind(tokens, j) or currency.mark_behind(text, tokens[k].end, subunits=False):
        return True
    if tokens[k].low == "k":
        return not units.units().starting(tokens, j)
    return tokens[k].low in ("m", "b") and units.counts(tokens, j)
