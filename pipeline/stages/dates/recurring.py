"""Times that come again, a March, a Tuesday, a 15th, a Christmas: which of them is meant, counted from a day."""

import datetime as dt
import re

from pipeline.stages.dates.named import in_year
from pipeline.stages.dates.reading import Reading
from pipeline.stages.dates.tense import Tense
from pipeline.stages.dates.timex import NO_DAYS, add_months, days

JUST_GONE = dt.timedelta(days=31)  # "fees are up in March", said in April, is no plan
Option = tuple[str, dt.date, dt.date]


def recurring(reading: Reading, base: dt.date, tense: Tense) -> str | None:
    """The March, the summer, the Easter that is meant: by the word before it ("last", "next"), or by tense."""
    known = _options(reading.timex, base)
    if reading.direction == 0:
        timex = _in_year(reading.timex, base.year + reading.steps)
        return timex if days(timex).first else None
    if reading.direction == -1:
        gone = [timex for timex, _, last in reversed(known) if last < base]
        return next(iter(gone[-reading.steps :]), None)
    if reading.direction == 1:
        return next((timex for timex, first, _ in known if first > base), None)
    behind = next((option for option in reversed(known) if option[1] <= base), None)
    ahead = next((option for option in known if option[2] >= base), None)
    return _chosen(behind, ahead, base, tense)


def _chosen(behind: Option | None, ahead: Option | None, base: dt.date, tense: Tense) -> str | None:
    if tense in ("past", "perfect"):
        return behind[0] if behind else None
    if behind is None or ahead is None:
        return ahead[0] if ahead else None
    if tense == "future":
        return ahead[0]
    gone, coming = base - behind[2], ahead[1] - base
    return behind[0] if gone <= (JUST_GONE if tense == "present" else coming) else ahead[0]


def _options(timex: str, base: dt.date) -> list[Option]:
    """What a value with an open year can be, nine years around a day (the 29th of February is rare)."""
    options = [_in_year(timex, year) for year in range(max(1, base.year - 9), min(9998, base.year + 9))]
    stretches = [(option, *days(option)) for option in options]
    return [(option, first, last) for option, first, last in stretches if first and last]


def _in_year(timex: str, year: int) -> str:
    """A value whose year is open, in a year."""
    filled = "/".join(part.replace("XXXX", f"{year:04}") for part in timex.split("/"))
    if days(filled) == NO_DAYS:
        try:
            return in_year(timex[5:], year)
        except (ValueError, OverflowError):  # at the edges of the calendar
            return filled
    return filled


def in_story(timex: str, base: dt.date) -> str | None:
    """In a story told in order the next month is in the same year, or after the turn of the year."""
    if timex.startswith("XXXX-WXX"):
        ahead = (int(timex[9]) - base.isoweekday()) % 7
        return move(base, ahead)
    if timex.startswith("XXXX-XX"):
        return _same_month(timex, base)
    same = _in_year(timex, base.year)
    first = days(same).first
    if first and base.month >= 10 and first.month <= 3 and base.year < 9999:
        return _in_year(timex, base.year + 1)
    return same if first else None


def weekday(reading: Reading, base: dt.date, tense: Tense) -> str | None:
    """The Tuesday that is meant; the day itself where it is one, but for "last" and "next"."""
    wanted = int(reading.timex[9])
    behind, ahead = (base.isoweekday() - wanted) % 7, (wanted - base.isoweekday()) % 7
    if reading.direction is not None:
        near = {-1: -(behind or 7), 1: ahead or 7}.get(reading.direction, wanted - base.isoweekday())
        return move(base, near + 7 * reading.steps)
    forward = tense in ("future", "present") or (tense == "open" and ahead < behind)
    return move(base, ahead if forward else -behind)


def move(day: dt.date, count: int) -> str | None:
    """So many days on; None beyond the calendar."""
    try:
        return (day + dt.timedelta(days=count)).isoformat()
    except OverflowError:
        return None


def day_of_month(timex: str, base: dt.date, tense: Tense) -> str | None:
    """The 15th that is meant: the last, or with a future verb the next."""
    step = 1 if tense in ("future", "present") else -1
    for months in range(0, 3 * step, step):
        year, month = add_months(base.year, base.month, months)
        candidate = fill_month(timex, f"{year:04}-{month:02}")
        first = days(candidate).first if candidate else None
        if first and (first - base).days * step >= 0:
            return candidate
    return None


def _same_month(timex: str, base: dt.date) -> str | None:
    return fill_month(timex, f"{base.year:04}-{base.month:02}")


def fill_month(timex: str, month: str) -> str | None:
    """`XXXX-XX-10`, `XXXX-XX-01/XXXX-XX-07`, in a month; `L7` is the seventh of its days from the end."""
    last = days(month).last
    if last is None:
        return None
    if weekday := re.fullmatch(r"XXXX-XX-([\dL])-(\d)", timex):
        return in_year(f"{last.month}-{weekday[1]}-{weekday[2]}", last.year)
    from_end = re.sub(r"-L(\d)", lambda match: f"-{last.day + 1 - int(match[1]):02}", timex)
    filled = from_end.replace("XXXX-XX", month)
    return filled if days(filled).first else None
