"""Amounts → figures a person reads: "more than 2.8 billion USD", "> 2,800,000,000 USD"."""

from collections.abc import Callable, Mapping
from decimal import Context, Decimal

from pipeline.page.times import long_day
from pipeline.page.words import flat, join
from pipeline.record import Amount

THREE = Context(prec=3)
_SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))
_SPOKEN_BOUNDS = {
    "approx": "about ", "gt": "more than ", "ge": "at least ", "lt": "less than ", "le": "up to ",
}  # fmt: skip
_SIGNED_BOUNDS = {"approx": "≈ ", "gt": "> ", "ge": "≥ ", "lt": "< ", "le": "≤ "}


def figure(value: Decimal) -> str:
    """A number as newspapers write it: `2.8 billion`, `1,234,567`, `0.25`."""
    for scale, name in _SCALES:
        if abs(value) >= scale and value % (scale / 1000) == 0:
            return f"{digits(value / scale)} {name}"
    return digits(value)


def digits(value: Decimal) -> str:
    """Every digit, grouped by thousands, without empty decimals: `2,800,000,000`."""
    plain = format(value, ",f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def spoken(found: Amount) -> str:
    """`more than 2.8 billion USD a year`."""
    return _phrase(found, _SPOKEN_BOUNDS, figure)


def exact(found: Amount) -> str:
    """The same with signs and every digit: `> 2,800,000,000 USD a year`."""
    return _phrase(found, _SIGNED_BOUNDS, digits)


def converted(found: Amount) -> str:
    """`≈ 55.9 million EUR (30 April 2024)`: three digits, and the day of the rate; empty where there is none, or where
    the amount is in that currency anyway."""
    made = found.converted
    if made is None or made.currency == found.currency:
        return ""
    ends = [THREE.plus(end) for end in (made.value, made.low, made.high) if end is not None]
    figures = figure(ends[0]) if made.value is not None or len(ends) == 1 else " to ".join(map(figure, ends))
    return f"≈ {figures} {made.currency} ({long_day(made.day)})" if ends else ""


def _phrase(found: Amount, bounds: Mapping[str, str], number: Callable[[Decimal], str]) -> str:
    measure = _measure(found, bounds, number)
    measure = f"{measure}%" if found.unit == "percent" else join(measure, _unit(found))
    return join(f"{found.change} by" if found.change else "", measure, per(found.per) if found.per else "")


def per(unit: str) -> str:
    """Of a rate, what it is counted by: `a year`, `an hour`, `per 1,000`; `each` of things."""
    if unit == "item":
        return "each"
    if unit.isdigit():
        return f"per {int(unit):,}"
    an = unit[0] in "aeio" or unit == "hour"  # a unit, a US state
    return f"{'an' if an else 'a'} {unit.replace('_', ' ')}"


def _measure(found: Amount, bounds: Mapping[str, str], number: Callable[[Decimal], str]) -> str:
    low, high = found.low, found.high
    if found.value is not None and found.comparator != "range":
        return bounds.get(found.comparator, "") + number(found.value)
    if low is not None and high is not None:
        return f"{number(low)} to {number(high)}"
    if low is not None:
        return bounds["ge"] + number(low)
    if high is not None:
        return bounds["le"] + number(high)
    return flat(found.core.text)


def _unit(found: Amount) -> str:
    if found.unit == "currency":
        return found.currency or " or ".join(found.candidates) or "of an unknown currency"
    if found.unit == "count":
        return ""
    name = found.unit.replace("_", " ")
    return name if found.value == 1 or len(name) < 4 or name.endswith("s") else f"{name}s"
