"""Intervals: percentiles of what was drawn, and the mean over the labels that a draw holds."""

import numpy as np
import pytest

from pipeline.score.figures import MACRO, Count, Key
from pipeline.score.interval import f1_intervals, resampled

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
