"""Helpers, infinitives and participles that were taken for the main word, on hand-made trees."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline.stages.parse.inversion import turn

VOCAB = spacy.blank("en").vocab


def turned(rows):
    """Lines of `word UPOS TAG head label`, the lemma last."""
    cells = [row.split() for row in rows.strip().splitlines()]
    words, pos, tags, heads, deps, lemmas = (list(values) for values in zip(*cells, strict=True))
    doc = Doc(
        VOCAB, words=words, pos=pos, tags=tags, heads=[int(head) for head in heads], deps=deps, lemmas=lemmas
    )
    turn(doc)
    assert len(list(doc.sents)) == 1
    return {f"{token.text}:{token.dep_}>{token.head.text}" for token in doc if token.pos_ != "PUNCT"}


HELPER = """
Never ADV RB 1 advmod never
{helper} 1 ROOT {lemma}
the DET DT 3 det the
fund NOUN NN 4 nsubj fund
{verb} 1 ccomp lose
half NOUN NN 4 obj half
"""
INFINITIVE = """
To PART TO 1 mark to
close VERB VB 6 advcl close
it PRON PRP 1 obj it
{between} 1 {how}
would AUX MD 6 aux would
be AUX VB 6 cop be
madness NOUN NN 6 ROOT madness
"""
LOST = """
{first} 1 det the
bill NOUN NN 1 ROOT bill
{verb} 1 acl pass
{marker} ADP IN 4 case by
votes NOUN NNS 2 {label} vote
{stop} PUNCT . 1 punct .
"""


@pytest.mark.parametrize(
    ("helper", "lemma", "verb", "told"),
    [
        ("has AUX VBZ", "have", "lost VERB VBN", True),
        ("does AUX VBZ", "do", "lose VERB VB", True),
        ("will AUX MD", "will", "lose VERB VB", True),
        ("is AUX VBZ", "be", "losing VERB VBG", True),
        ("says VERB VBZ", "say", "lost VERB VBD", False),
        ("has VERB VBZ", "have", "lose VERB VB", False),
    ],
)
def test_the_verb_of_a_helper_before_its_subject_is_the_main_word(helper, lemma, verb, told):
    found = turned(HELPER.format(helper=helper, lemma=lemma, verb=verb))
    word = verb.split()[0]
    assert (f"{word}:ROOT>{word}" in found and f"{helper.split()[0]}:aux>{word}" in found) is told


@pytest.mark.parametrize(
    ("between", "how", "label"), [("now ADV RB", "advmod", "csubj"), (", PUNCT ,", "punct", "advcl")]
)
def test_an_infinitive_that_no_comma_parts_is_the_subject(between, how, label):
    rows = INFINITIVE.format(between=between, how=how).splitlines()
    rows[4] = f"{between} 1 {how} now"
    assert f"close:{label}>madness" in turned("\n".join(rows))


@pytest.mark.parametrize(
    ("first", "verb", "label", "stop", "told"),
    [
        ("The DET DT", "passed VERB VBN", "obl", ".", True),
        ("A DET DT", "passed VERB VBN", "obl", ".", False),
        ("The DET DT", "passed VERB VBN", "obl:agent", ".", False),
        ("The DET DT", "passed VERB VBN", "obl", "!", False),
        ("The DET DT", "built VERB VBN", "obl", ".", False),
    ],
)
def test_a_sentence_without_a_verb_has_lost_it(first, verb, label, stop, told):
    found = turned(LOST.format(first=first, verb=verb, marker="by", label=label, stop=stop))
    word = verb.split()[0]
    assert (f"bill:nsubj>{word}" in found) is told


@given(st.sampled_from(["had AUX VBD", "have AUX VBP", "has AUX VBZ"]))
def test_nothing_is_lost_and_the_subject_stays(helper):
    found = turned(HELPER.format(helper=helper, lemma="have", verb="lost VERB VBN"))
    assert {"fund:nsubj>lost", "half:obj>lost", "Never:advmod>lost"} <= found


MODALS = """
Lima PROPN NNP 1 nsubj Lima
can AUX MD 1 ROOT can
{mark}and CCONJ CC {second} cc and
should AUX MD {third} aux should
pay VERB VB 1 conj pay
"""


def test_two_modals_share_the_verb_behind_them():
    rows = MODALS.format(mark="", second=3, third=4)
    assert {"pay:ROOT>pay", "can:aux>pay", "should:aux>pay", "Lima:nsubj>pay"} <= turned(rows)


NOT = """
Wages NOUN NNS 1 nsubj wage
fell VERB VBD 1 ROOT fall
; PUNCT : 5 punct ;
rents NOUN NNS 5 nsubj rent
are AUX VBP 5 cop be
not PART RB 1 {label} not
"""


@pytest.mark.parametrize(
    ("label", "relation"), [("advmod", "parataxis"), ("conj", "conj"), ("advcl", "advcl")]
)
def test_a_copula_with_a_mere_not_is_the_verb(label, relation):
    assert {f"are:{relation}>fell", "rents:nsubj>are", "not:advmod>are"} <= turned(NOT.format(label=label))
