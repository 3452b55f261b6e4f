"""The calendar: a TIMEX3 value such as `1991-05`, `1991-Q3`, `199`, `20` ⇄ its days, its EDTF, its neighbours.

One string names one unit of the calendar and everything else follows from it. Conventions:
a decade `199` is 1990 to 1999; a century is counted from its year 1 (`19`, the 20th century, is 1901 to 2000);
`18XX` are the hundred years from 1800, "the 1800s";
seasons are the northern, meteorological ones (spring March to May; winter of a year begins in its December);
weeks are ISO weeks. Years before Christ (`BC0490`) and fiscal years (`FY2023`) have no days here: the first
lie outside `datetime.date`, the second begin on a day that the text seldom tells.
EDTF is ISO 8601-2:2019 (levels 1 and 2): seasons 21-24, quarters 33-36, halves 40-41.
"""

import datetime as dt
import re
from calendar import monthrange
from typing import NamedTuple

from pipeline.lexicon import table


class Days(NamedTuple):
    """Both ends inclusive; None is open or unknown."""

    first: dt.date | None
    last: dt.date | None


NO_DAYS = Days(None, None)
SEASONS = {row["timex"]: (row["edtf"], int(row["first_month"])) for row in table("seasons")}
FORMS = (
    ("day", re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T[\w:]{1,8})?")),
    ("month", re.compile(r"(\d{4})-(\d\d)")),
    ("year", re.compile(r"(\d{4})")),
    ("decade", re.compile(r"(\d{3})")),
    ("century", re.compile(r"(\d\d)")),
    ("hundreds", re.compile(r"(\d\d)XX")),
    ("quarter", re.compile(r"(\d{4})-Q([1-4])")),
    ("half", re.compile(r"(\d{4})-H([12])")),
    ("season", re.compile(r"(\d{4})-(SP|SU|FA|WI)")),
    ("week", re.compile(r"(\d{4})-W(\d\d)")),
    ("weekend", re.compile(r"(\d{4})-W(\d\d)-WE")),
    ("fiscal_year", re.compile(r"FY(\d{4})")),
)
MONTHS = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "hundreds": 1200,
}


def parts(timex: str) -> tuple[str, tuple[str, ...]] | None:
    """The grain and the fields of a value, or None where it does not name one unit of the calendar."""
    for grain, form in FORMS:
        if match := form.fullmatch(timex):
            return grain, match.groups()
    return None


def days(timex: str) -> Days:
    """First and last day of a unit, or of `A/B` the first of A and the last of B; `NO_DAYS` where unknown."""
    if "/" in timex:
        first, last = timex.split("/", 1)
        return Days(days(first).first, days(last).last)
    found = parts(timex)
    try:
        return _days(*found) if found else NO_DAYS
    except (ValueError, OverflowError):  # the 31st of February, week 60, the year 0 or 10,000
        return NO_DAYS


def _days(grain: str, fields: tuple[str, ...]) -> Days:
    if grain == "fiscal_year":
        return NO_DAYS
    if grain == "day":
        day = dt.date(*map(int, fields))
        return Days(day, day)
    if grain in ("week", "weekend"):
        start = dt.date.fromisocalendar(int(fields[0]), int(fields[1]), 1 if grain == "week" else 6)
        return Days(start, start + dt.timedelta(days=6 if grain == "week" else 1))
    year, month = _first_month(grain, fields)
    return Days(dt.date(year, month, 1), last_of_months(year, month, MONTHS[grain]))


def _first_month(grain: str, fields: tuple[str, ...]) -> tuple[int, int]:
    number = int(fields[0])
    if grain == "century":
        return number * 100 + 1, 1
    if grain in ("decade", "hundreds"):
        return number * (10 if grain == "decade" else 100), 1
    if grain == "season":
        return number, SEASONS[fields[1]][1]
    index = int(fields[1]) if len(fields) > 1 else 1
    return number, (index - 1) * MONTHS[grain] + 1


def last_of_months(year: int, month: int, count: int) -> dt.date:
    """The last day of the `count` months that begin with this one."""
    year, month = add_months(year, month, count - 1)
    return dt.date(year, month, monthrange(year, month)[1])


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Year and month, `count` months on (or back)."""
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def of_day(day: dt.date, grain: str) -> str:
    """The unit of this grain in which a day lies."""
    if grain == "day":
        return day.isoformat()
    if grain in ("week", "weekend"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if grain == "weekend" else "")
    if grain == "month":
        return f"{day.year:04}-{day.month:02}"
    if grain == "quarter":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if grain == "half":
        return f"{day.year:04}-H{(day.month + 5) // 6}"
    if grain == "season":
        return season_of(day)
    if grain == "fiscal_year":
        return f"FY{day.year:04}"
    if grain == "century":
        return f"{(day.year - 1) // 100:02}"
    return f"{day.year:04}"[: 3 if grain == "decade" else 4]


def season_of(day: dt.date) -> str:
    """The season of a day; January and February belong to the winter of the year before."""
    year, month = add_months(day.year, day.month, 0 if day.month > 2 else -12)
    name = {first // 3: code for code, (_, first) in SEASONS.items()}[month // 3 or 4]
    return f"{year:04}-{name}"


def shift(timex: str, count: int) -> str | None:
    """The unit of the same grain `count` units later (earlier if negative); None where that cannot be said."""
    found = parts(timex)
    if not found:
        return None
    grain, fields = found
    if grain in ("decade", "century", "fiscal_year", "year"):
        number = int(fields[0]) + count
        shape = {"decade": "{:03}", "century": "{:02}", "fiscal_year": "FY{:04}", "year": "{:04}"}[grain]
        moved = shape.format(number)
        there = parts(moved)  # the decade after 999 would be the year 1000
        return moved if number > 0 and there and there[0] == grain else None
    first = days(timex).first
    if first is None:
        return None
    try:
        if grain in MONTHS:
            year, month = add_months(first.year, first.month, count * MONTHS[grain])
            return of_day(dt.date(year, month, 1), grain)
        size = 1 if grain == "day" else 7
        return of_day(first + dt.timedelta(days=size * count), grain)
    except (ValueError, OverflowError):
        return None


def edtf(timex: str) -> str | None:
    """The EDTF of a value; None where there is no such form (fiscal years, durations, references)."""
    if "/" in timex:
        first, last = (edtf(end) for end in timex.split("/", 1))
        return f"{first}/{last}" if first and last and "/" not in first + last else _by_days(timex)
    if match := re.fullmatch(r"BC(\d{4})", timex):
        return f"-{int(match[1]) - 1:04}" if int(match[1]) > 1 else "0000"
    if re.fullmatch(r"XXXX-\d\d(-\d\d)?", timex):
        return timex
    found = parts(timex)
    if not found or found[0] == "fiscal_year":
        return None
    grain, fields = found
    if grain in ("week", "weekend"):
        return _by_days(timex)
    if grain in ("decade", "century"):
        return timex.ljust(4, "X")
    codes = {"season": SEASONS.get(fields[-1], ("",))[0]}
    if grain in ("quarter", "half"):
        codes[grain] = str((32 if grain == "quarter" else 39) + int(fields[1]))
    if grain == "day":
        return "-".join(fields)
    return f"{fields[0]}-{codes[grain]}" if grain in codes else timex


def _by_days(timex: str) -> str | None:
    first, last = days(timex)
    return f"{first}/{last}" if first and last else None
