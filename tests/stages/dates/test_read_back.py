"""Whatever is printed in a style of ours, or by the page, is read back as the same days."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.page.times import long_day, spoken
from pipeline.record import Date, Span
from pipeline.stages.dates.date import find
from pipeline.stages.dates.timex import last_of_months

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ONES = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORDED = (
    "the {nth} of {month}, {words}",
    "{d} {month} {words}",
    "{month} {d}, {words}",
    "{month} the {nth}, {words}",
)
DAYS = st.dates(dt.date(1500, 1, 1), dt.date(2199, 12, 31))
YEARS = st.integers(1500, 2190)
DAY_STYLES = (
    "{d} {month} {y}", "{month} {d}, {y}", "{month} {d} {y}", "{iso}", "the {nth} of {month} {y}", "{nth} {month} {y}",
    "{month} {nth}, {y}", "{weekday}, {d} {month} {y}", "{weekday}, {month} {d}, {y}", "{weekday} {d} {month} {y}",
    "{short} {d}, {y}", "{d} {short} {y}", "{y}/{m:02}/{d:02}", "{y}.{m:02}.{d:02}", "{d}-{abbreviated}-{y}",
    "{month} the {nth}, {y}", "the {nth} of {month}, {y}",
)  # fmt: skip
UNIT_STYLES = {
    "month": ("{month} {y}", "{month} of {y}", "{short} {y}", "{month}, {y}"),
    "quarter": ("Q{q} {y}", "the {quarter} quarter of {y}", "{y} Q{q}", "{y}-Q{q}"),
    "half": ("H{h} {y}", "the {half} half of {y}", "{y} H{h}"),
    "season": ("the {season} of {y}", "{season} {y}", "{season}, {y}"),
    "year": ("{y}", "the year {y}"),
    "decade": ("the {decade}0s", "the {decade}0’s"),
}
RANGES = (
    "from {} to {}",
    "between {} and {}",
    "from {} until {}",
    "from {} through {}",
    "{} to {}",
    "{}–{}",
    "{} - {}",
)
RELATIONS = ("since", "by", "until", "before", "after", "around", "as of")


def nth(n: int) -> str:
    return f"{n}{'th' if 10 < n % 100 < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def named(day: dt.date) -> dict[str, object]:
    month = MONTHS[day.month - 1]
    return {
        "d": day.day, "m": day.month, "y": day.year, "iso": day.isoformat(), "nth": nth(day.day), "month": month,
        "short": SHORT[day.month - 1], "abbreviated": month[:3], "weekday": WEEKDAYS[day.weekday()],
        "q": (day.month + 2) // 3, "quarter": ("first", "second", "third", "fourth")[(day.month - 1) // 3],
        "h": (day.month + 5) // 6, "half": ("first", "second")[(day.month - 1) // 6], "decade": day.year // 10,
        "season": ("spring", "summer", "autumn", "winter")[(day.month - 3) // 3 % 4],
    }  # fmt: skip


def around(day: dt.date, unit: str) -> tuple[dt.date, dt.date]:
    """The first and last day of the unit that a day lies in, worked out without the code under test."""
    y, m = day.year, day.month
    if unit == "season":
        start = 3 * (m // 3) or 12
        return dt.date(y, start, 1), last_of_months(y, start, 3)
    size = {"month": 1, "quarter": 3, "half": 6, "year": 12}.get(unit)
    if size is None:
        return dt.date(y // 10 * 10, 1, 1), dt.date(y // 10 * 10 + 9, 12, 31)
    first = (m - 1) // size * size + 1
    return dt.date(y, first, 1), last_of_months(y, first, size)


@settings(deadline=None, max_examples=200)
@given(day=DAYS, style=st.sampled_from(DAY_STYLES), published=st.none() | DAYS)
def test_a_day_in_any_style(day: dt.date, style: str, published: dt.date | None) -> None:
    (found,) = find(f"They met on {style.format(**named(day))}, in the rain.", published=published)
    assert (found.first, found.last, found.relation, found.grain) == (day, day, "on", "day")
    assert found.anchored_to == "absolute"


@settings(deadline=None, max_examples=200)
@given(day=DAYS, unit=st.sampled_from(sorted(UNIT_STYLES)), data=st.data())
def test_a_unit_of_the_calendar_in_any_style(day: dt.date, unit: str, data: st.DataObject) -> None:
    if unit == "decade" and day.year % 100 < 10:
        return  # "the 1900s" are a hundred years
    style = data.draw(st.sampled_from(UNIT_STYLES[unit]))
    (found,) = find(f"It rose in {style.format(**named(day))}, and then fell.", published=None)
    assert (found.first, found.last, found.relation) == (*around(day, unit), "in")


@settings(deadline=None, max_examples=200)
@given(
    ends=st.tuples(DAYS, DAYS), unit=st.sampled_from(["day", "month", "year"]), style=st.sampled_from(RANGES)
)
def test_a_stretch_in_any_style(ends: tuple[dt.date, dt.date], unit: str, style: str) -> None:
    a, b = min(ends), max(ends)
    shown = {"day": "{d} {month} {y}", "month": "{month} {y}", "year": "{y}"}[unit]
    (first, _), (_, last) = ((a, a), (b, b)) if unit == "day" else (around(a, unit), around(b, unit))
    if first == (b if unit == "day" else around(b, unit)[0]):
        return  # one unit and no stretch
    words = style.format(shown.format(**named(a)), shown.format(**named(b)))
    (found,) = find(f"It was shut {words}, they say.", published=None)
    assert (found.first, found.last, found.relation) == (first, last, "between")


@settings(deadline=None, max_examples=200)
@given(day=DAYS, unit=st.sampled_from(["day", "month", "year"]), relation=st.sampled_from(RELATIONS))
def test_a_bound_in_any_relation(day: dt.date, unit: str, relation: str) -> None:
    shown = {"day": "{d} {month} {y}", "month": "{month} {y}", "year": "{y}"}[unit].format(**named(day))
    first, last = (day, day) if unit == "day" else around(day, unit)
    (found,) = find(f"It was shut {relation} {shown}, they say.", published=None)
    one = dt.timedelta(days=1)
    wanted = {
        "since": (first, None), "by": (None, last), "until": (None, last), "before": (None, first - one),
        "after": (last + one, None), "around": (first, last), "as of": (first, last),
    }  # fmt: skip
    assert (found.first, found.last) == wanted[relation]
    assert found.relation == relation.replace(" ", "_")
    assert found.approximate is (relation == "around")


@settings(deadline=None, max_examples=300)
@given(
    ends=st.tuples(DAYS, DAYS),
    relation=st.sampled_from(
        [None, "in", "on", "since", "by", "until", "before", "after", "between", "around"]
    ),
    grain=st.sampled_from(["day", "month", "year"]),
)
def test_what_the_page_says_is_read_back(
    ends: tuple[dt.date, dt.date], relation: str | None, grain: str
) -> None:
    first, last = _bounded(min(ends), max(ends), relation, grain)
    words = spoken(_date(first, last, relation, grain))
    (found,) = find(f"It was shut, says the page, {words}.", published=None)
    assert (found.first, found.last) == (first, last)


@given(day=DAYS)
def test_a_long_day_is_read_back(day: dt.date) -> None:
    assert [(found.first, found.last) for found in find(long_day(day), published=None)] == [(day, day)]


@given(hundreds=st.sampled_from([18, 19]), tens=st.integers(2, 9), ones=st.integers(0, 9))
def test_a_spelled_year_is_read_back(hundreds: int, tens: int, ones: int) -> None:
    words = {18: "eighteen", 19: "nineteen"}[hundreds] + " " + TENS[tens] + ("-" + ONES[ones] if ones else "")
    (found,) = find(f"It opened in {words}.", published=None)
    assert found.first == dt.date(hundreds * 100 + tens * 10 + ones, 1, 1)


@given(day=st.dates(dt.date(1720, 1, 1), dt.date(2099, 12, 31)), style=st.sampled_from(WORDED))
def test_a_year_in_words_behind_a_day_is_read_back(day: dt.date, style: str) -> None:
    words = style.format(**named(day), words=worded(day.year))
    (found,) = find(f"They met on {words}, in the rain.", published=None)
    assert (found.first, found.last, found.relation) == (day, day, "on")


def worded(year: int) -> str:
    """1986: nineteen eighty-six; 1900: nineteen hundred is no year here, so one thousand nine hundred."""
    high, low = divmod(year, 100)
    teens = (
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    )
    rest = teens[low - 10] if 10 <= low < 20 else "-".join(filter(None, (TENS[low // 10], ONES[low % 10])))
    if high == 20:
        return f"two thousand and {rest}" if rest else "two thousand"
    hundreds = {17: "seven", 18: "eight", 19: "nine"}[high]
    return f"one thousand {hundreds} hundred and {rest}" if rest else f"one thousand {hundreds} hundred"


def _bounded(
    a: dt.date, b: dt.date, relation: str | None, grain: str
) -> tuple[dt.date | None, dt.date | None]:
    """Days that a date of this relation and grain can have."""
    (first, _), (_, last) = ((a, a), (b, b)) if grain == "day" else (around(a, grain), around(b, grain))
    one = dt.timedelta(days=1)
    if relation == "between" and first < last:
        return first, last
    _, end = (a, a) if grain == "day" else around(a, grain)
    open_: dict[str | None, tuple[dt.date | None, dt.date | None]] = {
        "since": (first, None), "by": (None, end), "until": (None, end), "before": (None, first - one),
        "after": (end + one, None),
    }  # fmt: skip
    return open_.get(relation, (first, end))


def _date(first: dt.date | None, last: dt.date | None, relation: str | None, grain: str) -> Date:
    span = Span(start=0, end=1, text="x")
    return Date(
        id="d1", span=span, core=span, kind="date", relation=relation, edtf=None, timex=None, grain=grain,
        first=first, last=last, approximate=relation == "around", modifier=None, anchored_to="absolute", rule="x",
    )  # fmt: skip
