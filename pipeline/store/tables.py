"""Documents → flat rows → pandas frames → CSV. The one place that imports pandas."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pipeline.record import Document
from pipeline.store.columns import TABLES, Column

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["TABLES", "Column", "flat_csv", "frame", "rows", "to_csv", "to_frame"]

_DTYPES = {"integer": "Int64", "number": "Float64", "flag": "boolean"}
"""Nullable; all else is `object`, because what `str` means to pandas depends on whether pyarrow is there."""

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""What a spreadsheet may take for a formula (OWASP, CSV injection), and what we have put a ' before."""


def rows(table: str, document: Document) -> Iterator[dict[str, Any]]:
    """The rows of one document, as plain values: str, int, float, bool or None; decimals and days as text."""
    for item in getattr(document, table):
        yield {column.name: _plain(column, column.value(document, item)) for column in TABLES[table]}


def frame(table: str, documents: Iterable[Document]) -> "pd.DataFrame":
    """`claims`, `amounts`, `dates`, `sums` or `entities` of the documents, a row each, texts as they are.

    >>> frame("amounts", documents).merge(frame("claims", documents), ...)  # doctest: +SKIP
    """
    import pandas as pd

    found = [row for document in documents for row in rows(table, document)]
    columns = {
        column.name: pd.Series([row[column.name] for row in found], dtype=_DTYPES.get(column.kind, "object"))
        for column in TABLES[table]
    }
    made: pd.DataFrame = pd.DataFrame(columns)
    return made


def to_frame(documents: Iterable[Document]) -> "dict[str, pd.DataFrame]":
    """The five tables of the documents as frames to work with, the same on pandas 2 and 3, with and without pyarrow.

    Texts are `string` (with NA), whole numbers Int64, other numbers Float64, flags boolean, days datetime64[s], exact
    figures Decimal objects.
    """
    import pandas as pd

    every = list(documents)
    made = {}
    for table, columns in TABLES.items():
        found = [row for document in every for row in rows(table, document)]
        series = {column.name: _typed([row[column.name] for row in found], column) for column in columns}
        made[table] = pd.DataFrame(series)
    return made


def _typed(values: list[Any], column: Column) -> "pd.Series[Any]":
    import numpy as np
    import pandas as pd

    if column.kind == "day":
        days: pd.Series[Any] = pd.Series(
            np.array([value or "NaT" for value in values], dtype="datetime64[s]")
        )
        return days
    if column.kind == "decimal":
        return pd.Series([value if value is None else Decimal(value) for value in values], dtype="object")
    typed: pd.Series[Any] = pd.Series(values, dtype=_DTYPES.get(column.kind) or pd.StringDtype("python"))
    return typed


def to_csv(table: str, documents: Iterable[Document], *, header: bool = True, sep: str = ",") -> str:
    """The same as CSV (RFC 4180 but for `\\n`): text quoted, numbers not, unknown empty.

    A text cell that a spreadsheet could take for a formula gets one `'` in front, and so does one that
    already has such a `'`: take one off to have the text again. Decimals are never touched.
    """
    import csv

    made = frame(table, documents)
    for column in TABLES[table]:
        if column.kind == "text":
            made[column.name] = made[column.name].map(disarm).astype("object")
    text: str = made.to_csv(
        index=False, header=header, sep=sep, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC
    )
    return text


def flat_csv(records: Iterable[Mapping[str, Any]], columns: Sequence[str], own: Collection[str] = ()) -> str:
    """Flat records of any sort as CSV, in the same dress; binary floats have four decimals. `own`: columns whose
    texts are ours and no op-ed's ("+bounds"), written as they are."""
    import csv

    import pandas as pd

    rows = list(records)
    series = {name: _series([row[name] for row in rows], own=name in own) for name in columns}
    made = pd.DataFrame(series, columns=list(columns))
    text: str = made.to_csv(index=False, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    return text


def _series(values: list[Any], *, own: bool) -> "pd.Series[Any]":
    """Nullable numbers where all are numbers, else texts that no spreadsheet takes for a formula."""
    import pandas as pd

    known = [value for value in values if value is not None]
    if known and all(isinstance(value, (int, float)) for value in known):
        whole = all(float(value).is_integer() for value in known)
        numbers: pd.Series[Any] = pd.Series(values, dtype="Int64" if whole else "Float64").round(4)
        return numbers
    texts = [value if value is None else str(value) if own else disarm(str(value)) for value in values]
    return pd.Series(texts, dtype="object")


def _plain(column: Column, value: Any) -> Any:
    if value is None or column.kind in _DTYPES or column.kind == "text":
        return value
    return format(value, "f") if column.kind == "decimal" else value.isoformat()


def disarm(text: str | None) -> str | None:
    """The text, with one `'` in front if a spreadsheet could take it for a formula or it has such a `'` already."""
    return f"'{text}" if text and _FORMULA.match(text) else text
