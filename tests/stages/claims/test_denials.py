""" "neither" and "nor": what they deny, and how it reads when it stands alone."""

import pytest

READS = {
    "verbs": (
        "Rana/NNP/apologised:nsubj neither/CC/apologised:cc apologised=apologise/VBD/root nor/CC/resigned:cc"
        " resigned=resign/VBD/apologised:conj .",
        ["Rana did not apologise.", "Rana did not resign."],
    ),
    "a helper": (
        "Towns/NNS/paid:nsubj were/VBD/paid:aux:pass neither/CC/paid:cc paid=pay/VBN/root nor/CC/warned:cc warned=warn/VBN/paid:conj .",
        ["Towns were not paid.", "Towns were not warned."],
    ),
    "an inversion": (
        "Rivers/NNS/flood:nsubj do/VBP/flood:aux not/RB/flood:advmod flood/VB/root , nor/CC/freeze:cc do/VBP/freeze:aux they/PRP/freeze:nsubj"
        " freeze/VB/flood:conj .",
        ["Rivers do not flood.", "Rivers do not freeze."],
    ),
    "nouns": (
        "Neither/CC/mayor:cc the/DT/mayor:det mayor/NN/knew:nsubj nor/CC/council:cc the/DT/council:det council/NN/mayor:conj"
        " knew=know/VBD/root it/PRP/knew:obj .",
        ["Neither the mayor nor the council knew it."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("parse", "texts"), READS.values(), ids=READS)
def test_neither_and_nor(claimed, parse, texts):
    read = claimed(parse, refers="they | Rivers" if "they" in parse else "")
    assert read.texts == texts
    assert {row["polarity"]["value"] for row in read.claims} == {"negated"}
    for row in read.claims:
        assert all(span["text"] in read.doc.text for edit in row["edits"] for span in edit["source"])
