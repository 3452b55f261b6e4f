"""What a file says about its op-ed: keys of front matter or of a JSON object → fields of an Article."""

import datetime as dt
import json
import re
from collections.abc import Mapping
from typing import Any

from pipeline.read.check import Unreadable, check_characters

KEYS = ("id", "title", "byline", "outlet", "url", "language")
"""Taken over as text, beside `published`; other keys are passed over."""

_DAY = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?", re.ASCII
)
"""ISO 8601: a day, or a time whose day is taken as it is written there, in the time zone of the paper."""


def metadata(
    given: Mapping[str, Any], called: Mapping[str, str] | None = None
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Keyword arguments for Article, and a note on each value that cannot be used, naming the key, or what it is
    `called` in the file: such a value is left unknown, as an empty one is, for the text can be read without it."""
    names, fields, notes = called or {}, dict[str, Any](), list[str]()
    for key in (*KEYS, "published"):
        fields[key] = None
        try:
            value = _string(given.get(key))
            fields[key] = day(value) if key == "published" else value
        except Unreadable as error:
            notes.append(f'"{names.get(key, key)}" {error}: left unknown')
    return fields, tuple(notes)


def day(text: str | None) -> dt.date | None:
    """`2024-05-31`, also with a time after it. Raises Unreadable."""
    if text is None:
        return None
    match = _DAY.fullmatch(text)
    try:
        return dt.date.fromisoformat(match[1] if match else "")
    except ValueError:
        shown = json.dumps(text[:40], ensure_ascii=False)
        raise Unreadable(f"is {shown}, which is not a date (YYYY-MM-DD)") from None


def _string(value: Any) -> str | None:
    """Numbers are taken as they are written, because feeds count their articles."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is not None and not isinstance(value, str):
        raise Unreadable("is not a string")
    return check_characters((value or "").strip()) or None
