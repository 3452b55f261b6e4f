"""Each noun that sums up what stands before it, by its example, with the trained model; and what sums up nothing."""

import pytest

import pipeline
from pipeline import lexicon
from pipeline.extraction import extract


@pytest.fixture(scope="module")
def nlp():
    return pipeline.load()


@pytest.mark.parametrize("row", lexicon.table("summative_nouns"), ids=lambda row: row["lemma"])
def test_it_is_said_of_all_before_it(row, nlp):
    example = row["example"].replace("*", "")
    claims = extract(example, nlp=nlp).claims
    assert f"*{row['lemma']}*" in row["example"]
    assert example in [claim.text for claim in claims]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The levy, a mistake of long standing, was dropped.", "The levy is a mistake of long standing."),
        ("Rana, a former judge, resigned.", "Rana is a former judge."),
    ],
)
def test_what_stands_behind_a_subject_is_said_of_it(text, said, nlp):
    assert said in [claim.text for claim in extract(text, nlp=nlp).claims]
