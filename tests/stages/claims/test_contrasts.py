"""A denied alternative at the end of a claim is a claim of its own, and what only holds a "not" is none."""

import pytest

SPLIT = {
    "what it is": (
        "It/PRP/plan:nsubj is/VBZ/plan:cop a/DT/plan:det plan/NN/root and/CC/date:cc not/RB/date:advmod a/DT/date:det"
        " date/NN/plan:conj .",
        ["It is a plan", "not a date"], "It is not a date.",
    ),
    "behind a comma": (
        "It/PRP/plan:nsubj is/VBZ/plan:cop a/DT/plan:det plan/NN/root , not/RB/date:advmod a/DT/date:det date/NN/plan:conj .",
        ["It is a plan", "not a date"], "It is not a date.",
    ),
    "to whom": (
        "Peru/NNP/wrote:nsubj wrote=write/VBD/root to/IN/Chad:case Chad/NNP/wrote:obl and/CC/Mali:cc not/RB/Mali:advmod"
        " to/IN/Mali:case Mali/NNP/wrote:conj .",
        ["Peru wrote to Chad", "not to Mali"], "Peru wrote not to Mali.",
    ),
    "how often": (
        "Boards/NNS/sit:nsubj sit/VBP/root every/DT/May:det May/NNP/sit:obl:unmarked and/CC/June:cc not/RB/June:advmod"
        " every/DT/June:det June/NNP/May:conj .",
        ["Boards sit every May", "not every June"], "Boards sit not every June.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("parse", "spans", "text"), SPLIT.values(), ids=SPLIT)
def test_split(claimed, parse, spans, text):
    read = claimed(parse)
    assert read.spans == spans
    assert [row["polarity"]["value"] for row in read.claims] == ["affirmed", "negated"]
    assert read.parent(1) == (spans[0], "contrast_with")
    assert read.texts[1] == text


@pytest.mark.parametrize(
    "parse",
    [
        "Peru/NNP/wrote:nsubj wrote=write/VBD/root to/IN/Chad:case Chad/NNP/wrote:obl and/CC/Mali:cc not/RB/only:advmod"
        " only/RB/Mali:advmod to/IN/Mali:case Mali/NNP/wrote:conj .",
        "Chad/NNP/wrote:nsubj and/CC/Mali:cc not/RB/Mali:advmod Mali/NNP/Chad:conj wrote=write/VBD/root .",
    ],
    ids=["not only", "in the subject"],
)
def test_whole(claimed, parse):
    assert len(claimed(parse).claims) == 1


LENDS = (
    "Chad/NNP/lends:nsubj lends/VBZ/root not/RB/farms:advmod only/RB/farms:advmod to/IN/farms:case farms/NNS/lends:obl but/CC/mills:cc"
    " also/RB/mills:advmod to/IN/mills:case mills/NNS/farms:conj ."
)


def test_not_only_but_also_is_two(claimed):
    read = claimed(LENDS)
    assert read.texts == ["Chad lends to farms.", "Chad lends to mills."]
    assert [row["polarity"]["value"] for row in read.claims] == ["affirmed", "affirmed"]
    assert read.spans == ["Chad lends not only to farms", "to mills"]


def test_not_only_before_a_verb(claimed):
    read = claimed(
        "Not/RB/borrow:advmod only/RB/borrow:advmod did/VBD/borrow:aux Chad/NNP/borrow:nsubj borrow/VB/root , but/CC/spent:cc it/PRP/spent:nsubj"
        " spent=spend/VBD/borrow:conj .",
        refers="it | Chad",
    )
    assert read.texts == ["Chad did borrow.", "Chad spent."]
    assert read.spans == ["did Chad borrow", "it spent"]
