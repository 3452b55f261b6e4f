"""Pronoun subjects named as the stage `reference` has it, or left with a reason."""

import pytest

BANK = "The/DT/bank:det old/JJ/bank:amod bank/NN/closed:nsubj closed=close/VBD/root ."
BANKS = "The/DT/banks:det banks/NNS/closed:nsubj closed=close/VBD/root ."


def then(pronoun, tag="PRP"):
    return f"{pronoun}/{tag}/paid:nsubj paid=pay/VBD/root well/RB/paid:advmod ."


def test_named(claimed):
    row = claimed(f"{BANK}\n{then('It')}", refers="It | The old bank").claims[-1]
    assert (row["subject"]["text"], row["subject"]["origin"]) == ("The old bank", "coreference")
    assert row["subject"]["span"]["text"] == "It"
    assert (row["text"], row["abstained"]) == ("The old bank paid well.", [])
    (edit,) = row["edits"]
    assert (edit["op"], edit["reason"], edit["source"][0]["text"]) == (
        "replace",
        "coreference",
        "The old bank",
    )


def test_in_the_middle_of_a_sentence_too(claimed):
    row = claimed(
        "Chile/NNP/closed:nsubj closed=close/VBD/root and/CC/paid:cc it/PRP/paid:nsubj paid=pay/VBD/closed:conj .",
        refers="it | Chile",
    ).claims[-1]
    assert (row["text"], row["subject"]["origin"]) == ("Chile paid.", "coreference")


@pytest.mark.parametrize("word", ["It", "They", "She", "He", "This", "Those"])
def test_left_with_a_reason(claimed, word):
    row = claimed(f"{BANK}\n{then(word, 'PRP' if word in ('It', 'They', 'She', 'He') else 'DT')}").claims[-1]
    assert row["abstained"] == [{"field": "subject", "reason": "no_antecedent"}]
    assert row["subject"]["origin"] == "explicit"
    assert row["edits"] == []


@pytest.mark.parametrize("word", ["We", "I", "You"])
def test_speakers_and_readers_are_no_question_of_reference(claimed, word):
    row = claimed(f"{BANK}\n{then(word)}").claims[-1]
    assert (row["abstained"], row["edits"], row["subject"]["text"]) == ([], [], word)


def test_a_long_antecedent_is_not_put_in(claimed):
    many = " ".join(f"rather/RB/banks:advmod proud{i}/JJ/banks:amod" for i in range(8))
    words = "The " + " ".join(f"rather proud{i}" for i in range(8)) + " banks"
    row = claimed(
        f"The/DT/banks:det {many} banks/NNS/closed:nsubj closed=close/VBD/root .\n{then('They')}",
        refers=f"They | {words}",
    ).claims[-1]
    assert row["abstained"] == [{"field": "subject", "reason": "antecedent_too_long"}]


@pytest.mark.parametrize("word", ["which", "who", "that"])
def test_a_relative_pronoun_stands_for_its_noun(claimed, word):
    read = claimed(
        f"The/DT/bank:det bank/NN/closed:nsubj , {word}/WDT/lends:nsubj lends/VBZ/bank:acl:relcl , closed=close/VBD/root ."
    )
    assert "The bank lends." in read.texts


SAID = "{who} said=say/VBD/root {told} that/IN/left:mark {pronoun}/PRP/left:nsubj left=leave/VBD/said:ccomp ."


@pytest.mark.parametrize(
    ("who", "pronoun", "told", "text"),
    [
        ("The/DT/bank:det bank/NN/said:nsubj", "it", "", "The bank left."),
        ("Banks=bank/NNS/said:nsubj", "they", "", "Banks left."),
        ("The/DT/mayor:det mayor/NN/said:nsubj", "she", "", "The mayor left."),
        ("The/DT/mayor:det mayor/NN/said:nsubj", "she", "Rana/NNP/said:iobj", "She left."),
        ("The/DT/mayor:det mayor/NN/said:nsubj", "it", "", "It left."),
        ("The/DT/bank:det bank/NN/said:nsubj", "they", "", "They left."),
    ],
    ids=["a body", "many", "a person", "one of two", "no thing", "not many"],
)
def test_in_what_is_said_a_pronoun_takes_the_speaker(claimed, who, pronoun, told, text):
    source = " ".join(one.split("/")[0].split("=")[0] for one in who.split())
    read = claimed(
        SAID.format(who=who, told=told, pronoun=pronoun), said=f"{source} | said | {pronoun} left | person | indirect"
    )  # fmt: skip
    assert read.texts == [text]
