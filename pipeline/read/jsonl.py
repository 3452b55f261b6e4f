"""JSON Lines: one op-ed a line, `{"text": "…", "id": …, "title": …, "published": "2024-05-31", …}`."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pipeline.read.check import Unreadable, check, decode
from pipeline.read.metadata import metadata
from pipeline.record import Article, Failure


def read(lines: Iterable[bytes], where: str) -> Iterator[Article | Failure]:
    """An article or a Failure for each line that is not blank. Raises Unreadable if all are blank."""
    number, empty = 0, True
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        empty = False
        place = f"{where} line {number}"
        try:
            given = _object(decode(line))
            yield Article(where=place, text=_text(given), **metadata(given))
        except Unreadable as error:
            yield Failure(where=place, reason=str(error))
    if empty:
        raise Unreadable("is empty" if number == 0 else "holds no records")


def count(path: Path) -> int:
    """Lines that are not blank; 0 if the file cannot be read (reading it will say so)."""
    try:
        with path.open("rb") as file:
            return sum(1 for line in file if line.strip())
    except OSError:
        return 0


def _object(line: str) -> dict[str, Any]:
    try:
        given = json.loads(line.rstrip())
    except json.JSONDecodeError as error:
        raise Unreadable(f"is not JSON ({error.msg} at column {error.colno})") from None
    except RecursionError:
        raise Unreadable("is not JSON (nested too deeply)") from None
    except ValueError:  # an integer of more digits than Python reads
        raise Unreadable("is not JSON (a number is too long)") from None
    if not isinstance(given, dict):
        raise Unreadable("is not a JSON object ({…})")
    return given


def _text(given: dict[str, Any]) -> str:
    text = given.get("text")
    if text is None:
        raise Unreadable('has no "text"')
    if not isinstance(text, str):
        raise Unreadable('"text" is not a string')
    try:
        return check(text)
    except Unreadable as error:
        raise Unreadable(f'"text" {error}') from None
