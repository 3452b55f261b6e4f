"""Each word that points out of a claim, by its example, with the trained model; and what does not point."""

import pytest

import pipeline
from pipeline import lexicon
from pipeline.extraction import extract


@pytest.fixture(scope="module")
def nlp():
    return pipeline.load()


def points(text, nlp):
    claims = extract(text, nlp=nlp).claims
    return any(one.field in ("text", "subject") for claim in claims for one in claim.abstained)


@pytest.mark.parametrize("row", lexicon.table("pointers"), ids=lambda row: f"{row['word']} {row['as']}")
def test_a_claim_says_that_it_points_out(row, nlp):
    assert f"*{row['word']}*" in row["example"].lower()
    assert points(row["example"].replace("*", ""), nlp)


@pytest.mark.parametrize(
    "text",
    [
        "None of the mills paid.",
        "Both Peru and Chile paid.",
        "The first bill was cheap.",
        "Taxes such as the levy never last.",
        "Then the bank closed.",
        "In Lima nobody stayed there.",
        "This year the economy shrank.",
        "The old text repeats an older one.",
        "The trouble is that nobody paid.",
    ],
)
def test_what_stands_by_itself(text, nlp):
    assert not points(text, nlp)


@pytest.mark.parametrize("row", lexicon.table("unique_nouns"), ids=lambda row: row["lemma"])
def test_what_there_is_one_of_needs_no_first_mention(row, nlp):
    assert f"*{row['lemma']}*" in row["example"].lower()
    assert not points(row["example"].replace("*", ""), nlp)
    assert points("The exemption must go.", nlp)
