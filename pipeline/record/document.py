"""One op-ed and everything that was read from it, and the rules that hold between its parts."""

import datetime as dt
from typing import Any

from pydantic import Field, model_validator

from pipeline.record.amount import Amount, Sum
from pipeline.record.claim import Claim, Skipped
from pipeline.record.closed_sets import PublishedFrom
from pipeline.record.date import Date
from pipeline.record.entity import Entity
from pipeline.record.ids import digest, references, unique_ids
from pipeline.record.leeway import Leeway, check_leeway
from pipeline.record.provenance import Found, MadeBy
from pipeline.record.span import Record, check_spans


class Document(Record):
    """One op-ed and everything that was read from it; one JSON line of `documents.jsonl`."""

    id: str = Field(min_length=1)
    """Given with the op-ed, else the first 16 hex digits of `sha256`."""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """SHA-256 of the UTF-8 text, in hex."""
    title: str | None = None
    """Its title."""
    byline: str | None = None
    """Who wrote it."""
    outlet: str | None = None
    """Who published it."""
    url: str | None = None
    """Where it was published."""
    language: str | None = None
    """ISO 639 code of its language."""
    published: dt.date | None = None
    """Day of publication: what "last year" is measured from."""
    published_from: PublishedFrom = "none"
    """Where that day was read."""
    found: tuple[Found, ...] = ()
    """Metadata that was read from the text, and where."""
    text: str | None
    """The op-ed exactly as it came; null where it was left out."""
    made_by: MadeBy
    """What wrote this record."""
    entities: tuple[Entity, ...] = ()
    """Names, amounts and dates as OntoNotes entities, in order."""
    amounts: tuple[Amount, ...] = ()
    """Figures, in order."""
    dates: tuple[Date, ...] = ()
    """Dates and lengths of time, in order."""
    sums: tuple[Sum, ...] = ()
    """Amounts that make a total, or contradict it."""
    claims: tuple[Claim, ...] = ()
    """Claims, in order."""
    skipped: tuple[Skipped, ...] = ()
    """Sentences that gave no claim."""
    leeway: Leeway | None = None
    """In gold only: where informed readers differ."""

    @model_validator(mode="after")
    def _holds(self) -> "Document":
        if self.text is not None:
            _check_text(self, self.text)
        _check_ids(self)
        return self

    def to_json(self) -> str:
        """One line of JSON; the same record gives the same bytes."""
        return self.model_dump_json()


def _check_text(document: Document, text: str) -> None:
    if digest(text) != document.sha256:
        raise ValueError(f"document {document.id}: sha256 is not that of its text")
    check_spans(document, text, f"document {document.id}")


def _check_ids(document: Document) -> None:
    known = {"entity": unique_ids(document.entities), "amount": unique_ids(document.amounts)}
    known |= {"date": unique_ids(document.dates), "claim": unique_ids(document.claims)}
    if document.leeway is not None:
        check_leeway(document.leeway, known)
    unique_ids(document.sums)
    items: tuple[Any, ...] = (*document.entities, *document.sums, *document.claims)
    for item in items:
        for kind, wanted in references(item):
            if wanted not in known[kind]:
                where = f"{type(item).__name__.lower()} {item.id}"
                raise ValueError(
                    f"document {document.id}: {where} names {kind} {wanted!r}, which does not exist"
                )
