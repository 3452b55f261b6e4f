"""Questions that assert, and those that ask."""

import pytest

LEND = "{first}/{tag}/lend:{role} {who}/NN/lend:nsubj {not_} lend/VB/root {what} ?"


def lend(who="anyone", what="", first="Would", tag="MD", role="aux", not_=""):
    return LEND.format(first=first, tag=tag, role=role, who=who, what=what, not_=not_)


@pytest.mark.parametrize(
    ("parse", "text", "cue"),
    [
        (lend(), "No one would lend.", "anyone"),
        (lend(who="Peru", what="anything/NN/lend:obj"), "Peru would lend nothing.", "anything"),
        (lend(who="Peru", what="any/DT/cash:det cash/NN/lend:obj"), "Peru would lend no cash.", "any"),
        (lend(who="Peru", what="a/DT/sum:det larger=large/JJR/sum:amod sum/NN/lend:obj"), "Peru would lend no larger sum.", "a"),
    ],
    ids=["nobody", "nothing", "no", "a larger"],
)  # fmt: skip
def test_a_denial_in_the_form_of_a_question(claimed, parse, text, cue):
    (row,) = claimed(parse).claims
    assert row["text"] == text
    assert (row["modality"]["value"], row["polarity"]["value"]) == ("question", "negated")
    assert [one["text"] for one in row["polarity"]["cues"]] == [cue]


@pytest.mark.parametrize(
    "parse",
    [
        lend(who="Peru"),
        lend(who="Peru", what="a/DT/sum:det sum/NN/lend:obj"),
        lend(not_="not/RB/lend:advmod"),
        lend(first="Why", tag="WRB", role="advmod"),
        lend(first="Does", tag="VBZ"),
    ],
    ids=["plain", "no comparison", "denied", "why", "no modal"],
)
def test_a_genuine_question_is_skipped(claimed, parse):
    read = claimed(parse)
    assert not read.claims and [row["reason"] for row in read.skipped] == ["question"]
