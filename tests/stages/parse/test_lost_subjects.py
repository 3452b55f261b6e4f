"""Clauses that a colon, a dash or ", and" opens get their subject back, on hand-made trees."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline.stages.parse.lost_subjects import open_up

VOCAB = spacy.blank("en").vocab


def opened(rows):
    """Lines of `word UPOS TAG head label`."""
    cells = [row.split() for row in rows.strip().splitlines()]
    words, pos, tags, heads, deps = (list(values) for values in zip(*cells, strict=True))
    doc = Doc(VOCAB, words=words, pos=pos, tags=tags, heads=[int(head) for head in heads], deps=deps)
    open_up(doc)
    assert len(list(doc.sents)) == 1
    return {f"{token.text}:{token.dep_}>{token.head.text}" for token in doc if token.pos_ != "PUNCT"}


COLON = """
Lima PROPN NNP 1 nsubj
acts VERB VBZ 1 ROOT
{mark} PUNCT : 4 punct
the DET DT 4 det
tax NOUN NN 1 parataxis
that PRON WDT 7 obj
banks NOUN NNS 7 nsubj
dodge VERB VBP 4 acl:relcl
would AUX MD 9 aux
pay VERB VB 1 parataxis
"""
CONTRAST = """
Lima PROPN NNP 1 nsubj
has VERB VBZ 1 ROOT
one NUM CD 1 obj
— PUNCT : 4 punct
{noun} 2 appos
, PUNCT , 4 punct
by ADP IN 7 case
contrast NOUN NN 9 obl
, PUNCT , 7 punct
{verb} 1 parataxis
two NUM CD 9 obj
"""
JAILS = """
Courts NOUN NNS 2 nsubj
are AUX VBP 2 cop
slow ADJ JJ 2 ROOT
and CCONJ CC 5 cc
its PRON PRP$ 5 nmod:poss
jails NOUN NNS 2 conj
, PUNCT , 7 punct
built VERB VBN 2 conj
for ADP IN 9 case
40 NUM CD 7 obl
, PUNCT , 11 punct
hold VERB VBP 2 parataxis
80 NUM CD 11 obj
"""
WAITING = """
Lima PROPN NNP 1 nsubj
wants VERB VBZ 1 ROOT
peace NOUN NN 1 obj
, PUNCT , 6 punct
and CCONJ CC 6 cc
a DET DT 6 det
pact NOUN NN 2 conj
by ADP IN 8 case
which PRON WDT 10 obl
each PRON DT 10 nsubj
keeps VERB VBZ 1 conj
it PRON PRP 10 obj
"""


@pytest.mark.parametrize("mark", [":", "—", ";"])
def test_the_noun_behind_a_colon_or_dash_is_the_subject_of_the_verb_behind_it(mark):
    found = opened(COLON.format(mark=mark))
    assert {"tax:nsubj>pay", "pay:parataxis>acts", "dodge:acl:relcl>tax"} <= found


@pytest.mark.parametrize(
    ("noun", "verb", "told"),
    [
        ("Cusco PROPN NNP", "has VERB VBZ", True),
        ("towns NOUN NNS", "have VERB VBP", True),
        ("towns NOUN NNS", "had VERB VBD", True),
        ("towns NOUN NNS", "has VERB VBZ", False),
        ("Cusco PROPN NNP", "have VERB VBP", False),
    ],
)
def test_over_an_aside_only_where_the_two_agree(noun, verb, told):
    found = opened(CONTRAST.format(noun=noun, verb=verb))
    assert (f"{noun.split()[0]}:nsubj>{verb.split()[0]}" in found) is told


def test_two_commas_hold_no_aside():
    rows = """
Lima PROPN NNP 1 nsubj
acts VERB VBZ 1 ROOT
: PUNCT : 4 punct
the DET DT 4 det
tax NOUN NN 1 parataxis
, PUNCT , 7 punct
, PUNCT , 7 punct
pays VERB VBZ 1 parataxis
"""
    assert {"tax:parataxis>acts", "pays:parataxis>acts"} <= opened(rows)


def test_a_noun_joined_to_a_verb_or_adjective_opens_a_clause():
    assert {"jails:nsubj>hold", "built:acl>jails", "and:cc>hold"} <= opened(JAILS)


def test_the_verb_that_a_relative_clause_waits_for_is_not_taken_from_it():
    assert "pact:conj>peace" in opened(WAITING)


@given(st.permutations([":", "—", ";", ",", "and"]))
def test_no_joint_but_an_opening_one_parts_a_noun_from_what_stands_before(marks):
    for mark in marks:
        assert ("tax:nsubj>pay" in opened(COLON.format(mark=mark))) is (mark in (":", "—", ";"))
