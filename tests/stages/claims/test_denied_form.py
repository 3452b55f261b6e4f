"""A denial outside the claim is worded inside it."""

import pytest

SAID = "Rana | doubts | {} | person | indirect | negates"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("prices/NNS/fall:nsubj will/MD/fall:aux fall/VB/doubts:ccomp", "Prices will not fall."),
        ("it/PRP/works:nsubj works=work/VBZ/doubts:ccomp", "It does not work."),
        ("banks/NNS/paid:nsubj paid=pay/VBD/doubts:ccomp", "Banks did not pay."),
        ("mills/NNS/fail:nsubj can/MD/fail:aux fail/VB/doubts:ccomp", "Mills cannot fail."),
        ("rents/NNS/low:nsubj are=be/VBP/low:cop low/JJ/doubts:ccomp", "Rents are not low."),
    ],
)
def test_it_gets_its_not(claimed, content, text):
    words = " ".join(one.split("/")[0].split("=")[0] for one in content.split())
    read = claimed(f"Rana/NNP/doubts:nsubj doubts=doubt/VBZ/root {content} .", said=SAID.format(words))
    assert read.texts[-1] == text
    assert read.claims[-1]["polarity"]["value"] == "negated"
    assert [edit["source"][0]["text"] for edit in read.claims[-1]["edits"]] == ["doubts"]
