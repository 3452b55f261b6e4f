"""Main verbs that get their place back, on hand-made trees: `word UPOS head label`, a line a word."""

import spacy
from spacy.tokens import Doc

from pipeline.stages.parse.main_verbs import restore


def parsed(rows, tags):
    """`tags` by place."""
    cells = [row.split() for row in rows.strip().splitlines()]
    words, pos, heads, deps = (list(values) for values in zip(*cells, strict=True))
    doc = Doc(spacy.blank("en").vocab, words=words, pos=pos, heads=[int(head) for head in heads], deps=deps)
    for place, tag in tags.items():
        doc[place].tag_ = tag
    restore(doc)
    return [f"{token.text}:{token.dep_}>{token.head.text}" for token in doc]


LOSES = """
fund NOUN 6 {outer}
that PRON {that} obj
towns NOUN 3 nsubj
lose VERB 0 acl:relcl
would AUX 5 aux
pay VERB 0 acl:relcl
warn VERB 6 ROOT
"""


def test_the_second_relative_of_a_noun_without_a_verb_is_the_main_clause():
    tags = {1: "WDT", 4: "MD", 5: "VB"}
    found = parsed(LOSES.format(outer="parataxis", that=5), tags=tags)
    assert {"fund:nsubj>pay", "pay:parataxis>warn", "that:obj>lose"} <= set(found)
    assert "pay:acl:relcl>fund" in parsed(LOSES.format(outer="obj", that=5), tags=tags)


MILL = """
Rents NOUN 1 nsubj
fell VERB 1 ROOT
, PUNCT 5 punct
and CCONJ 5 cc
one NUM 5 nummod
mill NOUN 1 conj
closed VERB 5 acl
{more}
"""


def test_a_noun_joined_to_a_verb_is_the_subject_of_the_participle_right_behind_it():
    tags = {1: "VBD", 6: "VBN"}
    found = parsed(MILL.format(more="early ADV 6 advmod"), tags=tags)
    assert {"mill:nsubj>closed", "closed:conj>fell", "and:cc>closed"} <= set(found)
    assert "closed:acl>mill" in parsed(MILL.format(more="soldiers NOUN 6 obl:agent"), tags=tags)


QUOTED = """
told VERB 0 ROOT
boards NOUN 0 obj
, PUNCT 5 punct
{mark} PUNCT 5 punct
banks NOUN 1 conj
cost VERB 0 ccomp
"""


def test_a_noun_behind_an_opening_mark_is_joined_to_none_before_it():
    tags = {5: "VBP"}
    assert "banks:nsubj>cost" in parsed(QUOTED.format(mark="“"), tags=tags)
    assert "banks:conj>boards" in parsed(QUOTED.format(mark="-"), tags=tags)


REVIVING = """
built VERB 0 ROOT
port NOUN 0 obj
, PUNCT {comma} punct
reviving VERB {head} {label}
trade NOUN 6 compound
{joint} CCONJ 6 cc
work NOUN {noun} {how}
"""


def test_the_noun_behind_a_gerund_is_its_object():
    rows = REVIVING.format(comma=3, head=0, label="advcl", joint="with", noun=1, how="conj")
    assert "work:obj>reviving" in parsed(rows.replace("with CCONJ 6 cc", "new ADJ 6 amod"), tags={3: "VBG"})
    assert "work:obj>reviving" in parsed(rows.replace("with CCONJ", "and CCONJ"), tags={3: "VBG"})


def test_a_gerund_with_an_object_behind_a_comma_is_no_second_noun():
    rows = REVIVING.format(comma=3, head=1, label="conj", joint="or", noun=3, how="obj")
    assert "reviving:advcl>built" in parsed(rows, tags={3: "VBG"})
    listed = rows + "and CCONJ 8 cc\ntaxing VERB 3 conj"
    assert "reviving:conj>port" in parsed(listed, tags={3: "VBG", 8: "VBG"})


NEITHER = """
Neither CCONJ 1 cc
fund NOUN {verb} nsubj
paying VERB 1 acl
$ SYM 2 obj
nor CCONJ 5 cc
state NOUN 3 conj
{word} {pos} {verb} {label}
"""


def test_what_nor_opens_is_joined_to_what_neither_opens():
    found = parsed(NEITHER.format(verb=6, word="knew", pos="VERB", label="ROOT"), tags={})
    assert "state:conj>fund" in found


COLON = """
said VERB 0 ROOT
and CCONJ 6 cc
it PRON 6 nsubj
is AUX 6 cop
: PUNCT 6 punct
most NOUN 6 nsubj
came VERB 0 conj
"""


def test_what_stands_before_a_colon_with_a_verb_of_its_own_is_a_clause():
    found = parsed(COLON, tags={6: "VBD"})
    assert {"is:conj>said", "it:nsubj>is", "came:parataxis>is", "most:nsubj>came"} <= set(found)


FRONTED = """
ran VERB 0 ROOT
on ADP 2 case
oil NOUN 0 obl
, PUNCT 6 punct
{joint} CCONJ 6 cc
in ADP 6 case
May NOUN 2 nmod
, PUNCT 6 punct
some NOUN 9 nsubj
stopped VERB 0 parataxis
"""


def test_what_and_opens_belongs_to_the_clause_behind_it():
    found = parsed(FRONTED.format(joint="and"), tags={9: "VBD"})
    assert {"May:obl>stopped", "and:cc>stopped", "stopped:conj>ran"} <= set(found)
