"""Nouns in a row, each with its figure: a claim each; a bare list stays whole."""

import pytest

BOUGHT = "Peru/NNP/bought:nsubj bought=buy/VBD/root"
SPLIT = {
    "the first without a figure": (
        f"{BOUGHT} a/DT/boat:det boat/NN/bought:obj , 9/CD/cars:nummod cars/NNS/boat:conj and/CC/mules:cc 4/CD/mules:nummod"
        " mules/NNS/boat:conj .",
        "9; 4", ["Peru bought a boat.", "Peru bought 9 cars.", "Peru bought 4 mules."],
    ),
    "figures behind their nouns": (
        f"{BOUGHT} oil/NN/bought:obj at/IN/$9:case $9/CD/oil:nmod and/CC/tin:cc tin/NN/oil:conj at/IN/$4:case $4/CD/tin:nmod .",
        "$9; $4", ["Peru bought oil at $9.", "Peru bought tin at $4."],
    ),
    "one that the parser took for an appositive": (
        f"{BOUGHT} oil/NN/bought:obj at/IN/$9:case $9/CD/oil:nmod , tea/NN/oil:appos at/IN/$3:case $3/CD/tea:nmod and/CC/tin:cc"
        " tin/NN/oil:conj at/IN/$4:case $4/CD/tin:nmod .",
        "$9; $3; $4", ["Peru bought oil at $9.", "Peru bought tea at $3.", "Peru bought tin at $4."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("parse", "money", "texts"), SPLIT.values(), ids=SPLIT)
def test_each_is_a_claim(claimed, parse, money, texts):
    read = claimed(parse, money=money)
    assert read.texts == texts
    assert all(len(row["amounts"]) <= 1 for row in read.claims)


WHOLE = {
    "no figures": f"{BOUGHT} oil/NN/bought:obj , tea/NN/oil:conj and/CC/tin:cc tin/NN/oil:conj .",
    "a figure of one of them": f"{BOUGHT} oil/NN/bought:obj , tea/NN/oil:conj and/CC/tin:cc 9/CD/tin:nummod tin/NN/oil:conj .",
    "two, the first without": f"{BOUGHT} oil/NN/bought:obj and/CC/mules:cc 9/CD/mules:nummod mules/NNS/oil:conj .",
    "those who did it": "Oil/NN/cost:nsubj at/IN/9:case 9/CD/Oil:nmod and/CC/tin:cc tin/NN/Oil:conj at/IN/4:case 4/CD/tin:nmod"
    " cost/VBD/root money/NN/cost:obj .",
}  # fmt: skip


@pytest.mark.parametrize("parse", WHOLE.values(), ids=WHOLE)
def test_a_list_that_stays_whole(claimed, parse):
    assert len(claimed(parse, money="; ".join(one for one in ("9", "4") if f" {one}/" in parse)).claims) == 1
