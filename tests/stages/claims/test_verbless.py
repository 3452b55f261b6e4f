"""Sums that stand beside what they are paid for, without a verb; and bare sums behind a comma."""

import pytest

PRICES = "Basic/JJ/pay:amod pay/NN/root ,/,/$:punct $/$/pay:list 67/CD/$:nummod ; rent/NN/pay:list ,/,/#9:punct $/$/rent:list 33/CD/#9:nummod ."


def test_each_stretch_with_its_sum_is_a_claim(claimed):
    read = claimed(PRICES, money="$67; $33")
    assert read.spans == ["Basic pay, $67", "rent, $33"]
    assert read.texts == ["Basic pay is $67.", "Rent is $33."]
    assert [row["subject"]["text"] for row in read.claims] == ["Basic pay", "rent"]
    assert [row["predicate"]["lemma"] for row in read.claims] == ["be", "be"]


@pytest.mark.parametrize(
    ("parse", "money"),
    [
        (PRICES, "$67"),
        ("Five/CD/years:nummod years=year/NNS/root ,/,/$:punct $/$/years:list 67/CD/$:nummod .", "$67"),
        ("A/DT/tale:det tale/NN/root of/IN/$:case $/$/tale:nmod 67/CD/$:nummod .", "$67"),
    ],
    ids=["one without a sum", "a length of time", "a sum inside the phrase"],
)
def test_what_else_has_no_verb_is_skipped(claimed, parse, money):
    read = claimed(parse, money=money)
    assert [row["reason"] for row in read.skipped] == ["no_predicate"] and not read.claims


FEE = "It/PRP/takes:nsubj takes/VBZ/root {thing} ,/,/$:punct {case} $/$/takes:{label} 7/CD/$:nummod {more} ."


@pytest.mark.parametrize(
    ("thing", "texts"),
    [
        ("the/DT/rest:det rest/NN/takes:obj", ["It takes the rest.", "The rest is $7."]),
        ("what/WP/takes:obj costs=cost/VBZ/what:acl:relcl", ["It takes what costs.", "What costs is $7."]),
        ("it/PRP/takes:obj", ["It takes it, $7."]),
    ],
    ids=["a noun", "what", "a pronoun"],
)
def test_a_bare_sum_behind_a_comma_is_what_the_thing_before_it_comes_to(claimed, thing, texts):
    assert claimed(FEE.format(thing=thing, case="", label="parataxis", more=""), money="$7").texts == texts


def test_what_stands_behind_the_sum_stays_with_the_verb(claimed):
    read = claimed(
        FEE.format(thing="the/DT/rest:det rest/NN/takes:obj", case="", label="parataxis", more=", daily/RB/takes:advmod"),
        money="$7",
    )  # fmt: skip
    assert read.texts == ["It takes the rest daily.", "The rest is $7."]


PAYMENTS = (
    "The/DT/payments:det payments=payment/NNS/came:nsubj ,/,/$:punct $/$/payments:{label} 7/CD/$:nummod {more} , came=come/VBD/root"
    " late/RB/came:advmod ."
)


@pytest.mark.parametrize(
    ("label", "more", "texts"),
    [
        ("appos", "", ["The payments came late.", "The payments were $7."]),
        ("conj", "", ["The payments came late.", "The payments were $7."]),
        (
            "appos",
            "of/IN/them:case them/PRP/$:nmod",
            ["The payments came late.", "The payments were $7 of them."],
        ),
        (
            "appos",
            "of/IN/them:case them/PRP/$:nmod in/IN/May:case May/NNP/$:nmod",
            ["The payments came late.", "$7 of them were in May."],
        ),
    ],
    ids=["the sum", "joined without a word", "a part", "where a part is"],
)
def test_a_bare_sum_between_commas(claimed, label, more, texts):
    assert claimed(PAYMENTS.format(label=label, more=more), money="$7").texts == texts
