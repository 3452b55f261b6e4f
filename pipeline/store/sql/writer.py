"""How rows get into tables. SQLite: prepared statements. PostgreSQL: `postgres.py`."""

from collections.abc import Collection, Sequence
from typing import Protocol

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from pipeline.store.sql.prepare import Prepared
from pipeline.store.sql.tables import DOCUMENTS, TABLES


class Writer(Protocol):
    """What is asked of a database, in this order; all but the first and the last within one transaction."""

    def begin(self, engine: sa.Engine) -> None:
        """Rows will come."""

    def lock(self, connection: sa.Connection, documents: Collection[str]) -> None:
        """Nobody else changes these documents until the transaction ends."""

    def write(self, connection: sa.Connection, given: Sequence[Prepared], anew: Collection[str]) -> None:
        """All rows of these documents; the old ones of those in `anew` go first."""

    def end(self, engine: sa.Engine) -> None:
        """All is written."""


class SQLiteWriter:
    """A Writer. BEGIN IMMEDIATE (engine.py) locks the whole file."""

    def begin(self, engine: sa.Engine) -> None:
        pass

    def lock(self, connection: sa.Connection, documents: Collection[str]) -> None:
        pass

    def write(self, connection: sa.Connection, given: Sequence[Prepared], anew: Collection[str]) -> None:
        connection.exec_driver_sql(_UPSERT, [row for each in given for row in each.rows["documents"]])
        for table in reversed(TABLES) if anew else ():
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE document = ?", [(id,) for id in anew])
        for table, statement in _INSERTS.items():
            if rows := [row for each in given for row in each.rows[table]]:
                connection.exec_driver_sql(statement, rows)

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
