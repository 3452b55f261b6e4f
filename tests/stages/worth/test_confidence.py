"""How likely a claim is right: the shipped tables hold together, and what is worse is never trusted more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import lexicon
from pipeline.stages.worth.confidence import (
    BASE,
    FIELDS,
    MEAN,
    WEIGHED,
    confidence,
    deciders,
    evidence,
    features,
    rates,
    weights,
)

PLAIN = {
    "subject": {"text": "The port"}, "object": {"text": "rice"}, "fragments": [{}], "region": "body",
    "rules": [{"field": "span", "rule": "root"}],
}  # fmt: skip
COUNTED = lexicon.table("rule_precision")


@pytest.mark.parametrize("row", COUNTED, ids=lambda row: f"{row['field']} {row['rule']}")
def test_every_rate_is_the_m_estimate_of_its_counts(row):
    total = next(each for each in COUNTED if each["field"] == MEAN)
    mean = int(total["right"]) / int(total["n"])
    n, right = int(row["n"]), int(row["right"])
    assert row["field"] in (*FIELDS, MEAN)
    assert 0 <= right <= n <= int(total["n"])
    assert float(row["smoothed"]) == pytest.approx((right + 10 * mean) / (n + 10), abs=1e-4)


def test_every_feature_has_a_weight_and_every_weight_a_feature():
    assert set(weights()) == {BASE, *WEIGHED, *features(PLAIN, 5, -0.1)}
    assert weights("alone")["tree"] == 0.0


def test_the_last_step_of_a_way_made_the_claim_and_words_do_not_tell_rules_apart():
    rules = [
        {"field": "span", "rule": "root/conj/advcl_as"},
        {"field": "kind", "rule": "evaluative_scandal"},
        {"field": "modality", "rule": "modal_will"},
        {"field": "unheard of", "rule": "x"},
    ]
    assert deciders({"rules": rules}) == {"span": "advcl_as", "kind": "evaluative", "modality": "modal_will"}
    assert deciders({}) == {}


def test_a_rule_that_was_never_seen_says_nothing():
    assert evidence({"span": "of tomorrow"}, rates()) == {"span": 0.0}
    assert evidence({"kind": "default"}, rates()) == {}


def test_a_rule_that_is_often_wrong_is_trusted_less():
    known = {rule: rate for (field, rule), rate in rates().items() if field == "span"}
    ways = sorted(known, key=lambda rule: known[rule])
    found = [confidence({**PLAIN, "rules": [{"field": "span", "rule": rule}]}, 9, -0.05) for rule in ways]
    assert found == sorted(found) and found[0] < found[-1]


@given(st.integers(1, 80), st.integers(1, 6), st.floats(-3, 0) | st.none())
def test_more_pieces_and_a_doubtful_tree_are_never_trusted_more(words, pieces, tree):
    whole = confidence({**PLAIN, "fragments": [{}] * pieces}, words, tree)
    assert 0 <= whole <= 1 and round(whole, 2) == whole
    assert confidence({**PLAIN, "fragments": [{}] * (pieces + 1)}, words, tree) <= whole
    assert confidence({**PLAIN, "fragments": [{}] * pieces, "subject": None}, words, tree) <= whole
    if tree is not None:
        assert confidence({**PLAIN, "fragments": [{}] * pieces}, words, tree - 0.5) <= whole


def test_a_row_with_nothing_in_it_has_a_confidence():
    assert 0 < confidence({}, 0, None) < 1
