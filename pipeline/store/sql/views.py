"""Questions that a database of claims answers out of the box: one view each, from `queries/NAME.sql`.

A file begins with what it answers, the order of its rows, and what each column means; then one SELECT that SQLite and
PostgreSQL both know.
"""

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa

FOLDER = Path(__file__).with_name("queries")
ORDER = ("named", "money", "sources", "due", "recommendations", "unreviewed", "repeated")
"""A view stands after those it is made of."""


class Question(NamedTuple):
    """A view. `columns`: name → meaning; `as_of`: the column of days that must lie on or before a given one;
    `chart`: the columns of the words and the number of a bar."""

    name: str
    title: str
    columns: dict[str, str]
    order: str
    as_of: str | None
    chart: tuple[str, ...]
    select: str


@cache
def questions() -> dict[str, Question]:
    """All of them, by name."""
    return {name: _read(name, (FOLDER / f"{name}.sql").read_text(encoding="utf-8")) for name in ORDER}


def _read(name: str, text: str) -> Question:
    head = re.findall(r"^-- (.+)$", text, re.MULTILINE)
    said = dict(line.split(": ", 1) for line in head[1:])
    order, as_of, chart = said.pop("order"), said.pop("as-of", None), said.pop("chart", "")
    select = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
    return Question(name, head[0], said, order, as_of, tuple(chart.split()), select)


def make_anew(connection: sa.Connection) -> None:
    """All views, in place of those that were there, with comments where there are any."""
    for name, question in questions().items():
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {question.select}")
        if connection.dialect.supports_comments:
            quoted = question.title.replace("'", "''").replace("%", "%%")
            connection.exec_driver_sql(f"COMMENT ON VIEW {name} IS '{quoted}'")


def drop(connection: sa.Connection) -> None:
    """All views: tables that a view is made of cannot be changed."""
    for name in reversed(ORDER):
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")


def fingerprint() -> str:
    """Changes with the views: the newest migration names it."""
    whole = "\0".join(f"{name}\0{question.select}" for name, question in questions().items())
    return hashlib.sha256(whole.encode()).hexdigest()[:16]
