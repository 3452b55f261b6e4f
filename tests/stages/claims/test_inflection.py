"""Finite forms: of lemmas by themselves, and of participles in the tense of the clause above."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import lexicon
from pipeline.stages.claims.inflection import past_of, third_person

PAST = {
    "resume": "resumed", "carry": "carried", "enjoy": "enjoyed", "go": "went", "cut": "cut", "agree": "agreed",
    "seek": "sought", "build": "built", "reach": "reached", "tax": "taxed", "visit": "visited", "show": "showed",
}  # fmt: skip
DOUBLED = {"stop": "stopped", "ban": "banned", "plan": "planned", "drop": "dropped", "admit": "admitted"}
THIRD = {
    "resume": "resumes", "carry": "carries", "enjoy": "enjoys", "go": "goes", "reach": "reaches", "pass": "passes",
    "have": "has", "tax": "taxes", "cut": "cuts", "wash": "washes", "seek": "seeks", "judge": "judges",
}  # fmt: skip
LEMMAS = st.text(string.ascii_lowercase, min_size=2, max_size=12)


@pytest.mark.parametrize(("lemma", "past"), PAST.items())
def test_past(lemma, past):
    assert past_of(lemma) == past


@pytest.mark.parametrize(("lemma", "past"), DOUBLED.items())
def test_past_doubles_the_last_letter(lemma, past):
    assert past_of(lemma) == past


@pytest.mark.parametrize(("lemma", "third"), THIRD.items())
def test_third_person(lemma, third):
    assert third_person(lemma) == third


@settings(deadline=None)
@given(LEMMAS)
def test_whatever_the_lemma_a_form_comes_out_that_begins_like_it_or_is_irregular(lemma):
    assert past_of(lemma).isalpha()
    assert third_person(lemma).endswith("s")
    assert third_person(lemma)[: len(lemma) - 1] in (lemma[:-1], "have"[:-1], "has")


@settings(deadline=None)
@given(LEMMAS)
def test_regular_forms_keep_the_stem(lemma):
    past = past_of(lemma)
    regular = lemma not in lexicon.column("irregular_verbs", "lemma")  # lead, led
    assert not regular or not past.endswith("ed") or past.startswith(lemma[:-1])
    assert "eed" not in past or "ee" in lemma


def tail(participle, above, subject="Peru/NNP"):
    """`above` (a verb and its auxiliaries), then a participle set off by a comma."""
    head = above.split()[-1].split("/")[0].split("=")[0]
    return f"{subject}/{head}:nsubj {above} , {participle}/{head}:advcl jobs/NNS/{participle.split('=')[0].split('/')[0]}:obj ."


PARTICIPLES = {
    "past": (tail("creating=create/VBG", "grew=grow/VBD/root"), "Peru created jobs."),
    "present": (tail("creating=create/VBG", "grows/VBZ/root"), "Peru creates jobs."),
    "present, many": (tail("creating=create/VBG", "grow/VBP/root", "Ports/NNS"), "Ports create jobs."),
    "perfect": (tail("making=make/VBG", "has/VBZ/grown:aux grown=grow/VBN/root"), "Peru made jobs."),
    "after a modal": (tail("cutting=cut/VBG", "may/MD/grow:aux grow/VB/root"), "Peru may cut jobs."),
    "after will": (tail("adding=add/VBG", "will/MD/grow:aux grow/VB/root"), "Peru will add jobs."),
    "irregular": (tail("losing=lose/VBG", "shrank=shrink/VBD/root"), "Peru lost jobs."),
    "doubled": (tail("cutting=cut/VBG", "shrinks/VBZ/root"), "Peru cuts jobs."),
}  # fmt: skip


@pytest.mark.parametrize(("parse", "text"), PARTICIPLES.values(), ids=PARTICIPLES)
def test_participles_take_the_tense_above(claimed, parse, text):
    assert claimed(parse).texts[1] == text


@pytest.mark.parametrize(
    ("subject", "text"), [("port/NN", "Port was built by Peru."), ("ports/NNS", "Ports were built by Peru.")]
)
def test_a_passive_participle_agrees_with_its_subject(claimed, subject, text):
    word = subject.split("/")[0]
    read = claimed(
        f"{subject}/grew:nsubj , built=build/VBN/{word}:acl by/IN/Peru:case Peru/NNP/built:obl:agent , grew=grow/VBD/root ."
    )
    assert text in read.texts


def test_a_finite_verb_is_left_alone(claimed):
    read = claimed(
        "Peru/NNP/sold:nsubj sold=sell/VBD/root tin/NN/sold:obj and/CC/buys:cc buys/VBZ/sold:conj tea/NN/buys:obj ."
    )
    assert read.texts == ["Peru sold tin.", "Peru buys tea."]


def test_an_imperative_above_lends_no_tense(claimed):
    read = claimed("Act/VB!/root , saving=save/VBG/Act:advcl jobs/NNS/saving:obj .")
    assert read.texts == ["Act."]  # "Saving jobs." tells nothing


def test_a_dated_participle_is_past(claimed):
    read = claimed(
        "Piers/NNS/rot:nsubj , built=build/VBN/Piers:acl in/IN/1998:case 1998/CD/built:obl , rot/VBP/root .",
        dates="in 1998",
    )
    assert "Piers were built in 1998." in read.texts
