"""Indices that answer what people ask, made after the rows where a database is loaded for the first time: at once they
cost half of what they cost row by row.

A loader that is killed meanwhile leaves a database without them, which answers right, but slowly; the next one makes
them. Keys and the ledger's index are always there.
"""

import sqlalchemy as sa
from sqlalchemy.schema import CreateIndex, DropIndex

from pipeline.store.sql.migrate import alone
from pipeline.store.sql.tables import DOCUMENTS, TABLES

ASKED = [
    index
    for table in (DOCUMENTS, *TABLES.values())
    for index in sorted(table.indexes, key=lambda index: str(index.name))
]
"""In the order in which a document is written, so that a loader that writes and one that drops or makes them wait for
each other, but not both at once."""


def put_off(engine: sa.Engine) -> None:
    """Drop them where there is no document yet."""
    with engine.begin() as connection:
        alone(connection)
        if connection.scalar(sa.select(DOCUMENTS.c.id).limit(1)) is None:
            for index in ASKED:
                connection.execute(DropIndex(index, if_exists=True))


def make_up(engine: sa.Engine) -> None:
    """Make those that are missing."""
    with engine.connect() as connection:
        there = sa.inspect(connection).get_multi_indexes()
    names = {index["name"] for found in there.values() for index in found}
    if missing := [index for index in ASKED if index.name not in names]:
        with engine.begin() as connection:
            alone(connection)
            for index in missing:
                connection.execute(CreateIndex(index, if_not_exists=True))
