"""Pronoun subjects named, or left with a reason."""

import pytest

BANK = "The/DT/bank:det old/JJ/bank:amod bank/NN/closed:nsubj closed=close/VBD/root ."
BANKS = "The/DT/banks:det banks/NNS/closed:nsubj closed=close/VBD/root ."
RANA = "Rana/NNP/resigned:nsubj resigned/VBD/root ."
RAINED = "Shops/NNS/shut:nsubj shut=shut/VBD/root ."


def then(pronoun, tag="PRP"):
    return f"{pronoun}/{tag}/paid:nsubj paid=pay/VBD/root well/RB/paid:advmod ."


NAMED = {
    "it": (f"{BANK}\n{then('It')}", "", "The old bank", "The old bank paid well."),
    "they": (f"{BANKS}\n{then('They')}", "", "The banks", "The banks paid well."),
    "she": (f"{RANA}\n{then('She')}", "PERSON Rana", "Rana", "Rana paid well."),
    "he, two sentences on": (f"{RANA}\n{RAINED}\n{then('He')}", "PERSON Rana", "Rana", "Rana paid well."),
    "they, of two": (
        f"Peru/NNP/closed:nsubj and/CC/Chile:cc Chile/NNP/Peru:conj closed=close/VBD/root .\n{then('They')}", "",
        "Peru and Chile", "Peru and Chile paid well.",
    ),
}  # fmt: skip
LEFT = {
    "it, after a person's office": (
        f"The/DT/minister:det minister/NN/closed:nsubj closed=close/VBD/root .\n{then('It')}", "", "no_antecedent",
    ),
    "it, of many": (f"{BANKS}\n{then('It')}", "", "number_differs"),
    "they, of one": (f"{BANK}\n{then('They')}", "", "number_differs"),
    "it, two sentences on": (f"{BANK}\n{then('All', 'DT')}\n{then('It')}", "", "no_antecedent"),
    "it, at the start": (then("It"), "", "no_antecedent"),
    "she, with no person": (f"{BANK}\n{then('She')}", "", "no_antecedent"),
    "she, of a town": (f"{RANA}\n{then('She')}", "GPE Rana", "no_antecedent"),
    "this": (f"{BANK}\n{then('This', 'DT')}", "", "no_antecedent"),
    "those": (f"{BANKS}\n{then('Those', 'DT')}", "", "no_antecedent"),
}  # fmt: skip


@pytest.mark.parametrize(("parse", "entities", "name", "text"), NAMED.values(), ids=NAMED)
def test_named(claimed, parse, entities, name, text):
    row = claimed(parse, entities=entities).claims[-1]
    assert (row["subject"]["text"], row["subject"]["origin"]) == (name, "coreference")
    assert row["subject"]["span"]["text"].lower() in ("it", "they", "he", "she")
    assert (row["text"], row["abstained"]) == (text, [])


@pytest.mark.parametrize(("parse", "entities", "reason"), LEFT.values(), ids=LEFT)
def test_left_with_a_reason(claimed, parse, entities, reason):
    row = claimed(parse, entities=entities).claims[-1]
    assert row["abstained"] == [{"field": "subject", "reason": reason}]
    assert row["subject"]["origin"] == "explicit"
    assert row["edits"] == []


@pytest.mark.parametrize("word", ["We", "I", "You"])
def test_speakers_and_readers_are_no_question_of_reference(claimed, word):
    row = claimed(f"{BANK}\n{then(word)}").claims[-1]
    assert (row["abstained"], row["edits"], row["subject"]["text"]) == ([], [], word)


def test_a_long_antecedent_is_not_put_in(claimed):
    many = " ".join(f"rather/RB/banks:advmod proud{i}/JJ/banks:amod" for i in range(8))
    row = claimed(
        f"The/DT/banks:det {many} banks/NNS/closed:nsubj closed=close/VBD/root .\n{then('They')}"
    ).claims[-1]
    assert row["abstained"] == [{"field": "subject", "reason": "antecedent_too_long"}]


@pytest.mark.parametrize("word", ["which", "who", "that"])
def test_a_relative_pronoun_stands_for_its_noun(claimed, word):
    read = claimed(
        f"The/DT/bank:det bank/NN/closed:nsubj , {word}/WDT/lends:nsubj lends/VBZ/bank:acl:relcl , closed=close/VBD/root ."
    )
    assert "The bank lends." in read.texts


def test_a_pronoun_is_no_antecedent(claimed):
    read = claimed(f"{BANK}\n{then('It')}\n{then('It')}")
    assert read.claims[1]["subject"]["text"] == "The old bank"
    assert read.claims[2]["abstained"] == [{"field": "subject", "reason": "no_antecedent"}]


def test_it_of_the_clause_before(claimed):
    row = claimed(
        "Chile/NNP/closed:nsubj closed=close/VBD/root and/CC/paid:cc it/PRP/paid:nsubj paid=pay/VBD/closed:conj ."
    ).claims[-1]
    assert (row["text"], row["subject"]["origin"]) == ("Chile paid.", "coreference")


def test_a_speaker_is_no_antecedent_of_it(claimed):
    read = claimed(
        "“ The/DT/dam:det dam/NN/safe:nsubj is/VBZ/safe:cop safe/JJ/said:ccomp , ” said=say/VBD/root the/DT/engineer:det"
        " engineer/NN/said:nsubj , “ but/CC/dear:cc it/PRP/dear:nsubj is/VBZ/dear:cop dear/JJ/said:conj . ”",
        said="the engineer | said | The dam is safe | person | direct",
    )
    assert "engineer" not in read.texts[1]
