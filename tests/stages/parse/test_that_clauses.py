"""Clauses with "that", put right on hand-made trees: `word UPOS tag head label`, a line a word."""

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.stages.parse.clefts import uncleave
from pipeline.stages.parse.that_clauses import mend

VOCAB = spacy.blank("en").vocab
LEMMAS = {
    "found": "find",
    "told": "tell",
    "says": "say",
    "was": "be",
    "is": "be",
    "wells": "well",
    "said": "say",
}


def tree(step, rows):
    cells = [row.split() for row in rows.strip().splitlines()]
    words, pos, tags, heads, deps = (list(values) for values in zip(*cells, strict=True))
    doc = Doc(
        VOCAB, words=words, pos=pos, tags=tags, heads=[int(head) for head in heads], deps=deps,
        lemmas=[LEMMAS.get(word, word) for word in words],
    )  # fmt: skip
    step(doc)
    assert len(list(doc.sents)) == 1
    return [f"{token.text}:{token.dep_}>{token.head.text}" for token in doc]


def test_a_that_taken_for_a_determiner_opens_the_clause():
    found = tree(
        mend,
        "It PRON PRP 1 nsubj\nfound VERB VBD 1 ROOT\nand CCONJ CC 5 cc\nthat DET IN 4 det\nwells NOUN NNS 5 nsubj\n"
        "dried VERB VBD 1 conj",
    )
    assert found[3] == "that:mark>dried"


def test_a_real_determiner_stays():
    found = tree(mend, "that DET DT 1 det\nwell NOUN NN 2 nsubj\ndried VERB VBD 2 ROOT")
    assert found[0] == "that:det>well"


SPEECH = """
He PRON PRP 1 nsubj
told VERB VBD 1 ROOT
us PRON PRP 1 iobj
in ADP IN 5 case
a DET DT 5 det
{noun} NOUN NN 1 obl
that SCONJ IN 8 mark
wells NOUN NNS 8 nsubj
dried VERB VBD 5 {label}
"""


@pytest.mark.parametrize(
    ("noun", "label", "expected"),
    [
        ("speech", "acl:relcl", "dried:ccomp>told"),
        ("warning", "acl", "dried:acl>warning"),  # "a warning that …" is a phrase of its own
        ("way", "acl", "dried:acl>way"),
    ],
)
def test_a_clause_hung_on_the_noun_before_it(noun, label, expected):
    assert tree(mend, SPEECH.format(noun=noun, label=label))[8] == expected


def test_a_subject_before_the_verb_is_its_own():
    found = tree(
        mend,
        "Rana PROPN NNP 4 nsubj\nsays VERB VBZ 1 ROOT\nthat SCONJ IN 4 mark\nwells NOUN NNS 4 nsubj\ndried VERB VBD 1 ccomp",
    )
    assert found[0] == "Rana:nsubj>says" and found[3] == "wells:nsubj>dried"


def test_what_he_said_was_that():
    found = tree(
        uncleave,
        "What PRON WP 6 nsubj:outer\nhe PRON PRP 2 nsubj\nsaid VERB VBD 0 acl:relcl\nwas AUX VBD 6 cop\n"
        "that SCONJ IN 6 mark\nwells NOUN NNS 6 nsubj\ndried VERB VBD 6 ROOT\n. PUNCT . 6 punct",
    )
    assert found[:4] == ["What:obj>said", "he:nsubj>said", "said:ROOT>said", "was:cop>said"]
    assert found[6] == "dried:ccomp>said"


def test_the_fear_is_that():
    found = tree(
        uncleave,
        "The DET DT 1 det\nfear NOUN NN 5 nsubj:outer\nis AUX VBZ 5 cop\nthat SCONJ IN 5 mark\nwells NOUN NNS 5 nsubj\n"
        "dried VERB VBD 5 ROOT",
    )
    assert found[1] == "fear:ROOT>fear" and found[5] == "dried:ccomp>fear"


@pytest.mark.parametrize("noun", ["problem", "truth", "result"])
def test_the_problem_is_that_says_nobody(noun):
    found = tree(
        uncleave,
        f"The DET DT 1 det\n{noun} NOUN NN 5 nsubj:outer\nis AUX VBZ 5 cop\nthat SCONJ IN 5 mark\n"
        "wells NOUN NNS 5 nsubj\ndried VERB VBD 5 ROOT",
    )
    assert found[5] == "dried:ROOT>dried"


LISTED = """
expects VERB VBZ 0 ROOT
that SCONJ IN 3 mark
rents NOUN NNS 3 nsubj
fall VERB VBP 0 ccomp
, PUNCT , 7 punct
that SCONJ IN 7 mark
wages NOUN NNS 7 nsubj
rise VERB VBP {head} advcl
"""


def test_a_second_that_clause_is_joined_to_the_first():
    assert tree(mend, LISTED.format(head=3))[7] == "rise:conj>fall"
    assert tree(mend, LISTED.format(head=0))[7] == "rise:advcl>expects"


def test_a_clause_with_that_behind_a_dash_is_taken_by_the_verb():
    words = ["They", "know", "—", "and", "say", "—", "that", "it", "fails"]
    doc = Doc(
        VOCAB,
        words=words,
        pos=["PRON", "VERB", "PUNCT", "CCONJ", "VERB", "PUNCT", "SCONJ", "PRON", "VERB"],
        tags=["PRP", "VBP", ":", "CC", "VBP", ":", "IN", "PRP", "VBZ"],
        heads=[1, 1, 4, 4, 1, 8, 8, 8, 1],
        deps=["nsubj", "ROOT", "punct", "cc", "conj", "punct", "mark", "nsubj", "parataxis"],
        lemmas=words,
    )
    mend(doc)
    assert doc[8].dep_ == "ccomp"


def test_what_a_cleft_tells_is_taken_by_it():
    words = ["It", "was", "there", ",", "that", "it", "began"]
    doc = Doc(
        VOCAB,
        words=words,
        pos=["PRON", "AUX", "ADV", "PUNCT", "SCONJ", "PRON", "VERB"],
        tags=["PRP", "VBD", "RB", ",", "IN", "PRP", "VBD"],
        heads=[2, 2, 2, 6, 6, 6, 2],
        deps=["nsubj", "cop", "ROOT", "punct", "mark", "nsubj", "conj"],
        lemmas=words,
    )
    mend(doc)
    assert doc[6].dep_ == "ccomp"
