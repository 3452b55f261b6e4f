"""A question to a database, answered: rows of one of the views. What chooses rows is bound, never part of the SQL."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

import sqlalchemy as sa

from pipeline.store.sql import migrate
from pipeline.store.sql.engine import BadTarget, disposing, engine_of, shown
from pipeline.store.sql.views import Question, questions


class BadQuestion(ValueError):
    """A question that nothing answers; the message says what there is."""


class Answer(NamedTuple):
    """Rows of plain values, by column: text, int, float or None; decimals as digits, days as ISO 8601."""

    question: Question
    rows: list[dict[str, Any]]


def ask(
    name: str,
    url: str,
    *,
    where: Mapping[str, str] | None = None,
    as_of: dt.date | None = None,
    limit: int | None = None,
) -> Answer:
    """The rows of a question, in its order. `where`: column → the value it must have, capitals or not.

    `as_of` is the day by which predictions have come due: no clock is ever asked. Raises BadQuestion, and BadTarget for
    a database that cannot be read or holds no claims yet.
    """
    question = _known(name)
    statement = _statement(question, where or {}, as_of).limit(limit)
    engine = engine_of(url, write=False)
    with disposing(engine), engine.connect() as connection:
        found = migrate.check(engine, connection)
        if found != migrate.head():
            raise BadTarget(
                f"{shown(engine)} holds no claims: load some first"
                if found is None
                else f"{shown(engine)} has tables of version {found}: load once with this opclaims to bring them up"
            )
        rows = [dict(row._mapping) for row in connection.execute(statement)]
    return Answer(question, [{column: _plain(value) for column, value in row.items()} for row in rows])


def _known(name: str) -> Question:
    if name not in questions():
        raise BadQuestion(f"no question is called {name!r}; there are {', '.join(questions())}")
    return questions()[name]


def _statement(question: Question, where: Mapping[str, str], as_of: dt.date | None) -> sa.Select[Any]:
    columns: dict[str, sa.ColumnClause[Any]] = {column: sa.column(column) for column in question.columns}
    statement = sa.select(*columns.values()).select_from(sa.table(question.name))
    for column, value in where.items():
        if column not in columns:
            raise BadQuestion(f"{question.name} has no column {column!r}; it has {', '.join(columns)}")
        statement = statement.where(sa.func.lower(sa.cast(columns[column], sa.Text)) == value.lower())
    if question.as_of is None and as_of is not None:
        raise BadQuestion(f"{question.name} does not depend on a day")
    if question.as_of is not None:
        if as_of is None:
            raise BadQuestion(f"{question.name} needs the day to look from: as of when?")
        statement = statement.where(sa.column(question.as_of, sa.Date()) <= as_of)
    return statement.order_by(sa.text(question.order))


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, dt.date) else value
