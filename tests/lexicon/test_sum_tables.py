"""Every row of `sum_cues.csv` proves itself: its example is a sum, or none, because of its cue."""

import re

import pytest
import spacy

from pipeline import lexicon, marks
from pipeline.assemble import TOKENIZER
from pipeline.stages.money import make as money
from pipeline.stages.sums import make as sums
from pipeline.stages.tokenize import make as tokenize

SILENT = ("ends", "open")
"""Places whose cues keep a contradiction from being said."""
HELPERS = ("lead", "adds", "link")
"""Places whose cues help others."""
TOTALS = {"$60m": ("$97m", "$31m"), "600": ("970", "310")}


@pytest.fixture(scope="module")
def sums_of():
    marks.declare_metadata()
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": TOKENIZER}})
    stages = [make(nlp, "stage") for make in (tokenize, money, sums)]

    def read(text):
        doc = nlp.make_doc(text)
        for stage in stages:
            doc = stage(doc)
        return marks.read(doc, "sums")

    return read


def rows(*places):
    chosen = [row for row in lexicon.table("sum_cues") if row["place"] in places]
    return pytest.mark.parametrize("row", chosen, ids=[f"{row['place']} {row['cue']}" for row in chosen])


def with_total(text, new):
    """The example with another total: too large, or too small."""
    old = next(total for total in TOTALS if total in text)
    return text.replace(old, TOTALS[old][new])


def test_every_place_is_known():
    places = {row["place"] for row in lexicon.table("sum_cues")}
    assert places == {
        *SILENT,
        *HELPERS,
        "before",
        "names",
        "after",
        "closes",
        "opens",
        "starts",
        "back",
        "them",
        "next",
        "rest",
    }


@rows("before", "names", "after", "closes", "opens", "starts", "back", "them", "next", "rest")
def test_its_example_adds_up_by_it(sums_of, row):
    (found,) = sums_of(row["example"])
    assert found["holds"] and len(found["parts"]) == 3
    assert re.search(re.escape(row["cue"]), row["example"], re.IGNORECASE)


@rows("before", "names", "after", "closes", "opens", "starts", "back", "them", "next", "rest")
def test_a_total_too_large_is_contradicted_if_the_cue_says_that_the_parts_are_all(sums_of, row):
    found = sums_of(with_total(row["example"], 0))
    assert [sum_["holds"] for sum_ in found] == [False] * (row["says"] == "whole")


@rows("before", "names", "after", "closes")
def test_a_total_too_small_is_contradicted(sums_of, row):
    assert [sum_["holds"] for sum_ in sums_of(with_total(row["example"], 1))] == [False]


@rows(*HELPERS)
def test_without_it_there_would_be_no_such_sum(sums_of, row):
    (found,) = sums_of(row["example"])
    assert found["holds"] and len(found["parts"]) == 3
    other = re.sub(rf"\b{re.escape(row['cue'])}\b(?! total)", "blue", row["example"])
    assert [sum_["parts"] for sum_ in sums_of(other)] != [found["parts"]]


@rows(*SILENT)
def test_it_keeps_a_contradiction_from_being_said(sums_of, row):
    assert sums_of(row["example"]) == []
    other = re.sub(rf"\b{re.escape(row['cue'])}\b", "", row["example"])
    assert [sum_["holds"] for sum_ in sums_of(other)] == [False]
