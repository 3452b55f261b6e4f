"""The tables and views in words, from the record's own: as a dbt source file, and as Markdown."""

import json
import re
from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from pipeline.store.sql.tables import DOCUMENTS, LEDGER, REVIEWS, RUNS, TABLES
from pipeline.store.sql.views import questions

ORDER = (DOCUMENTS, *TABLES.values(), REVIEWS, LEDGER, RUNS)


def dbt() -> str:
    """A `sources:` file for dbt: descriptions, types, and tests for what must be there and for closed sets."""
    lines = ["version: 2", "sources:", "  - name: opclaims", "    tables:"]
    for table in ORDER:
        lines += [
            f"      - name: {table.name}",
            f"        description: {_quoted(table.comment)}",
            "        columns:",
        ]
        for column in table.columns:
            lines += [
                f"          - name: {column.name}",
                f"            description: {_quoted(column.comment)}",
                f"            data_type: {_type(column)}",
            ]
            lines += _tests(table, column)
    return "\n".join(lines) + "\n"


def markdown() -> str:
    """A section for each table, and one for each view."""
    return "\n".join([*_tables(), *_views()])


def _tables() -> Iterator[str]:
    for table in ORDER:
        yield f"### {table.name}\n\n{table.comment}\n"
        yield "| column | type | meaning |\n|---|---|---|"
        for column in table.columns:
            key = ", key" if column.primary_key else "" if column.nullable else ", never NULL"
            yield f"| `{column.name}` | {_type(column)}{key} | {column.comment} |"
        yield ""


def _views() -> Iterator[str]:
    for question in questions().values():
        yield f"### {question.name} (view)\n\n{question.title}\n\n| column | meaning |\n|---|---|"
        yield from (f"| `{column}` | {meaning} |" for column, meaning in question.columns.items())
        yield ""


def _type(column: sa.Column[object]) -> str:
    """As PostgreSQL calls it."""
    return str(column.type.compile(dialect=postgresql.dialect())).lower()  # type: ignore[no-untyped-call]


def _tests(table: sa.Table, column: sa.Column[object]) -> Iterator[str]:
    values = closed(table, column.name)
    if not column.nullable or values:
        yield "            data_tests:"
    if not column.nullable:
        yield "              - not_null"
    if values:
        yield f"              - accepted_values: {{arguments: {{values: {json.dumps(values)}}}}}"


def closed(table: sa.Table, column: str) -> list[str]:
    """The values that a column may have, where they are a closed set."""
    checks = [str(each.sqltext) for each in table.constraints if isinstance(each, sa.CheckConstraint)]
    pattern = re.compile(rf"{column} = '([a-zA-Z_]+)'")
    for check in checks:
        if all(pattern.fullmatch(part) for part in check.split(" OR ")):
            return pattern.findall(check)
    return []


def _quoted(text: str | None) -> str:
    return json.dumps(text or "", ensure_ascii=False)
