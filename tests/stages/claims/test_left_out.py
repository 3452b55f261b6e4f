"""Verb phrases that are not said again are put back where the words before them have the form."""

import pytest

FILLED = {
    "do not": (
        "Towns/NNS/have:nsubj have/VBP/root light/NN/have:obj ; most/NNS/do:nsubj do/VBP/have:parataxis not/RB/do:advmod .",
        "Most do not have light.",
    ),
    "did": (
        "Exports/NNS/rose:nsubj rose=rise/VBD/root and/CC/did:cc imports/NNS/did:nsubj did/VBD/rose:conj .",
        "Imports did rise.",
    ),
    "cannot": (
        "Lima/NNP/afford:nsubj can/MD/afford:aux afford/VB/root it/PRP/afford:obj , but/CC/#8:cc Cusco/NNP/#8:nsubj"
        " can/MD/afford:conj not/RB/#8:advmod .",
        "Cusco can not afford it.",
    ),
    "has not": (
        "Peru/NNP/paid:nsubj has/VBZ/paid:aux paid=pay/VBN/root debts/NNS/paid:obj ; Chile/NNP/has:nsubj"
        " has/VBZ/paid:parataxis not/RB/#7:advmod .",
        "Chile has not paid debts.",
    ),
    "is not": (
        "Growth/NN/slow:nsubj is/VBZ/slow:cop slow/JJ/root , inflation/NN/is:nsubj is/VBZ/slow:parataxis not/RB/#6:advmod .",
        "Inflation is not slow.",
    ),
    "the verb itself": (
        "Men/NNS/pay:nsubj pay/VBP/root little/NN/pay:obj , boys/NNS/more:nsubj more/RBR/pay:conj .",
        "Boys pay more.",
    ),
    "the verb itself, of one": (
        "Men/NNS/pay:nsubj pay/VBP/root little/NN/pay:obj , Lima/NNP/more:nsubj more/RBR/pay:conj .",
        "Lima pays more.",
    ),
    "with what is owned": (
        "Peru/NNP/debt:nmod:poss 's/POS/Peru:case debt/NN/large:nsubj is/VBZ/large:cop large/JJ/root , Chad/NNP/larger:nsubj"
        " 's/POS/Chad:case larger/JJR/large:conj .",
        "Chad's debt is larger.",
    ),
}  # fmt: skip
UNSURE = {
    "no such form": (
        "Peru/NNP/pays:nsubj pays=pay/VBZ/root debts/NNS/pays:obj ; Chile/NNP/has:nsubj has/VBZ/pays:parataxis not/RB/has:advmod .",
        "Chile has not.",
    ),
    "no copula": (
        "Peru/NNP/pays:nsubj pays=pay/VBZ/root debts/NNS/pays:obj ; Chile/NNP/is:nsubj is/VBZ/pays:parataxis not/RB/is:advmod .",
        "Chile is not.",
    ),
    "which of two": (
        "Peru/NNP/says:nsubj says/VBZ/root it/PRP/paid:nsubj paid=pay/VBD/says:ccomp ; Chile/NNP/did:nsubj"
        " did/VBD/says:parataxis not/RB/did:advmod .",
        "Chile did not.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("parse", "text"), FILLED.values(), ids=FILLED)
def test_it_is_put_back_and_an_edit_says_so(claimed, parse, text):
    claim = next(one for one in claimed(parse).claims if one["text"] == text)
    assert [one["reason"] for one in claim["edits"]] == ["shared_predicate"]
    assert claim["edits"][0]["text"] in text


@pytest.mark.parametrize(("parse", "text"), UNSURE.values(), ids=UNSURE)
def test_else_the_record_says_that_the_text_points_elsewhere(claimed, parse, text):
    claim = next(one for one in claimed(parse).claims if one["text"] == text)
    assert {"field": "text", "reason": "points_out"} in claim["abstained"]


def test_across_two_sentences(claimed):
    first = "Peru/NNP/paid:nsubj has/VBZ/paid:aux paid=pay/VBN/root ."
    second = "Chile/NNP/has:nsubj has/VBZ/root not/RB/has:advmod ."
    assert claimed(f"{first}\n{second}").texts == ["Peru has paid.", "Chile has not paid."]
