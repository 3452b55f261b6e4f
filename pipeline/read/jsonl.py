"""JSON Lines: one op-ed a line, `{"text": "…", "id": …, "title": …, "published": "2024-05-31", …}`."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.complaint import not_json
from pipeline.read.check import MAX_BYTES, Unreadable, lines
from pipeline.read.columns import Columns, article
from pipeline.read.encoding import strict
from pipeline.record import Article, Failure


def read(stream: Iterable[bytes], where: str, columns: Columns) -> Iterator[Article | Failure]:
    """An article or a Failure for each line that is not blank. Raises Unreadable if all are blank."""
    number, empty = 0, True
    for number, line in enumerate(lines(stream), start=1):
        if line is not None and not line.strip():
            continue
        empty = False
        place = f"{where} line {number}"
        try:
            yield article(place, _object(line), columns)
        except Unreadable as error:
            yield Failure(where=place, reason=str(error), advice=error.advice)
    if empty:
        raise Unreadable("is empty" if number == 0 else "holds no records")


def _object(line: bytes | None) -> dict[str, Any]:
    if line is None:
        raise Unreadable(f"has more than {MAX_BYTES // 2**20} MB on one line", "split it")
    try:
        given = json.loads(strict(line).rstrip())
    except Unreadable:
        raise
    except (ValueError, RecursionError) as error:
        raise Unreadable(not_json(error)) from None
    if not isinstance(given, dict):
        raise Unreadable("is not a JSON object ({…})")
    return given
