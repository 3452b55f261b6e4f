"""How rows get into tables. SQLite: prepared statements. PostgreSQL: `postgres.py`."""

from collections.abc import Sequence
from typing import Protocol

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from pipeline.store.sql.prepare import Prepared
from pipeline.store.sql.tables import DOCUMENTS, TABLES


class Writer(Protocol):
    """What is asked of a database, in this order; all but the first and the last within one document's transaction."""

    def stage(self, engine: sa.Engine, documents: Sequence[Prepared]) -> None:
        """These documents come next."""

    def lock(self, connection: sa.Connection, document: str) -> None:
        """Nobody else changes this document until the transaction ends."""

    def write(self, connection: sa.Connection, given: Prepared, *, anew: bool) -> None:
        """All rows of a staged document; `anew`: its old ones go first."""

    def end(self, engine: sa.Engine) -> None:
        """All is written."""


class SQLiteWriter:
    """A Writer. BEGIN IMMEDIATE (engine.py) locks the whole file."""

    def stage(self, engine: sa.Engine, documents: Sequence[Prepared]) -> None:
        pass

    def lock(self, connection: sa.Connection, document: str) -> None:
        pass

    def write(self, connection: sa.Connection, given: Prepared, *, anew: bool) -> None:
        connection.exec_driver_sql(_UPSERT, given.rows["documents"][0])
        for table in reversed(TABLES) if anew else ():
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE document = ?", (given.document,))
        for table, statement in _INSERTS.items():
            if given.rows[table]:
                connection.exec_driver_sql(statement, given.rows[table])

    def end(self, engine: sa.Engine) -> None:
        pass


def upsert() -> str:
    """The end of an INSERT into documents. A row is updated in place, never deleted: ledger and reviews hang on it."""
    others = [column.name for column in DOCUMENTS.columns if column.name != "id"]
    return " ON CONFLICT (id) DO UPDATE SET " + ", ".join(f"{name} = excluded.{name}" for name in others)


def _insert(table: sa.Table) -> str:
    return str(sa.insert(table).compile(dialect=sqlite.dialect()))


_INSERTS = {name: _insert(table) for name, table in TABLES.items()}
_UPSERT = _insert(DOCUMENTS) + upsert()
