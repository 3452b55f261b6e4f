"""The calendar: each unit has its days, its EDTF and its neighbours, and holds the days that lie in it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.dates.interval import moved, related, related_edtf, third
from pipeline.stages.dates.timex import NO_DAYS, Days, add_months, days, edtf, of_day, parts, shift

UNITS = [
    # value, first day, last day, EDTF, the next unit
    ("2021-03-03", "2021-03-03", "2021-03-03", "2021-03-03", "2021-03-04"),
    ("2021-03-03T15:00", "2021-03-03", "2021-03-03", "2021-03-03", "2021-03-04"),
    ("2021-02", "2021-02-01", "2021-02-28", "2021-02", "2021-03"),
    ("2021-12", "2021-12-01", "2021-12-31", "2021-12", "2022-01"),
    ("2021", "2021-01-01", "2021-12-31", "2021", "2022"),
    ("202", "2020-01-01", "2029-12-31", "202X", "203"),
    ("19", "1901-01-01", "2000-12-31", "19XX", "20"),
    ("18XX", "1800-01-01", "1899-12-31", "18XX", "1900"),
    ("2021-Q1", "2021-01-01", "2021-03-31", "2021-33", "2021-Q2"),
    ("2021-Q4", "2021-10-01", "2021-12-31", "2021-36", "2022-Q1"),
    ("2021-H1", "2021-01-01", "2021-06-30", "2021-40", "2021-H2"),
    ("2021-H2", "2021-07-01", "2021-12-31", "2021-41", "2022-H1"),
    ("2021-SP", "2021-03-01", "2021-05-31", "2021-21", "2021-SU"),
    ("2021-SU", "2021-06-01", "2021-08-31", "2021-22", "2021-FA"),
    ("2021-FA", "2021-09-01", "2021-11-30", "2021-23", "2021-WI"),
    ("2021-WI", "2021-12-01", "2022-02-28", "2021-24", "2022-SP"),
    ("2020-W53", "2020-12-28", "2021-01-03", "2020-12-28/2021-01-03", "2021-W01"),
    ("2020-W53-WE", "2021-01-02", "2021-01-03", "2021-01-02/2021-01-03", "2021-W01-WE"),
]
NO_UNITS = ("", "P3Y", "PAST_REF", "2021-02-30", "2021-13", "2021-W60", "0000", "XXXX-05", "BC0490", "FY2021")
GRAINS = ("day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century")


@pytest.mark.parametrize(("timex", "first", "last", "shown", "after"), UNITS)
def test_a_unit(timex: str, first: str, last: str, shown: str, after: str) -> None:
    assert days(timex) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert edtf(timex) == shown
    assert shift(timex, 1) == after
    assert shift(after, -1) == timex.split("T")[0] or timex == "18XX"


@pytest.mark.parametrize("timex", NO_UNITS)
def test_what_is_no_unit_has_no_days(timex: str) -> None:
    assert days(timex) == NO_DAYS
    assert parts(timex) is None or timex in ("2021-02-30", "2021-13", "2021-W60", "0000", "FY2021")


def test_neighbours_end_with_the_calendar() -> None:
    for timex in ("9999", "999", "9999-12", "9999-12-31", "9999-Q4", "9999-W52", "99"):
        assert shift(timex, 1) is None or days(shift(timex, 1) or "") == NO_DAYS
    for timex in ("0001", "0001-01", "0001-01-01", "P3Y", "BC0490", "XXXX-05"):
        assert shift(timex, -1) is None
    assert shift("FY2021", 1) == "FY2022"
    assert shift("000", -1) is None


@pytest.mark.parametrize(
    ("timex", "shown"),
    [
        ("BC0490", "-0489"), ("BC0002", "-0001"), ("BC0001", "0000"), ("XXXX-05", "XXXX-05"),
        ("XXXX-05-03", "XXXX-05-03"), ("FY2021", None), ("P3Y", None), ("2019/2021", "2019/2021"),
        ("2020-W53/2021-W01", "2020-12-28/2021-01-10"), ("FY2019/2021", None), ("2019/FY2021", None), ("/", None),
        ("2019/P3Y", None),
    ],
)  # fmt: skip
def test_edtf_of_what_is_no_unit(timex: str, shown: str | None) -> None:
    assert edtf(timex) == shown


@given(st.dates(dt.date(10, 1, 1), dt.date(9900, 12, 31)), st.sampled_from(GRAINS))
def test_the_unit_of_a_day_holds_it(day: dt.date, grain: str) -> None:
    unit = of_day(day, grain)
    found, (first, last) = parts(unit), days(unit)
    assert found is not None and first is not None and last is not None
    assert found[0] == grain
    assert first <= day <= last or (grain == "weekend" and day.isoweekday() < 6)


@given(st.dates(dt.date(1000, 1, 1), dt.date(8000, 12, 31)), st.sampled_from(GRAINS), st.integers(-500, 500))
def test_there_and_back(day: dt.date, grain: str, count: int) -> None:
    unit = of_day(day, grain)
    there = shift(unit, count)
    assert there is None or shift(there, -count) == unit


def test_months_are_counted_over_the_turn_of_the_year() -> None:
    assert add_months(2021, 12, 1) == (2022, 1)
    assert add_months(2021, 1, -1) == (2020, 12)
    assert add_months(2021, 5, 0) == (2021, 5)
    assert add_months(2021, 5, -17) == (2019, 12)


@pytest.mark.parametrize(
    ("timex", "modifier", "first", "last"),
    [
        ("2021", "start", "2021-01-01", "2021-04-30"), ("2021", "mid", "2021-05-01", "2021-08-31"),
        ("2021", "end", "2021-09-01", "2021-12-31"), ("2021-02", "start", "2021-02-01", "2021-02-10"),
        ("2021-02", "mid", "2021-02-11", "2021-02-20"), ("2021-02", "end", "2021-02-21", "2021-02-28"),
        ("2021-Q1", "mid", "2021-02-01", "2021-02-28"), ("2021-W10", "start", "2021-03-08", "2021-03-09"),
        ("2021-W10", "mid", "2021-03-10", "2021-03-11"), ("2021-W10", "end", "2021-03-12", "2021-03-14"),
        ("2021-W10-WE", "end", "2021-03-13", "2021-03-14"), ("2021-03-03", "mid", "2021-03-03", "2021-03-03"),
        ("2021", "first half", "2021-01-01", "2021-06-30"), ("2021", "second half", "2021-07-01", "2021-12-31"),
        ("2021-02", "first half", "2021-02-01", "2021-02-14"), ("2021-02", "second half", "2021-02-15", "2021-02-28"),
        ("2021-03", "first half", "2021-03-01", "2021-03-15"), ("2021-W10", "first half", "2021-03-08", "2021-03-10"),
        ("2021-W10", "second half", "2021-03-11", "2021-03-14"), ("202", "first half", "2020-01-01", "2024-12-31"),
    ],
)  # fmt: skip
def test_a_part_of_a_unit(timex: str, modifier: str, first: str, last: str) -> None:
    assert third(timex, modifier) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize("modifier", ["start", "mid", "end", "first half", "second half"])
def test_a_part_of_no_unit_has_no_days(modifier: str) -> None:
    assert third("XXXX-05", modifier) == NO_DAYS


@pytest.mark.parametrize(
    ("unit", "count", "there"),
    [
        ("day", 1, "2024-03-01"), ("day", -29, "2024-01-31"), ("week", 1, "2024-03-07"), ("weekend", 1, "2024-03-07"),
        ("month", 12, "2025-02-28"), ("month", -1, "2024-01-29"), ("quarter", 1, "2024-05-29"),
        ("year", 1, "2025-02-28"), ("year", 4, "2028-02-29"), ("decade", -1, "2014-02-28"),
        ("century", 1, "2124-02-29"), ("year", 8000, None), ("day", 10**9, None), ("year", -2024, None),
    ],
)  # fmt: skip
def test_so_many_units_on(unit: str, count: int, there: str | None) -> None:
    found = moved(dt.date(2024, 2, 29), unit, count)
    assert (found.isoformat() if found else None) == there


def test_open_ends() -> None:
    year = days("2021")
    assert related(year, "since") == (dt.date(2021, 1, 1), None)
    assert related(year, "by") == related(year, "until") == (None, dt.date(2021, 12, 31))
    assert related(year, "before") == (None, dt.date(2020, 12, 31))
    assert related(year, "after") == (dt.date(2022, 1, 1), None)
    assert related(year, "in") == year
    for relation in ("since", "by", "until", "before", "after", "in"):
        assert related(NO_DAYS, relation) == NO_DAYS
    assert related(Days(dt.date.min, dt.date.max), "before") == NO_DAYS
    assert related(Days(dt.date.min, dt.date.max), "after") == NO_DAYS


@pytest.mark.parametrize(
    ("timex", "relation", "shown"),
    [
        ("2021", "since", "2021/.."), ("2021", "by", "../2021"), ("2021", "until", "../2021"),
        ("2021", "before", "../2020"), ("2021", "after", "2022/.."), ("2021", "in", "2021"),
        ("2019/2021", "since", "2019/.."), ("2019/2021", "by", "../2021"), ("2019/2021", "before", "../2018"),
        ("2019/2021", "after", "2022/.."), ("18XX", "before", "../1799-12-31"), ("2020-W53", "after", "2021-01-04/.."),
        ("0001", "before", None), ("9999", "after", None),
    ],
)  # fmt: skip
def test_open_ends_in_edtf(timex: str, relation: str, shown: str | None) -> None:
    assert related_edtf(timex, edtf(timex), relation, related(days(timex), relation)) == shown
    assert related_edtf(timex, None, relation, related(days(timex), relation)) is None
