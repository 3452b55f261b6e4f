"""How many articles to expect, for a bar of progress: cheap, and nearly right."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

from pipeline.read import parquet
from pipeline.read.check import Unreadable
from pipeline.read.sources import find
from pipeline.record import Failure


def count(sources: Sequence[str], *, without: Sequence[Path] = ()) -> int | None:
    """Files, lines of JSONL that are not blank, rows, members; None if standard input is among the sources. What cannot
    be read counts 0 (reading it will say so); a feed, and what a `.gz` holds, 1."""
    total = 0
    for found in find(sources, without=without):
        if isinstance(found, Failure):
            continue
        if found.path is None:
            return None
        total += _in(found.path, found.format)
    return total


def _in(path: Path, form: str) -> int:
    try:
        with path.open("rb") as file:
            if form == "jsonl":
                return sum(1 for line in file if line.strip())
            if form == "table":
                return max(0, sum(1 for line in file if line.strip()) - 1)
            if form == "parquet":
                return parquet.count(file)
            if form == "zip":
                with zipfile.ZipFile(file) as packed:
                    return sum(bool(one.filename) and not one.is_dir() for one in packed.infolist())
    except (OSError, Unreadable, zipfile.BadZipFile):
        return 0
    return 1
