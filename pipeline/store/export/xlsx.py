"""The flat tables as the sheets of a workbook. The one place that imports XlsxWriter.

A text is a text: cells are written as strings and never as formulas or links, and carry Excel's own mark for that (the
"quote prefix"), so that editing a cell does not turn it into a formula either.
"""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipeline.record import Document
from pipeline.store.columns import TABLES, Column
from pipeline.store.export.unfit import Unfit
from pipeline.store.missing import extra
from pipeline.store.tables import rows

LONGEST = 32_767
"""Characters in a cell, in UTF-16 units, by Excel's specification."""
MOST = 1_048_576
"""Rows in a sheet."""
EPOCH = dt.date(1900, 3, 1)
"""Excel knows no day before 1900, and takes that year for a leap year: earlier days are text."""
SIGNIFICANT = 15
"""Digits that a number in a cell keeps."""


def write(documents: Iterable[Document], to: Path) -> None:
    """A workbook. Figures of more than 15 digits, and days before March 1900, are text, to be exact.

    Raises Unfit for more rows than a sheet has, and for a text that is longer than a cell; MissingExtra.
    """
    with extra("xlsx"):
        import xlsxwriter

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(to), options) as book:
        book.set_properties({"created": dt.datetime(2000, 1, 1)})  # the same records, the same bytes
        looks = {
            "text": book.add_format({"quote_prefix": True}),
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
            "head": book.add_format({"bold": True}),
        }
        sheets = {table: _sheet(book, table, looks) for table in TABLES}
        lines = dict.fromkeys(TABLES, 0)
        for document in documents:
            for table, columns in TABLES.items():
                for row in rows(table, document):
                    lines[table] += 1
                    if lines[table] >= MOST:
                        raise Unfit(f"a sheet has at most {MOST:,} rows, and there are more {table}")
                    for at, column in enumerate(columns):
                        _cell(sheets[table], lines[table], at, column, row[column.name], looks, document.id)


def _sheet(book: Any, table: str, looks: dict[str, Any]) -> Any:
    sheet = book.add_worksheet(table)
    sheet.freeze_panes(1, 0)
    for at, column in enumerate(TABLES[table]):
        sheet.write_string(0, at, column.name, looks["head"])
        sheet.set_column(at, at, 60 if column.name in ("text", "quote") else max(10, len(column.name) + 2))
    return sheet


def _cell(sheet: Any, line: int, at: int, column: Column, value: Any, looks: dict[str, Any], id: str) -> None:
    if value is None:
        return
    if column.kind == "flag":
        sheet.write_boolean(line, at, value)
    elif column.kind in ("integer", "number") or (column.kind == "decimal" and _exact(value)):
        sheet.write_number(line, at, float(value) if column.kind == "decimal" else value)
    elif column.kind == "day" and dt.date.fromisoformat(value) >= EPOCH:
        sheet.write_datetime(line, at, dt.date.fromisoformat(value), looks["day"])
    else:
        if len(value.encode("utf-16-le")) // 2 > LONGEST:
            raise Unfit(
                f"document {id}: its {column.name} is longer than the {LONGEST:,} characters of a cell"
            )
        sheet.write_string(line, at, value, looks["text"])


def _exact(digits: str) -> bool:
    return len(digits.strip("-").replace(".", "").strip("0")) <= SIGNIFICANT
