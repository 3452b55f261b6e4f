"""What is said after a comma at a clause's end, and what only looks like it."""

import pytest

CLERKS = "Ruvia/NNP/pays:nsubj pays/VBZ/root 40/CD/clerks:nummod clerks/NNS/pays:obj ,"
UP = "up/RB/9:advmod from/IN/9:case 9/CD/clerks:nmod in/IN/2003:case 2003/CD/9:nmod ."


def test_a_level_and_where_it_came_from(claimed):
    read = claimed(f"{CLERKS} {UP}", money="40; 9", dates="in 2003")
    assert read.spans == ["Ruvia pays 40 clerks", "up from 9 in 2003"]
    assert read.claims[0]["amounts"] == ["m1"]
    assert read.claims[1]["dates"] == ["d1"]
    assert read.parent(1) == ("Ruvia pays 40 clerks", "elaborates")


def test_most_of_whom(claimed):
    read = claimed(
        f"{CLERKS} most/JJS/sleep:nsubj of/IN/whom:case whom/WP/most:nmod sleep/VBP/clerks:acl:relcl here/RB/sleep:advmod ."
    )
    assert read.spans == ["Ruvia pays 40 clerks", "most of whom sleep here"]


@pytest.mark.parametrize(
    "tail",
    [
        "in/IN/2003:case 2003/CD/pays:obl .",
        "up/RB/pays:advmod there/RB/pays:advmod .",
        "most/JJS/days:amod days/NNS/pays:obl:unmarked .",
        "mostly/RB/pays:advmod in/IN/cash:case cash/NN/pays:obl .",
    ],
)
def test_no_claim_of_its_own(claimed, tail):
    read = claimed(f"{CLERKS} {tail}", money="40")
    assert len(read.claims) == 1
    assert read.spans == [read.doc.text.removesuffix(".")]


def test_up_from_without_an_amount_before(claimed):
    assert len(claimed(f"{CLERKS} {UP}").claims) == 1
