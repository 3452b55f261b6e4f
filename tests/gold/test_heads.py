"""The word at the head of a phrase, where nobody has marked one."""

import time

import pytest

from pipeline.gold.heads import noun_head, verb_head
from pipeline.gold.quotes import Source


def words(text, edge):
    return text[slice(*edge)]


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the minister of health", "minister"),
        ("a new bridge, long promised", "bridge"),
        ("nearly $87 million", "$"),
        ("the $87 million bridge", "bridge"),
        ("to feed the poor", "feed"),
        ("to the poor", "poor"),
        ("in Turkana,", "Turkana"),
    ],
)
def test_the_head_of_a_noun_phrase(phrase, head):
    assert words(phrase, noun_head(Source.of(phrase), (0, len(phrase)))) == head


@pytest.mark.parametrize(
    ("group", "lemma", "head"),
    [
        ("had run out", "run out", "run"),
        ("has not been", "be", "been"),
        ("will have been paid", "pay", "paid"),
        ("went", "go", "went"),
    ],
)
def test_the_head_of_a_verb_group(group, lemma, head):
    assert words(group, verb_head(Source.of(group), (0, len(group)), lemma)) == head


def test_a_long_run_of_marks_takes_no_long_time():
    text = f"$5 {'-' * 40_000}"
    start = time.perf_counter()
    noun_head(Source.of(text), (0, len(text)))
    assert time.perf_counter() - start < 5
