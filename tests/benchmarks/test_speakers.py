"""What counts as the right name of a speaker."""

import pytest
from speakers import outcome, right

ROW = {"meant": "the regulator's head of metering", "also": "Hessa Al Mazmi-Rashed | Ms Al Mazmi-Rashed"}


@pytest.mark.parametrize(
    ("given", "fits"),
    [
        ("Hessa Al Mazmi-Rashed", True),
        ("Al Mazmi-Rashed", True),
        ("head of metering", True),
        ("the regulator's head of metering, Hessa Al Mazmi-Rashed", True),
        ("the minister", False),
        ("the", False),
    ],
)
def test_right(given, fits):
    assert right(given, ROW) is fits


@pytest.mark.parametrize(
    ("given", "meant", "said"),
    [
        (None, "the mayor", "no source found"), ("", "the mayor", "left"), ("", "", "rightly left"),
        ("The mayor", "the mayor", "right"), ("the bank", "the mayor", "wrong"), ("the bank", "", "wrong"),
    ],
)  # fmt: skip
def test_outcome(given, meant, said):
    assert outcome(given, {"meant": meant, "also": ""}) == said
