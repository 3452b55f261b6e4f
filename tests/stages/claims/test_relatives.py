"""Relative clauses that stand alone: what the pronoun is, put where it belongs."""

import pytest

HEAD = "The/DT/pact:det pact/NN/fell:nsubj fell=fall/VBD/root"
TEXTS = {
    "an object": (
        "Chile/NNP/saw:nsubj saw=see/VBD/root the/DT/pact:det pact/NN/saw:obj , which/WDT/signed:obj Peru/NNP/signed:nsubj"
        " signed/VBD/pact:acl:relcl in/IN/May:case May/NNP/signed:obl .",
        "Peru signed the pact in May.",
    ),
    "an object that opened the sentence": (
        "Banks/NNS/fell:nsubj , which/WDT/sold:obj Peru/NNP/sold:nsubj sold=sell/VBD/Banks:acl:relcl off/RP/sold:compound:prt ,"
        " fell=fall/VBD/root .",
        "Peru sold off banks.",
    ),
    "whose": (
        "Chile/NNP/saw:nsubj saw=see/VBD/root Peru/NNP/saw:obj , whose/WP$/debt:nmod:poss debt/NN/fell:nsubj"
        " fell=fall/VBD/Peru:acl:relcl .",
        "Peru’s debt fell.",
    ),
    "whose, of many": (
        "Chile/NNP/saw:nsubj saw=see/VBD/root banks/NNS/saw:obj , whose/WP$/debt:nmod:poss debt/NN/fell:nsubj"
        " fell=fall/VBD/banks:acl:relcl .",
        "Banks’ debt fell.",
    ),
    "behind a preposition": (
        "Chile/NNP/saw:nsubj saw=see/VBD/root the/DT/bank:det bank/NN/saw:obj , on/IN/which:case which/WDT/relied:obl"
        " Peru/NNP/relied:nsubj relied/VBD/bank:acl:relcl .",
        "On the bank Peru relied.",
    ),
    "a subject, of a second verb": (
        "Chile/NNP/saw:nsubj saw=see/VBD/root Peru/NNP/saw:obj , which/WDT/sold:nsubj sold=sell/VBD/Peru:acl:relcl tin/NN/sold:obj"
        " and/CC/bought:cc bought=buy/VBD/sold:conj tea/NN/bought:obj .",
        "Peru bought tea.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("parse", "text"), TEXTS.values(), ids=TEXTS)
def test_it_stands_alone(claimed, parse, text):
    read = claimed(parse)
    assert read.texts[-1] == text or text in read.texts


@pytest.mark.parametrize(("parse", "text"), TEXTS.values(), ids=TEXTS)
def test_the_noun_is_an_edit_that_points_to_it(claimed, parse, text):
    read = claimed(parse)
    row = next(row for row in read.claims if row["text"] == text)
    assert any(
        edit["source"] and edit["source"][0]["text"].lower() in edit["text"].lower() for edit in row["edits"]
    )


def test_a_pronoun_of_a_clause_inside_is_left(claimed):
    read = claimed(
        "Chile/NNP/saw:nsubj saw=see/VBD/root Peru/NNP/saw:obj , which/WDT/pays:nsubj pays/VBZ/Peru:acl:relcl"
        " fees/NNS/pays:obj that/WDT/rise:nsubj rise/VBP/fees:acl:relcl ."
    )
    assert read.texts[-1] == "Peru pays fees that rise."
