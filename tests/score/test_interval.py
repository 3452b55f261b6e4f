"""Intervals: percentiles of what was drawn, and the mean over the labels that a draw holds."""

import numpy as np
import pytest

from pipeline.score.figures import MACRO, Count, Key
from pipeline.score.interval import difference_intervals, f1_intervals, resampled

KIND = Key("claims", "kind")


def test_the_interval_holds_95_of_100_draws():
    assert f1_intervals({KIND: np.linspace(0, 1, 1001)}) == {KIND: pytest.approx((0.025, 0.975))}
    assert f1_intervals({KIND: np.array([np.nan, 0.5, np.nan])}) == {KIND: (0.5, 0.5)}
    assert f1_intervals({KIND: np.array([np.nan])}) == {}


def test_the_macro_average_is_the_mean_of_the_labels_of_each_draw():
    half, whole = Count(gold=2, found=2, right=1), Count(gold=2, found=2, right=2)
    both = {KIND: Count(4, 4, 3), KIND._replace(label="fact"): half, KIND._replace(label="rule"): whole}
    drawn = resampled([both] * 12, [KIND])
    assert set(drawn[KIND._replace(label=MACRO)]) == {0.75}
    one = {KIND: half, KIND._replace(label="fact"): half}
    some = resampled([both, *[one] * 11], [KIND])[KIND._replace(label=MACRO)]
    assert set(some) == {0.5, 0.75}  # draws without the document that has the other label are means of one
    assert set(np.isnan(resampled([{KIND: half}] * 10, [KIND])[KIND._replace(label=MACRO)])) == {True}


def test_a_figure_that_only_one_run_has_has_no_difference():
    one, other = {KIND: np.array([0.5, 0.75])}, {}
    assert difference_intervals(one, other) == difference_intervals(other, one) == {}
    assert difference_intervals(one, {KIND: np.array([0.25, np.nan])}) == {KIND: (0.25, 0.25)}
    assert difference_intervals(one, {KIND: np.array([np.nan, np.nan])}) == {}


def test_each_draw_has_as_many_documents_each_as_likely():
    """Of ten documents one is right: the mean over the draws is near its share, and a draw may hold it twice or not at
    all."""
    tallies = [{KIND: Count(1, 1, 1 if i == 0 else 0)} for i in range(10)]
    f1 = resampled(tallies)[KIND]
    assert set(np.round(f1 * 10).astype(int)) >= {0, 1, 2, 3}  # drawn so often
    assert np.allclose(f1 * 10, np.round(f1 * 10))
    assert abs(f1.mean() - 0.1) < 0.005


def test_a_draw_without_anything_to_count_has_no_figure():
    tallies = [{KIND: Count(1, 0, 0)}, *[{} for _ in range(11)]]
    f1 = resampled(tallies)[KIND]
    assert set(f1[np.isfinite(f1)]) == {0.0} and np.isnan(f1).any()  # found by none, or not there to be found
    assert resampled(tallies[:9]) == {}
