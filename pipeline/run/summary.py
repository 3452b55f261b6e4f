"""What is asked of a run, and what came of it."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pipeline.record import Document, Failure, MadeBy

State = Literal["running", "finished", "interrupted", "stopped"]
"""`stopped`: by the first failure, as was asked."""
SHOWN = 1_000
"""Failures, and notes, that a Summary carries; all are in `errors.jsonl` and `notes.jsonl`."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """`published` is the day for articles that name none; `model` a name or folder (None: our own); `convert` a
    currency (ISO 4217) in which sums of money are given, too; `limit` how many articles to take; `seconds` how long
    one may take; `stop`: end at the first failure, when the block of 64 that it is in is done; `fresh`: use nothing
    of what an earlier run left in the folder; `columns`: what JSON objects and tables call a field; `any_language`:
    do not look whether it is English."""

    published: dt.date | None = None
    model: str | None = None
    with_text: bool = True
    workers: int = 1
    convert: str | None = None
    limit: int | None = None
    seconds: float = 120.0
    stop: bool = False
    fresh: bool = False
    columns: tuple[tuple[str, str], ...] = ()
    any_language: bool = False


@dataclass
class Counts:
    """How much was found. `contradicted`: sums whose parts do not make the total."""

    documents: int = 0
    claims: int = 0
    amounts: int = 0
    dates: int = 0
    sums: int = 0
    contradicted: int = 0
    entities: int = 0
    skipped: int = 0
    kinds: Counter[str] = field(default_factory=Counter)

    def add(self, counted: Mapping[str, Any]) -> None:
        """What `counted` made of one more document."""
        self.documents += 1
        for name in (*FIELDS, "contradicted"):
            setattr(self, name, getattr(self, name) + counted[name])
        self.kinds.update(counted["kinds"])


FIELDS = ("claims", "amounts", "dates", "sums", "entities", "skipped")


def counted(document: Document) -> dict[str, Any]:
    """How much is in one document, as plain numbers."""
    kinds = Counter(claim.kind for claim in document.claims)
    return {
        **{name: len(getattr(document, name)) for name in FIELDS},
        "contradicted": sum(not found.holds for found in document.sums),
        "kinds": dict(sorted(kinds.items())),
    }


@dataclass
class Summary:
    """What a run did. `failures`: the first thousand, of `failed` in all; `skipped` were passed over by rule,
    `near` are like an earlier document; `notes` are things to know of the reading, and `told` the first thousand of
    them, each with where; `words` were read in this run, and not in an earlier one; `assembled`: there is one
    `documents.jsonl`, and not only shards."""

    counts: Counts = field(default_factory=Counts)
    made_by: MadeBy | None = None
    failures: list[Failure] = field(default_factory=list)
    failed: int = 0
    skipped: int = 0
    copies: int = 0
    near: int = 0
    notes: int = 0
    told: list[str] = field(default_factory=list)
    words: int = 0
    assembled: bool = True
    state: State = "running"
