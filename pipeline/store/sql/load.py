"""Records → database. The same again changes nothing; what changed is replaced, one transaction a document.

    summary = load("outputs", "sqlite:///outputs/claims.db")

A document stands there whole or not at all, old or new, whenever somebody reads and whatever ends the loader. Documents
that are no longer in the records are left alone.
"""

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DataError, IntegrityError

from pipeline.record import Failure
from pipeline.store.jsonl import BadRecord, Line, lines
from pipeline.store.sql import migrate
from pipeline.store.sql.change import Change, added, carry_out, unchanged, weighed
from pipeline.store.sql.engine import WAIT, NoDatabase, disposing, engine_of, why
from pipeline.store.sql.ledger import known, manifest_beside, run_of
from pipeline.store.sql.prepare import Prepared, content, prepared
from pipeline.store.sql.reviews import Moved
from pipeline.store.sql.writer import SQLiteWriter, Writer

BATCH = 32
"""Documents that are looked up, and on PostgreSQL staged, at a time."""


@dataclass
class Loaded:
    """What a load did, or (dry run) would do. `versions`: of the tables, before and after."""

    versions: tuple[str | None, str]
    documents: Counter[str] = field(default_factory=Counter)
    claims: Counter[str] = field(default_factory=Counter)
    changes: list[Change] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def add(self, each: Change) -> None:
        """Count a change; those that changed something are kept."""
        self.documents[each.how] += 1
        self.claims.update(new=each.new, gone=each.gone, kept=each.kept)
        if each.how != "unchanged":
            self.changes.append(each)

    @property
    def orphaned(self) -> list[tuple[str, Moved]]:
        """(document, review) of each review that lost its claim."""
        return [
            (change.document, each)
            for change in self.changes
            for each in change.reviews
            if each.claim is None
        ]


def load(
    found: str | Path,
    to: str,
    *,
    dry_run: bool = False,
    wait: float = WAIT,
    workers: int = 1,
    progress: Callable[[int], None] | None = None,
) -> Loaded:
    """Load a file of records, or every `.jsonl` of a folder, into the database of a URL.

    `dry_run` changes nothing, not even tables that are not there yet. `workers` - 1 other processes read the records
    while this one writes. `progress` is called with the number of documents done. A line that is no record, and a
    document that the database refuses, are failures in the result, and the rest is loaded.

    Raises BadTarget for a database that cannot be used (what was loaded before stays), FileNotFoundError for records
    that are not there, BadRecord for a file that holds something else, MissingExtra for a driver that is not installed.
    """
    path = Path(found)
    given = _begun(lines(path))
    engine = _engine(to, wait, dry_run=dry_run)
    with disposing(engine), _no_collection():
        loading = _Loading(engine, manifest_beside(path), dry_run)
        for batch in prepared(loading.new(_batches(given)), workers):
            loading.write(batch)
            if progress:
                progress(loading.result.documents.total())
        return loading.end()


def _engine(to: str, wait: float, *, dry_run: bool) -> sa.Engine:
    """A database that is not there yet is as good as an empty one."""
    try:
        return engine_of(to, wait=wait, write=not dry_run)
    except NoDatabase:
        return engine_of("sqlite://")


def _begun(given: Iterator[Line]) -> Iterator[Line]:
    """The lines, once the first one looks like a record: for what is none, no database is made."""
    first = list(islice(given, 1))
    for each in first:
        if not each.data.startswith(b"{"):
            raise BadRecord(f"{each.where}: no record, which would begin with {{")
    return chain(first, given)


class _Loading:
    """One load: what it has seen, and what came of it."""

    def __init__(self, engine: sa.Engine, manifest: Any, dry_run: bool) -> None:
        self._engine, self._manifest, self._dry_run = engine, manifest, dry_run
        self._seen: dict[str, str] = {}  # document → content
        self._writer = _writer(engine)
        with engine.connect() as connection:
            before = migrate.check(engine, connection)
        self._empty = dry_run and before is None
        self.result = Loaded((before, migrate.head()) if dry_run else migrate.migrate(engine))

    def new(self, batches: Iterator[list[Line]]) -> Iterator[list[Line]]:
        """The lines whose content does not stand in the database."""
        for batch in batches:
            contents = [content(each.data) for each in batch]
            with self._engine.connect() as connection:
                there = {} if self._empty else known(connection, contents)
            for each, hashed in zip(batch, contents, strict=True):
                if hashed in there and self._first(each.where, there[hashed], hashed):
                    self.result.add(unchanged(there[hashed]))
            if rest := [each for each, hashed in zip(batch, contents, strict=True) if hashed not in there]:
                yield rest

    def write(self, batch: list[Prepared | Failure]) -> None:
        """Into the database, each document in its own transaction; or (dry run) only weighed."""
        self.result.failures += [each for each in batch if isinstance(each, Failure)]
        every = [each for each in batch if isinstance(each, Prepared)]
        chosen = [each for each in every if self._first(each.where, each.document, each.content)]
        if self._dry_run:
            with self._engine.connect() as connection:
                for each in chosen:
                    self.result.add(added(each) if self._empty else weighed(connection, each))
        elif chosen:
            self._writer.stage(self._engine, chosen)
            for each in chosen:
                self._write(each)

    def _write(self, each: Prepared) -> None:
        try:
            with self._engine.begin() as connection:
                made = carry_out(connection, each, run_of(each.made_by, self._manifest), self._writer)
            self.result.add(made)
        except (IntegrityError, DataError) as error:
            self._fail(each.where, f"document {each.document} is refused by the database: {why(error)}")

    def _first(self, where: str, document: str, hashed: str) -> bool:
        """Whether the document comes for the first time. Two records of one document are somebody's mistake."""
        if document not in self._seen:
            self._seen[document] = hashed
            return True
        if self._seen[document] != hashed:
            self._fail(where, f"document {document} came before with another record; the first one counts")
        return False

    def _fail(self, where: str, reason: str) -> None:
        self.result.failures.append(Failure(where=where, reason=reason))

    def end(self) -> Loaded:
        """What came of it."""
        if not self._dry_run:
            self._writer.end(self._engine)
        return self.result


def _writer(engine: sa.Engine) -> Writer:
    if engine.dialect.name == "sqlite":
        return SQLiteWriter()
    from pipeline.store.sql.postgres import PostgresWriter

    return PostgresWriter()


def _batches(given: Iterator[Line]) -> Iterator[list[Line]]:
    while batch := list(islice(given, BATCH)):
        yield batch


@contextmanager
def _no_collection() -> Iterator[None]:
    """Records hold no cycles, and looking for some takes three quarters of the time of reading them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
