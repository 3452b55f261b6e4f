"""Feasts of the Islamic calendar: the first of them in a year of ours, and nothing where the calendar is not known."""

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.dates.date import find
from pipeline.stages.dates.moon import feast


@pytest.mark.parametrize(
    ("month", "day", "year", "wanted"),
    [
        (10, 1, 2023, "2023-04-21"),
        (12, 10, 2024, "2024-06-16"),
        (9, None, 2024, "2024-03-11/2024-04-09"),
        (10, 1, 2000, "2000-01-08"),  # and again in December
        (10, 1, 1900, None),
        (10, 1, 2100, None),
    ],
)
def test_a_feast_of_a_year(month: int, day: int | None, year: int, wanted: str | None) -> None:
    assert feast(month, day, year) == wanted


@given(month=st.integers(1, 12), day=st.integers(1, 29), year=st.integers(1926, 2076))
def test_every_year_has_every_feast_but_now_and_then(month: int, day: int, year: int) -> None:
    """An Islamic year is shorter than ours: what is not in one year is in the next one."""
    found = [dt.date.fromisoformat(one) for at in (year, year - 1) if (one := feast(month, day, at))]
    assert found
    assert all(one.year in (year, year - 1) for one in found)


def test_a_feast_without_its_year_is_the_nearest_by_tense() -> None:
    (gone,) = find("Shops shut for Eid al-Fitr.", published=dt.date(2024, 6, 1))
    (ahead,) = find("Shops will shut for Eid al-Fitr.", published=dt.date(2024, 6, 1))
    assert (gone.first, ahead.first) == (dt.date(2024, 4, 10), dt.date(2025, 3, 30))
    assert gone.approximate
    assert gone.edtf == "2024-04-10~"


def test_the_calendar_is_not_loaded_before_it_is_needed() -> None:
    code = (
        "import sys; from pipeline.stages.dates.date import find; find('At Easter 2021.', published=None);"
        "sys.exit('hijridate' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
