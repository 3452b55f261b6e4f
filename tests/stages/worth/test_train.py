"""The training script's arithmetic, on data small enough to check by hand."""

import importlib.util
import sys
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def train():
    spec = importlib.util.spec_from_file_location(
        "train_worth", ROOT / "models" / "scripts" / "train_worth.py"
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules["train_worth"] = module
    spec.loader.exec_module(module)
    return module


def test_average_precision(train):
    y = np.array([1.0, 0.0, 1.0, 0.0])
    assert train.average_precision(np.array([0.9, 0.8, 0.7, 0.1]), y) == pytest.approx((1 + 2 / 3) / 2)
    assert train.average_precision(np.ones(4), y) == pytest.approx(0.5), "equal scores share a rank"


def test_f1_of_the_rare_class(train):
    assert train.f1(np.array([1, 1, 0, 0]), np.array([1.0, 0.0, 1.0, 0.0])) == pytest.approx(0.5)
    assert train.f1(np.zeros(2), np.zeros(2)) == 0.0


def test_fit_finds_the_direction_and_is_the_same_each_time(train):
    x = np.array([[1.0, 1.0, 0.0], [1.0, 1.0, 1.0], [1.0, 0.0, 1.0], [1.0, 0.0, 0.0]] * 10)
    y = np.array([1.0, 1.0, 0.0, 0.0] * 10)
    w = train.fit(x, y)
    assert w[1] > 1 and abs(w[2]) < 1e-6
    assert (w == train.fit(x, y)).all()


def test_the_ridge_pulls_to_nought_what_is_never_seen(train):
    w = train.fit(np.array([[1.0, 0.0]] * 4), np.array([1.0, 0.0, 0.0, 0.0]))
    assert w[1] == 0.0
    assert 1 / (1 + np.exp(-w[0])) == pytest.approx(0.25), "the intercept is free: the base rate"


def test_the_hash_holds_out_about_a_fifth(train):
    held = sum(train.Example(f"sentence {i}", 0, {}).held_out for i in range(2000))
    assert 320 < held < 480
