"""The stage `reference` with the trained model: each weight's example shows its feature, and texts read as people do."""

import pytest

import pipeline
from pipeline import lexicon
from pipeline.stages.reference.candidates import Text
from pipeline.stages.reference.mention import PRONOUNS
from pipeline.stages.reference.reference import question


@pytest.fixture(scope="module")
def nlp():
    nlp = pipeline.load()
    for stage in ("sums", "attribution", "claims", "worth"):
        nlp.remove_pipe(stage)
    return nlp


def named(doc):
    return {row["span"]["text"].lower(): row["antecedent"]["text"] for row in doc._.reference}


@pytest.mark.parametrize("row", lexicon.table("antecedents"), ids=lambda row: row["feature"])
def test_every_weight_is_proved_by_its_example(row, nlp):
    doc = nlp(row["example"])
    rows = {row["span"]["start"]: row["antecedent"] for row in doc._.reference}
    text, seen = Text.of(doc), set()
    for token in doc:
        group = PRONOUNS.get(token.lower_)
        if group is None:
            text.pass_by(token)
            continue
        asking, asked = question(text, token, group)
        seen |= set(asking.features_of_nothing()).union(*(its for _, its in asked))
        if token.idx in rows:  # what the stage found; then it is a mention itself
            text.stands_for(token, asked[0][0].mention, group)
    assert row["feature"] in seen


READ = {
    "The governor promised to cut fares. He insists that he still will.": {"he": "The governor"},
    "Ana Petrovic runs the clinic. In 2019 she asked for a roof.": {"she": "Ana Petrovic"},
    "The fund lost $2 million in May, and it will close in June.": {"it": "The fund"},
    "Farmers in the delta planted late. They lost half the crop.": {"they": "Farmers in the delta"},
    "Mrs Okoro met Mr Bell on Monday. She told him the truth. He wept.": {"she": "Mrs Okoro", "he": "Mr Bell"},
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ.items(), ids=READ)
def test_read_as_a_person_reads_it(text, expected, nlp):
    found = named(nlp(text))
    assert {word: found.get(word) for word in expected} == expected


LEFT = {
    "It is clear that the bank was broke.": "it",
    "It rained all night, and the mayor slept.": "it",
    "No minister resigned. He stayed.": "he",
    "The bridge fell in May. She wept.": "she",
}


@pytest.mark.parametrize(("text", "word"), LEFT.items(), ids=LEFT)
def test_left_where_nothing_is_meant(text, word, nlp):
    assert word not in named(nlp(text))
