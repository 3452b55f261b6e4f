"""A figure set beside another is a claim of its own, told of the past, where the two can be told apart."""

import pytest

LEVY = (
    "A/DT/levy:det levy/NN/{verb}:nsubj {helper} {verb}={lemma}/{tag}/root {case} $/$/{verb}:{label} 9/CD/#{nine}:nummod ,"
    " as/IN/#{two}:case against/IN/#{two}:case $/$/{verb}:obl 2/CD/#{two}:nummod in/IN/2010:case 2010/CD/{verb}:obl ."
)


def levy(verb, lemma, tag, helper="", case=""):
    shift = bool(helper) + bool(case)
    label = "obl" if case else "obj"
    parse = LEVY.format(
        verb=verb, lemma=lemma, tag=tag, label=label, nine=4 + shift, two=9 + shift,
        helper=f"{helper}/MD/{verb}:aux" if helper else "", case=f"{case}/IN/#{4 + shift}:case" if case else "",
    )  # fmt: skip
    return {"parse": parse, "money": "$9; $2", "dates": "in 2010"}


def test_the_second_figure_is_told_of_the_past(claimed):
    read = claimed(**levy("raises", "raise", "VBZ"))
    assert read.texts == ["A levy raises $9.", "A levy raised $2 in 2010."]
    assert [row["amounts"] for row in read.claims] == [["m1"], ["m2"]]
    assert [row["dates"] for row in read.claims] == [[], ["d1"]]
    assert read.parent(1) == ("A levy raises $9", "conjunct_of")


@pytest.mark.parametrize(
    "told",
    [levy("raise", "raise", "VB", helper="should"), levy("falls", "fall", "VBZ", case="to")],
    ids=["what only should be", "what falls to it"],
)
def test_nothing_is_lent(claimed, told):
    assert len(claimed(**told).claims) == 1


def test_a_figure_that_is_the_subject_lends_what_is_said_of_it(claimed):
    read = claimed(
        "Of/IN/tax:case tax/NN/went:obl 69%/NN/went:nsubj went=go/VBD/root to/IN/banks:case banks/NNS/went:obl ,"
        " against/IN/57%:case 57%/NN/went:obl before/RB/went:advmod .",
        money="69%; 57%",
    )
    assert read.texts == ["Of tax 69% went to banks.", "Of tax, 57% went to banks before."]
