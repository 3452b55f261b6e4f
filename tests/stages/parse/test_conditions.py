"""Conditions that a parser took for the main clause, on hand-made trees; what is well hung or asks stays."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline.stages.parse.conditions import condition

VOCAB = spacy.blank("en").vocab


def hung(rows):
    """Lines of `word UPOS TAG head label`."""
    cells = [row.split() for row in rows.strip().splitlines()]
    words, pos, tags, heads, deps = (list(values) for values in zip(*cells, strict=True))
    doc = Doc(VOCAB, words=words, pos=pos, tags=tags, heads=[int(head) for head in heads], deps=deps)
    condition(doc)
    assert len(list(doc.sents)) == 1
    return {f"{token.text}:{token.dep_}>{token.head.text}" for token in doc if token.pos_ != "PUNCT"}


INVERTED = """
Had AUX VBD 2 aux
rain NOUN NN 2 nsubj
come VERB VBN 2 ROOT
, PUNCT , 2 punct
mills NOUN NNS 6 nsubj
{helper} AUX MD 6 aux
close VERB VB 2 {label}
{stop} PUNCT . 2 punct
"""
HOWEVER = """
However ADV RB 1 advmod
loudly ADV RB 3 advmod
men NOUN NNS 3 nsubj
complain VERB VBP 3 ROOT
, PUNCT , 6 punct
they PRON PRP 6 nsubj
vote VERB VBP 3 parataxis
"""
IF = """
If SCONJ IN 2 mark
rain NOUN NN 2 nsubj
comes VERB VBZ 2 ROOT
, PUNCT , 2 punct
mills NOUN NNS 5 nsubj
close VERB VBP 2 parataxis
and CCONJ CC 8 cc
towns NOUN NNS 8 nsubj
shrink VERB VBP 2 conj
. PUNCT . 2 punct
"""


@pytest.mark.parametrize("label", ["parataxis", "conj", "ccomp"])
def test_an_inverted_condition_hangs_on_what_would_be(label):
    found = hung(INVERTED.format(helper="would", label=label, stop="."))
    assert {"close:ROOT>close", "come:advcl>close"} <= found


@pytest.mark.parametrize(("helper", "stop"), [("will", "."), ("would", "?")], ids=["no would", "a question"])
def test_what_is_no_inverted_condition_stays(helper, stop):
    assert "come:ROOT>come" in hung(INVERTED.format(helper=helper, label="parataxis", stop=stop))


def test_a_condition_with_if_hangs_on_the_clause_behind_it_and_lends_what_follows():
    found = hung(IF)
    assert {"close:ROOT>close", "comes:advcl>close", "shrink:conj>close"} <= found


def test_what_is_joined_by_and_is_a_second_condition():
    rows = """
If SCONJ IN 2 mark
rain NOUN NN 2 nsubj
comes VERB VBZ 2 ROOT
, PUNCT , 2 punct
and CCONJ CC 6 cc
mills NOUN NNS 6 nsubj
close VERB VBP 2 conj
. PUNCT . 2 punct
"""
    assert "comes:ROOT>comes" in hung(rows)


WORDS = ["If", "Had", "rain", "came", ",", "mills", "would", "close", "and", "it"]
LABELS = ["nsubj", "mark", "aux", "conj", "parataxis", "advcl", "cc", "punct", "ccomp"]
TOKEN = st.tuples(
    st.sampled_from(WORDS), st.sampled_from(LABELS), st.sampled_from(["VBD", "MD", "NN"]), st.integers(0, 9)
)


@given(st.lists(TOKEN, min_size=1, max_size=9), st.data())
def test_whatever_the_tree_it_stays_one_tree(tokens, data):
    root = data.draw(st.integers(0, len(tokens) - 1))
    heads = [root if i == root else one[3] % i if i > root and i else root for i, one in enumerate(tokens)]
    doc = Doc(
        VOCAB, words=[one[0] for one in tokens], tags=[one[2] for one in tokens], pos=["VERB"] * len(tokens),
        deps=["ROOT" if i == root else one[1] for i, one in enumerate(tokens)], heads=heads,
    )  # fmt: skip
    condition(doc)
    assert len([token for token in doc if token.head == token]) == 1


def test_however_loudly_is_a_condition():
    assert {"vote:ROOT>vote", "complain:advcl>vote"} <= hung(HOWEVER)
    assert "complain:ROOT>complain" in hung(HOWEVER.replace("loudly ADV RB 3", "all PRON DT 3"))
