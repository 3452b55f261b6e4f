"""A span is as long as its words, every span in a record is found, every field says what it is."""

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from pipeline import record
from pipeline.record import Document, Span, spans


def test_a_span_has_the_length_of_its_text():
    with pytest.raises(ValidationError, match="does not have the length"):
        Span(start=0, end=3, text="Japan")


def test_no_field_is_overlooked_by_spans():
    document = Document.model_validate_json(
        next((Path(__file__).parents[2] / "corpus/gold").glob("*.jsonl")).read_bytes().splitlines()[0]
    )

    def walk(value):
        if isinstance(value, dict):
            if value.keys() == {"start", "end", "text"}:
                yield value["start"], value["end"]
            else:
                yield from (each for inner in value.values() for each in walk(inner))
        elif isinstance(value, list):
            yield from (each for inner in value for each in walk(inner))

    assert [(span.start, span.end) for span in spans(document)] == list(walk(json.loads(document.to_json())))


def test_every_field_says_what_it_is():
    models = [
        each for each in vars(record).values() if isinstance(each, type) and issubclass(each, record.Record)
    ]
    assert len(models) >= 25
    silent = [
        f"{model.__name__}.{name}"
        for model in models
        if model not in (record.Article, record.Failure, record.Skip)
        for name, field in model.model_fields.items()
        if not field.description
    ]
    assert silent == []
