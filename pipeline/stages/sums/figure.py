"""An amount as sums see it, and how exactly it is known.

A writer who says "$2.3 billion" says "between 2.25 and 2.35": a figure is known to half of its last place. So the
bounds of the amount (`low`, `high`: what its comparator allows) are widened by half a place:

- figures with a scale or decimals: the last place written ("$60m" ± 0.5m, "2.3bn" ± 0.05bn);
- whole figures from 1,000 up: zeros at the end, at most three, are rounding ("12,000" ± 500, "4,650" ± 5);
- figures in words: from 1,000 up the last place that is not zero ("nine billion" ± 0.5bn, "sixty million" ± 5m);
- fractions in words ("a third"): 2.5 percentage points, since nobody who counts says "a third".
"""

import re
from decimal import Decimal
from typing import NamedTuple

_WRITTEN = re.compile(r"[0-9][0-9.,'’ \u00a0\u202f\u2009]{0,40}")
_FRACTION = Decimal("2.5")
_ZEROS = 3


class Interval(NamedTuple):
    """Both ends included; None = open."""

    low: Decimal | None
    high: Decimal | None

    def __add__(self, other: "Interval") -> "Interval":  # type: ignore[override]
        return Interval(_plus(self.low, other.low), _plus(self.high, other.high))

    def meets(self, other: "Interval") -> bool:
        """Can both be true?"""
        return not self.above(other) and not other.above(self)

    def above(self, other: "Interval") -> bool:
        """Is all of this one larger than all of the other?"""
        return self.low is not None and other.high is not None and self.low > other.high


class Figure(NamedTuple):
    """`start`, `end`: code points with the comparator; `core`: the figure alone, which begins at `core_start`.
    `kind`: unit and currency (or the candidates); what is added up must be of one kind."""

    id: str
    start: int
    end: int
    core_start: int
    core: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    kind: tuple[str, ...]
    per: str | None = None
    change: str | None = None
    rule: str = ""

    @property
    def vague(self) -> bool:
        """ "millions": nothing can be added to it."""
        return self.high is None and (self.low is None or self.value is None)

    @property
    def bare(self) -> bool:
        """ "800 million", which may be money or people where one of both is being counted up."""
        return self.kind == ("count",) and self.value is not None and self.value >= 1000

    def like(self, other: "Figure") -> bool:
        """Could one be a part of the other?"""
        return self.kind == other.kind or (self.bare and other.money) or (self.money and other.bare)

    @property
    def money(self) -> bool:
        return self.kind[0] == "currency"


def known(figure: Figure) -> Interval:
    """What the words allow, widened by half of the last place."""
    half = place(figure) / 2
    low = None if figure.low is None else figure.low - half
    return Interval(low, None if figure.high is None else figure.high + half)


def place(figure: Figure) -> Decimal:
    """The size of the last place to which a figure is known, in units of its value."""
    value = figure.value if figure.value is not None else figure.high or figure.low
    if not value:
        return Decimal(0)
    if figure.rule.startswith("part"):
        return 2 * _FRACTION
    written = _WRITTEN.findall(figure.core)
    return _place_of(abs(value), written[-1].strip(" \u00a0\u202f\u2009.,") if written else "")


def _place_of(value: Decimal, written: str) -> Decimal:
    whole, decimals = _split(written)
    scale = value / Decimal(f"{whole}.{decimals}") if written and int(whole + decimals) else Decimal(0)
    if scale and Decimal(10) ** scale.adjusted() == scale:
        if decimals or scale >= 100:
            return scale / Decimal(10) ** len(decimals)
        return scale * _rounded(whole)
    zeros = int(value.normalize().as_tuple().exponent)
    return Decimal(10) ** (zeros if value >= 1000 else min(zeros, 0))


def _split(written: str) -> tuple[str, str]:
    """Digits before and behind the point: marks with three digits behind them group thousands."""
    whole, mark, decimals = written, "", ""
    found = re.fullmatch(r"(.*)([.,])([0-9]*)", written)
    if found and (len(found[3]) != 3 or found[1] == "0"):
        whole, mark, decimals = found.groups()
    return re.sub(r"[^0-9]", "", whole) or "0", decimals if mark else ""


def _rounded(whole: str) -> int:
    zeros = len(whole) - len(whole.rstrip("0"))
    return 10 ** min(zeros, _ZEROS) if len(whole) > _ZEROS else 1


def _plus(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a + b
