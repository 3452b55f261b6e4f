"""One record that has everything, and every cell of every table that it becomes."""

import importlib.util
import sqlite3
from pathlib import Path

import pytest

from pipeline.store import write
from pipeline.store.sql import load


def _full():
    spec = importlib.util.spec_from_file_location("full", Path(__file__).parents[1] / "full.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


full = _full()
LENT = "Ana lent Cy $4 and €6, or $10, for wells by 1999"


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    """The rows of a table, as the text, numbers and flags (1, 0) that SQLite holds; without what is null."""
    folder = tmp_path_factory.mktemp("loaded")
    write([full.FULL], folder / "documents.jsonl")
    load(folder / "documents.jsonl", f"sqlite:///{folder / 'claims.db'}")
    connection = sqlite3.connect(folder / "claims.db")
    connection.row_factory = sqlite3.Row

    def rows(name):
        found = connection.execute(f"SELECT * FROM {name}").fetchall()
        return [{key: value for key, value in dict(row).items() if value is not None} for row in found]

    yield rows
    connection.close()


def test_the_document(table):
    (row,) = table("documents")
    assert row == {
        "id": "op", "sha256": full.FULL.sha256, "title": "Wells", "outlet": "The Post", "published": "2004-05-06",
        "published_from": "none", "text": full.TEXT, "made_by_version": "t", "made_by_model": "t", "made_by_config": "t",
    }  # fmt: skip


def test_claims(table):
    first, second = table("claims")
    assert first == {
        "document": "op", "id": "c1", "quote": LENT, "span_start": 9, "span_end": 57, "sentence": 3, "paragraph": 2,
        "region": "quote", "text": "Ana lent Cy $10.", "kind": "evaluation", "polarity": "negated", "polarity_cues": "[]",
        "modality": "possible", "modality_cues": "[]", "source_type": "person", "source": "She", "source_start": 0,
        "source_end": 3, "cue": "said", "cue_start": 4, "cue_end": 8, "content": "indirect", "chain": "[]",
        "check_worthiness": 0.25, "check_worthiness_features": "[]", "confidence": 0.5, "rules": "[]", "abstained": "[]",
        "speaker": "Bo", "speaker_start": 63, "speaker_end": 65, "source_entity": "e2",
    }  # fmt: skip
    assert second == {
        "document": "op", "id": "c2", "quote": "Bo wept", "span_start": 63, "span_end": 70, "sentence": 0, "paragraph": 0,
        "region": "body", "text": "Bo wept", "kind": "fact", "polarity": "affirmed", "polarity_cues": "[]",
        "modality": "asserted", "modality_cues": "[]", "source_type": "author", "content": "none", "chain": "[]", "rules": "[]",
        "abstained": "[]",
    }  # fmt: skip


def test_what_fills_the_slots_of_claims(table):
    def role(claim, n, slot, quote, start, end, text, **verb):
        return {"document": "op", "claim": claim, "n": n, "slot": slot, "role": slot, "quote": quote, "span_start": start,
                "span_end": end, "text": text, "head": quote, "head_start": start, "head_end": end,
                "origin": "explicit"} | verb  # fmt: skip

    assert table("roles") == [
        role("c1", 0, "subject", "Ana", 9, 12, "Ana Sol"),
        role("c1", 1, "predicate", "lent", 13, 17, "lent", lemma="lend", tense="past", voice="passive"),
        role("c1", 2, "object", "Cy", 18, 20, "Cy Ten"),
        role("c2", 0, "predicate", "wept", 66, 70, "wept", lemma="weep", tense="past", voice="active"),
    ]
    assert table("fragments") == [
        {"document": "op", "claim": "c1", "n": 0, "span_start": 9, "span_end": 57, "quote": LENT},
        {"document": "op", "claim": "c2", "n": 0, "span_start": 63, "span_end": 70, "quote": "Bo wept"},
    ]


def test_what_claims_name(table):
    def named(name):
        return [tuple(row.values()) for row in table(f"claim_{name}")]

    assert named("amounts") == [("op", "c1", 0, "m1"), ("op", "c1", 1, "m3"), ("op", "c2", 0, "m3")]
    assert named("dates") == [("op", "c1", 0, "d1")]
    assert named("entities") == [("op", "c1", 0, "e1"), ("op", "c1", 1, "e2"), ("op", "c2", 0, "e2")]
    assert named("facets") == [("op", "c1", 0, "quantity"), ("op", "c1", 1, "rule")]
    assert table("links") == [{"document": "op", "claim": "c1", "parent": "c2", "relation": "elaborates"}]


def test_the_transfer(table):
    (row,) = table("transfers")
    assert row == {
        "document": "op", "claim": "c1", "amount": "m3", "payer": "Ana", "payer_start": 9, "payer_end": 12,
        "recipient": "Cy", "recipient_start": 18, "recipient_end": 20, "purpose": "wells", "purpose_start": 44,
        "purpose_end": 49, "instrument": "lent", "instrument_start": 13, "instrument_end": 17, "status": "disbursed",
        "aggregation": "annual", "period": "d1",
    }  # fmt: skip


def test_amounts(table):
    def amount(id, quote, start, end, value, **other):
        figures = dict.fromkeys(("value", "low", "high"), value)
        numbers = {f"{name}_number": float(value) for name in figures}
        return {"document": "op", "id": id, "quote": quote, "span_start": start, "span_end": end, "core": quote,
                "core_start": start, "core_end": end, "comparator": "eq", "unit": "currency", "currency": "USD",
                "candidates": "[]", "rule": "mark", "abstained": "[]"} | figures | numbers | other  # fmt: skip

    assert table("amounts") == [
        amount("m1", "$4", 21, 23, "4", currency_basis="default", candidates='["USD","CAD"]', per="year", change="up"),
        amount("m2", "€6", 28, 30, "6.50", currency="EUR",
               abstained='[{"field":"converted","reason":"no_day"},{"field":"per","reason":"two"},'
               '{"field":"converted","reason":"no_rate"}]'),
        amount("m3", "$10", 35, 38, "10", converted="9", converted_number=9.0, converted_low="8.5", converted_low_number=8.5,
               converted_high="9.5", converted_high_number=9.5, converted_currency="EUR", converted_rate="0.9",
               converted_rate_number=0.9, converted_day="2004-05-05"),
    ]  # fmt: skip


def test_dates_sums_and_names(table):
    assert table("dates") == [{
        "document": "op", "id": "d1", "quote": "by 1999", "span_start": 50, "span_end": 57, "core": "1999", "core_start": 53,
        "core_end": 57, "kind": "date", "relation": "by", "edtf": "../1999", "timex": "1999", "grain": "year",
        "last": "1999-12-31", "approximate": 1, "modifier": "end", "anchored_to": "absolute", "rule": "year",
    }]  # fmt: skip
    first, second = table("sums")
    assert first == {
        "document": "op", "id": "s1", "quote": "$4 and €6, or $10", "span_start": 21, "span_end": 38, "total": "m3",
        "value": "10.50", "value_number": 10.5, "low": "10", "low_number": 10.0, "high": "11", "high_number": 11.0, "holds": 0,
        "cue": "or", "cue_start": 32, "cue_end": 34, "rule": "or",
    }  # fmt: skip
    assert (second["id"], second["holds"], "total" in second, "low" in second) == ("s2", 1, False, False)
    assert [tuple(row.values()) for row in table("sum_parts")] == [
        ("op", "s1", 0, "m1"), ("op", "s1", 1, "m2"), ("op", "s2", 0, "m2"), ("op", "s2", 1, "m1"),
    ]  # fmt: skip
    assert table("entities") == [
        {"document": "op", "id": "e1", "quote": "Ana", "span_start": 9, "span_end": 12, "label": "PERSON", "name": "Ana Sol"},
        {"document": "op", "id": "e2", "quote": "She", "span_start": 0, "span_end": 3, "label": "PERSON", "name": "Eva Ur",
         "same_as": "e1"},
    ]  # fmt: skip


def test_what_is_not_there_has_no_rows(table):
    assert table("edits") == table("skipped") == table("found") == table("reviews") == []
