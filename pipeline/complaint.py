"""What pydantic refuses, in words of ours: a clause that follows the name of the field, "is missing"."""

import json
import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

LONGEST = 40
"""Characters of a value that are shown."""
_WORDS = {
    "missing": "is missing",
    "extra_forbidden": "is no field that is known here",
    "json_invalid": "is not JSON ({error})",
    "json_type": "is not JSON",
    "literal_error": "is {input}, none of {expected}",
    "enum": "is {input}, none of {expected}",
    "none_required": "is {input}, where nothing may stand",
    "finite_number": "is {input}, no finite number",
    "greater_than": "is {input}, where more than {gt:g} is wanted",
    "greater_than_equal": "is {input}, where {ge:g} or more is wanted",
    "less_than": "is {input}, where less than {lt:g} is wanted",
    "less_than_equal": "is {input}, where {le:g} or less is wanted",
    "string_too_short": "is {input}, shorter than {min_length}",
    "string_too_long": "has more than {max_length:,} characters",
    "string_pattern_mismatch": "is {input}, which is not of the form {pattern}",
    "too_short": "has fewer than {min_length}",
    "too_long": "has more than {max_length:,}",
}
"""pydantic's type of an error → what is said, with what it tells of it."""
_KINDS = {
    "string": "text",
    "int": "a whole number",
    "float": "a number",
    "decimal": "a number",
    "bool": "true or false",
    "date": "a date (YYYY-MM-DD)",
    "datetime": "a time (ISO 8601)",
    "list": "a list",
    "tuple": "a list",
    "dict": "an object",
    "mapping": "an object",
    "model": "an object",
}
"""The beginning of a type (`date_from_datetime_parsing`) → what was wanted."""
_PLACE = re.compile(r" at line 1 column (\d{1,12})")


def not_json(error: ValueError | RecursionError) -> str:
    """What Python's reader of JSON raises, with the place: `is not JSON (Unterminated string at column 10)`."""
    if isinstance(error, RecursionError):
        return "is not JSON (nested too deeply)"
    if not isinstance(error, json.JSONDecodeError):  # an integer of more digits than Python reads
        return "is not JSON (a number is too long)"
    line = f"line {error.lineno}, " if error.lineno > 1 else ""
    return f"is not JSON ({error.msg.removesuffix(' starting at')} at {line}column {error.colno})"


def first(error: ValidationError) -> tuple[tuple[int | str, ...], str]:
    """Where the first complaint stands, and what it is."""
    complaint = error.errors(include_url=False)[0]
    return complaint["loc"], clause(complaint)


def clause(complaint: Mapping[str, Any]) -> str:
    """One of `ValidationError.errors()`. What a validator of ours says is taken as it is."""
    kind, told = complaint["type"], dict(complaint.get("ctx", {}))
    if kind in ("value_error", "assertion_error"):
        return str(complaint["msg"]).split(", ", 1)[-1]
    if kind == "json_invalid":  # of one line: it is 1 in itself
        said = str(told["error"]).replace("EOF while parsing", "it breaks off within")
        told["error"] = _PLACE.sub(r" at column \1", said)
    if kind in _WORDS:
        return _WORDS[kind].format(**{**told, "input": _shown(complaint["input"])})
    if wanted := _KINDS.get(kind.split("_")[0]):
        return f"is {_shown(complaint['input'])}, not {wanted}"
    return str(complaint["msg"])


def _shown(value: Any) -> str:
    """Values of JSON in short; of what holds others, only what it is."""
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        text = repr(value)
        return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, (list, tuple)):
        return "a list"
    return {None: "null", True: "true", False: "false"}.get(value, type(value).__name__)
