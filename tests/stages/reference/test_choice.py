"""The choice among candidates is pure arithmetic."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import lexicon
from pipeline.stages.reference.choice import COLUMNS, choose, weights

NAMES = [row["feature"] for row in lexicon.table("antecedents")]
FEATURES = st.dictionaries(st.sampled_from(NAMES), st.floats(0, 1), max_size=8)


def test_one_candidate_against_nothing():
    known = weights("it")
    choice = choose([("bank", {"subject": 1.0, "nearest": 1.0})], {"nothing": 1.0}, "it")
    ours, none = math.exp(known["subject"] + known["nearest"]), math.exp(known["nothing"])
    assert choice.same == ("bank" if ours > none else None)
    assert choice.probability == pytest.approx(max(ours, none) / (ours + none), abs=1e-4)


def test_mentions_of_one_thing_count_together():
    its = {"subject": 1.0, "1 sentences back": 1.0}
    never = {"nothing": -10.0}
    once = choose([("bank", its), ("mill", its)], never, "it")
    twice = choose([("bank", its), ("mill", its), ("mill", its)], never, "it")
    assert once.probability == pytest.approx(1 / 2, abs=1e-3)
    assert (twice.same, twice.probability) == ("mill", pytest.approx(2 / 3, abs=1e-3))


def test_without_candidates_nothing_is_meant():
    assert choose([], {"nothing": 1.0}, "person") == (None, 1.0)


def test_unknown_features_count_nothing():
    assert choose([("a", {"no such feature": 1.0})], {}, "they").probability == 0.5


@given(
    st.lists(st.tuples(st.sampled_from("abc"), FEATURES), max_size=6),
    FEATURES,
    st.sampled_from(sorted(set(COLUMNS.values()))),
)
def test_a_probability_of_one_of_them(candidates, nothing, column):
    choice = choose(candidates, nothing, column)
    assert choice.same in {None, *(same for same, _ in candidates)}
    assert 0 < choice.probability <= 1


def test_a_mention_nearer_or_more_spoken_of_weighs_more():
    for column in set(COLUMNS.values()):
        known = weights(column)
        assert known["0 sentences back"] > known["1 sentences back"] > known["2 sentences back"]
        assert known["spoken of before"] > 0 > known["rank"]
