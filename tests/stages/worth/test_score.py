"""The logistic score: pure, bounded, explained by its parts."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.worth.score import Part, score, weights

TABLE = {"base": -1.0, "amount": 2.0, "opinion": -1.5, "date": 0.5}
FEATURES = st.dictionaries(st.sampled_from([*TABLE, "unheard of"]), st.floats(0, 1))


def test_nothing_but_the_base():
    assert score({}, TABLE).value == round(1 / (1 + math.e), 4)
    assert score({}, TABLE).parts == ()


def test_parts_stand_in_order_of_weight():
    found = score({"date": 1.0, "opinion": 1.0, "amount": 1.0}, TABLE)
    assert found.parts == (Part("amount", 2.0), Part("opinion", -1.5), Part("date", 0.5))
    assert found.value == 0.5


def test_ties_stand_in_order_of_name():
    found = score({"b": 1.0, "a": 1.0}, {"base": 0.0, "a": 1.0, "b": 1.0})
    assert [part.name for part in found.parts] == ["a", "b"]


def test_unknown_features_count_nothing():
    assert score({"unheard of": 1.0}, TABLE) == score({}, TABLE)


def test_extremes_do_not_overflow():
    assert score({"a": 1.0}, {"base": 0.0, "a": 1e6}).value == 1.0
    assert score({"a": 1.0}, {"base": 0.0, "a": -1e6}).value == 0.0


@settings(deadline=None)
@given(FEATURES)
def test_between_nought_and_one_and_the_order_given_does_not_matter(features):
    found = score(features, TABLE)
    assert 0.0 <= found.value <= 1.0
    assert found == score(dict(reversed(features.items())), TABLE)


@settings(deadline=None)
@given(FEATURES)
def test_more_of_what_weighs_for_it_never_lowers_it(features):
    assert score({**features, "amount": 1.0}, TABLE).value >= score({**features, "amount": 0.0}, TABLE).value


def test_the_shipped_weights_agree_with_a_fact_checker():
    table = weights("alone")
    assert table["base"] < 0, "most sentences are not worth checking"
    assert table["amount"] > 0 and table["digit"] > 0 and table["statistic"] > 0 and table["past"] > 0
    assert table["opinion"] < 0 and table["evaluation"] < 0 and table["recommendation"] < 0
    figures = score({"amount": 1.0, "digit": 1.0, "past": 1.0, "statistic": 1.0}, table).value
    idle = score({"opinion": 1.0, "first person singular": 1.0, "short": 1.0}, table).value
    assert figures > 0.8 > 0.2 > idle
    assert weights()["wording"] > 0, "the network's votes count"
