"""Krippendorff's α against figures reckoned by hand and those of his paper of 2011."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.score.alpha import alpha, of_cells

units = st.lists(st.lists(st.sampled_from(["a", "b", None]), min_size=2, max_size=4), max_size=12)


def rows(*annotators):
    """Annotators as strings, a dot where one has said nothing → units."""
    return [[None if value == "." else value for value in unit] for unit in zip(*annotators, strict=True)]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        # o: 1 of 4 units differs; n = 8, a 5, b 3: 1 - 7 * 2 / (64 - 34) = 16/30
        (rows("aaab", "aabb"), 16 / 30),
        # all differ: a 2, b 2; 1 - 3 * 4 / (16 - 8)
        (rows("ab", "ba"), -0.5),
        (rows("ab", "ab"), 1.0),
        (rows("0100000010", "1110010000"), 0.095),  # paper, section A
        (rows("aabbdcccedda", "babbbccceddd"), 0.692),  # paper, section B
        (rows("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743),  # paper, section D
    ],
)  # fmt: skip
def test_figures(given, wanted):
    assert alpha(given) == pytest.approx(wanted, abs=0.0006)


def test_a_unit_with_one_value_says_nothing():
    assert alpha([*rows("aaab", "aabb"), ["c", None]]) == pytest.approx(16 / 30)


@pytest.mark.parametrize("given", [[], rows("a", "."), rows("aa", "aa")])
def test_where_there_is_nothing_to_compare_there_is_no_figure(given):
    assert alpha(given) is None


def test_cells_are_units_counted():
    assert of_cells([[2, 1], [0, 1]]) == pytest.approx(alpha(rows("aaab", "aabb")))


@given(units=units)
def test_it_does_not_matter_who_is_who(units):
    assert alpha(units) == pytest.approx(alpha([unit[::-1] for unit in units]))


@given(units=units)
def test_never_above_one(units):
    found = alpha(units)
    assert found is None or found <= 1
