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


def metadata(given: Mapping[str, Any], called: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Keyword arguments for Article. Empty values are unknown. Raises Unreadable, naming the key, or what it is
    `called` in the file."""
    names = called or {}
    fields = {key: _string(names.get(key, key), given.get(key)) for key in (*KEYS, "published")}
    return {**fields, "published": day(fields["published"])}


def day(text: str | None) -> dt.date | None:
    """`2024-05-31`, also with a time after it. Raises Unreadable."""
    if text is None:
        return None
    match = _DAY.fullmatch(text)
    try:
        return dt.date.fromisoformat(match[1] if match else "")
    except ValueError:
        shown = json.dumps(text[:40], ensure_ascii=False)
        raise Unreadable(f"published {shown} is not a date (YYYY-MM-DD)") from None


def _string(key: str, value: Any) -> str | None:
    """Numbers are taken as they are written, because feeds count their articles."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is not None and not isinstance(value, str):
        raise Unreadable(f'"{key}" is not a string')
    value = (value or "").strip()
    try:
        return check_characters(value) or None
    except Unreadable as error:
        raise Unreadable(f'"{key}" {error}') from None
