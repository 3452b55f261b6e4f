"""Rows → records: derived entities, new ids, stages' private notes left behind."""

import spacy

from pipeline import marks
from pipeline.readback import read_back

TEXT = "Japan gave $3 million in 1991."


def made():
    doc = spacy.blank("en")(TEXT)
    for stage in ("entities", "money", "dates", "claims", "skipped"):
        marks.declare(stage)
    name = marks.cut(doc, 0, 5)
    marks.put(
        doc,
        "entities",
        [{"id": "x7", "span": name, "label": "GPE", "name": "Japan", "same_as": None, "rule": "ner"}],
    )
    sum_, day = marks.cut(doc, 11, 21), marks.cut(doc, 22, 29)
    marks.put(doc, "money", [{
        "id": "m1", "span": sum_, "core": sum_, "value": "3000000", "low": None, "high": None, "comparator": "eq",
        "unit": "currency", "currency": "USD", "currency_basis": "default", "rule": "sign", "note": "private",
    }])  # fmt: skip
    marks.put(doc, "dates", [{
        "id": "d1", "span": day, "core": marks.cut(doc, 25, 29), "kind": "date", "relation": "in", "edtf": "1991",
        "timex": "1991", "grain": "year", "first": "1991-01-01", "last": "1991-12-31", "anchored_to": "absolute", "rule": "year",
    }])  # fmt: skip
    return doc


def test_amounts_and_dates_are_entities_too():
    records = read_back(made())
    assert [(one.id, one.label, one.name) for one in records["entities"]] == [
        ("e1", "GPE", "Japan"), ("e2", "MONEY", "$3 million"), ("e3", "DATE", "1991"),
    ]  # fmt: skip


def test_a_named_entity_on_the_same_words_wins():
    doc = made()
    named = [
        *marks.read(doc, "entities"),
        {"id": "x8", "span": marks.cut(doc, 25, 29), "label": "EVENT", "name": "1991"},
    ]
    marks.put(doc, "entities", named)
    assert [one.label for one in read_back(doc)["entities"]] == ["GPE", "MONEY", "EVENT"]


def test_who_is_the_same_is_told_by_the_new_ids():
    doc = made()
    again = {"id": "x9", "span": marks.cut(doc, 22, 24), "label": "GPE", "name": "Japan", "same_as": "x7"}
    marks.put(doc, "entities", [*marks.read(doc, "entities"), again])
    assert [(one.id, one.label, one.same_as) for one in read_back(doc)["entities"]] == [
        ("e1", "GPE", None), ("e2", "MONEY", None), ("e3", "GPE", "e1"), ("e4", "DATE", None),
    ]  # fmt: skip


def test_private_notes_stay_behind():
    assert "note" not in read_back(made())["amounts"][0].model_dump()


def test_sums_are_read_back():
    doc = made()
    whole = marks.cut(doc, 11, 21)
    marks.put(doc, "sums", [{
        "id": "s1", "span": whole, "parts": ["m1", "m1"], "total": None, "value": "100", "low": "100", "high": "100",
        "holds": True, "cue": whole, "rule": "hundred", "note": "private",
    }])  # fmt: skip
    (found,) = read_back(doc)["sums"]
    assert (found.parts, found.total, found.holds) == (("m1", "m1"), None, True)
    assert read_back(made())["sums"] == ()
