"""The one place that asks quantulum3: for the measure of a short span whose unit our table does not know.

It reads units well and finds amounts badly (see tests/stages/money/test_quantulum.py, which pins how), so it is
given a figure and one unit, never prose; what comes back is checked; and it is imported at the first such unit,
because its first parse costs seconds.
"""

import re
import warnings
from functools import cache
from typing import Any

from .scan import Token, at, glued
from .units import Unit

LONGEST = 24  # its time grows with the cube of a run of digits; it never sees more than this
_UNIT = re.compile(r"(?:[µμ]?[A-Za-z]{1,6}/[A-Za-z]{1,6}|[a-zµμ]{0,2}[A-Z][A-Za-z]{0,4}|[a-zµμ]{1,3})")
_NO_UNIT = frozenset(("st", "nd", "rd", "th", "s", "x", "am", "pm", "a", "b", "c", "d", "e", "p", "i"))
_MIXED = re.compile(r"[a-zµμ]{1,2}[A-Z][A-Za-z]{0,4}")


def read_unit(text: str, tokens: list[Token], first: int, last: int) -> tuple[Unit, int] | None:
    """The measure behind the figure of tokens `first` to `last`, and the index behind it; or None."""
    word = at(tokens, last)
    if word is None or word.kind != "word" or not _like_a_unit(tokens, last):
        return None
    end = last + 1
    if text[word.end : word.end + 1] == "/" and (under := at(tokens, last + 2)) and under.kind == "word":
        end = last + 3
    form = text[word.start : tokens[end - 1].end]
    if len(form) > LONGEST or not _UNIT.fullmatch(form):
        return None
    name = unit_name(form)
    return (Unit(name), end) if name is not None else None


def _like_a_unit(tokens: list[Token], j: int) -> bool:
    """Glued to the digits ("45kPa"), or with a capital inside ("45 kPa"); never an ordinary word."""
    word = tokens[j]
    if word.low in _NO_UNIT or len(word.text) > 6:
        return False
    return _MIXED.fullmatch(word.text) is not None or (glued(tokens, j) and len(word.text) > 1)


@cache
def unit_name(form: str) -> str | None:
    """quantulum3's name of a unit ("kPa" → "kilopascal"), or None where it knows none or errs.

    Checked: exactly one quantity, value 5, the span whole, and a unit that is neither a currency nor made up of
    several units out of one plain word (it reads `bn` as "barn newton").
    """
    found = _parse(f"5 {form}")
    if len(found) != 1 or found[0].value != 5 or found[0].span != (0, len(form) + 2):
        return None
    unit = found[0].unit
    if unit.entity.name in ("currency", "dimensionless", "time") or not unit.name:
        return None
    if "/" not in form and len(unit.dimensions) > 1:
        return None
    return str(unit.name).replace(" ", "_")


def _parse(span: str) -> list[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it misses a classifier that is switched off below
        from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # else results depend on whether scikit-learn is installed
    try:
        return list(parser.parse(span))
    except (KeyError, ValueError, AttributeError, IndexError, TypeError, ZeroDivisionError):
        return []  # what its lookups raise on units they half know
