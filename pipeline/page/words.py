"""Values of the record → phrases a person reads: "more than 2.8 billion USD", "since 1991", "according to …"."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from pipeline.record import Amount, Attribution, Claim, Date, Speech

_SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))
_SPOKEN_BOUNDS = {
    "approx": "about ", "gt": "more than ", "ge": "at least ", "lt": "less than ", "le": "up to ",
}  # fmt: skip
_SIGNED_BOUNDS = {"approx": "≈ ", "gt": "> ", "ge": "≥ ", "lt": "< ", "le": "≤ "}
_SPOKEN = {"direct": "in the words of", "mixed": "partly in the words of"}
_IMPLIED = {"prediction": "predicted", "recommendation": "recommended"}
_INSIDE = ("in", "on", "during", "between")  # before a stretch from one day to another they say nothing
_KINDS = {
    "date": "no days known",
    "duration": "a length of time",
    "set": "a repetition",
    "vague": "no days known",
}
_LENGTH = re.compile(r"P(?P<time>T?)(?P<number>[0-9]{1,9}(?:\.[0-9]{1,9})?)(?P<unit>[YMWDHS])")
_LENGTHS = {
    "Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second",
}  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


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


def amount(found: Amount) -> str:
    """`more than 2.8 billion USD a year`."""
    return _amount(found, _SPOKEN_BOUNDS, figure)


def exact(found: Amount) -> str:
    """The same with signs and every digit: `> 2,800,000,000 USD a year`."""
    return _amount(found, _SIGNED_BOUNDS, digits)


def date(found: Date) -> str:
    """`since 1991`, `by March 2018`, `1 January to 30 April 2025`; one without days keeps its own words."""
    if found.relation == "before" and found.first is None and found.last is not None:
        return f"before {long_day(found.last + dt.timedelta(days=1))}"
    if found.relation == "after" and found.last is None and found.first is not None:
        return f"after {long_day(found.first - dt.timedelta(days=1))}"
    when = _when(found)
    if not when:
        return flat(found.span.text)
    relation = (found.relation or "").replace("_", " ")
    if relation in _INSIDE and (found.approximate or " to " in when):
        relation = ""
    about = "around" if found.approximate and relation != "around" else ""
    return join(relation, about, when)


def days(found: Date) -> str:
    """`1991-01-01 …`, `… 2018-12-31`, `2025-03-03`; empty where no day is known."""
    if found.first is not None and found.first == found.last:
        return f"{found.first}"
    known = join(str(found.first or ""), "…", str(found.last or ""))
    return "" if known == "…" else known


def normal(found: Date) -> str:
    """What was made of it: its days, else its length (`6 years`), else only what kind of time it is."""
    return days(found) or _length(found.timex or "") or _KINDS[found.kind]


def said(attribution: Attribution) -> str:
    """Who is made to say it: `according to the ministry`; empty where it is the author."""
    if attribution.source_type == "author" and not attribution.chain:
        return ""
    links = attribution.chain or (Speech(source=attribution.source, cue=attribution.cue),)
    names = [flat(link.source.text) if link.source else "someone unnamed" for link in links]
    if attribution.source_type in ("generic", "unnamed"):  # "Critics say …" at the start of a sentence
        names[-1] = names[-1][0].lower() + names[-1][1:]
    return f"{_SPOKEN.get(attribution.content, 'according to')} {', citing '.join(names)}"


def unusual(claim: Claim) -> tuple[str, ...]:
    """What sets a claim apart from a plain assertion of its kind: `negated`, `possible` …"""
    polarity = () if claim.polarity.value == "affirmed" else (claim.polarity.value,)
    # A prediction that is "predicted" says nothing its kind has not said.
    plain = claim.modality.value in ("asserted", _IMPLIED.get(claim.kind))
    return polarity if plain else (*polarity, claim.modality.value)


def long_day(day: dt.date) -> str:
    """`3 March 2025`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def count(number: int, noun: str) -> str:
    """`1 claim`, `2 claims`, `no entities`."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number or 'no'} {noun if number == 1 else plural}"


def flat(text: str) -> str:
    """On one line."""
    return " ".join(text.split())


def _amount(found: Amount, bounds: Mapping[str, str], number: Callable[[Decimal], str]) -> str:
    per = found.per and ("an " if found.per == "hour" else "a ") + found.per.replace("_", " ")
    measure = _measure(found, bounds, number)
    measure = f"{measure}%" if found.unit == "percent" else join(measure, _unit(found))
    return join(f"{found.change} by" if found.change else "", measure, per or "")


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


def _when(found: Date) -> str:
    first, last = found.first, found.last
    day = first or last
    if found.kind != "date" or day is None:
        return ""
    if found.modifier is None and found.grain in ("year", "month", "day") and _one_unit(found):
        year, month = f"{day.year}", f"{_MONTHS[day.month - 1]} {day.year}"
        return {"year": year, "month": month}.get(found.grain, long_day(day))
    if first is None or last is None:
        return long_day(day)
    if first == last:
        return long_day(first)
    if (
        found.grain == "year"
        and found.modifier is None
        and (first.day, first.month, last.month) == (1, 1, 12)
    ):
        return f"{first.year} to {last.year}"
    start = f"{first.day} {_MONTHS[first.month - 1]}" if first.year == last.year else long_day(first)
    return f"{start} to {long_day(last)}"


def _length(timex: str) -> str:
    """`P6Y` → `6 years`; empty for anything else than one number of one unit."""
    match = _LENGTH.fullmatch(timex)
    unit = match and _LENGTHS.get(match["time"] + match["unit"])
    return f"{match['number']} {unit}{'' if match['number'] == '1' else 's'}" if match and unit else ""


def _one_unit(found: Date) -> bool:
    """Whether both known ends lie in one year, month or day of the date's grain."""
    if found.first is None or found.last is None:
        return True
    size = {"year": 1, "month": 2}.get(found.grain or "", 3)
    return found.first.timetuple()[:size] == found.last.timetuple()[:size]


def join(*parts: str) -> str:
    """The parts that say something, with spaces between."""
    return " ".join(part for part in parts if part)
