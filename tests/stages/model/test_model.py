"""What is written on a Doc, of a network whose answers are fixed."""

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline.marks import arcs, votes
from pipeline.stages.model import make
from pipeline.stages.model.model import breaks
from pipeline.stages.model.reading import LONGEST

NLP = spacy.blank("en")


def told(doc, attribute):
    return " ".join(str(getattr(token, attribute)).strip() or "–" for token in doc)


def heads(doc):
    return [token.head.i for token in doc]


def starts(doc):
    return [sentence.start for sentence in doc.sents]


def test_tags_features_lemmas_tree_names(modelled):
    doc = modelled("studies", "ps", "q", "x", ".")
    assert told(doc, "tag_") == "NNS NNS NNS NNS NN"
    assert told(doc, "pos_") == "NOUN NOUN NOUN NOUN PUNCT"
    assert told(doc, "morph") == "Number=Plur Number=Plur Number=Plur Number=Plur –"
    assert told(doc, "lemma_") == "study p be be be"
    assert told(doc, "dep_") == "ROOT nsubj nsubj nsubj punct"
    assert heads(doc) == [0, 0, 1, 2, 3]
    assert [(ent.start, ent.end, ent.label_) for ent in doc.ents] == [(1, 3, "GPE")]
    assert told(doc, "ent_iob_") == "O B I O O"
    assert starts(doc) == [0]


@pytest.mark.parametrize(
    ("words", "above", "begins"),
    [
        ("\n s x", [1, 1, 1], [0]),
        ("s x \n s x \n", [0, 0, 1, 3, 3, 4], [0, 3]),
        ("\n \t s \n \t x", [2, 2, 2, 2, 2, 2], [0]),
    ],
)
def test_white_space_hangs_on_the_word_before(modelled, words, above, begins):
    doc = modelled(*words.split(" "))
    assert heads(doc) == above
    assert starts(doc) == begins
    for token in doc:
        if token.is_space:
            assert (token.tag_, token.pos_, str(token.morph), token.dep_) == ("_SP", "SPACE", "", "dep")
            assert token.lemma_ == token.text


def test_a_name_goes_on_across_white_space(modelled):
    assert [(ent.start, ent.end) for ent in modelled("p", "\n", "q", "\n").ents] == [(0, 3)]


@pytest.mark.parametrize("words", [[], ["\n"], ["\n", " ", "\t"]])
def test_without_a_word_nothing_is_written(modelled, words):
    doc = modelled(*words)
    assert [token.text for token in doc] == words
    assert not any(token.pos_ or token.dep_ or token.head != token for token in doc)


def test_what_is_known_of_sentences_stays(modelled):
    known = [True, False, True, None, None, False]
    assert starts(modelled("x", "s", "x", "s", "x", "s", known=known)) == [0, 2, 3]
    assert starts(modelled("\n", "x", "x", known=[True, False, False])) == [0]


def test_no_sentence_is_longer_than_the_longest(modelled):
    doc = modelled(*["x"] * (2 * LONGEST + 1), known=[True] + [False] * 2 * LONGEST)
    assert starts(doc) == [0, LONGEST, 2 * LONGEST]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(["s", *["x"] * 40, "\n"]), min_size=90, max_size=150),
    st.integers(0, 2**32 - 1),
)
def test_sentences_are_whole_however_the_arcs_cross(modelled, words, seed):
    """spaCy looks for sentences in the arcs anew; a path through the words in any order leads it astray."""

    def arcs(n):
        order = np.random.default_rng(seed + n).permutation(n)
        found = np.zeros((n, n + 1))
        found[order, [0, *(order[:-1] + 1)]] = 1
        return found

    doc = modelled("x", *words, arcs=arcs)
    assert starts(doc) == [0, *(at for at, word in enumerate(words, 1) if word == "s")]
    for sentence in doc.sents:
        assert [token.dep_ for token in sentence].count("ROOT") == 1
        assert all(token.head in sentence for token in sentence)


@pytest.mark.parametrize(
    ("words", "known", "expected"),
    [
        ("x \n x", [1, 0, 1], [False, True]),
        ("x \n x", [1, 0, 0], [False, False]),
        ("\n x \t x", [0, 1, 0, 1], [True, False]),
    ],
)
def test_a_paragraph_begins_where_a_line_ended_and_a_sentence_is_known_to_begin(words, known, expected):
    doc = Doc(NLP.vocab, words=words.split(" "))
    places = np.array([token.i for token in doc if not token.is_space])
    assert breaks(doc, places, np.array(known)[places]) == expected


def test_a_model_that_was_not_loaded_can_be_sent_and_says_so():
    model = make(NLP, "model").from_bytes(make(NLP, "model").to_bytes())
    with pytest.raises(ValueError, match="has not been loaded"):
        model(Doc(NLP.vocab, words=["x"]))


def test_every_token_has_a_vote_and_white_space_next_to_none(modelled):
    found = votes(modelled("s", "\n", "."))
    assert [vote for _, vote in found] == [0.123, 0.0, 1.123]
    assert found[1][0] < min(found[0][0], found[2][0]) - 20


def test_every_token_says_how_sure_its_head_is(modelled):
    sure, torn = (
        arcs(modelled("s", "\n", "x", arcs=lambda n, by=by: by * np.eye(n, n + 1))) for by in (9.0, 0.1)
    )
    assert len(sure) == 3 and sure[1] == 0.0
    assert all(-0.01 < value <= 0 for value in sure)
    assert torn[0] < -0.5


def test_without_a_model_there_are_no_votes():
    assert votes(Doc(NLP.vocab, words=["s"])) is None
    assert arcs(Doc(NLP.vocab, words=["s"])) is None


def test_the_doc_keeps_the_words_that_the_network_is_shown_otherwise(modelled):
    doc = modelled("s", "“", "£", "1987", "’s", ".")
    assert [token.text for token in doc] == ["s", "“", "£", "1987", "’s", "."]
