"""Quantity, causal, comparison and the other facets. corpus/GUIDELINES.md, 3."""

import pytest

FACETS = {
    "quantity": ("Peru/NNP/spent:nsubj spent=spend/VBD/root 9%/CD/spent:obj .", "9%", ["quantity"]),
    "causal": ("The/DT/strike:det strike/NN/caused:nsubj caused=cause/VBD/root gaps/NNS/caused:obj .", "", ["causal"]),
    "comparison": (
        "Fares/NNS/rose:nsubj rose=rise/VBD/root faster/RBR/rose:advmod than/IN/wages:case wages/NNS/faster:obl .", "",
        ["comparison"],
    ),
    "superlative": (
        "The/DT/dam:det dam/NN/tallest:nsubj is/VBZ/tallest:cop the/DT/tallest:det tallest=tall/JJS/root .", "", ["comparison"],
    ),
    "definition": (
        "A/DT/levy:det levy/NN/kind:nsubj is/VBZ/kind:cop a/DT/kind:det kind/NN/root of/IN/tax:case tax/NN/kind:nmod .", "",
        ["definition"],
    ),
    "commitment": (
        "Norway/NNP/vowed:nsubj vowed/VBD/root to/TO/pay:mark pay/VB/vowed:xcomp Chad/NNP/pay:obj .", "",
        ["commitment"],
    ),
    "rule": (
        "The/DT/law:det law/NN/requires:nsubj requires/VBZ/root two/CD/doctors:nummod doctors/NNS/requires:obj .", "",
        ["rule"],
    ),
    "experience": ("I/PRP/grew:nsubj grew=grow/VBD/root up/RP/grew:compound:prt here/RB/grew:advmod .", "", ["experience"]),
    "none": ("The/DT/bank:det bank/NN/closed:nsubj closed=close/VBD/root .", "", []),
    "a law that is an object": (
        "The/DT/house:det house/NN/passed:nsubj passed/VBD/root a/DT/law:det law/NN/passed:obj .", "", [],
    ),
    "we are no one's experience": ("We/PRP/know:nsubj know/VBP/root better/RB/know:advmod .", "", []),
    "a cause that is a noun": ("The/DT/cause:det cause/NN/vanished:nsubj vanished=vanish/VBD/root .", "", []),
    "a year is no quantity": (
        "Banks/NNS/closed:nsubj closed=close/VBD/root in/IN/2019:case 2019/CD/closed:obl .", "", [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("parse", "money", "facets"), FACETS.values(), ids=FACETS)
def test_facets(claimed, parse, money, facets):
    assert claimed(parse, money=money).claims[0]["facets"] == facets
