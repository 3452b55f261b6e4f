"""Relatives about the whole clause before them, and reasons ("which is why …")."""

import pytest

CLOSED = (
    "The/DT/dam:det dam/NN/closed:nsubj closed=close/VBD/root {when} , which/WDT/pleased:{role} {who} pleased=please/VBD/{head}:{label}"
    " {whom} ."
)
NOBODY = "nobody/NN/pleased:obj"


@pytest.mark.parametrize(
    ("slots", "text", "subject"),
    [
        ({"head": "closed", "label": "advcl:relcl", "when": "early/RB/closed:advmod"}, "That the dam closed early pleased nobody.", "The dam closed early"),
        ({"head": "May", "label": "acl:relcl", "when": "in/IN/May:case May/NNP/closed:obl"}, "That the dam closed in May pleased nobody.", "The dam closed in May"),
        ({"head": "hall", "label": "acl:relcl", "when": "a/DT/hall:det hall/NN/closed:obj"}, "The hall pleased nobody.", "the hall"),
    ],
    ids=["hung on the verb", "hung on a time", "hung on a noun"],
)  # fmt: skip
def test_the_clause_takes_the_place_of_which(claimed, slots, text, subject):
    read = claimed(CLOSED.format(role="nsubj", who="", whom=NOBODY, **slots))
    assert read.texts[1] == text
    assert read.claims[1]["subject"] | {"origin": "coreference", "text": subject} == read.claims[1]["subject"]


def test_a_long_clause_is_not_put_in(claimed):
    far = " ".join(["very/RB/closed:advmod"] * 20)
    read = claimed(
        CLOSED.format(role="nsubj", who="", whom=NOBODY, head="closed", label="advcl:relcl", when=far)
    )
    assert read.texts[1] == "This pleased nobody."
    assert read.claims[1]["abstained"] == [{"field": "subject", "reason": "whole_clause"}]


def test_what_has_a_reason_is_told(claimed):
    read = claimed(
        "Rents/NNS/rose:nsubj rose=rise/VBD/root , which/WDT/why:nsubj is/VBZ/why:cop why/WRB/rose:advcl:relcl crews/NNS/left:nsubj"
        " left=leave/VBD/why:advcl:relcl ."
    )
    assert read.texts == ["Rents rose.", "Crews left."]
    assert read.parent(1) == ("Rents rose", "elaborates")
