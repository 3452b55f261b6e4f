"""The rows of one document as CSV, the same bytes as `to_csv` gives, and no pandas to wait for."""

from typing import Any

from pipeline.record import Document
from pipeline.store.tables import TABLES, disarm, rows


def head(table: str) -> str:
    """The line of names."""
    return ",".join(_cell(column.name) for column in TABLES[table]) + "\n"


def csv_rows(table: str, document: Document) -> str:
    """The rows of a document, each with its line end; empty if it has none."""
    texts = {column.name for column in TABLES[table] if column.kind == "text"}
    return "".join(
        ",".join(_cell(disarm(value) if name in texts else value) for name, value in row.items()) + "\n"
        for row in rows(table, document)
    )


def _cell(value: Any) -> str:
    """Texts in quotation marks, numbers not; what is unknown is an empty text."""
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    return '""' if value is None else str(value)
