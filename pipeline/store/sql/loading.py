"""One load under way: which lines are new, what is written, and what came of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DataError, IntegrityError

from pipeline.record import Failure
from pipeline.store.jsonl import Line
from pipeline.store.sql import indices, migrate
from pipeline.store.sql.change import Change, added, carry_out, unchanged, weighed
from pipeline.store.sql.engine import why
from pipeline.store.sql.ledger import known, run_of
from pipeline.store.sql.prepare import Prepared, content
from pipeline.store.sql.reviews import Moved
from pipeline.store.sql.writer import SQLiteWriter, Writer


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


class Loading:
    """One load: what it has seen, and what came of it."""

    def __init__(self, engine: sa.Engine, manifest: Any, dry_run: bool) -> None:
        self._engine, self._manifest, self._dry_run = engine, manifest, dry_run
        self._seen: dict[str, str] = {}  # document → content
        self._writer = _writer(engine)
        with engine.connect() as connection:
            before = migrate.check(engine, connection)
        self._empty = dry_run and before is None
        self.result = Loaded((before, migrate.head()) if dry_run else migrate.migrate(engine))
        if not dry_run:
            indices.put_off(engine)
            self._writer.begin(engine)

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
        """Into the database, in one transaction; or (dry run) only weighed."""
        self.result.failures += [each for each in batch if isinstance(each, Failure)]
        every = [each for each in batch if isinstance(each, Prepared)]
        chosen = [each for each in every if self._first(each.where, each.document, each.content)]
        if self._dry_run:
            with self._engine.connect() as connection:
                made = list(map(added, chosen)) if self._empty else weighed(connection, chosen)
            self._add(made)
        elif chosen:
            self._write(chosen)

    def _write(self, batch: list[Prepared]) -> None:
        """All of the batch, or, where the database refuses one of them, each alone."""
        try:
            with self._engine.begin() as connection:
                runs = [run_of(each.made_by, self._manifest) for each in batch]
                made = carry_out(connection, batch, runs, self._writer)
            self._add(made)
        except (IntegrityError, DataError) as error:
            for each in batch if len(batch) > 1 else ():
                self._write([each])
            if len(batch) == 1:
                said = f"document {batch[0].document} is refused by the database: {why(error)}"
                self._fail(batch[0].where, said)

    def _add(self, changes: list[Change]) -> None:
        for each in changes:
            self.result.add(each)

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
            indices.make_up(self._engine)
            self._writer.end(self._engine)
        return self.result


def _writer(engine: sa.Engine) -> Writer:
    if engine.dialect.name == "sqlite":
        return SQLiteWriter()
    from pipeline.store.sql.postgres import PostgresWriter

    return PostgresWriter()
