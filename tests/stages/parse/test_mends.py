"""The table by which slips are put right."""

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.stages.parse.mends import Mends


@pytest.fixture
def doc():
    return Doc(spacy.blank("en").vocab, words=["one", "two"], heads=[0, 0], deps=["root", "obj"])


def mend(told, name, *, found):
    def function(token):
        told.append((name, token.text))
        return found

    return function


def test_of_a_table_the_first_that_finds_its_slip_is_the_last_that_is_asked(doc):
    told = []
    Mends(
        (mend(told, "a", found=False), None),
        (mend(told, "b", found=True), None),
        (mend(told, "c", found=True), None),
    ).run(doc)
    assert told == [("a", "one"), ("b", "one"), ("a", "two"), ("b", "two")]


def test_a_function_is_asked_of_its_relations_only(doc):
    told = []
    Mends((mend(told, "a", found=False), frozenset({"obj"})), (mend(told, "b", found=False), None)).run(doc)
    assert told == [("b", "one"), ("a", "two"), ("b", "two")]


def test_a_relation_that_was_mended_counts_for_the_tokens_behind(doc):
    def is_iobj(token):
        token.doc[1].dep_ = "iobj"
        return True

    told = []
    Mends((is_iobj, frozenset({"root"})), (mend(told, "obj", found=True), frozenset({"obj"}))).run(doc)
    assert told == []
