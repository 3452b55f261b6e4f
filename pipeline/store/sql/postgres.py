"""Rows into PostgreSQL: several documents by COPY into temporary tables, then from there in one transaction.

Its statements are sent together (pipeline mode), so that it costs few round trips. Commits do not wait
for the disk, but the last one does, and takes all before it along: a server that loses power forgets whole documents at
most, which the next load brings.
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

_ALL = {DOCUMENTS.name: DOCUMENTS, **TABLES}


class PostgresWriter:
    """A Writer."""

    def __init__(self) -> None:
        self._made = False

    def stage(self, engine: sa.Engine, documents: Sequence[Prepared]) -> None:
        with engine.begin() as connection:
            if not self._made:
                connection.exec_driver_sql("SET synchronous_commit = off")
                for name in _ALL:
                    connection.exec_driver_sql(f"CREATE TEMPORARY TABLE staged_{name} (LIKE {name})")
                self._made = True
            connection.exec_driver_sql(_TRUNCATE)
            self._copy(connection, documents)

    def _copy(self, connection: sa.Connection, documents: Sequence[Prepared]) -> None:
        with _raw(connection).cursor() as cursor:
            for name, statement in _COPIES.items():
                with cursor.copy(statement) as copy:
                    for each in documents:
                        for row in each.rows[name]:
                            copy.write_row(row)

    def lock(self, connection: sa.Connection, documents: Collection[str]) -> None:
        """In one order for all loaders, so that no two wait for each other."""
        connection.exec_driver_sql(_LOCK, (sorted(documents),))

    def write(self, connection: sa.Connection, given: Sequence[Prepared], anew: Collection[str]) -> None:
        raw, every = _raw(connection), [each.document for each in given]
        steps = [(_UPSERT, every), *((each, list(anew)) for each in _DELETES if anew)]
        try:
            with raw.pipeline():
                for statement, documents in (*steps, *((each, every) for each in _INSERTS)):
                    raw.execute(statement, (documents,))
        except psycopg.Error as error:
            raise DBAPIError.instance(None, None, error, psycopg.Error, dialect=connection.dialect) from None

    def end(self, engine: sa.Engine) -> None:
        if self._made:
            with engine.begin() as connection:
                connection.exec_driver_sql("SET LOCAL synchronous_commit = on")
                connection.exec_driver_sql(
                    "SELECT pg_current_xact_id()"
                )  # a commit that has something to wait for


def _raw(connection: sa.Connection) -> Any:
    return connection.connection.driver_connection


def _columns(table: sa.Table) -> str:
    quote = postgresql.dialect().identifier_preparer.quote  # type: ignore[no-untyped-call]
    return ", ".join(quote(column.name) for column in table.columns)


def _from_stage(table: sa.Table, key: str) -> str:
    columns = _columns(table)
    return f"INSERT INTO {table.name} ({columns}) SELECT {columns} FROM staged_{table.name} WHERE {key} = ANY(%s)"


_COPIES = {name: f"COPY staged_{name} ({_columns(table)}) FROM STDIN" for name, table in _ALL.items()}
_INSERTS = [_from_stage(table, "document") for table in TABLES.values()]
_DELETES = [f"DELETE FROM {name} WHERE document = ANY(%s)" for name in reversed(TABLES)]
_UPSERT = _from_stage(DOCUMENTS, "id") + upsert()
_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(id, 0)) FROM unnest(%s::text[]) AS id"
_TRUNCATE = "TRUNCATE " + ", ".join(f"staged_{name}" for name in _ALL)
