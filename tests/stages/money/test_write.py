"""Amounts on a Doc: rows shaped like the record, and a Doc that can travel."""

import pickle

import spacy
from spacy.tokens import Doc

from pipeline.marks import read
from pipeline.record import Amount
from pipeline.stages.money import make
from pipeline.stages.money.write import Money

TEXT = "Japan gave more than $2.8 billion by 2018, and 12 percent of 210 projects failed.\r\nIt cost €3m–€5m 😀 a year."


def doc_of(text):
    nlp = spacy.blank("en")
    return make(nlp, "money")(nlp.make_doc(text))


def test_rows_are_records():
    rows = read(doc_of(TEXT), "money")
    amounts = [Amount.model_validate(row) for row in rows]
    assert [amount.id for amount in amounts] == ["m1", "m2", "m3", "m4"]
    assert [amount.span.text for amount in amounts] == [
        "more than $2.8 billion",
        "12 percent",
        "210",
        "€3m–€5m",
    ]
    assert all(TEXT[s.start : s.end] == s.text for a in amounts for s in (a.span, a.core))
    assert rows[0]["value"] == "2800000000" and rows[3]["low"] == "3000000"


def test_group_and_attribute():
    doc = doc_of("Japan gave more than $2.8 billion.")
    (span,) = doc.spans["money"]
    assert span.text == "more than $2.8 billion"
    assert span._.money["currency"] == "USD"


def test_the_outlet_is_read_where_there_is_one():
    had = Doc.has_extension("outlet")
    if not had:
        Doc.set_extension("outlet", default=None)
    try:
        nlp = spacy.blank("en")
        doc = nlp.make_doc("It cost $5 million.")
        doc._.outlet = "The Sydney Morning Herald"
        assert read(Money()(doc), "money")[0]["currency"] == "AUD"
    finally:
        if not had:
            Doc.remove_extension("outlet")


def test_doc_and_component_travel():
    doc = doc_of(TEXT)
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert read(again, "money") == read(doc, "money")
    assert isinstance(pickle.loads(pickle.dumps(Money())), Money)


def test_pipeline_saves_and_loads(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("opclaims_money")
    nlp.to_disk(tmp_path)
    import pipeline.stages.money  # noqa: F401 (registers the factory where entry points are off)

    doc = spacy.load(tmp_path)("It cost $5 million.")
    assert read(doc, "money")[0]["value"] == "5000000"


def test_nothing_in_nothing():
    assert read(doc_of(""), "money") == []
