"""A March, a Tuesday, a 15th without its year: which one is meant, by the tense of the clause."""

import datetime as dt

import pytest

from pipeline.stages.dates.reading import Reading
from pipeline.stages.dates.recurring import day_of_month, in_story, move, recurring, weekday

DAY = dt.date(2025, 6, 11)  # a Wednesday


@pytest.mark.parametrize(
    ("timex", "tense", "wanted"),
    [
        ("XXXX-03", "past", "2025-03"),
        ("XXXX-06", "past", "2025-06"),
        ("XXXX-07", "past", "2024-07"),
        ("XXXX-07", "perfect", "2024-07"),
        ("XXXX-03", "future", "2026-03"),
        ("XXXX-06", "future", "2025-06"),
        ("XXXX-07", "future", "2025-07"),
        ("XXXX-05", "present", "2025-05"),  # just gone by
        ("XXXX-04", "present", "2026-04"),
        ("XXXX-05-11", "present", "2025-05-11"),  # 31 days
        ("XXXX-05-10", "present", "2026-05-10"),
        ("XXXX-07", "present", "2025-07"),
        ("XXXX-06", "present", "2025-06"),
        ("XXXX-05", "open", "2025-05"),  # the nearest either way
        ("XXXX-07", "open", "2025-07"),
        ("XXXX-01", "open", "2025-01"),
        ("XXXX-11", "open", "2025-11"),
        ("XXXX-12-11", "open", "2024-12-11"),
        ("XXXX-SU", "open", "2025-SU"),
        ("XXXX-02-29", "past", "2024-02-29"),
        ("XXXX-02-29", "future", "2028-02-29"),
        ("XXXX-easter+0", "past", "2025-04-20"),
        ("XXXX-easter+0", "future", "2026-04-05"),
        ("XXXX-11-4-4", "future", "2025-11-27"),
        ("XXXX-12-11/XXXX-12-31", "past", "2024-12-11/2024-12-31"),
    ],
)
def test_by_tense(timex, tense, wanted):
    assert recurring(Reading(timex), DAY, tense) == wanted


@pytest.mark.parametrize(
    ("timex", "direction", "steps", "wanted"),
    [
        ("XXXX-03", -1, 0, "2025-03"),
        ("XXXX-06", -1, 0, "2024-06"),
        ("XXXX-03", -1, -1, "2024-03"),
        ("XXXX-03", -1, -20, None),  # nine years around are looked at
        ("XXXX-03", 1, 0, "2026-03"),
        ("XXXX-06", 1, 0, "2026-06"),
        ("XXXX-07", 1, 0, "2025-07"),
        ("XXXX-03", 0, 0, "2025-03"),
        ("XXXX-03", 0, -1, "2024-03"),
        ("XXXX-03", 0, 1, "2026-03"),
        ("XXXX-02-29", 0, 0, None),
        ("XXXX-03", 0, -2025, None),
        ("XXXX-03", 0, 7975, None),
        ("XXXX-easter+0", 0, 7975, None),
    ],
)
def test_by_the_word_before_it(timex, direction, steps, wanted):
    assert recurring(Reading(timex, direction=direction, steps=steps), DAY, "past") == wanted


@pytest.mark.parametrize(
    ("day", "tense", "direction", "steps", "wanted"),
    [
        (3, "past", None, 0, "2025-06-11"),
        (3, "future", None, 0, "2025-06-11"),
        (2, "past", None, 0, "2025-06-10"),
        (2, "perfect", None, 0, "2025-06-10"),
        (2, "future", None, 0, "2025-06-17"),
        (2, "present", None, 0, "2025-06-17"),
        (2, "open", None, 0, "2025-06-10"),
        (5, "open", None, 0, "2025-06-13"),
        (6, "open", None, 0, "2025-06-14"),
        (7, "open", None, 0, "2025-06-08"),
        (3, "past", -1, 0, "2025-06-04"),
        (2, "past", -1, 0, "2025-06-10"),
        (2, "past", -1, -1, "2025-06-03"),
        (3, "past", 1, 0, "2025-06-18"),
        (5, "past", 1, 0, "2025-06-13"),
        (1, "past", 0, 0, "2025-06-09"),
        (7, "past", 0, 0, "2025-06-15"),
    ],
)
def test_a_weekday(day, tense, direction, steps, wanted):
    reading = Reading(f"XXXX-WXX-{day}", direction=direction, steps=steps)
    assert weekday(reading, DAY, tense) == wanted


@pytest.mark.parametrize(
    ("day", "tense", "wanted"),
    [
        ("10", "past", "2025-06-10"),
        ("11", "past", "2025-06-11"),
        ("12", "past", "2025-05-12"),
        ("12", "perfect", "2025-05-12"),
        ("12", "open", "2025-05-12"),
        ("31", "past", "2025-05-31"),
        ("10", "future", "2025-07-10"),
        ("11", "future", "2025-06-11"),
        ("10", "present", "2025-07-10"),
        ("31", "future", "2025-07-31"),
        ("32", "future", None),
    ],
)
def test_a_day_of_the_month(day, tense, wanted):
    assert day_of_month(f"XXXX-XX-{day}", DAY, tense) == wanted


def test_a_month_that_is_looked_for_over_two_others():
    assert day_of_month("XXXX-XX-31", dt.date(2025, 4, 30), "past") == "2025-03-31"
    assert day_of_month("XXXX-XX-30", dt.date(2025, 3, 1), "past") == "2025-01-30"
    assert day_of_month("XXXX-XX-30", dt.date(2025, 1, 31), "future") == "2025-03-30"


@pytest.mark.parametrize(
    ("timex", "base", "wanted"),
    [
        ("XXXX-WXX-3", DAY, "2025-06-11"),
        ("XXXX-WXX-2", DAY, "2025-06-17"),
        ("XXXX-XX-10", DAY, "2025-06-10"),
        ("XXXX-XX-L1", DAY, "2025-06-30"),
        ("XXXX-07", DAY, "2025-07"),
        ("XXXX-03", DAY, "2025-03"),
        ("XXXX-03", dt.date(2025, 10, 1), "2026-03"),  # after the turn of the year
        ("XXXX-03", dt.date(2025, 9, 30), "2025-03"),
        ("XXXX-04", dt.date(2025, 10, 1), "2025-04"),
        ("XXXX-03", dt.date(9999, 10, 1), "9999-03"),
        ("XXXX-02-30", DAY, None),
    ],
)
def test_in_a_story(timex, base, wanted):
    assert in_story(timex, base) == wanted


def test_beyond_the_calendar_is_no_day():
    assert move(DAY, 1) == "2025-06-12"
    assert move(dt.date.max, 1) is None
    assert move(dt.date.min, -1) is None
