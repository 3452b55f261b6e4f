"""Lemmas that are no words are put right; words stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.parse.lemma import candidates, repaired

WORDS = frozenset(["resume", "occur", "condemn", "pledge", "carry", "bomb", "hope", "hop", "visit", "tie"])


@pytest.mark.parametrize(
    ("form", "lemma", "expected"),
    [
        ("resuming", "resum", "resume"),
        ("Resuming", "resum", "resume"),
        ("occurring", "occurre", "occur"),
        ("condemned", "condemne", "condemn"),
        ("pledges", "pledg", "pledge"),
        ("carried", "carri", "carry"),
        ("bombed", "bombe", "bomb"),
        ("hoping", "hop", "hop"),  # a word: not ours to judge
        ("zorbing", "zorbe", "zorbe"),  # nothing better is known
        ("visit", "visit", "visit"),
    ],
)
def test_repaired(form, lemma, expected):
    assert repaired(form, lemma, WORDS.__contains__) == expected


@given(st.text(max_size=12))
def test_candidates_are_never_empty_words(form):
    assert all(candidates(form)) and len(list(candidates(form))) < 12
