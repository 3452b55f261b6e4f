"""The training script's arithmetic, on data small enough to check by hand."""

import debates
import numpy as np
import pytest
import train_worth as train


def test_average_precision():
    y = np.array([1.0, 0.0, 1.0, 0.0])
    assert train.average_precision(np.array([0.9, 0.8, 0.7, 0.1]), y) == pytest.approx((1 + 2 / 3) / 2)
    assert train.average_precision(np.ones(4), y) == pytest.approx(0.5), "equal scores share a rank"


def test_f1_of_the_rare_class():
    assert train.f1(np.array([1, 1, 0, 0]), np.array([1.0, 0.0, 1.0, 0.0])) == pytest.approx(0.5)
    assert train.f1(np.zeros(2), np.zeros(2)) == 0.0


def test_fit_finds_the_direction_and_is_the_same_each_time():
    x = np.array([[1.0, 1.0, 0.0], [1.0, 1.0, 1.0], [1.0, 0.0, 1.0], [1.0, 0.0, 0.0]] * 10)
    y = np.array([1.0, 1.0, 0.0, 0.0] * 10)
    w = train.fit(x, y)
    assert w[1] > 1 and abs(w[2]) < 1e-6
    assert (w == train.fit(x, y)).all()


def test_the_ridge_pulls_to_nought_what_is_never_seen():
    w = train.fit(np.array([[1.0, 0.0]] * 4), np.array([1.0, 0.0, 0.0, 0.0]))
    assert w[1] == 0.0
    assert 1 / (1 + np.exp(-w[0])) == pytest.approx(0.25), "the intercept is free: the base rate"


def test_the_hash_parts_the_sentences_eight_to_one_to_one():
    parts = [debates.part(f"sentence {i}") for i in range(2000)]
    assert 150 < parts.count("test") < 250
    assert 150 < parts.count("calibrate") < 250
    assert set(parts) == {"test", "calibrate", "train"}


def examples(wording):
    """The feature says it three times out of four, the wording always, and twice as strongly where unseen."""
    for i in range(800):
        text, label = f"sentence {i}", i % 2
        strength = 2.0 if debates.part(text) == "calibrate" else 9.0
        says = label if i % 8 < 6 else 1 - label
        yield debates.Example(
            text, label, {"digit": float(says)}, (strength if label else -strength) * wording
        )


def test_what_is_kept_apart_says_how_much_the_votes_count():
    columns = train.trained(list(examples(1.0)), ["digit"])
    assert columns["weight"]["wording"] > 1
    assert columns["alone"]["digit"] > columns["weight"]["digit"], "the votes say it better"
    assert "wording" not in columns["alone"]


def test_votes_that_say_nothing_count_nothing():
    columns = train.trained(list(examples(0.0)), ["digit"])
    assert columns["weight"]["wording"] == pytest.approx(0.0)
    assert columns["weight"]["digit"] == pytest.approx(columns["alone"]["digit"], rel=0.5)


def test_a_model_that_does_not_vote_is_refused():
    mute = [example._replace(wording=None) for example in examples(1.0)]
    with pytest.raises(SystemExit, match="does not vote"):
        train.trained(mute, ["digit"])


def test_sentences_are_read_together_and_found_again():
    texts = ("It grew.", "No stop", "Was it so?")
    text = debates.joined(texts)
    assert text == "It grew. No stop\nWas it so? "
    assert [text[start:end] for start, end in debates.places(texts)] == list(texts)
    assert debates.batched(list(texts), 2) == [texts[:2], texts[2:]]
