"""Verbs that get their subject back over what stands between commas, on hand-made trees."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline.stages.parse.interrupted_clauses import rejoin

VOCAB = spacy.blank("en").vocab


def joined(rows):
    """Lines of `word UPOS TAG head label`."""
    cells = [row.split() for row in rows.strip().splitlines()]
    words, pos, tags, heads, deps = (list(values) for values in zip(*cells, strict=True))
    doc = Doc(VOCAB, words=words, pos=pos, tags=tags, heads=[int(head) for head in heads], deps=deps)
    rejoin(doc)
    assert len(list(doc.sents)) == 1
    return {f"{token.text}:{token.dep_}>{token.head.text}" for token in doc if token.pos_ != "PUNCT"}


RELATIVE = """
Rice NOUN NN 0 ROOT
, PUNCT , 4 punct
which PRON {which} 4 obj
nobody PRON NN 4 nsubj
bought VERB VBD 0 acl:relcl
, PUNCT , 0 punct
{word} VERB {tag} 4 {label}
prices NOUN NNS 6 obj
. PUNCT . 0 punct
"""
PARTICIPLE = """
Banks NOUN NNS {noun}
, PUNCT , 3 punct
having AUX VBG 3 aux
seen VERB VBN {participle}
this PRON DT 3 obj
, PUNCT , 6 punct
lend VERB {tag} {verb}
less ADJ JJR 6 obj
. PUNCT . 3 punct
"""
JOINED = """
Ruvia PROPN NNP 1 nsubj
saw VERB VBD 1 ROOT
gulls NOUN NNS 1 obj
, PUNCT , 6 punct
{joint} CCONJ CC 6 cc
the DET DT 6 det
cap NOUN NN 2 conj
, PUNCT , 9 punct
which PRON WDT 9 nsubj
came VERB VBD 6 acl:relcl
late ADV RB 9 advmod
, PUNCT , 6 punct
was AUX VBD 13 aux:pass
broken VERB VBN 1 conj
. PUNCT . 1 punct
"""


@pytest.mark.parametrize(("word", "tag"), [("cut", "VBD"), ("cuts", "VBZ"), ("revived", "VBN")])
@pytest.mark.parametrize("label", ["parataxis", "conj", "acl"])
def test_the_noun_before_a_relative_is_the_subject_of_the_verb_behind_it(word, tag, label):
    found = joined(RELATIVE.format(which="WDT", word=word, tag=tag, label=label))
    assert {f"Rice:nsubj>{word}", f"{word}:ROOT>{word}", "bought:acl:relcl>Rice"} <= found


def test_what_no_relative_parts_stays_as_it_is():
    found = joined(RELATIVE.format(which="NN", word="cut", tag="VBD", label="conj"))
    assert "Rice:ROOT>Rice" in found


@pytest.mark.parametrize(
    "tree",
    [
        {"noun": "3 nsubj", "participle": "3 ROOT", "verb": "3 parataxis", "tag": "VB"},
        {"noun": "3 nsubj", "participle": "6 advcl", "verb": "6 ROOT", "tag": "VBP"},
    ],
    ids=["the participle as root", "the participle with the subject"],
)
def test_a_participle_leaves_the_subject_to_the_verb(tree):
    found = joined(PARTICIPLE.format(**tree))
    assert {"Banks:nsubj>lend", "lend:ROOT>lend", "seen:acl>Banks"} <= found


def test_a_noun_joined_to_one_before_it_is_the_subject_of_the_verb_behind_its_aside():
    found = joined(JOINED.format(joint="and"))
    assert {"cap:nsubj:pass>broken", "broken:conj>saw", "and:cc>broken"} <= found
    assert "cap:conj>gulls" in joined(JOINED.format(joint="or"))


@given(st.data())
def test_any_tree_stays_one_tree(data):
    size = data.draw(st.integers(3, 9))
    heads = [0] + [data.draw(st.integers(0, i - 1)) for i in range(1, size)]
    words = [data.draw(st.sampled_from([",", "rice", "which", "fell"])) for _ in range(size)]
    shapes = {",": ("PUNCT", ","), "rice": ("NOUN", "NN"), "which": ("PRON", "WDT"), "fell": ("VERB", "VBD")}
    labels = ["ROOT"] + [
        data.draw(st.sampled_from(["punct", "nsubj", "conj", "acl", "advcl"])) for _ in range(size - 1)
    ]
    rows = [
        f"{word} {shapes[word][0]} {shapes[word][1]} {head} {label}"
        for word, head, label in zip(words, heads, labels, strict=True)
    ]
    joined("\n".join(rows))
