"""Digits as newspapers group them → an exact decimal.

1,234,567.89 · 12,34,567 (Indian) · 1.234.567,89 (continental) · 1'234'567 · 40 000 · 2,5 (decimal comma).
"""

import re
from decimal import Decimal
from typing import NamedTuple

_PLAIN = re.compile(r"[0-9]{0,30}(?:\.[0-9]{1,30})?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,9}(?:\.[0-9]{1,30})?")
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2}){1,9},[0-9]{3}(?:\.[0-9]{1,30})?")
_SPACED = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u202f\u2009'’][0-9]{3}){1,9}(?:\.[0-9]{1,30})?")
_CONTINENTAL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,9}(?:,[0-9]{1,30})?|[0-9]{1,3}\.[0-9]{3},[0-9]{1,2}")
_COMMA = re.compile(r"[0-9]{1,9},[0-9]{1,2}")


class Digits(NamedTuple):
    """`grouped`: separators between thousands, so the writing itself says that it is a figure.
    `comma`: read with a decimal comma, so it wants a mark, a scale or a unit beside it ("pages 12,13" is none)."""

    value: Decimal
    grouped: bool = False
    comma: bool = False


def read_digits(text: str) -> Digits | None:
    """None where the digits are no figure: "1.2.3", "22,24,26", "007"."""
    if _PLAIN.fullmatch(text):
        padded = len(text) > 1 and text[0] == "0" and text[1] != "."
        return None if padded else Digits(Decimal(text))
    if _GROUPED.fullmatch(text) or _INDIAN.fullmatch(text):
        return Digits(Decimal(text.replace(",", "")), grouped=True)
    if _SPACED.fullmatch(text):
        return Digits(Decimal(re.sub(r"[^0-9.]", "", text)), grouped=True)
    if _CONTINENTAL.fullmatch(text):
        return Digits(Decimal(text.replace(".", "").replace(",", ".")), grouped=True)
    if _COMMA.fullmatch(text):
        return Digits(Decimal(text.replace(",", ".")), comma=True)
    return None
