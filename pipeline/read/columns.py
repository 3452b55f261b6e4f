"""Records of a file of many (JSON objects, rows of a table) → articles, by the names that the file has for things."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from pipeline.read.check import Unreadable, check
from pipeline.read.metadata import KEYS, metadata
from pipeline.record import Article

Columns = Mapping[str, str]
"""Field of an Article → the file's name for it, where that is another: `{"text": "body", "published": "date"}`."""
FIELDS = ("text", "published", *KEYS)


def article(where: str, given: Mapping[str, Any], columns: Columns, notes: tuple[str, ...] = ()) -> Article:
    """Raises Unreadable for a text that cannot be read, naming the file's own name of the field."""
    fields = {field: given.get(columns.get(field, field)) for field in FIELDS}
    known, lost = metadata(fields, columns)
    return Article(where=where, text=_text(fields, columns), **known, notes=(*notes, *lost))


def plain(value: Any) -> Any:
    """A value of a table as JSON would have it: days as ISO 8601, a whole float as an integer, NaN as nothing."""
    if isinstance(value, dt.date):  # a datetime is one too
        return value.isoformat()
    if isinstance(value, float):
        return int(value) if value.is_integer() else None if value != value else str(value)
    return value


def _text(fields: Mapping[str, Any], columns: Columns) -> str:
    name, text = columns.get("text", "text"), fields["text"]
    if text is None:
        raise Unreadable(f'has no "{name}"', "say which column holds the text: --column text=NAME")
    if not isinstance(text, str):
        raise Unreadable(f'"{name}" is not a string')
    try:
        return check(text)
    except Unreadable as error:
        raise Unreadable(f'"{name}" {error}') from None
