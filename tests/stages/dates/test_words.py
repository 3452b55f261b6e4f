"""What numbers and ordinals say, and the lengths that they make."""

import re

import pytest

from pipeline.stages.dates.words import NUMBER, UNITS, alternation, number, ordinal, period


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seven", 7), ("Seven", 7), ("a", 1), ("an", 1), ("12", 12), ("2.5", 2.5), ("1,000", 1000),
        ("1,000,000", 1_000_000), ("twenty-one", 21), ("twenty one", 21), ("two hundred", 200),
        ("two hundred and fifty", 250), ("a hundred", 100), ("a dozen", 12), ("two dozen", 24), ("three thousand", 3000),
        ("two hundred thousand", 200_000), ("two thousand five hundred", 2500), ("two million", 2_000_000),
        ("a million and a half", 1_000_000.5), ("two and a half", 2.5), ("two and half", 2.5), ("2 and a half", 2.5),
        ("forty-odd", 40), ("40-odd", 40), ("third", 3), ("several", None), ("several hundred", None), ("few", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_number(text: str, value: float | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("3rd", 3), ("31st", 31), ("third", 3), ("twenty-first", 21), ("tenth", 10), ("last", 0), ("", 0)],
)
def test_an_ordinal(text: str, value: int) -> None:
    assert ordinal(text) == value


@pytest.mark.parametrize(
    ("unit", "value", "timex"),
    [
        ("decade", 7, "P70Y"), ("minute", 40, "PT40M"), ("fortnight", 1, "P2W"), ("quarter", 2, "P6M"),
        ("year", 1.5, "P1.5Y"), ("year", 0.25, "P0.25Y"), ("century", 0.25, "P25Y"), ("hour", 0.5, "PT0.5H"),
        ("year", 100, "P100Y"), ("weekend", 2, "P4D"),
    ],
)  # fmt: skip
def test_a_length(unit: str, value: float, timex: str) -> None:
    assert period(UNITS[unit], value) == timex


def test_an_alternation_matches_its_longest_form_with_any_space_dash_or_apostrophe() -> None:
    pattern = re.compile(alternation(["year", "years", "year-end", "new year", "year's", "ear"]))
    for text in ("year", "years", "year-end", "year–end", "new\nyear", "year’s", "ear"):
        assert pattern.match(text).group() == text  # type: ignore[union-attr]
    assert not pattern.match("y")
    assert re.match(NUMBER, "two hundred and fifty thousand").group() == "two hundred and fifty"  # type: ignore[union-attr]
