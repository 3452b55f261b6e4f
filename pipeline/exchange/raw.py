"""JSON as others write it: read, and asked for what has to be there; or one sentence."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.complaint import not_json
from pipeline.exchange.layers import Refused


def text_file(path: Path) -> str:
    """UTF-8, with or without a byte order mark, line ends as they are."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"{path.name}: is not UTF-8 (byte {error.start})") from None


def json_file(path: Path) -> Any:
    return _parsed(text_file(path), path.name)


def json_lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """(file and line, object) of each line that is not empty."""
    for number, line in enumerate(text_file(path).split("\n"), start=1):
        if line.strip():
            where = f"{path.name} line {number}"
            item = _parsed(line, where)
            if not isinstance(item, dict):
                raise Refused(f"{where}: is no JSON object")
            yield where, item


def need(item: Any, key: str, kind: Any, where: str, advice: str = "") -> Any:
    """`item[key]`, of that kind."""
    value = item.get(key) if isinstance(item, dict) else None
    if not isinstance(value, kind) or isinstance(value, bool):
        more = f": {advice}" if advice else ""
        raise Refused(f"{where}: has no {key!r} of the right kind{more}")
    return value


def whole_number(item: Any, key: str, where: str) -> int:
    value: int = need(item, key, int, where)
    return value


def listed(item: Any, key: str, where: str) -> list[Any]:
    """`item[key]`, which may be missing."""
    return [] if item.get(key) is None else list(need(item, key, list, where))


def named(item: Any, key: str, where: str) -> str | None:
    """`item[key]`, an id that may be missing."""
    return None if item.get(key) is None else str(need(item, key, (str, int), where))


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(f"{where}: {not_json(error)}") from None
