"""Who "the minister" is: the only minister named so far, or nobody for certain."""

import pytest

SAID = "\nThe/DT/minister:det {}minister/NN/said:nsubj said=say/VBD/root rents/NNS/rose:nsubj rose=rise/VBD/said:ccomp ."
LEFT = " left=leave/VBD/root ././left:punct"
LIMA = "Health/NNP/Minister:compound Minister/NNP/Ana:nmod:desc Ana/NNP/left:nsubj Lima/NNP/Ana:flat" + LEFT
MINISTER = "\n{}/DT/minister:det {}minister/NN/left:nsubj" + LEFT

BEFORE = {
    "a title before the name": (LIMA, "PERSON Ana Lima", ("Ana Lima", "e1")),
    "a noun behind the name": (
        "Ana/NNP/left:nsubj Lima/NNP/Ana:flat ,/,/minister:punct the/DT/minister:det minister/NN/Ana:appos ,/,/Ana:punct" + LEFT,
        "PERSON Ana Lima", ("Ana Lima", "e1"),
    ),
    "a noun before the name": (
        "Our/PRP$/minister:nmod:poss minister/NN/left:nsubj ,/,/Lima:punct Ana/NNP/Lima:compound Lima/NNP/minister:appos ,/,/minister:punct" + LEFT,
        "PERSON Ana Lima", ("Ana Lima", "e1"),
    ),
    "the same one without a name": (LIMA + MINISTER.format("This", ""), "PERSON Ana Lima", ("Ana Lima", "e1")),
    "a second one with a name": (
        LIMA + "\nMinister/NNP/Bo:nmod:desc Bo/NNP/left:nsubj Ek/NNP/Bo:flat" + LEFT, "PERSON Ana Lima; PERSON Bo Ek", (None, None),
    ),
    "another one": (LIMA + MINISTER.format("Another", ""), "PERSON Ana Lima", (None, None)),
    "one of another field": (LIMA + MINISTER.format("The", "trade/NN/minister:compound "), "PERSON Ana Lima", (None, None)),
    "no name": (MINISTER.format("The", ""), "", (None, None)),
    "a title of a body": ("Minister/NNP/Corvane:compound Corvane/NNP/left:nsubj" + LEFT, "ORG Corvane", (None, None)),
}  # fmt: skip


def voice(read):
    row = next(row["attribution"] for row in read.claims if row["attribution"]["source"])
    return row["speaker"] and row["speaker"]["text"], row["entity"]


@pytest.mark.parametrize(("before", "entities", "expected"), BEFORE.values(), ids=BEFORE)
def test_who_is_meant(claimed, before, entities, expected):
    said = "The minister | said | rents rose | person | indirect"
    assert voice(claimed(before.lstrip("\n") + SAID.format(""), said=said, entities=entities)) == expected


def test_words_that_do_not_fit_name_another(claimed):
    said = "The trade minister | said | rents rose | person | indirect"
    after = SAID.format("trade/NN/minister:compound ")
    assert voice(claimed(LIMA + after, said=said, entities="PERSON Ana Lima")) == (None, None)


def test_a_name_that_comes_later_is_not_meant(claimed):
    said = "The minister | said | rents rose | person | indirect"
    text = SAID.format("").lstrip("\n") + "\n" + LIMA
    assert voice(claimed(text, said=said, entities="PERSON Ana Lima")) == (None, None)
