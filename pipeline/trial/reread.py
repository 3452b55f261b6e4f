"""Each amount that we find, read a second time by quantulum3, and where the two differ.

It is handed the figure alone, without its surroundings, at most 64 characters of it: so it is asked what it is good
at, the value and unit of a short string, and not where amounts are.
"""

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from pipeline.page.figures import digits
from pipeline.record import names
from pipeline.stages.money.amount import Amount, find
from pipeline.stages.money.quantulum import read_span

Difference = Literal[
    "none", "nothing", "only theirs", "pieces", "range", "vague", "sign", "scale", "value", "currency", "unit",
    "not asked",
]  # fmt: skip
DIFFERENCES: tuple[str, ...] = names(Difference)
MEANINGS = {
    "none": "both read the same",
    "nothing": "they find nothing",
    "only theirs": "we say that it is no amount",
    "pieces": "they read several quantities",
    "range": "we read a range, they one value or two",
    "vague": "we read a least size, they a value",
    "sign": "the same figure with the other sign",
    "scale": "a power of ten apart",
    "value": "another value",
    "currency": "the same value, another currency or none",
    "unit": "the same figure in another unit",
    "not asked": "longer than it is handed",
}
SUBUNITS = ("cent", "penny", "pence", "centavo", "paisa", "kopek")
UNITS = {"percentage": "percent", "per cent": "percent", "dimensionless": "count"}
AROUND = 60  # characters of the text that are shown on each side


class Theirs(NamedTuple):
    """One quantity that quantulum3 reads: its value, its name of the unit, the code where that is money."""

    value: float
    unit: str
    currency: str | None

    def __str__(self) -> str:
        return f"{digits(Decimal(repr(self.value)))} {self.unit}"


class Reread(NamedTuple):
    """One span, read twice. `ours`, `theirs`: in words; `before`, `behind`: what stands around it in its document."""

    span: str
    ours: str
    theirs: str
    difference: Difference
    rule: str = ""
    document: str = ""
    start: int = 0
    before: str = ""
    behind: str = ""


def reread(text: str, *, document: str = "", outlet: str | None = None) -> Iterator[Reread]:
    """Every amount of a text, in order, those on which both agree too."""
    for amount in find(text, outlet=outlet):
        start, end = amount.core_start, amount.core_end
        made = compare(text[start:end], [amount])
        before, behind = text[max(0, start - AROUND) : start], text[end : end + AROUND]
        yield made._replace(document=document, start=start, before=before, behind=behind)


def compare(span: str, ours: Sequence[Amount] | None = None) -> Reread:
    """Both readings of one span; `ours`: what we read there, if that is known already."""
    ours = find(span) if ours is None else ours
    found = read_span(span)
    theirs = [Theirs(value, unit, code) for _, _, value, unit, code in found or ()]
    return Reread(
        span=span,
        ours="; ".join(map(_said, ours)),
        theirs="; ".join(map(str, theirs)),
        difference="not asked" if found is None else _difference(ours, theirs),
        rule=ours[0].rule if ours else "",
    )


def _difference(ours: Sequence[Amount], theirs: Sequence[Theirs]) -> Difference:
    if not ours or not theirs:
        return "only theirs" if theirs else "nothing" if ours else "none"
    if len(ours) == 1 and ours[0].value is None and ours[0].high is not None:
        return "range"
    if len(ours) == len(theirs):
        kinds = [_between(our, their) for our, their in zip(ours, theirs, strict=True)]
        return next((kind for kind in kinds if kind != "none"), "none")
    return "pieces"


def _between(ours: Amount, theirs: Theirs) -> Difference:
    if ours.value is None:
        return "vague" if ours.high is None else "range"
    value = float(ours.value)
    if not _same(value, theirs.value):
        return _apart(ours, value, theirs)
    if ours.unit == "currency":
        return "none" if theirs.currency in _codes(ours) else "currency"
    return "none" if _unit(theirs) in (ours.unit, f"{ours.unit}_per_{ours.per}") else "unit"


def _codes(ours: Amount) -> tuple[str, ...]:
    """The currency, or all that it may be where nothing decided."""
    return (ours.currency,) if ours.currency is not None else ours.candidates


def _apart(ours: Amount, value: float, theirs: Theirs) -> Difference:
    """How two values differ."""
    if _same(value, -theirs.value):
        return "sign"
    share = ours.unit == "percent" and _same(value, 100 * theirs.value, near=1e-3)
    if share or (theirs.unit.split()[-1] in SUBUNITS and _same(100 * value, theirs.value)):
        return "unit"
    if value * theirs.value > 0:
        power = math.log10(value / theirs.value)
        if abs(power - round(power)) < 1e-9:
            return "scale"
    return "value"


def _same(a: float, b: float, near: float = 1e-9) -> bool:
    return math.isclose(a, b, rel_tol=near)


def _unit(theirs: Theirs) -> str:
    return UNITS.get(theirs.unit, theirs.unit).replace(" ", "_")


def _said(amount: Amount) -> str:
    unit = amount.currency or " or ".join(amount.candidates) or amount.unit
    unit += f" a {amount.per}" if amount.per else ""
    if amount.value is not None:
        return f"{digits(amount.value)} {unit}"
    if amount.low is not None and amount.high is not None:
        return f"{digits(amount.low)} to {digits(amount.high)} {unit}"
    return f"at least {digits(amount.low)} {unit}" if amount.low is not None else f"some {unit}"
