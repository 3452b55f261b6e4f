"""What dateparser does today, pinned, so that an upgrade which changes it is seen; and what our door lets through."""

import datetime as dt
import subprocess
import sys

import pytest
from dateparser.date import DateDataParser

from pipeline.stages.dates import parser
from pipeline.stages.dates.date import find

WEDNESDAY = dt.date(2021, 3, 10)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("two weeks ago", dt.date(2021, 2, 24)),
        ("3 days ago", dt.date(2021, 3, 7)),
        ("last month", dt.date(2021, 2, 1)),
        ("3 March 2021", dt.date(2021, 3, 3)),
        ("yesterday", dt.date(2021, 3, 9)),
        ("Tuesday", dt.date(2021, 3, 9)),
        ("10 years from now", dt.date(2031, 1, 1)),
    ],
)
def test_short_clean_expressions_are_read(words: str, day: dt.date) -> None:
    assert parser.day(words, WEDNESDAY) == day


@pytest.mark.parametrize(
    "words",
    [
        "early 2025", "late 20th century", "since 1994", "mid-2023", "between 1991 and 2018", "summer of 2022",
        "in recent years", "fiscal year 2023",
    ],
)  # fmt: skip
def test_what_it_cannot_read(words: str) -> None:
    assert parser.day(words, WEDNESDAY) is None


@pytest.mark.parametrize(
    ("words", "wrong", "ours"),
    [
        ("in 2008", dt.date(2008, 1, 1), [("2008", "year")]),
        ("the 1990s", dt.date(2021, 3, 9), [("199", "decade")]),
        ("Q3 2024", dt.date(2024, 7, 1), [("2024-Q3", "quarter")]),
        ("sat on", dt.date(2021, 3, 6), []),
        ("may", dt.date(2020, 5, 1), []),
        ("30", dt.date(2021, 1, 30), []),
        ("2.8", dt.date(2021, 2, 8), []),
        ("A", dt.date(2021, 1, 1), []),
        ("an", dt.date(2021, 1, 1), []),
        ("3", dt.date(2021, 3, 1), []),
    ],
)
def test_what_it_makes_up(words: str, wrong: dt.date, ours: list[tuple[str, str]]) -> None:
    """A day where there is none: our finder gives it no such words, and reads them itself."""
    assert parser.day(words, WEDNESDAY) == wrong
    found = [(date.timex, date.grain) for date in find(f"It was {words} there.", published=WEDNESDAY)]
    assert found == ours


def test_long_words_are_not_handed_on() -> None:
    assert parser.day("1" * 41, WEDNESDAY) is None
    assert parser.day("", WEDNESDAY) is None


def test_why_the_search_is_ours() -> None:
    """It takes the verb "may" for May and a bare year for a day in it: prose never comes to it."""
    raw = DateDataParser(languages=["en"], settings={"RELATIVE_BASE": dt.datetime(2021, 3, 10)})
    may, year = raw.get_date_data("may").date_obj, raw.get_date_data("1991").date_obj
    assert may is not None
    assert may.month == 5
    assert year is not None
    assert (year.month, year.day) == (3, 10)


def test_dateparser_is_not_imported_before_it_is_needed() -> None:
    code = (
        "import sys; from pipeline.stages.dates.date import find; find('It opened in 1994.', published=None);"
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
