"""What stands in each cell of a row, of a record that has everything and of one that has hardly anything."""

import datetime as dt
import importlib.util
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pipeline.record import Document
from pipeline.store import TABLES, flat_csv, rows, to_frame


def _full() -> Any:
    spec = importlib.util.spec_from_file_location("full", Path(__file__).parent / "full.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


full = _full()
FULL, LENT, at, claim, document = full.FULL, full.LENT, full.at, full.claim, full.document


def row(table: str, number: int, of: Document = FULL) -> dict[str, Any]:
    return {name: value for name, value in list(rows(table, of))[number].items() if value is not None}


def test_a_claim_with_everything() -> None:
    assert row("claims", 0) == {
        "document": "op", "id": "c1", "start": 9, "end": 57, "quote": LENT["span"]["text"], "text": "Ana lent Cy $10.",
        "sentence": 3, "paragraph": 2, "region": "quote", "kind": "evaluation", "facets": "quantity rule",
        "polarity": "negated", "modality": "possible", "source_type": "person", "source": "She", "speaker": "Eva Ur",
        "cue": "said", "content": "indirect", "subject": "Ana Sol", "predicate": "lent", "lemma": "lend", "tense": "past",
        "voice": "passive", "object": "Cy Ten", "amounts": "m1 m3", "dates": "d1", "entities": "e1 e2", "transfer": "m3",
        "payer": "Ana", "recipient": "Cy", "purpose": "wells", "instrument": "lent", "status": "disbursed",
        "aggregation": "annual", "period": "d1", "parent": "c2", "relation": "elaborates", "check_worthiness": 0.25,
        "confidence": 0.5, "published": "2004-05-06", "outlet": "The Post", "title": "Wells",
    }  # fmt: skip


def test_a_claim_with_hardly_anything() -> None:
    bare = document(claims=[claim("c1", "Bo wept")])
    assert row("claims", 0, bare) == {
        "document": "op", "id": "c1", "start": 63, "end": 70, "quote": "Bo wept", "text": "Bo wept", "sentence": 0,
        "paragraph": 0, "region": "body", "kind": "fact", "polarity": "affirmed", "modality": "asserted",
        "source_type": "author", "content": "none", "predicate": "wept", "lemma": "weep", "tense": "past", "voice": "active",
    }  # fmt: skip


def test_amounts() -> None:
    assert row("amounts", 0) == {
        "document": "op", "id": "m1", "start": 21, "end": 23, "quote": "$4", "core": "$4", "value": "4", "low": "4",
        "high": "4", "comparator": "eq", "unit": "currency", "currency": "USD", "currency_basis": "default",
        "candidates": "USD CAD", "per": "year", "change": "up", "rule": "mark", "sums": "s1 s2", "claims": "c1",
    }  # fmt: skip
    second, third = row("amounts", 1), row("amounts", 2)
    assert (second["value"], second["not_converted"], second["sums"], second.get("claims")) == (
        "6.50", "no_day no_rate", "s1 s2", None,
    )  # fmt: skip
    names = ("converted", "converted_low", "converted_high", "into", "rate", "rate_day", "sums", "claims")
    assert [third[name] for name in names] == ["9", "8.5", "9.5", "EUR", "0.9", "2004-05-05", "s1", "c1 c2"]


def test_dates_sums_and_names() -> None:
    assert row("dates", 0) == {
        "document": "op", "id": "d1", "start": 50, "end": 57, "quote": "by 1999", "core": "1999", "kind": "date",
        "relation": "by", "last": "1999-12-31", "grain": "year", "modifier": "end", "approximate": True, "edtf": "../1999",
        "timex": "1999", "anchored_to": "absolute", "rule": "year", "claims": "c1",
    }  # fmt: skip
    assert row("sums", 0) == {
        "document": "op", "id": "s1", "start": 21, "end": 38, "quote": "$4 and €6, or $10", "parts": "m1 m2", "total": "m3",
        "holds": False, "value": "10.50", "low": "10", "high": "11", "stated": "10", "unit": "currency", "currency": "USD",
        "cue": "or", "rule": "or",
    }  # fmt: skip
    shares = row("sums", 1)  # no total: a hundred percent; its unit is that of its first part
    assert (shares["stated"], shares["currency"], "total" in shares, shares["holds"]) == (
        "100",
        "EUR",
        False,
        True,
    )
    assert row("entities", 1) == {
        "document": "op", "id": "e2", "start": 0, "end": 3, "quote": "She", "label": "PERSON", "name": "Eva Ur",
        "same_as": "e1", "claims": "c1 c2",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ({"entity": "e2", "speaker": at("Bo"), "source": at("She")}, "Eva Ur"),
        ({"speaker": at("Bo"), "source": at("She")}, "Bo"),
        ({"source": at("She")}, "She"),
        ({}, None),
    ],
)
def test_who_speaks_by_name_else_in_words(said: dict[str, Any], speaker: str | None) -> None:
    named = {"id": "e2", "span": at("She"), "label": "PERSON", "name": "Eva Ur"}
    one = document(
        claims=[claim("c1", "Bo wept", attribution={"source_type": "person"} | said)], entities=[named]
    )
    assert row("claims", 0, one).get("speaker") == speaker


def test_frames_to_work_with_have_types() -> None:
    frames = to_frame([FULL])
    assert list(frames) == list(TABLES)
    claims, amounts, dates = frames["claims"], frames["amounts"], frames["dates"]
    assert claims["start"].dtype == pd.Int64Dtype() and claims["confidence"].dtype == pd.Float64Dtype()
    assert dates["approximate"].dtype == pd.BooleanDtype() and claims["text"].dtype == pd.StringDtype(
        "python"
    )
    assert str(dates["last"].dtype) == "datetime64[s]" and dates["last"][0] == pd.Timestamp(
        dt.date(1999, 12, 31)
    )
    assert pd.isna(dates["first"][0]) and pd.isna(claims["subject"][1])
    assert amounts["value"].tolist() == [Decimal("4"), Decimal("6.50"), Decimal("10")]
    assert amounts["converted"].tolist() == [None, None, Decimal("9")]


def test_flat_records_of_whole_numbers_fractions_and_words_of_our_own() -> None:
    records = [
        {"n": 1.0, "share": 0.5, "mixed": 1, "name": "+bounds"},
        {"n": 2, "share": 1, "mixed": "=x", "name": "-x"},
    ]
    names = ["n", "share", "mixed", "name"]
    assert (
        flat_csv(records, names) == '"n","share","mixed","name"\n1,0.5,"1","\'+bounds"\n2,1.0,"\'=x","\'-x"\n'
    )
    assert flat_csv(records, names, own=["name"]).splitlines()[1] == '1,0.5,"1","+bounds"'


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_text_begins_like_a_formula(sign: str) -> None:
    records = [
        {"text": f"{sign}x"},
        {"text": f"'{sign}x"},
        {"text": f"x{sign}"},
        {"text": "'x"},
        {"text": ""},
    ]
    written = flat_csv(records, ["text"])
    assert written == f'"text"\n"\'{sign}x"\n"\'\'{sign}x"\n"x{sign}"\n"\'x"\n""\n'
