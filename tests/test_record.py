"""The record refuses what would break a promise: wrong offsets, floats, unknown keys, dangling ids."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from pipeline import record
from pipeline.record import Amount, Document, Span, claim_id, digest, spans

TEXT = "Japan gave $3 million."
MADE_BY = {"version": "0", "model": "none", "config": "none"}
AMOUNT = {
    "id": "m1", "span": {"start": 11, "end": 21, "text": "$3 million"}, "core": {"start": 11, "end": 21, "text": "$3 million"},
    "value": "3000000", "low": "3000000", "high": "3000000", "comparator": "eq", "unit": "currency", "currency": "USD",
    "currency_basis": "default", "rule": "sign",
}  # fmt: skip


SUM = {
    "id": "s1", "span": {"start": 11, "end": 21, "text": "$3 million"}, "cue": {"start": 6, "end": 10, "text": "gave"},
    "parts": ["m1", "m2"], "total": "m1", "value": "6000000", "low": "6000000", "high": None, "holds": False, "rule": "colon",
}  # fmt: skip
PART = {**AMOUNT, "id": "m2"}


def document(**changes):
    whole = {"id": "a", "sha256": digest(TEXT), "text": TEXT, "made_by": MADE_BY, "amounts": [AMOUNT]}
    return Document.model_validate({**whole, **changes})


def test_it_holds_what_it_was_given():
    made = document()
    assert made.amounts[0].value == Decimal(3_000_000)
    assert Document.model_validate_json(made.to_json()) == made
    assert json.loads(made.to_json())["amounts"][0]["value"] == "3000000"


def test_a_sum_names_its_amounts():
    made = document(amounts=[AMOUNT, PART], sums=[SUM])
    assert Document.model_validate_json(made.to_json()) == made
    assert json.loads(made.to_json())["sums"][0] == SUM
    assert document().sums == ()


def test_big_money_has_no_exponent():
    huge = Amount.model_validate({**AMOUNT, "value": Decimal("2.8E+12")})
    assert json.loads(huge.model_dump_json())["value"] == "2800000000000"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"text": "Japan gave $4 million.", "sha256": digest("Japan gave $4 million.")}, "the text '\\$4 million'"),
        ({"sha256": "0" * 64}, "sha256 is not that of its text"),
        ({"nonsense": 1}, "Extra inputs are not permitted"),
        ({"amounts": [{**AMOUNT, "value": 3e6}]}, "not a binary float"),
        ({"amounts": [{**AMOUNT, "currency": "dollars"}]}, "pattern"),
        ({"amounts": [{**AMOUNT, "comparator": "about"}]}, "Input should be"),
        ({"amounts": [AMOUNT, AMOUNT]}, "id 'm1' is given twice"),
        ({"sums": [SUM]}, "sum s1 names amount 'm2', which does not exist"),
        ({"amounts": [AMOUNT, PART], "sums": [{**SUM, "total": "m9"}]}, "sum s1 names amount 'm9'"),
        ({"amounts": [AMOUNT, PART], "sums": [SUM, SUM]}, "id 's1' is given twice"),
        ({"amounts": [AMOUNT, PART], "sums": [{**SUM, "parts": ["m1"]}]}, "at least 2 items"),
        (
            {"entities": [{"id": "e1", "span": {"start": 0, "end": 5, "text": "Japan"}, "label": "GPE", "name": "Japan",
                           "same_as": "e9"}]},
            "names entity 'e9', which does not exist",
        ),
    ],
)  # fmt: skip
def test_it_refuses(changes, message):
    with pytest.raises(ValidationError, match=message):
        document(**changes)


def test_a_span_has_the_length_of_its_text():
    with pytest.raises(ValidationError, match="does not have the length"):
        Span(start=0, end=3, text="Japan")


def test_without_the_text_only_lengths_are_checked():
    assert document(text=None).amounts[0].span.text == "$3 million"


def test_every_span_is_found_however_deep():
    assert [span.text for span in spans(document())] == ["$3 million", "$3 million"]


@given(st.text(min_size=1, max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_claim_ids_depend_on_each_part(document_id, quote, path):
    one = claim_id(document_id, quote, path)
    assert one == claim_id(document_id, quote, path)
    assert len(one) == 16
    assert one != claim_id(document_id, quote + "x", path) != claim_id(document_id, quote, path + "x")


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


def test_no_field_is_overlooked_by_spans():
    document = Document.model_validate_json(
        next((Path(__file__).parents[1] / "corpus/gold").glob("*.jsonl")).read_bytes().splitlines()[0]
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
