"""The check says in one sentence what is missing; lemmas of verbs are those that spelling and the tables allow."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.stages.parse.parse import Parse

WORDS = ["They", "resuming", "."]
FULL = {"pos": ["PRON", "VERB", "PUNCT"], "lemmas": ["they", "resum", "."], "heads": [1, 1, 1]}


def doc(vocab=None, **changes):
    given = {"words": WORDS, **FULL, "deps": ["nsubj", "ROOT", "punct"], **changes}
    return Doc(
        Vocab() if vocab is None else vocab,
        **{key: value for key, value in given.items() if value is not None},
    )


def test_a_complete_parse_passes():
    assert [token.dep_ for token in Parse()(doc())] == ["nsubj", "ROOT", "punct"]


@pytest.mark.parametrize(
    ("changes", "component"),
    [
        ({"pos": None}, "morphologizer"),
        ({"lemmas": None}, "lemmatizer"),
        ({"deps": None, "heads": None}, "parser"),
    ],
)
def test_a_missing_component_is_named(changes, component):
    with pytest.raises(ValueError, match=component):
        Parse()(doc(**changes))


def test_clearnlp_labels_are_refused():
    with pytest.raises(ValueError, match="ClearNLP labels \\(nsubjpass\\)"):
        Parse()(doc(deps=["nsubjpass", "ROOT", "punct"]))


def test_an_empty_or_blank_text_needs_no_parse():
    assert len(Parse()(Doc(Vocab()))) == 0
    assert len(Parse()(Doc(Vocab(), words=["\n\n"]))) == 1


def test_a_lemma_that_spelling_forbids_is_repaired():
    assert Parse()(doc(words=["They", "zorbing", "."], lemmas=["they", "z", "."]))[1].lemma_ == "zorb"


@pytest.mark.parametrize(("tag", "lemma"), [("VBD", "begin"), ("VBP", "began")])
def test_an_irregular_past_is_no_lemma(tag, lemma):
    found = doc(
        words=["They", "began", "."],
        deps=["nsubj", "ROOT", "punct"],
        tags=["PRP", tag, "."],
        lemmas=["they", "began", "."],
    )
    assert Parse()(found)[1].lemma_ == lemma


@pytest.mark.parametrize(
    ("form", "tag", "lemma", "expected"),
    [
        ("lent", "VBD", "le", "lend"),
        ("owed", "VBN", "ow", "owe"),
        ("owing", "VBG", "ow", "owe"),
        ("visited", "VBD", "visit", "visit"),
        ("found", "VBP", "found", "found"),
    ],
)
def test_lemmas_that_the_tables_know_better(form, tag, lemma, expected):
    found = doc(words=["They", form, "."], tags=["PRP", tag, "."], lemmas=["they", lemma, "."])
    assert Parse()(found)[1].lemma_ == expected
