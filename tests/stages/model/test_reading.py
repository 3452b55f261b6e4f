"""Windows through a network that only says which word it was shown; sentences; trees."""

from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.model.network import Scores
from pipeline.stages.model.pieces import Pieces
from pipeline.stages.model.reading import LONGEST, framed, read, sentences, trees
from pipeline.stages.model.windows import Window

SPLIT = Pieces(["[CLS]", "[SEP]", "[UNK]", *"abc", "##b"])
WORD = st.tuples(st.sampled_from(["a", "bb", "c" * 60]), st.sampled_from([-1, -1, 0, 0, 0, 1]), st.booleans())
KNOWN = st.lists(st.tuples(st.sampled_from([-1, -1, 0, 1]), st.floats(-2, 2)), min_size=1, max_size=600)


def frame(words, breaks=(), window=None):
    marks = [at in breaks for at in range(len(words))]
    shapes = np.arange(1, len(words) + 1)[:, None] * [1, 10]
    return framed(SPLIT, SPLIT(words), shapes, marks, window or Window(0, 0, len(words), len(words)))


def test_a_window_is_framed_and_words_know_their_pieces():
    ids, shown, first, last = frame(["a", "bb", "c"])
    assert ids.tolist() == [0, 3, 4, 6, 5, 1]
    assert (first.tolist(), last.tolist()) == ([1, 2, 4], [1, 3, 4])
    assert shown.tolist() == [[0, 0], [1, 10], [2, 20], [2, 20], [3, 30], [0, 0]]
    assert {column.dtype for column in (ids, shown, first, last)} == {np.dtype("int64")}


def test_a_break_is_a_frame_between_words():
    ids, shown, first, last = frame(["a", "bb", "c"], breaks={1, 2})
    assert ids.tolist() == [0, 3, 1, 4, 6, 1, 5, 1]
    assert (first.tolist(), last.tolist()) == ([1, 3, 6], [1, 4, 6])
    assert shown[[0, 2, 5, 7]].tolist() == [[0, 0]] * 4


def test_a_window_in_the_middle_needs_no_frame_at_its_start():
    ids, shown, first, _ = frame(["a", "bb", "c", "a"], breaks={1}, window=Window(1, 1, 3, 3))
    assert ids.tolist() == [0, 4, 6, 5, 1]
    assert first.tolist() == [1, 3]
    assert shown[1:-1].tolist() == [[2, 20], [2, 20], [3, 30]]


@settings(deadline=None, max_examples=50)
@given(st.integers(1, 300).flatmap(lambda n: st.lists(WORD, min_size=n, max_size=n)))
def test_each_word_has_the_scores_of_its_own_pieces(text):
    words, known, breaks = zip(*text, strict=True)

    def network(pieces, shapes, first, last):
        assert pieces[0] == SPLIT.opens and pieces[-1] == SPLIT.closes
        column = np.stack([pieces[first], shapes[first, 0], shapes[last, 0]], 1)
        return Scores(*[column] * len(Scores._fields))

    places = np.arange(len(words))
    found = read(network, SPLIT, words, places[:, None], np.array(known), breaks)
    expected = [[ids[0], at, at] for at, ids in enumerate(SPLIT(words))]
    assert all(column.tolist() == expected for column in found)


@settings(deadline=None)
@given(KNOWN)
def test_what_is_known_of_sentences_is_kept_and_the_rest_is_the_network_s(text):
    known, starts = (np.array(column) for column in zip(*text, strict=True))
    found = sentences(starts, known)
    assert [found[0][0], *(end for _, end in found)] == [0, *(start for start, _ in found[1:]), len(text)]
    assert all(0 < end - start <= LONGEST for start, end in found)
    begins = {start for start, _ in found}
    wanted = {0, *np.flatnonzero((known == 1) | ((known == 0) & (starts > 0))).tolist()}
    assert wanted <= begins
    # The rest are cuts of what is too long, and no others.
    assert all(
        start - before == LONGEST for (before, _), (start, _) in pairwise(found) if start not in wanted
    )


@pytest.mark.parametrize(
    ("words", "expected"), [(LONGEST, 1), (LONGEST + 1, 2), (2 * LONGEST, 2), (3 * LONGEST - 1, 3)]
)
def test_no_sentence_is_longer_than_the_longest(words, expected):
    assert len(sentences(np.full(words, 9.0), np.full(words, -1))) == expected


def test_trees_stand_in_their_sentences():
    """Every word wants the first of its sentence above it, and the first the root."""

    def arcs(part):
        found = np.zeros((len(part.tags), len(part.tags) + 1))
        found[:, 1] = found[0, 0] = 1
        found[0, 1] = 0
        return found

    network = SimpleNamespace(arcs=arcs, labels=lambda part, heads: np.eye(60)[part.tags * 10 + (heads == 0)])
    scores = Scores(*[np.arange(6)] * len(Scores._fields))
    heads, labels, _ = trees(network, scores, [(0, 1), (1, 4), (4, 6)], None)
    assert heads.tolist() == [0, 1, 1, 1, 4, 4]
    assert labels.tolist() == [1, 11, 20, 30, 41, 50]


def test_only_roots_may_have_the_label_of_roots():
    class Rooted:
        arcs = staticmethod(lambda part: np.array([[1.0, 0, 0], [0, 1.0, 0]]))
        labels = staticmethod(lambda part, heads: np.array([[9.0, 1, 2], [9.0, 1, 2]]))

    empty = Scores(*(np.zeros((2, 1)) for _ in Scores._fields))
    for root, expected in ((0, [2, 2]), (None, [0, 0])):
        heads, labels, _ = trees(Rooted(), empty, [(0, 2)], root)
        assert heads.tolist() == [0, 0] and labels.tolist() == expected
