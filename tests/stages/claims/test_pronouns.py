"""Pronouns that are no subject: named once, where the claim has no noun for them; else the text is said to point out."""

import pytest

BANK = "The/DT/bank:det old/JJ/bank:amod bank/NN/closed:nsubj closed=close/VBD/root ."
SOLD = "Peru/NNP/sold:nsubj sold=sell/VBD/root {} ."


def then(words):
    return f"{BANK}\n{SOLD.format(words)}"


def test_an_object_is_named(claimed):
    row = claimed(then("it/PRP/sold:obj"), refers="it | The old bank").claims[-1]
    assert (row["text"], row["abstained"]) == ("Peru sold the old bank.", [])
    (edit,) = row["edits"]
    assert (edit["op"], edit["reason"], edit["source"][0]["text"]) == (
        "replace",
        "coreference",
        "The old bank",
    )


def test_a_possessor_is_named_with_its_mark(claimed):
    row = claimed(then("its/PRP$/debt:nmod:poss debt/NN/sold:obj"), refers="its | The old bank").claims[-1]
    assert row["text"] == "Peru sold the old bank’s debt."


def test_what_the_claim_says_itself_is_not_said_again(claimed):
    row = claimed(
        "The/DT/bank:det bank/NN/sold:nsubj sold=sell/VBD/root its/PRP$/debt:nmod:poss debt/NN/sold:obj .",
        refers="its | The bank",
    ).claims[-1]
    assert (row["text"], row["edits"]) == ("The bank sold its debt.", [])


def test_a_noun_is_put_once(claimed):
    row = claimed(then("its/PRP$/debt:nmod:poss debt/NN/sold:obj"), refers="its | The old bank").claims[-1]
    assert row["text"].count("bank") == 1


OWN = "its/PRP$/debt:nmod:poss debt/NN/sold:obj"


@pytest.mark.parametrize(
    ("words", "points"),
    [
        (OWN, False),
        (OWN.replace("its", "their"), True),
        ("it/PRP/sold:obj", True),
        ("that/DT/sold:obj", True),
    ],
    ids=["its owner", "many owners", "nobody sells itself", "that"],
)
def test_a_pronoun_behind_a_noun_may_mean_it(claimed, words, points):
    row = claimed(then(words)).claims[-1]
    assert row["abstained"] == ([{"field": "text", "reason": "points_out"}] if points else [])


def test_a_pronoun_that_nothing_before_it_can_mean(claimed):
    row = claimed("I/PRP/sold:nsubj sold=sell/VBD/root them/PRP/sold:obj .").claims[-1]
    assert row["abstained"] == [{"field": "text", "reason": "points_out"}]


def test_a_loose_noun_phrase_is_not_put_in(claimed):
    row = claimed(
        "Most/JJ/farmers:amod farmers/NNS/left:nsubj left=leave/VBD/root .\n"
        + SOLD.format("them/PRP/sold:obj"),
        refers="them | Most farmers",
    ).claims[-1]
    assert row["text"] == "Peru sold them."


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("those/DT/mills:det mills/NNS/sold:obj", True),
        ("that/DT/sold:obj", True),
        ("none/NN/sold:obj", True),
        ("those/DT/sold:obj who/WP/paid:nsubj paid=pay/VBD/those:acl:relcl", False),
        ("none/NN/sold:obj of/IN/mills:case the/DT/mills:det mills/NNS/none:nmod", False),
        ("the/DT/mills:det mills/NNS/sold:obj", True),
        ("the/DT/economy:det economy/NN/sold:obj", False),
    ],
)
def test_what_points_out_of_the_claim(claimed, words, points):
    row = claimed(then(words)).claims[1]
    assert (row["abstained"] == [{"field": "text", "reason": "points_out"}]) == points
