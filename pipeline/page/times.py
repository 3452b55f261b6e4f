"""Dates → phrases a person reads: "since 1991", "before 1 June 2025", "1991-01-01 …"."""

import datetime as dt
import re

from pipeline.page.words import flat, join
from pipeline.record import Date

_INSIDE = ("in", "on", "during", "between")  # before a stretch from one day to another they say nothing
_LENGTH = re.compile(r"P(?P<time>T?)(?P<number>[0-9]{1,9}(?:\.[0-9]{1,9})?)(?P<unit>[YMWDHS])")
_LENGTHS = {
    "Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second",
}  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def spoken(found: Date) -> str:
    """`since 1991`, `by March 2018`, `1 January to 30 April 2025`; one without days keeps its own words."""
    edge = _edge(found)
    if edge is not None:
        return f"{found.relation} {long_day(edge)}"
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
    """What was made of it: its days, else its length (`6 years`); empty where its words say it all."""
    return days(found) or _length(found.timex or "") or ("no days known" if found.kind == "date" else "")


def long_day(day: dt.date) -> str:
    """`3 March 2025`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _edge(found: Date) -> dt.date | None:
    """The day that "before" and "after" shut out: the record holds the days on this side of it."""
    if found.relation == "before" and found.first is None and found.last not in (None, dt.date.max):
        return found.last + dt.timedelta(days=1)
    if found.relation == "after" and found.last is None and found.first not in (None, dt.date.min):
        return found.first - dt.timedelta(days=1)
    return None


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
    if found.grain == "year" and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year} to {last.year}"
    start = f"{first.day} {_MONTHS[first.month - 1]}" if first.year == last.year else long_day(first)
    return f"{start} to {long_day(last)}"


def _one_unit(found: Date) -> bool:
    """Whether both known ends lie in one year, month or day of the date's grain."""
    if found.first is None or found.last is None:
        return True
    size = {"year": 1, "month": 2}.get(found.grain or "", 3)
    return found.first.timetuple()[:size] == found.last.timetuple()[:size]


def _length(timex: str) -> str:
    """`P6Y` → `6 years`; empty for anything else than one number of one unit."""
    match = _LENGTH.fullmatch(timex)
    unit = match and _LENGTHS.get(match["time"] + match["unit"])
    return f"{match['number']} {unit}{'' if match['number'] == '1' else 's'}" if match and unit else ""
