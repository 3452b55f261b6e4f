"""The tables, as SQLAlchemy knows them: those of the record, and ours beside them (ledger, runs, reviews)."""

from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa

from pipeline.record import Document, Predicate, Record, Role, names
from pipeline.store.sql.fields import Field, columns, one_of
from pipeline.store.sql.layout import INDICES, PARTS, POINTERS, Part, elsewhere, owner
from pipeline.store.sql.metadata import METADATA, TYPES

__all__ = ["DOCUMENTS", "LEDGER", "METADATA", "REVIEWS", "RUNS", "SLOTS", "TABLES", "VERB", "fields_of"]

SLOTS = ("subject", "predicate", "object", "argument")
VERB = tuple(name for name in Predicate.model_fields if name not in Role.model_fields)
"""What only a predicate has: NULL in the rows of the other roles. The last columns."""


def _text(name: str, comment: str, *, key: bool = False, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), primary_key=key, nullable=nullable, comment=comment)


def _table(name: str, meaning: str, *inside: Any) -> sa.Table:
    indices = [sa.Index(None, *on) for on in INDICES.get(name, ())]
    return sa.Table(name, METADATA, *inside, *indices, comment=meaning or None, sqlite_with_rowid=False)


def _made(fields: Iterable[Field], table: str, loose: frozenset[str] = frozenset()) -> Iterator[Any]:
    """Columns and their checks; those in `loose` may be NULL."""
    for field in fields:
        nullable = field.nullable or field.name in loose
        yield sa.Column(field.name, TYPES[field.kind], nullable=nullable, comment=field.comment or None)
        for at, check in enumerate(field.checks):
            yield sa.CheckConstraint(check, name=f"{field.name}_{at}" if at else field.name)
        target = POINTERS.get((table, field.name))
        if target:
            yield _pointer(field.name, target)


def _pointer(column: str, table: str, on_delete: str | None = None) -> sa.ForeignKeyConstraint:
    """To a thing of the same document. Looked at when the transaction ends: a thing may point ahead."""
    return sa.ForeignKeyConstraint(
        ["document", column], [f"{table}.document", f"{table}.id"],
        ondelete=on_delete, deferrable=True, initially="DEFERRED",
    )  # fmt: skip


def _documents() -> sa.Table:
    made = list(_made(columns(Document, elsewhere(Document)), "documents"))
    made[0].primary_key = True
    return _table("documents", (Document.__doc__ or "").split(";")[0] + ".", *made)


def _key(part: Part) -> Iterator[Any]:
    above = owner(part)
    yield _text("document", "Id of the op-ed.", key=True)
    if above is not None:
        holder = above.table.removesuffix("s")
        yield _text(holder, f"Id of the {holder}.", key=True)
    if part.key == "n":
        yield sa.Column("n", sa.Integer(), primary_key=True, comment="Place in the list, from 0.")
    if above is not None:
        there = [f"{above.table}.document", f"{above.table}.id"]
        yield sa.ForeignKeyConstraint(["document", holder], there, ondelete="CASCADE")
    else:
        yield sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE")


def fields_of(part: Part) -> tuple[Field, ...]:
    """The columns of a part beside its keys."""
    if isinstance(part.model, str):
        one = part.model.removesuffix("s") if part.model != "entities" else "entity"
        return (Field(one, "text", False, f"Its id in {part.model}.", (), "", None),)
    if isinstance(part.model, type) and issubclass(part.model, Record):
        found = columns(part.model, elsewhere(part.model))
        return _as_span(found) if part.table == "fragments" else found
    one = part.fields[0].removesuffix("s")
    return (Field(one, "text", False, part.meaning, (one_of(one, names(part.model)),), "", None),)


def _as_span(found: tuple[Field, ...]) -> tuple[Field, ...]:
    """Where a span is all there is, its columns are called as in the other tables."""
    called = {"start": "span_start", "end": "span_end", "text": "quote"}
    checks = {"end": ("span_start >= 0 AND span_start < span_end AND length(quote) = span_end - span_start",)}
    return tuple(f._replace(name=called[f.name], checks=checks.get(f.name, ())) for f in found)


def _part(part: Part) -> sa.Table:
    loose = frozenset(VERB) if part.table == "roles" else frozenset()
    made = [*_key(part), *_made(fields_of(part), part.table, loose)]
    if part.key == "id":
        next(each for each in made if isinstance(each, sa.Column) and each.name == "id").primary_key = True
    if part.table == "roles":
        made.insert(3, sa.Column("slot", sa.Text(), nullable=False, comment="Which field of the claim."))
        made.append(sa.CheckConstraint(one_of("slot", SLOTS), name="slot"))
    if part.table == "dates":
        made.append(sa.CheckConstraint("first <= last", name="order"))
    if isinstance(part.model, str):
        made.append(_pointer(fields_of(part)[0].name, part.model, "CASCADE"))
    meaning = part.meaning or (getattr(part.model, "__doc__", None) or "").split("\n")[0]
    return _table(part.table, meaning, *made)


DOCUMENTS = _documents()
TABLES = {part.table: _part(part) for part in PARTS}
"""Those of the record below documents, in an order in which what is pointed to comes first."""

RUNS = _table(
    "runs", "What made the records: one row for each version, model, configuration and manifest.",
    _text("id", "First 16 hex digits of the SHA-256 of the row.", key=True),
    _text("version", "Version of opclaims."), _text("model", "Name and version of the trained model."),
    _text("config", "Hash of the order of stages and of the tables."),
    sa.Column("manifest", TYPES["json"], comment="run.json, where it stood beside the records."),
)  # fmt: skip

LEDGER = _table(
    "ledger", "Each time that a document was written: its last row is what stands in the tables.",
    _text("document", "Id of the op-ed.", key=True),
    sa.Column("revision", sa.Integer(), primary_key=True, comment="1, 2, 3 … of this document."),
    _text("content", "SHA-256 of the record's line in documents.jsonl."),
    _text("sha256", "SHA-256 of the op-ed's text."), _text("version", "Version of opclaims."),
    _text("model", "Name and version of the trained model."),
    _text("config", "Hash of the order of stages and of the tables."), _text("run", "Id in runs."),
    sa.Column("claims", sa.Integer(), nullable=False, comment="How many claims the document then had."),
    sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
    sa.ForeignKeyConstraint(["run"], ["runs.id"]),
    sa.Index(None, "content"),
)  # fmt: skip

REVIEWS = _table(
    "reviews", "What people said of claims. Loading keeps them, and finds their claims again by quote.",
    _text("id", "Given by whoever writes the review.", key=True), _text("document", "Id of the op-ed."),
    _text("claim", "Id of the claim; NULL when no claim has these words any more (orphaned).", nullable=True),
    _text("quote", "The claim's words when it was reviewed."),
    sa.Column("span_start", sa.Integer(), nullable=False, comment="First code point of `quote` then."),
    _text("verdict", "What was decided."), _text("reviewer", "Who.", nullable=True),
    _text("note", "In the reviewer's words.", nullable=True),
    sa.CheckConstraint(one_of("verdict", ("accepted", "rejected", "edited", "flagged")), name="verdict"),
    sa.CheckConstraint("span_start >= 0", name="span_start"),
    sa.ForeignKeyConstraint(["document"], ["documents.id"]),
    _pointer("claim", "claims"),
    sa.Index(None, "document", "claim"),
)  # fmt: skip
