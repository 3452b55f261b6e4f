"""Numbers for what can be seen of a word: the same on every machine."""

import numpy as np
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline.stages.model.shapes import ATTRIBUTES, ROWS, shapes

VOCAB = spacy.blank("en").vocab
WORDS = st.lists(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8), min_size=1, max_size=6
)
FROZEN = [[470, 239, 1380, 1], [146, 170, 1733, 1], [351, 181, 312, 0], [68, 66, 64, 1], [490, 234, 2026, 1]]


def shown(*words, vocab=VOCAB, spaces=None):
    return shapes(Doc(vocab, words=list(words), spaces=spaces))


@settings(deadline=None)
@given(WORDS)
def test_a_row_a_token_in_the_range_of_its_table(words):
    found = shown(*words)
    assert found.dtype == np.int64
    assert found.shape == (len(words), len(ATTRIBUTES)) == (len(words), len(ROWS))
    assert (found >= 0).all() and (found < np.array(ROWS)).all()


def test_no_words_no_rows():
    assert shown().shape == (0, len(ATTRIBUTES))


@settings(deadline=None, max_examples=20)
@given(WORDS)
def test_no_vocabulary_changes_them(words):
    other = spacy.blank("en").vocab
    Doc(other, words=["Other", "words", "came", "first"])
    assert (shown(*words) == shown(*words, vocab=other)).all()


def test_they_are_what_the_network_was_trained_on():
    """Written down once: another hash or another order of the tables would make a trained network worthless."""
    assert (
        shown("Nairobi", "grew", "by", "9%", "\n", spaces=[True, True, False, True, False]).tolist() == FROZEN
    )


def test_capitals_endings_and_spaces_show():
    assert shown("nairobi", "Nairobi").tolist()[0] != shown("nairobi", "Nairobi").tolist()[1]
    assert (shown("walks", "walked")[0] == shown("walks", "walked")[1]).tolist() == [True, True, False, True]
    assert shown("a", "b", "c", spaces=[True, False, True])[:, -1].tolist() == [1, 0, 1]


def test_the_end_of_a_line_or_text_is_as_good_as_a_space():
    assert shown("a", "b", "\n", "c", spaces=[False] * 4)[:, -1].tolist() == [0, 1, 0, 1]
