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
