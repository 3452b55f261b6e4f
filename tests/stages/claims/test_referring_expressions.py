"""A noun phrase as it is said a second time."""

import pytest

SOLD = "It/PRP/sold:nsubj sold=sell/VBD/root tin/NN/sold:obj ."
FIRM = "A/DT/firm:det firm/NN/{verb}:nsubj {words} ."


@pytest.mark.parametrize(
    ("verb", "words", "text"),
    [
        ("opened", "opened=open/VBD/root", "The firm sold tin."),
        ("needs", "needs/VBZ/root luck/NN/needs:obj", "A firm sold tin."),
        ("may", "may/MD/root", "A firm sold tin."),
    ],
    ids=["one firm", "any firm", "any firm, too"],
)
def test_the_article(claimed, verb, words, text):
    assert claimed(f"{FIRM.format(verb=verb, words=words)}\n{SOLD}", refers="It | A firm").texts[-1] == text


def test_what_a_possessive_in_it_stands_for(claimed):
    text = (
        "Rana/NNP/left:nsubj left=leave/VBD/root .\n"
        "Her/PRP$/firm:nmod:poss firm/NN/closed:nsubj closed=close/VBD/root .\n" + SOLD
    )
    row = claimed(text, refers="Her | Rana; It | Her firm").claims[-1]
    assert (row["text"], row["abstained"]) == ("Rana’s firm sold tin.", [])
    assert [one["text"] for one in row["edits"][0]["source"]] == ["Her firm", "Rana"]


def test_a_possessive_that_is_not_known_points_out(claimed):
    text = "Her/PRP$/firm:nmod:poss firm/NN/closed:nsubj closed=close/VBD/root .\n" + SOLD
    row = claimed(text, refers="It | Her firm").claims[-1]
    assert row["abstained"] == [{"field": "text", "reason": "points_out"}]


def test_an_owner_leaves_out_what_stands_behind_the_noun(claimed):
    girl = (
        "A/DT/girl:det girl/NN/left:nsubj in/IN/class:case my/PRP$/class:nmod:poss class/NN/girl:nmod "
        "left=leave/VBD/root ."
    )
    sold = "Her/PRP$/firm:nmod:poss firm/NN/sold:nsubj sold=sell/VBD/root tin/NN/sold:obj ."
    read = claimed(f"{girl}\n{sold}", refers="Her | A girl in my class")
    assert read.texts[-1] == "The girl’s firm sold tin."


def test_a_lent_subject_is_named_or_flagged_as_one_of_its_own(claimed):
    two = (
        "Her/PRP$/firm:nmod:poss firm/NN/sold:nsubj sold=sell/VBD/root tin/NN/sold:obj and/CC/bought:cc "
        "bought=buy/VBD/sold:conj tea/NN/bought:obj ."
    )
    assert [row["abstained"] for row in claimed(two).claims] == [
        [{"field": "text", "reason": "points_out"}]
    ] * 2
    rana = "Rana/NNP/left:nsubj left=leave/VBD/root ."
    assert claimed(f"{rana}\n{two}", refers="Her | Rana").texts[1:] == [
        "Rana’s firm sold tin.",
        "Rana’s firm bought tea.",
    ]
