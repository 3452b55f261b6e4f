"""Rows into PostgreSQL: by COPY, several documents in one transaction.

Commits do not wait for the disk, but the last one does, and takes all before it along: a server that loses power
forgets whole documents at most, which the next load brings.
"""

from collections.abc import Collection, Sequence
from typing import Any

import psycopg
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import DBAPIError

from pipeline.store.sql.prepare import Prepared
from pipeline.store.sql.tables import DOCUMENTS, TABLES
from pipeline.store.sql.writer import upsert


class PostgresWriter:
    """A Writer."""

    def begin(self, engine: sa.Engine) -> None:
        with engine.begin() as connection:
            connection.exec_driver_sql("SET synchronous_commit = off")

    def lock(self, connection: sa.Connection, documents: Collection[str]) -> None:
        """In one order for all loaders, so that no two wait for each other."""
        connection.exec_driver_sql(_LOCK, (sorted(documents),))

    def write(self, connection: sa.Connection, given: Sequence[Prepared], anew: Collection[str]) -> None:
        raw: psycopg.Connection[Any] = connection.connection.driver_connection  # type: ignore[assignment]
        try:
            with raw.cursor() as cursor:
                cursor.executemany(_UPSERT, [row for each in given for row in each.rows["documents"]])
                for statement in _DELETES if anew else ():
                    cursor.execute(statement, (list(anew),))
                for name, statement in _COPIES.items():
                    _copy(cursor, statement, [row for each in given for row in each.rows[name]])
        except psycopg.Error as error:
            raise DBAPIError.instance(None, None, error, psycopg.Error, dialect=connection.dialect) from None

    def end(self, engine: sa.Engine) -> None:
        with engine.begin() as connection:
            connection.exec_driver_sql("SET LOCAL synchronous_commit = on")
            connection.exec_driver_sql("SELECT pg_current_xact_id()")  # so that there is something to commit


def _copy(cursor: psycopg.Cursor[Any], statement: str, rows: Sequence[Sequence[Any]]) -> None:
    if rows:
        with cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)


def _columns(table: sa.Table) -> str:
    quote = postgresql.dialect().identifier_preparer.quote  # type: ignore[no-untyped-call]
    return ", ".join(quote(column.name) for column in table.columns)


_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(id, 0)) FROM unnest(%s::text[]) AS id"
_UPSERT = (
    f"INSERT INTO documents ({_columns(DOCUMENTS)}) VALUES ({', '.join(['%s'] * len(DOCUMENTS.columns))})"
    + upsert()
)
_DELETES = [f"DELETE FROM {name} WHERE document = ANY(%s)" for name in reversed(TABLES)]
_COPIES = {name: f"COPY {name} ({_columns(table)}) FROM STDIN" for name, table in TABLES.items()}
