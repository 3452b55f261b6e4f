"""How many articles to expect, for a bar of progress: cheap beside reading them, and nearly right."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.read import parquet
from pipeline.read.check import Unreadable, lines
from pipeline.read.packed import DAMAGED, members, unpacked
from pipeline.read.sources import find, format_of
from pipeline.record import Failure


def count(sources: Sequence[str], *, without: Sequence[Path] = ()) -> int | None:
    """Files, lines of JSONL that are not blank, rows, also of packed ones; None if standard input is among the sources.
    What cannot be read counts 1 (reading it will say so); so does a feed."""
    total = 0
    for found in find(sources, without=without):
        if isinstance(found, Failure):
            total += 1
        elif found.path is None:
            return None
        else:
            total += _of(found.path, found.format)
    return total


def _of(path: Path, form: str) -> int:
    if form not in _COUNTED and form not in ("gz", "zip", "parquet"):
        return 1
    try:
        with path.open("rb") as file:
            if form == "parquet":
                return parquet.count(file)
            if form == "gz":
                return _in(unpacked(file), format_of(path.name.removesuffix(path.suffix)))
            if form == "zip":
                return sum(_in(member, format_of(name)) for name, member in members(file))
            return _in(file, form)
    except (OSError, Unreadable, *DAMAGED):
        return 1


def _in(stream: Iterable[bytes], form: str | None) -> int:
    return _COUNTED[form](stream) if form in _COUNTED else 1


def _lines(stream: Iterable[bytes]) -> int:
    return sum(1 for line in lines(stream) if line is None or line.strip())


def _rows(stream: Iterable[bytes]) -> int:
    """Without the line of names; a cell may hold line ends."""
    rows = -1
    try:
        for row in csv.reader((line or b"").decode("latin-1") for line in lines(stream)):
            rows += bool(row)
    except csv.Error:
        rows += 1
    return max(0, rows)


_COUNTED = {"jsonl": _lines, "table": _rows}
