"""What words around a date do to its days: thirds of a unit, and open ends."""

import datetime as dt

from pipeline.stages.dates.timex import MONTHS, Days, add_months, days, edtf, parts, shift

HALVES = ("first half", "second half")
ONE_DAY = dt.timedelta(days=1)
OPEN_START = ("by", "until")


def third(timex: str, modifier: str) -> Days:
    """First, middle or last third of a unit: four months of a year, ten days of a month, 40 months of a decade.

    Units made of months are cut at months, months after their 10th and 20th day, weeks at a whole day.
    """
    first, last = days(timex)
    if modifier in HALVES:
        return _half(Days(first, last), _months(timex), HALVES.index(modifier))
    index = ("start", "mid", "end").index(modifier)
    if first is None or last is None:
        return Days(first, last)
    months = _months(timex)
    if months == 1:
        return (_day(first, 1, 10), _day(first, 11, 20), Days(first.replace(day=21), last))[index]
    if months and months >= 3:
        start = dt.date(*add_months(first.year, first.month, months * index // 3), 1)
        end = dt.date(*add_months(first.year, first.month, months * (index + 1) // 3), 1) - ONE_DAY
        return Days(start, end)
    length = (last - first).days + 1
    if length < 3:
        return Days(first, last)
    cut = [first + dt.timedelta(days=length * n // 3) for n in range(4)]
    return Days(cut[index], cut[index + 1] - ONE_DAY)


def _half(whole: Days, months: int | None, index: int) -> Days:
    first, last = whole
    if first is None or last is None:
        return whole
    middle = first + dt.timedelta(days=((last - first).days + 1) // 2)
    if months and months > 1:
        middle = dt.date(*add_months(first.year, first.month, months // 2), 1)
    return Days(first, middle - ONE_DAY) if index == 0 else Days(middle, last)


def modified(timex: str | None, stretch: Days, modifier: str | None) -> Days:
    """The third of a unit that a modifier names."""
    if not timex or not modifier or "/" in timex:
        return stretch
    try:
        return third(timex, modifier)
    except (ValueError, OverflowError):  # the last months that Python knows
        return stretch


def _months(timex: str) -> int | None:
    found = parts(timex)
    return MONTHS.get(found[0]) if found else None


def _day(month: dt.date, first: int, last: int) -> Days:
    return Days(month.replace(day=first), month.replace(day=last))


def third_edtf(stretch: Days) -> str | None:
    """A third as an EDTF interval, in months where it is made of whole months."""
    first, last = stretch
    if first is None or last is None:
        return None
    if first.day == 1 and last < dt.date.max and (last + ONE_DAY).day == 1:
        months = (first.isoformat()[:7], last.isoformat()[:7])
        return months[0] if months[0] == months[1] else "/".join(months)
    return f"{first}/{last}"


def related(stretch: Days, relation: str | None) -> Days:
    """The days a relation leaves: since = from the first on; by, until = up to the last; before, after = beyond."""
    first, last = stretch
    if relation == "since":
        return Days(first, None)
    if relation in OPEN_START:
        return Days(None, last)
    try:
        if relation == "before":
            return Days(None, first - ONE_DAY if first else None)
        if relation == "after":
            return Days(last + ONE_DAY if last else None, None)
    except OverflowError:  # the last day that Python knows
        return Days(None, None)
    return stretch


def related_edtf(timex: str, core: str | None, relation: str | None, stretch: Days) -> str | None:
    """The EDTF with the relation's open end: `1991/..`, `../2018`; `1994~` for around."""
    if core is None:
        return None
    start, end = core.split("/") if "/" in core else (core, core)
    if relation == "since":
        return f"{start}/.."
    if relation in OPEN_START:
        return f"../{end}"
    if relation in ("before", "after"):
        return _beyond(timex, relation, stretch)
    return core


def _beyond(timex: str, relation: str, stretch: Days) -> str | None:
    """`../2017` for "before 2018": the neighbour unit if there is one, else the day."""
    ends = timex.split("/")
    neighbour = shift(ends[0] if relation == "before" else ends[-1], -1 if relation == "before" else 1)
    moved = stretch.last if relation == "before" else stretch.first
    if moved is None:
        return None
    named = edtf(neighbour) if neighbour else None
    edge = days(neighbour) if neighbour else None
    whole = edge and moved in edge and named and "/" not in named
    end = named if whole else moved.isoformat()
    return f"../{end}" if relation == "before" else f"{end}/.."


def moved(day: dt.date, unit: str, count: int) -> dt.date | None:
    """So many units later (earlier if negative); the last day of the month where the month is too short."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    try:
        if months is None:
            return day + dt.timedelta(days=count * {"day": 1, "week": 7}.get(unit, 7))
        year, month = add_months(day.year, day.month, months * count)
        last = days(f"{year:04}-{month:02}").last
        return dt.date(year, month, min(day.day, last.day)) if last else None
    except (ValueError, OverflowError):
        return None
