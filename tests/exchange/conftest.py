"""Op-eds of the corpus as gold, a small one with emoji, and a way out to a format and back."""

import json
from importlib import import_module
from pathlib import Path

import pytest

from pipeline.exchange import FORMATS, fetch, send
from pipeline.exchange.layers import Refused
from pipeline.record import Document, digest
from pipeline.store import read

ROOT = Path(__file__).parents[2]
DEV = ("campus-ledger", "rent-islands")
"""Gold that may be looked at (corpus/split.csv)."""


@pytest.fixture(scope="session")
def gold():
    return [next(read(ROOT / "corpus" / "gold" / f"{id}.jsonl")) for id in DEV]


def record(text, **fields):
    made_by = {"version": "gold", "model": "hand", "config": "guidelines-2"}
    return Document.model_validate(
        {"id": "t", "sha256": digest(text), "text": text, "made_by": made_by, **fields}
    )


def span(text, words, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return {"start": at, "end": at + len(words), "text": words}


TEXT = "🎉🎉 What farms pay\r\n\r\n“Cafe\u0301s”, said Ana 👩🏽‍🌾 Silva, will pay more than $3 million, or so, by 2027; 😀 prices fell.\n"


@pytest.fixture(scope="session")
def emoji():
    """Two claims, one with a gap, in a text with marks outside the basic plane, a combining mark and CRLF."""
    cut = lambda words, nth=0: span(TEXT, words, nth)  # noqa: E731
    amount = {
        "id": "m1", "span": cut("more than $3 million"), "core": cut("$3 million"), "value": "3000000", "low": "3000000",
        "high": None, "comparator": "gt", "unit": "currency", "currency": "USD", "currency_basis": "default",
        "candidates": ["USD", "AUD"], "rule": "gold",
    }  # fmt: skip
    date = {
        "id": "d1", "span": cut("by 2027"), "core": cut("2027"), "kind": "date", "relation": "by", "edtf": None,
        "timex": None, "grain": "year", "first": None, "last": "2027-12-31", "anchored_to": "absolute", "rule": "gold",
    }  # fmt: skip
    name = {
        "id": "e1",
        "span": cut("Ana 👩🏽‍🌾 Silva"),
        "label": "PERSON",
        "name": "Ana Silva",
        "same_as": None,
    }
    whole = cut("will pay more than $3 million, or so, by 2027")
    first = {
        "id": "aaaaaaaaaaaaaaaa", "span": whole,
        "fragments": [cut("Cafe\u0301s"), cut("will pay more than $3 million"), cut("by 2027")],
        "sentence": 1, "paragraph": 1, "region": "body", "text": "Cafe\u0301s will pay more than $3 million by 2027.",
        "subject": {"role": "subject", "span": cut("Cafe\u0301s"), "text": "Cafe\u0301s", "head": cut("Cafe\u0301s"),
                    "entity": None, "origin": "elided"},
        "predicate": {"role": "predicate", "span": cut("will pay"), "text": "will pay", "head": cut("pay"),
                      "lemma": "pay", "tense": "future", "voice": "active"},
        "object": {"role": "object", "span": cut("more than $3 million"), "text": "more than $3 million",
                   "head": cut("$")},
        "arguments": [{"role": "time", "span": cut("by 2027"), "text": "by 2027", "head": cut("2027")}],
        "kind": "prediction", "facets": ["commitment", "quantity"], "polarity": {"value": "affirmed"},
        "modality": {"value": "predicted", "cues": [cut("will")]},
        "attribution": {"source_type": "person", "source": cut("Ana 👩🏽‍🌾 Silva"), "cue": cut("said"), "content": "mixed"},
        "amounts": ["m1"], "dates": ["d1"], "entities": ["e1"],
        "transfer": {"amount": "m1", "payer": cut("Cafe\u0301s"), "status": "pledged", "aggregation": "one_off",
                     "period": "d1"},
    }  # fmt: skip
    second = {
        "id": "bbbbbbbbbbbbbbbb", "span": cut("prices fell"), "fragments": [cut("prices fell")], "sentence": 1,
        "paragraph": 1, "region": "body", "text": "Prices fell.", "object": None, "kind": "fact",
        "subject": {"role": "subject", "span": cut("prices"), "text": "prices", "head": cut("prices")},
        "predicate": {"role": "predicate", "span": cut("fell"), "text": "fell", "head": cut("fell"), "lemma": "fall",
                      "tense": "past", "voice": "active"},
        "polarity": {"value": "affirmed"}, "modality": {"value": "asserted"},
        "attribution": {"source_type": "author"}, "parent": {"claim": "aaaaaaaaaaaaaaaa", "relation": "reason_for"},
    }  # fmt: skip
    heading = {"sentence": 0, "span": cut("🎉🎉 What farms pay"), "reason": "heading"}
    return record(
        TEXT,
        id="emoji",
        entities=[name],
        amounts=[amount],
        dates=[date],
        claims=[first, second],
        skipped=[heading],
    )


class Exchange:
    """Out to a folder and back, with whatever a test does to the files in between."""

    def __init__(self, room, format):
        self.room, self.format = room, format

    def send(self, *documents):
        """The files that an annotator's tool would give back, had nobody touched anything."""
        loss = send(documents, self.format, self.room)
        if self.format == "label-studio":
            tasks = json.loads((self.room / "tasks.json").read_text(encoding="utf-8"))
            for at, task in enumerate(tasks, start=1):
                task |= {
                    "id": at,
                    "annotations": [
                        {"id": at, "completed_by": 1, "result": task["predictions"][0]["result"]}
                    ],
                }
            (self.room / "tasks.json").write_text(json.dumps(tasks), encoding="utf-8")
        return loss

    @property
    def files(self):
        endings = FORMATS[self.format].ending
        found = sorted(path for path in self.room.iterdir() if path.suffix in endings)
        return [path for path in found if not path.name.endswith("-labels.json")]

    def fetch(self, *base, **options):
        return list(fetch(self.files, self.format, base, **options))

    def back(self, sent, base=None):
        """One document there and back, against itself or another base."""
        self.send(sent)
        (left,) = self.fetch(base or sent)
        return left

    def pages(self):
        module = import_module(f"pipeline.exchange.{FORMATS[self.format].home}")
        return [page for path in self.files for page in module.read(path)]

    def refusal(self, *base):
        with pytest.raises(Refused) as caught:
            self.fetch(*base)
        return str(caught.value)


@pytest.fixture(params=FORMATS)
def exchange(request, tmp_path):
    """Every format in turn."""
    return Exchange(tmp_path, request.param)


@pytest.fixture
def through(tmp_path):
    return lambda format: Exchange(tmp_path / format, format)


@pytest.fixture(scope="session")
def exchange_of():
    return Exchange
