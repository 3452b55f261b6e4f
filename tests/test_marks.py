"""What a stage leaves on a Doc, and how the next one reads it."""

import pickle

import pytest
import spacy
from spacy.tokens import Doc

from pipeline import marks
from pipeline.plain import plain


@pytest.fixture
def doc():
    marks.declare("colour")
    return spacy.blank("en")("A red car and a blue one.")


def test_rows_come_back_in_order(doc):
    rows = [{"span": marks.cut(doc, 16, 20)}, {"span": marks.cut(doc, 2, 5)}]
    marks.put(doc, "colour", rows)
    assert [row["span"]["text"] for row in marks.read(doc, "colour")] == ["red", "blue"]
    assert [span.text for span in doc.spans["colour"]] == ["red", "blue"]
    assert doc[1:2]._.colour["span"] == {"start": 2, "end": 5, "text": "red"}
    assert doc[2:3]._.colour is None


def test_tokens_are_cut_without_the_space_behind_them(doc):
    assert marks.cut_span(doc[1:3]) == {"start": 2, "end": 9, "text": "red car"}
    assert marks.cut_token(doc[2]) == marks.cut_token(plain(doc)[2]) == {"start": 6, "end": 9, "text": "car"}
    assert marks.cut_span(plain(doc)[1:3]) == marks.cut_span(doc[1:3])


def test_edges_inside_a_token_keep_their_offsets(doc):
    marks.put(doc, "colour", [{"span": marks.cut(doc, 3, 5)}])
    assert marks.read(doc, "colour")[0]["span"]["text"] == "ed"
    assert doc.spans["colour"][0].text == "red"


def test_a_stage_that_did_not_run_left_nothing(doc):
    assert marks.read(doc, "colour") == []
    assert marks.read(doc, "never_declared") == []


def test_rows_survive_bytes(doc):
    marks.put(doc, "colour", [{"span": marks.cut(doc, 2, 5), "value": None, "list": ["a", 1, True]}])
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert marks.read(again, "colour") == marks.read(doc, "colour")
    assert pickle.loads(pickle.dumps(doc))._.colour == doc._.colour


def test_metadata_is_none_until_stamped(doc):
    marks.declare_metadata()
    assert marks.metadata(doc, "published") is None
    doc._.published = "2024-03-03"
    assert marks.metadata(doc, "published") == "2024-03-03"
