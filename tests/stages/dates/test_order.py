"""Which figure of 3/4/21 is the day: the text's own dates, then the outlet's country, then month first."""

import datetime as dt

import pytest

from pipeline.stages.dates.date import find
from pipeline.stages.dates.order import habit_of

APRIL, MARCH = dt.date(2021, 4, 3), dt.date(2021, 3, 4)


@pytest.mark.parametrize(
    ("text", "habit", "day"),
    [
        ("It fell on 3/4/21.", None, MARCH),
        ("It fell on 3/4/21.", True, APRIL),
        ("It fell on 3/4/21.", False, MARCH),
        ("It rose on 25/12/2020 and fell on 3/4/21.", None, APRIL),
        ("It rose on 12/25/2020 and fell on 3/4/21.", True, MARCH),
        ("It rose on 5 May 2020 and fell on 3/4/21.", None, APRIL),
        ("It rose on May 5, 2020 and fell on 3/4/21.", True, MARCH),
    ],
)
def test_the_order_of_figures(text: str, habit: bool | None, day: dt.date) -> None:
    assert find(text, published=None, habit=habit)[-1].first == day


def test_what_is_told_goes_before_everything() -> None:
    text = "It rose on 12/25/2020 and fell on 3/4/21."
    assert find(text, published=None, day_first=True, habit=False)[-1].first == APRIL


@pytest.mark.parametrize(
    ("outlet", "habit"),
    [
        ("The Guardian", True),
        ("New York Times", False),
        ("Toronto Star", None),
        ("The Saronic Review", None),
        (None, None),
    ],
)
def test_the_habit_of_an_outlet(outlet: str | None, habit: bool | None) -> None:
    assert habit_of(outlet) is habit
