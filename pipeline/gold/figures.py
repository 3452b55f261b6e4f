"""Words for a number → an exact decimal: `5bn`, `2,50,000`, `3.5 lakh`, `40 per cent` (the figure in it)."""

import re
from decimal import Decimal

from pipeline.gold.problems import Wrong

SCALES = {
    "k": 3, "thousand": 3, "lakh": 5, "m": 6, "mn": 6, "million": 6, "crore": 7, "bn": 9, "b": 9, "billion": 9,
    "tn": 12, "trillion": 12, "lakh crore": 12,
}  # fmt: skip
"""Zeros that a scale word stands for."""

NUMBER = re.compile(
    r"(?P<digits>\d[\d,]{0,30}(?:\.\d{1,12})?)\s?(?P<scale>lakh crore|[a-z]{1,8})?(?=[\W\d]|$)", re.IGNORECASE
)


def number(written: str) -> Decimal:
    """A number written for the builder: digits, and a scale if that is shorter. Raises Wrong."""
    match = NUMBER.fullmatch(written.strip())
    scale = (match["scale"] or "").lower() if match else ""
    if not match or (scale and scale not in SCALES):
        raise Wrong(f"{written!r} is not a number such as 2800000000, 2.8bn or 3.5lakh")
    return _scaled(match["digits"], scale)


def number_in(core: str, *, money: bool) -> Decimal:
    """The only figure in words of the text. Raises Wrong where there is none, several, or a lone letter that
    may be a unit ("40m" is no 40,000,000 unless it is money)."""
    found = list(NUMBER.finditer(core))
    if len(found) != 1:
        raise Wrong(f"what number is {core!r}? write it behind the =")
    scale = (found[0]["scale"] or "").lower()
    if scale in ("k", "m", "b") and not money:
        raise Wrong(f"what number is {core!r}? write it behind the =")
    return _scaled(found[0]["digits"], scale if scale in SCALES else "")


def _scaled(digits: str, scale: str) -> Decimal:
    value = Decimal(digits.replace(",", "")).scaleb(SCALES[scale] if scale else 0)
    plain = format(value, "f")
    return Decimal(plain.rstrip("0").rstrip(".") if "." in plain else plain)
