"""Texts → their sums, by tokens, amounts and dates alone: the trained model stays out. `tags` stand for its tags."""

import pytest
import spacy

from pipeline import marks
from pipeline.assemble import TOKENIZER
from pipeline.stages.dates import make as dates
from pipeline.stages.money import make as money
from pipeline.stages.sums import make as sums
from pipeline.stages.tokenize import make as tokenize

TAGS = {"for": "ADP", "to": "ADP", "on": "ADP", "from": "ADP", "in": "ADP", "and": "CCONJ", "the": "DET"}


@pytest.fixture(scope="session")
def doc_of():
    """A Doc with amounts, dates and sums; `tags`: word → part of speech."""
    marks.declare_metadata()
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": TOKENIZER}})
    stages = [tokenize(nlp, "tokenize"), money(nlp, "money"), dates(nlp, "dates", None), sums(nlp, "sums")]

    def read(text, **tags):
        doc = nlp.make_doc(text)
        for token in doc:
            token.pos_ = {**TAGS, **tags}.get(token.lower_, "")
        for stage in stages:
            doc = stage(doc)
        return doc

    return read


@pytest.fixture(scope="session")
def sums_of(doc_of):
    """The sums as one can read them: ("20 25 15", "60", True), in the words of the figures; a hundred is ""."""

    def read(text, **tags):
        doc = doc_of(text, **tags)
        core = {row["id"]: row["core"]["text"] for row in marks.read(doc, "money")}
        return [
            (" ".join(core[id] for id in row["parts"]), core.get(row["total"], ""), row["holds"])
            for row in marks.read(doc, "sums")
        ]

    return read
