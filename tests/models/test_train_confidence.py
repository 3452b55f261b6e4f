"""Counting and fitting, on claims few enough to check by hand."""

import numpy as np
import pytest
import train_confidence as train
from train_confidence import Example


def example(document, rule, right, pieces=0.0):
    return Example(document, "dev", {"span": rule}, {"pieces": pieces}, right)


SOME = [
    example(f"d{n % 4}", "root" if n % 2 else "tail", bool(n % 2 or n % 3 == 0), float(n % 5 == 0))
    for n in range(60)
]


def test_claims_are_counted_by_rule_and_in_all():
    counts = train.counted(
        [example("a", "root", True), example("a", "root", False), example("b", "tail", True)]
    )
    assert counts == {("mean", ""): (3, 2), ("span", "root"): (2, 1), ("span", "tail"): (1, 1)}


def test_a_rule_seen_once_is_near_the_mean_and_one_seen_often_is_itself():
    rates = train.smoothed(
        {("mean", ""): (1000, 500), ("span", "rare"): (1, 1), ("span", "often"): (990, 891)}
    )
    assert rates["span", "rare"] == pytest.approx(6 / 11)
    assert rates["span", "often"] == pytest.approx(0.896)


def test_the_better_rule_gets_the_better_odds():
    judged = train.predicted(SOME, [example("x", "root", True), example("x", "tail", False)], ["span"])
    assert [right for _, right in judged] == [True, False]
    assert judged[0][0] > judged[1][0]
    assert judged == train.predicted(
        SOME, [example("x", "root", True), example("x", "tail", False)], ["span"]
    )


def test_a_document_is_judged_by_the_others():
    for inside, outside in train._folds(SOME):
        assert {each.document for each in inside}.isdisjoint({each.document for each in outside})
        assert len(inside) + len(outside) == len(SOME)


def test_what_a_claim_lacks_is_nought():
    known = train.smoothed(train.counted(SOME))
    assert (
        train.matrix([example("a", "new", True)], known, ["span", "tree"]) == np.array([[1.0, 0.0, 0.0]])
    ).all()


def test_the_tables_are_written_with_counts_beside_rates():
    files = train.write(
        {("mean", ""): (4, 2), ("span", "root"): (4, 2)}, {"weight": {"base": 1.0, "span": 0.5}}
    )
    assert list(files.values()) == [
        "field,rule,n,right,smoothed\nmean,,4,2,0.5000\nspan,root,4,2,0.5000\n",
        "feature,weight\nbase,1.0000\nspan,0.5000\n",
    ]
