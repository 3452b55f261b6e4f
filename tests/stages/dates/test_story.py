"""Which earlier date, if any, a month or a day without its year goes on from."""

import datetime as dt

import pytest

from pipeline.stages.dates.date import find
from pipeline.stages.dates.near import is_story
from pipeline.stages.dates.reading import Found, Reading
from pipeline.stages.dates.scan import scan

DAY = dt.date(2025, 6, 11)
HISTORY = (
    "The siege began on 3 May 1911. In July the bread ran out. On 9 August 1911 the gates fell. In March 1912 it was"
    " rebuilt. The king died on 2 May 1913.\n\nIn December his son was crowned, and on 4 June 1914 he fled."
)


def last(text: str, **more: object) -> tuple[str, str]:
    found = find(text, published=DAY, **more)[-1]  # type: ignore[arg-type]
    return f"{found.first:%Y-%m}" if found.first else "", found.anchored_to


@pytest.mark.parametrize(
    ("text", "month", "anchor"),
    [
        ("In 2000 it laid cables and in March it failed.", "2000-03", "sentence"),
        ("In 1997 the franc fell. In May the minister went.", "1997-05", "sentence"),
        ("It was founded in 2019. In March it was shut.", "2025-03", "published"),
        ("It rose in April 2019 and fell that June.", "2019-06", "sentence"),
        ("It fell in November 2016. By January it was gone.", "", "sentence"),
        ("Since 2019 it has grown. In March it fell.", "2025-03", "published"),
        ("Last year it opened in March.", "2024-03", "sentence"),
        ("It has grown since 2019 and will shut in March.", "2026-03", "published"),
        ("It rose in April 2019.\n\nIn March it fell.", "2025-03", "published"),
        ("In June it was told; on the 4th it was shut.", "2025-06", "sentence"),
        ("It fell in October 2022. In April it rose.", "2025-04", "published"),
        ("It fell in March 2022. In June it had been rising.", "2022-06", "sentence"),
        ("It fell in June 2022. In March it had been rising.", "2022-03", "sentence"),
        ("They left in 2031. That year it was dry.", "", "none"),
    ],
)
def test_what_a_month_goes_on_from(text: str, month: str, anchor: str) -> None:
    assert last(text) == (month, anchor)


def test_an_aside_sets_no_time() -> None:
    text = "A fund set up in 2019 held six million in March."
    assert last(text) == ("2019-03", "sentence")
    assert last(text, aside=lambda before, here: True) == ("2025-03", "published")


def test_a_perfect_goes_on_from_nothing() -> None:
    text = "In March 2020 it was shut. It has been open since May."
    assert last(text, tense=lambda start, end: "perfect") == ("2025-05", "published")


def founds(*values: str, pointing: int = 0, rule: str = "ago") -> list[Found]:
    """Forms that stand for themselves, and some that point from the day of publication."""
    fixed = [Found(0, 1, "year", Reading(timex)) for timex in values]
    return fixed + [Found(0, 1, rule, Reading(anchor="published"))] * pointing


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        (["1911-05"] * 5, True),
        (["1911-05"] * 4, False),  # too few
        (["1911-05"] + ["1911"] * 7, True),  # one in eight comes with its month
        (["1911-05"] + ["1911"] * 8, False),
        (["BC0490"] * 5, True),
        (["BC0490"] * 5 + ["1911"], False),  # a year, and no month
        (["1911-05"] * 4 + ["2025-05"], True),  # four of five are old
        (["1911-05"] * 4 + ["2025-05"] * 2, False),
        (["2024-05"] * 5, True),  # last year, by months
        (["2025-05"] * 5, False),
        (["2024-05"] * 2 + ["2024"] * 2, False),
        (["2024-05"] * 2 + ["2024"] * 3, False),  # by years they lie two years back
        (["2023-05"] * 2 + ["2023"] * 3, True),
        (["2024-05"] * 3 + ["2024"] * 3, True),  # half of them
        (["PAST_REF"] * 5, False),
        (["1911-05"] * 4 + ["P3Y"], False),
    ],
    ids=str,
)
def test_what_history_is(values: list[str], wanted: bool) -> None:
    assert is_story(founds(*values), DAY) is wanted


def test_history_points_from_its_own_day_at_most_once_in_twelve() -> None:
    for rule in (
        "deictic_unit", "deictic_name", "day_word", "ago", "past_unit", "from_now", "month_of_pointed_year",
    ):  # fmt: skip
        assert is_story(founds(*["1911-05"] * 12, pointing=1, rule=rule), DAY)
        assert not is_story(founds(*["1911-05"] * 11, pointing=1, rule=rule), DAY)
    assert is_story(founds(*["1911-05"] * 11, pointing=5, rule="month_alone"), DAY)
    assert is_story([], None)


def test_history_is_told_from_date_to_date() -> None:
    assert is_story(scan(HISTORY), DAY)
    assert [f"{found.first:%Y-%m}" for found in find(HISTORY, published=DAY) if found.first] == [
        "1911-05", "1911-07", "1911-08", "1912-03", "1913-05", "1913-12", "1914-06",
    ]  # fmt: skip


def test_a_text_that_points_from_its_own_day_is_no_history() -> None:
    news = HISTORY + " Last month it burned. Two weeks ago it rained. This year it is dry."
    assert not is_story(scan(news), DAY)


def test_what_is_to_come_is_no_past() -> None:
    found = find("It fell on 24 May. I will be back tomorrow. Six days later it rose.", published=DAY)
    assert found[-1].first == dt.date(2025, 5, 30)
