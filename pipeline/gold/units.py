"""`2019`, `2024-05`, `1990s`, `2024-Q3` → its first and last day and its grain. Pure; by § 6 of the guidelines."""

import datetime as dt
import re
from typing import NamedTuple

from pipeline.gold.problems import Wrong

FORMS = re.compile(
    r"(?P<year>\d{4})(?:(?P<decade>s)|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>spring|summer|autumn|winter)"
    r"|-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?|(?P<century>\d{1,2})c"
)
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""The month in which a northern season begins; winter belongs to the year of its December."""
FINER = ("day", "month", "season", "quarter", "half", "year", "decade", "century")
THIRDS = {"year": 4, "decade": 40, "century": 400}
"""Months in a third; those of a month are days 1–10, 11–20, 21–end."""


class Unit(NamedTuple):
    first: dt.date
    last: dt.date
    grain: str


def unit(written: str) -> Unit:
    """One unit, or two with `..` between them: from the first day of one to the last of the other. Raises Wrong."""
    one, dots, other = written.partition("..")
    first, last = _one(one), _one(other) if dots else _one(one)
    return Unit(first.first, last.last, min(first.grain, last.grain, key=FINER.index))


def third(whole: Unit, modifier: str) -> Unit:
    """The first, middle or last third (start, mid, end) of a unit. Raises Wrong where none is defined."""
    part = ("start", "mid", "end").index(modifier)
    if whole.grain == "month":
        first = whole.first + dt.timedelta(days=10 * part)
        last = whole.last if part == 2 else first + dt.timedelta(days=9)
    elif whole.grain in THIRDS:
        first = _months_on(whole.first, THIRDS[whole.grain] * part)
        last = _months_on(first, THIRDS[whole.grain]) - dt.timedelta(days=1)
    else:
        raise Wrong(
            f"a {whole.grain} has no thirds in the guidelines: give its first and last unit, 2024-03..2024-04"
        )
    return Unit(first, last, whole.grain)


def _one(written: str) -> Unit:
    match = FORMS.fullmatch(written)
    if not match:
        raise Wrong(
            f"{written!r} is not a unit: 2019, 2024-05, 2024-05-31, 1990s, 20c, 2024-Q3, 2024-H1, 2024-spring"
        )
    try:
        return _unit(match)
    except ValueError:
        raise Wrong(f"{written!r} is no day that there is") from None


def _unit(match: re.Match[str]) -> Unit:
    year = int(match["year"] or 0)
    if match["century"]:
        return _from(dt.date(int(match["century"]) * 100 - 99, 1, 1), 1200, "century")
    if match["decade"]:
        return _from(dt.date(year, 1, 1), 120, "decade")
    if match["quarter"]:
        return _from(dt.date(year, int(match["quarter"]) * 3 - 2, 1), 3, "quarter")
    if match["half"]:
        return _from(dt.date(year, int(match["half"]) * 6 - 5, 1), 6, "half")
    if match["season"]:
        return _from(dt.date(year, SEASONS[match["season"]], 1), 3, "season")
    if match["day"]:
        day = dt.date(year, int(match["month"]), int(match["day"]))
        return Unit(day, day, "day")
    if match["month"]:
        return _from(dt.date(year, int(match["month"]), 1), 1, "month")
    return _from(dt.date(year, 1, 1), 12, "year")


def _from(first: dt.date, months: int, grain: str) -> Unit:
    return Unit(first, _months_on(first, months) - dt.timedelta(days=1), grain)


def _months_on(day: dt.date, months: int) -> dt.date:
    """The first day of the month so many months later."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, 1)
