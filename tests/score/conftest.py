"""A small builder of Documents: spans are given by their words, offsets are looked up."""

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.record import Document, digest

MADE_BY = {"version": "test", "model": "test", "config": "test"}


class Draft:
    """A document in the making. `at` gives the span of words (their n-th occurrence)."""

    def __init__(self, text: str, id: str = "a") -> None:
        self.text, self.id = text, id
        self.parts: dict[str, list[dict[str, Any]]] = {
            "entities": [],
            "amounts": [],
            "dates": [],
            "claims": [],
        }
        self.leeway: dict[str, list[Any]] = {"optional": [], "accept": []}

    def at(self, words: str, nth: int = 0) -> dict[str, Any]:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return {"start": start, "end": start + len(words), "text": words}

    def name(self, words: str, label: str = "GPE") -> "Draft":
        row = {"span": self.at(words), "label": label, "name": words}
        return self._add("entities", row)

    def money(self, words: str, value: str | None, comparator: str = "eq", **other: Any) -> "Draft":
        row = {"span": self.at(words), "core": self.at(words), "value": value, "low": value, "high": value,
               "comparator": comparator, "unit": "currency", "currency": "USD", "rule": "t"}  # fmt: skip
        return self._add("amounts", row | other)

    def date(
        self, words: str, first: str | None, last: str | None, relation: str | None = "in", **other: Any
    ) -> "Draft":
        row = {"span": self.at(words), "core": self.at(words), "kind": "date", "relation": relation, "edtf": None,
               "timex": None, "grain": None, "first": first, "last": last, "anchored_to": "none",
               "rule": "t"}  # fmt: skip
        return self._add("dates", row | other)

    def claim(
        self, words: str, verb: str, *, pieces: tuple[str, ...] = (), lemma: str = "", **other: Any
    ) -> "Draft":
        said = {"source_type": "author"}
        if "source" in other:
            said = {"source_type": "person", "source": self.at(other.pop("source"))}
        roles = {role: self._role(role, other.pop(role, None)) for role in ("subject", "object")}
        predicate = self._role("predicate", verb) | {
            "lemma": lemma or verb,
            "tense": "past",
            "voice": "active",
        }
        row = {"span": self.at(words), "fragments": [self.at(piece) for piece in pieces or (words,)],
               "sentence": 0, "paragraph": 0, "region": "body", "text": words, **roles, "predicate": predicate,
               "kind": "fact", "polarity": {"value": other.pop("polarity", "affirmed")},
               "modality": {"value": other.pop("modality", "asserted")}, "attribution": said}  # fmt: skip
        return self._add("claims", row | other)

    def optional(self, *ids: str) -> "Draft":
        self.leeway["optional"] += ids
        return self

    def accept(self, of: str, field: str, value: str | None = None, words: str | None = None) -> "Draft":
        """Another answer: a value, or words of the text."""
        span = self.at(words) if words else None
        self.leeway["accept"].append({"of": of, "field": field, "value": value, "span": span})
        return self

    def done(self) -> Document:
        about = {"id": self.id, "sha256": digest(self.text), "text": self.text, "made_by": MADE_BY}
        return Document.model_validate({**about, **self.parts, "leeway": self.leeway})

    def _role(self, role: str, words: str | None) -> Any:
        return words and {"role": role, "span": self.at(words), "text": words, "head": self.at(words)}

    def _add(self, part: str, row: dict[str, Any]) -> "Draft":
        self.parts[part].append({"id": f"{part[0]}{len(self.parts[part]) + 1}"} | row)
        return self


TEXT = "Ruvia gave $5 million to Lethe in 1999, said Ana Sol. The dam broke and the town drowned."


@pytest.fixture
def draft() -> Callable[..., Draft]:
    return Draft


@pytest.fixture
def gold() -> Document:
    """Three claims, one of them reported; two names, an amount, a date, a transfer."""
    d = Draft(TEXT).name("Ruvia").name("Lethe").name("Ana Sol", "PERSON")
    d.money("$5 million", "5000000").date("in 1999", "1999-01-01", "1999-12-31")
    transfer = {"amount": "a1", "payer": d.at("Ruvia"), "recipient": d.at("Lethe"), "status": "disbursed"}
    d.claim("Ruvia gave $5 million to Lethe in 1999", "gave", lemma="give", subject="Ruvia", object="$5 million",
            source="Ana Sol", amounts=["a1"], dates=["d1"], transfer=transfer)  # fmt: skip
    d.claim("The dam broke", "broke", lemma="break", subject="The dam")
    return d.claim("the town drowned", "drowned", lemma="drown", subject="the town").done()
