"""The one place that asks quantulum3: for the measure of a short span whose unit our table does not know.

It reads units well and finds amounts badly (see tests/stages/money/test_quantulum.py, which pins how), so it is
given a figure and one unit, never prose; what comes back is checked; and it is imported at the first such unit,
because its first parse costs seconds.
"""

import math
import re
import warnings
from functools import cache
from typing import Any

from .scan import Token, at
from .units import Unit

_BASE = r"(?:Pa|J|N|V|A|F|H|T|Wb|lm|lx|Bq|Gy|eV|Hz|Wh|W|mol)"
_PREFIXES = {
    "k": "kilo",
    "M": "mega",
    "G": "giga",
    "T": "tera",
    "m": "milli",
    "µ": "micro",
    "μ": "micro",
    "n": "nano",
}
_PLAIN = ("Pa", "Bq", "Gy", "eV", "lm", "lx")
_PREFIXES |= {"h": "hecto", "c": "centi", "d": "deci", "p": "pico"}
_UNIT = re.compile(rf"(?:[kMGTmµμnhcdp]{_BASE}|Pa|Bq|Gy|eV|lm|lx)(?:/[A-Za-z]{{1,6}})?")


def read_unit(text: str, tokens: list[Token], last: int) -> tuple[Unit, int] | None:
    """The measure at token `last`, and the index behind it; or None. Only what is written like a symbol of the SI
    ("kPa", "GBq", "mA/h") is asked for: never an ordinary word, and never more than a dozen characters."""
    word = at(tokens, last)
    if word is None or word.kind != "word":
        return None
    end = last + 1
    if text[word.end : word.end + 1] == "/" and (under := at(tokens, last + 2)) and under.kind == "word":
        end = last + 3
    form = text[word.start : tokens[end - 1].end]
    name = unit_name(form) if _UNIT.fullmatch(form) else None
    return (Unit(name), end) if name is not None else None


@cache
def unit_name(form: str) -> str | None:
    """quantulum3's name of a unit ("kPa" → "kilopascal"), or None where it knows none or errs.

    Checked: exactly one quantity, value 5, the span whole; a unit that is neither a currency nor made up of several
    units out of one plain word (it reads `bn` as "barn newton"); and the prefix that is written.
    """
    found = _parse(f"5 {form}")
    if len(found) != 1 or found[0].value != 5 or found[0].span != (0, len(form) + 2):
        return None
    unit = found[0].unit
    if unit.entity.name in ("currency", "dimensionless", "time") or not unit.name:
        return None
    if "/" not in form and len(unit.dimensions) > 1:
        return None
    if form not in _PLAIN and not unit.name.startswith(_PREFIXES.get(form[0], "")):
        return None  # it takes MJ for millijoules, mT for megatons
    return str(unit.name).replace(" ", "_")


def quantities(sentence: str) -> list[tuple[int, int, float, str, str | None]]:
    """What it finds by itself: start, end, value, its name of the unit, ISO 4217 code where that is money. The baseline
    beside our figures, not a part of the pipeline. Its time is cubic, so a sentence is read to 300 characters."""
    found = []
    for q in _parse(sentence[:300]):
        start, end = q.span
        if 0 <= start < end <= len(sentence) and math.isfinite(q.value):
            found.append(
                (start, end, float(q.value), str(q.unit.name), getattr(q.unit, "currency_code", None))
            )
    return found


LONGEST = 64
"""Characters of a span that it is handed: 100 digits take it half a second, 800 five minutes."""


def read_span(span: str) -> list[tuple[int, int, float, str, str | None]] | None:
    """The same of a short span, an amount without its surroundings; None where the span is longer than `LONGEST`."""
    return quantities(span) if len(span) <= LONGEST else None


def _parse(span: str) -> list[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it misses a classifier that is switched off below
        from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # else results depend on whether scikit-learn is installed
    try:
        return list(parser.parse(span))
    except (KeyError, ValueError, AttributeError, IndexError, TypeError, ZeroDivisionError):
        return []  # what its lookups raise on units they half know
