"""Figures with their bounds, what they are in another currency, and the sums that they make."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer

from pipeline.record.closed_sets import Change, Comparator, CurrencyBasis
from pipeline.record.provenance import Abstained
from pipeline.record.span import Record, Span


def _no_float(value: Any) -> Any:
    if isinstance(value, float):
        raise ValueError("money is decimal: give a string of digits, not a binary float")
    return value


LONGEST = 60
"""Digits on either side of the point, at most: written out, `1e999999` would be a megabyte of zeros."""


def _of_bounded_length(value: Decimal) -> Decimal:
    if value and abs(value.adjusted()) >= LONGEST:
        raise ValueError(f"no figure of an op-ed has more than {LONGEST} digits before or behind the point")
    return value


Digits = Annotated[
    Decimal,
    BeforeValidator(_no_float),
    AfterValidator(_of_bounded_length),
    PlainSerializer(lambda d: format(d, "f"), return_type=str),
]
"""An exact decimal; in JSON plain digits without exponent, `"2800000000"`."""


class Converted(Record):
    """A sum of money in another currency, to six significant digits: derived, by the European Central Bank's
    reference rate of `day`. `rate`: how many units of `currency` one of the amount's own buys."""

    value: Digits | None
    """The figure, in that currency."""
    low: Digits | None
    """Its least, in that currency; null = open."""
    high: Digits | None
    """Its most, in that currency; null = open."""
    currency: str = Field(pattern=r"^[A-Z]{3}$")
    """ISO 4217 code of the currency it was put into."""
    rate: Digits
    """Units of that currency which one of the amount's own buys."""
    day: dt.date
    """The day of the rate."""


class Amount(Record):
    """A figure with its bounds; null = open. `span` takes in the comparator, `core` only the figure. `converted`:
    null unless asked for; where it was and could not be, `abstained` says why."""

    id: str
    """`m1`, `m2` … within the document."""
    span: Span
    """The figure with its comparator: "more than $3 million"."""
    core: Span
    """The figure alone: "$3 million"."""
    value: Digits | None
    """The figure itself, in units of `unit`."""
    low: Digits | None
    """Least that the words allow; null = open."""
    high: Digits | None
    """Most that the words allow; null = open."""
    comparator: Comparator
    """How the figure bounds the value: eq, approx, gt, ge, lt, le, range, vague."""
    unit: str
    """`currency`, `percent`, `percentage_points`, `count` or a measure."""
    currency: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    """ISO 4217 code of a sum of money."""
    currency_basis: CurrencyBasis | None = None
    """What the currency was decided by."""
    candidates: tuple[str, ...] = ()
    """ISO 4217 codes that the mark could also mean."""
    per: str | None = None
    """What a rate is for: year, hour, person …"""
    change: Change | None = None
    """Direction, where the figure is by how much something changed."""
    rule: str
    """The rule that decided."""
    converted: Converted | None = None
    """The same in another currency, where that was asked for."""
    abstained: tuple[Abstained, ...] = ()
    """Why it could not be converted."""


class Sum(Record):
    """Amounts that the text makes the parts of another. `parts` and `total` are ids of amounts; `total` null: the
    parts are shares of a hundred percent. `value`, `low`, `high`: what the parts make, with the bounds of that; null
    = open. `holds`: whether that can be the total, at the precision in which the figures are written."""

    id: str
    """`s1`, `s2` … within the document."""
    span: Span
    """From the first of its words to the last."""
    parts: tuple[str, ...] = Field(min_length=2)
    """Ids of the amounts that are added."""
    total: str | None
    """Id of the amount that is their total; null = a hundred percent."""
    value: Digits | None
    """What the parts make."""
    low: Digits | None
    """The least they can make; null = open."""
    high: Digits | None
    """The most they can make; null = open."""
    holds: bool
    """Whether that can be the total."""
    cue: Span
    """The words that say so."""
    rule: str
    """The rule that decided."""
