"""Confidence beside truth, worked out by hand."""

import pytest

from pipeline.score.calibration import Bin, calibrated


def test_nothing_has_no_calibration():
    assert calibrated([]) is None


def test_four_claims():
    found = calibrated([(0.9, True), (0.9, False), (0.25, True), (1.0, True)])
    assert found is not None and found.claims == 4
    assert found.brier == pytest.approx((0.01 + 0.81 + 0.5625 + 0) / 4)
    assert found.base == pytest.approx(0.75 * 0.25)
    assert found.bins == (
        Bin(0.2, 0.3, 1, 0.25, 1.0),
        Bin(0.9, 1.0, 3, pytest.approx(2.8 / 3), pytest.approx(2 / 3)),
    )
    assert found.error == pytest.approx((0.75 + 3 * abs(2.8 / 3 - 2 / 3)) / 4)
    assert found.risk == ((0.25, 0.0), (0.75, pytest.approx(1 / 3)), (1.0, 0.25))


@pytest.mark.parametrize(
    ("confidence", "least"), [(0.0, 0.0), (0.1, 0.1), (0.099, 0.0), (0.999, 0.9), (1.0, 0.9)]
)
def test_the_bin_of_a_claim(confidence, least):
    found = calibrated([(confidence, True)])
    assert found is not None and [(b.low, b.claims) for b in found.bins] == [(least, 1)]


def test_always_right_is_without_risk():
    found = calibrated([(0.5, True), (0.5, True)])
    assert found is not None and (found.base, found.risk) == (0.0, ((1.0, 0.0),))
