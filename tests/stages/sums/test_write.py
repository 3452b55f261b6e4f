"""Rows on the Doc: shaped like the record, and able to travel."""

import pickle

import spacy
from spacy.tokens import Doc

from pipeline import marks
from pipeline.record import Sum
from pipeline.stages.sums import make

TEXT = "Aid 😀 came to $60m: $20m for clinics, $25m for schools and $10m for roads."


def test_rows_are_records(doc_of):
    doc = doc_of(TEXT)
    (row,) = marks.read(doc, "sums")
    found = Sum.model_validate(row)
    assert (found.id, found.parts, found.total, found.holds) == ("s1", ("m2", "m3", "m4"), "m1", False)
    assert (found.value, found.low, found.high) == (55_000_000, 55_000_000, 55_000_000)
    assert (found.cue.text, found.rule) == (":", "colon")
    assert TEXT[found.span.start : found.span.end] == found.span.text
    assert found.span.text.startswith("$60m") and found.span.text.endswith("$10m")


def test_a_sum_of_ranges_has_bounds_and_no_value(doc_of):
    (row,) = marks.read(
        doc_of("It has $60m, made up of $20m to $25m for clinics and more than $30m for roads."), "sums"
    )
    assert (row["value"], row["low"], row["high"]) == (None, "50000000", None)


def test_a_doc_with_sums_travels(doc_of):
    doc = doc_of(TEXT)
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert marks.read(again, "sums") == marks.read(doc, "sums")


def test_the_component_keeps_nothing():
    nlp = spacy.blank("en")
    component = pickle.loads(pickle.dumps(make(nlp, "sums")))
    assert marks.read(component(nlp.make_doc("Nobody paid.")), "sums") == []


def test_without_sentences_and_paragraphs_the_text_is_one_sentence():
    nlp = spacy.blank("en")
    doc = nlp.make_doc("It has $60m: $20m and $40m.")
    amounts = [(7, 11, "60"), (13, 17, "20"), (22, 26, "40")]
    rows = [
        {
            "id": f"m{n}", "span": marks.cut(doc, start, end), "core": marks.cut(doc, start, end), "value": value,
            "low": value, "high": value, "unit": "currency", "currency": "USD", "candidates": [], "per": None,
            "change": None, "rule": "mark",
        }
        for n, (start, end, value) in enumerate(amounts, start=1)
    ]  # fmt: skip
    marks.put(doc, "money", rows)
    assert [row["parts"] for row in marks.read(make(nlp, "sums")(doc), "sums")] == [["m2", "m3"]]
