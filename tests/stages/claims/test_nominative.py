"""An object that is the claim's subject is put in its case, a reflexive by what it stands for."""

import pytest

EXPECTS = "He/PRP/expects:nsubj expects/VBZ/root {}/PRP/expects:obj to/TO/win:mark win/VB/expects:xcomp ."


@pytest.mark.parametrize(
    ("word", "case"), [("her", "She"), ("him", "He"), ("them", "They"), ("us", "We"), ("me", "I")]
)
def test_a_pronoun_in_its_case(claimed, word, case):
    read = claimed(EXPECTS.format(word), said=f"He | expects | {word} to win | person | indirect")
    (row,) = (row for row in read.claims if row["text"].endswith("win."))
    assert row["text"].startswith(f"{case} ")
    assert ("replace", case if case == "I" else case.lower(), word) in [
        (one["op"], one["text"], one["source"][0]["text"]) for one in row["edits"]
    ]


def test_a_reflexive_by_its_noun(claimed):
    read = claimed(
        "The/DT/city:det city/NN/declared:nsubj declared=declare/VBD/root itself/PRP/declared:obj bankrupt/JJ/declared:xcomp .",
        said="The city | declared | itself bankrupt | organisation | indirect",
    )
    assert "The city is bankrupt." in read.texts
