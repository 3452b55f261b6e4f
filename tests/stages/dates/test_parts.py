"""Years of their own count: whatever day a fiscal year begins on, it has twelve months."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.dates.date import find

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2090, 12, 31))


def days(text):
    (date,) = find(text, published=dt.date(2025, 6, 11))
    return date.first, date.last


@given(DAYS)
def test_a_fiscal_year_has_twelve_months(day):
    written = f"{day.day} {day:%B} {day.year}"
    first, last = days(f"It fell in the fiscal year that began on {written}.")
    assert first == day and 364 <= (last - first).days <= 365


@given(DAYS)
def test_one_that_ended_on_a_day_began_a_year_before(day):
    first, last = days(f"It fell in the fiscal year that ended on {day.day} {day:%B} {day.year}.")
    assert last == day and 364 <= (last - first).days <= 365
