"""What stands in each cell of a row, of a record that has everything and of one that has hardly anything."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

from pipeline.record import Document, digest
from pipeline.store import TABLES, flat_csv, rows, to_frame

TEXT = "She said Ana lent Cy $4 and €6, or $10, for wells by 1999, and Bo wept."


def at(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def role(name: str, words: str, text: str) -> dict[str, Any]:
    return {"role": name, "span": at(words), "text": text, "head": at(words)}


def money(id: str, words: str, value: str, **other: Any) -> dict[str, Any]:
    return {"id": id, "span": at(words), "core": at(words), "value": value, "low": value, "high": value, "comparator": "eq",
            "unit": "currency", "currency": "USD", "rule": "mark"} | other  # fmt: skip


def claim(id: str, words: str, **other: Any) -> dict[str, Any]:
    return {"id": id, "span": at(words), "fragments": [at(words)], "sentence": 0, "paragraph": 0, "region": "body",
            "text": words, "subject": None, "object": None, "kind": "fact",
            "predicate": role("predicate", "wept", "wept") | {"lemma": "weep", "tense": "past", "voice": "active"},
            "polarity": {"value": "affirmed"}, "modality": {"value": "asserted"},
            "attribution": {"source_type": "author"}} | other  # fmt: skip


def document(**parts: Any) -> Document:
    about = {
        "id": "op",
        "sha256": digest(TEXT),
        "text": TEXT,
        "made_by": {"version": "t", "model": "t", "config": "t"},
    }
    return Document.model_validate(about | parts)


LENT = claim(
    "c1", "Ana lent Cy $4 and €6, or $10, for wells by 1999", text="Ana lent Cy $10.", sentence=3, paragraph=2, region="quote",
    subject=role("subject", "Ana", "Ana Sol"), object=role("object", "Cy", "Cy Ten"),
    predicate=role("predicate", "lent", "lent") | {"lemma": "lend", "tense": "past", "voice": "passive"},
    kind="evaluation", facets=["quantity", "rule"], polarity={"value": "negated"}, modality={"value": "possible"},
    attribution={"source_type": "person", "source": at("She"), "speaker": at("Bo"), "entity": "e2", "cue": at("said"),
                 "content": "indirect"},
    amounts=["m1", "m3"], dates=["d1"], entities=["e1", "e2"], confidence=0.5, check_worthiness={"score": 0.25},
    transfer={"amount": "m3", "payer": at("Ana"), "recipient": at("Cy"), "purpose": at("wells"), "instrument": at("lent"),
              "status": "disbursed", "aggregation": "annual", "period": "d1"},
    parent={"claim": "c2", "relation": "elaborates"},
)  # fmt: skip
FULL = document(
    title="Wells", outlet="The Post", published="2004-05-06",
    claims=[LENT, claim("c2", "Bo wept", amounts=["m3"], entities=["e2"])],
    amounts=[
        money("m1", "$4", "4", currency_basis="default", candidates=["USD", "CAD"], per="year", change="up"),
        money("m2", "€6", "6.50", currency="EUR", abstained=[
            {"field": "converted", "reason": "no_day"}, {"field": "per", "reason": "two"},
            {"field": "converted", "reason": "no_rate"},
        ]),
        money("m3", "$10", "10", converted={"value": "9", "low": "8.5", "high": "9.5", "currency": "EUR", "rate": "0.9",
                                            "day": "2004-05-05"}),
    ],
    dates=[{"id": "d1", "span": at("by 1999"), "core": at("1999"), "kind": "date", "relation": "by", "edtf": "../1999",
            "timex": "1999", "grain": "year", "modifier": "end", "approximate": True, "first": None, "last": "1999-12-31",
            "anchored_to": "absolute", "rule": "year"}],
    sums=[{"id": "s1", "span": at("$4 and €6, or $10"), "parts": ["m1", "m2"], "total": "m3", "value": "10.50", "low": "10",
           "high": "11", "holds": False, "cue": at("or"), "rule": "or"},
          {"id": "s2", "span": at("$4 and €6"), "parts": ["m2", "m1"], "total": None, "value": "10", "low": None,
           "high": None, "holds": True, "cue": at("and"), "rule": "and"}],
    entities=[{"id": "e1", "span": at("Ana"), "label": "PERSON", "name": "Ana Sol"},
              {"id": "e2", "span": at("She"), "label": "PERSON", "name": "Eva Ur", "same_as": "e1"}],
)  # fmt: skip


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
