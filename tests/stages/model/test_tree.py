"""The best tree of a sentence, held against all trees there are."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from pipeline.stages.model.tree import certainty, heads

SIZES = st.shared(st.integers(1, 5))


def is_tree(found):
    """Exactly one root, and every word is under it."""
    for word in range(1, len(found) + 1):
        seen = set()
        while word and word not in seen:
            seen.add(word)
            word = found[word - 1]
        if word:
            return False
    return list(found).count(0) == 1


def best_of_all(scores):
    n = len(scores)
    trees = (found for found in product(range(n + 1), repeat=n) if is_tree(found))
    return max(sum(scores[word, head] for word, head in enumerate(found)) for found in trees)


def value(scores, found):
    return sum(scores[word, head] for word, head in enumerate(found))


@settings(deadline=None, max_examples=60)
@given(SIZES.flatmap(lambda n: arrays("float32", (n, n + 1), elements=st.integers(-9, 9))))
def test_no_tree_is_better_ties_and_all(scores):
    found = heads(scores)
    assert is_tree(found)
    assert value(scores, found) == best_of_all(scores)


@pytest.mark.parametrize("seed", range(25))
def test_no_tree_is_better_for_scores_like_a_network_s(seed):
    scores = np.random.default_rng(seed).normal(0, 8, (4 + seed % 2, 5 + seed % 2)).astype("float32")
    assert value(scores, heads(scores)) == pytest.approx(best_of_all(scores), abs=1e-4)


@pytest.mark.parametrize("seed", range(20))
def test_it_is_a_tree_however_long_the_sentence(seed):
    n = (2, 9, 40, 250)[seed % 4]
    assert is_tree(heads(np.random.default_rng(seed).normal(0, 8, (n, n + 1))))


@pytest.mark.parametrize("scores", [np.zeros((6, 7)), np.full((6, 7), -1e4), np.eye(6, 7)])
def test_it_is_a_tree_where_all_scores_are_alike(scores):
    assert is_tree(heads(scores))


@pytest.mark.parametrize("seed", range(10))
def test_where_the_best_heads_are_a_tree_they_stay(seed):
    rng = np.random.default_rng(seed)
    order = rng.permutation(12) + 1
    wanted = np.zeros(12, dtype=int)
    for place, word in enumerate(order[1:], 1):
        wanted[word - 1] = order[rng.integers(place)]
    scores = rng.random((12, 13))
    scores[np.arange(12), wanted] += 1
    assert heads(scores).tolist() == wanted.tolist()


def test_one_word_is_the_root():
    assert heads(np.array([[-3.0, 9.0]])).tolist() == [0]


def test_a_cycle_is_broken_where_it_costs_least():
    scores = np.array([[5.0, 0, 9], [4.0, 9, 0]])
    assert heads(scores).tolist() == [0, 1]


def test_of_two_roots_the_better_stays():
    scores = np.array([[9.0, 0, 1], [9.0, 5, 0]])
    assert heads(scores).tolist() == [0, 1]


def test_what_was_given_is_not_changed():
    scores = np.zeros((3, 4))
    heads(scores)
    assert not scores.any()


@settings(deadline=None, max_examples=60)
@given(SIZES.flatmap(lambda n: arrays("float32", (n, n + 1), elements=st.integers(-9, 9))))
def test_the_certainties_of_all_heads_a_word_could_have_make_one(scores):
    n = len(scores)
    for word in range(n):
        possible = [head for head in range(n + 1) if head != word + 1]
        found = [certainty(scores, np.full(n, head))[word] for head in possible]
        assert all(value <= 0 for value in found)
        assert np.exp(found).sum() == pytest.approx(1)
