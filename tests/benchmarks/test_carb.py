"""CaRB's comparison, on facts small enough to calculate by hand."""

import pytest
from carb import in_tokens, spelled
from carb_match import Fact, area, best, compared, curve, f1, words
from hypothesis import given
from hypothesis import strategies as st

from pipeline.record import Span


def fact(text, confidence=1.0):
    """ "subject | relation | argument | …"."""
    subject, relation, *rest = text.split("|")
    return Fact(words(relation), (words(subject), *map(words, rest)), confidence)


PORT = fact("The port | was opened by | Japan | in 1998")


@pytest.mark.parametrize(
    ("gold", "found", "precision", "recall"),
    [
        # 2 of relation's 3, 2 of 2, 1 of 3: found has 2 + 2 + 1 words, gold 3 + 2 + 3
        ("The port | was opened by | Japan | in 1998", "The port | was opened | Japan", 5 / 5, 5 / 8),
        # the preposition stands in another slot: words count where they stand
        ("The port | was opened by | Japan | in 1998", "The port | was opened | by Japan in 1998", 7 / 8, 7 / 8),
        # the relation has nothing in common: no match, whatever the rest
        ("The port | was opened by | Japan", "The port | belongs to | Japan", 0, 0),
        # a word counts once
        ("The port | is | the port", "The port port | is | the the", 4 / 6, 4 / 5),
        # without a second argument nothing answers a fact that has one
        ("The port | opened in | 1998", "The port | opened in", 0, 0),
        # and what gold does not have is not counted against it
        ("The port | opened", "The port | opened | in 1998", 3 / 3, 3 / 3),
        # "be" stands for any of its forms
        ("The port | is | a gift", "The port | be | a gift", 5 / 5, 5 / 5),
        ("The port | lies | there", "The port | be | there", 0, 0),
        # a saying may stand turned around
        ("the minister | said | ports pay", "ports pay | said | the minister", 5 / 5, 5 / 5),
        ("the minister | told | ports pay", "ports | told | the minister", 4 / 4, 4 / 5),
    ],
)  # fmt: skip
def test_precision_and_recall_of_a_pair(gold, found, precision, recall):
    assert compared(fact(gold), fact(found)) == (pytest.approx(precision), pytest.approx(recall))


def test_one_found_fact_may_answer_many_of_gold_for_recall_but_one_for_precision():
    gold = {"s": [fact("Japan | gave | rice"), fact("Japan | gave | loans")]}
    (point,) = curve(gold, {"s": [fact("Japan | gave | rice and loans")]})
    assert point.recall == pytest.approx((3 / 3 + 3 / 3) / 2)
    assert point.precision == pytest.approx(3 / 5)


def test_two_found_facts_do_not_answer_the_same_fact_of_gold():
    gold = {"s": [fact("Japan | gave | rice")]}
    (point,) = curve(gold, {"s": [fact("Japan | gave | rice"), fact("Japan | gave | rice")]})
    assert (point.precision, point.recall) == (0.5, 1.0)


def test_the_most_precise_pair_is_taken_first():
    gold = {"s": [fact("Japan | gave | rice"), fact("Japan | gave | new loans to Peru")]}
    found = {"s": [fact("Japan | gave | loans to Peru"), fact("Japan | gave | new loans")]}
    (point,) = curve(gold, found)
    assert point.precision == pytest.approx((1 + 2 / 4) / 2), "both fit the second; one has to take the first"


def test_each_level_of_confidence_is_a_point_and_sentences_without_facts_count():
    gold = {"s": [fact("Japan | gave | rice")], "t": [fact("Peru | paid | Japan")]}
    points = curve(gold, {"s": [fact("Japan | gave | rice", 0.9), fact("He | gave | it", 0.4)]})
    assert [(p.confidence, p.precision, p.recall) for p in points] == [(0.4, 0.5, 0.5), (0.9, 1.0, 0.5)]
    assert best(points) == points[1] and best(points).f1 == pytest.approx(2 / 3)
    # between (0, 1) and (.5, 1): .5; the step from 1 to .5 at the same recall has no width
    assert area(points) == pytest.approx(0.5)


def test_nothing_found_is_nought():
    assert curve({"s": [PORT]}, {}) == []
    assert best([]).f1 == area([]) == f1(0.0, 0.0) == 0.0


PHRASES = st.lists(st.sampled_from(["a", "b", "c", "is", "be"]), max_size=4).map(tuple)
FACTS = st.builds(Fact, PHRASES, st.lists(PHRASES, min_size=1, max_size=3).map(tuple))


@given(FACTS, FACTS)
def test_shares_lie_between_nought_and_one_and_a_fact_answers_itself(one, other):
    assert all(0 <= share <= 1 for share in compared(one, other))
    if one.relation:
        assert compared(one, one) == (1.0, 1.0)


def test_tokens_of_the_treebank_are_written_as_people_write_and_found_again():
    sentence = "`` It 's risky , '' he said of the $ 5 -LRB- 4 % -RRB- loan - in ."
    text, tokens = spelled(sentence)
    assert text == "“It's risky,” he said of the $5 (4%) loan-in."
    start = text.index("risky")
    assert in_tokens([Span.of(text, start, start + 7)], tokens) == ("risky", ",", "''")
    assert in_tokens([Span.of(text, 0, len(text))], tokens) == tuple(sentence.split())
