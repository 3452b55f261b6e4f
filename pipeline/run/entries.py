"""What stands in the files of `shards/`, and what of it can be relied on (see `shards.py`)."""

import json
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any
from zlib import crc32

from pipeline.record import Failure, digest
from pipeline.run.result import PARTS, packed
from pipeline.store import TABLES, head

ENDS = (".jsonl.gz", *(f".{table}.csv.gz" for table in TABLES))
HEADS = (b"", *(packed(head(table).encode()) for table in TABLES))
"""Endings of a shard's files, and what stands in them before the members: in the order of `PARTS`."""
Row = dict[str, Any]
"""Plain values of one article: `where`; `key` if it could be read; then `id sizes counts made_by` of a document
(`sizes`: bytes of each of `PARTS`) or `reason advice` of a failure; `skipped`, `notes` and `like`, where there is
something to say."""
OUTCOME = ("id", "sizes", "counts", "made_by", "reason", "advice")
Placed = tuple[str, list[int], Row]
"""Key, where each of `PARTS` begins, and what came of it."""
DIGITS = 12
"""Of the hash of a shard's rows, at the end of its name."""
_NOTHING = [0] * len(PARTS)


def failed(failure: Failure) -> Row:
    """A failure as it stands in a row."""
    return {"reason": failure.reason, "advice": failure.advice}


def in_line(rows: Iterable[Row]) -> Iterator[Placed]:
    """What stands in the files of a shard, one document behind the other."""
    starts = list(map(len, HEADS))
    for row in rows:
        if "key" in row:
            yield row["key"], list(starts), {name: row[name] for name in OUTCOME if name in row}
        starts = [start + size for start, size in zip(starts, row.get("sizes", _NOTHING), strict=True)]


def starts_of(start: int, about: Row) -> list[int]:
    """Of members that stand behind each other in one file."""
    return list(accumulate(about.get("sizes", _NOTHING)[:-1], initial=start))


def placed(file: Path) -> list[Placed] | None:
    """What a shard holds; None if a file of it is missing or short, or its rows are not what its name says."""
    if not file.stem.endswith(digest(file.read_bytes().decode("utf-8", "replace"))[:DIGITS]):
        return None
    rows = list(lines_of(file))
    ends = list(map(len, HEADS))
    for row in rows:
        ends = [end + size for end, size in zip(ends, row.get("sizes", _NOTHING), strict=True)]
    files = [file.with_name(file.stem + end) for end in ENDS]
    if any(not one.exists() or one.stat().st_size != end for one, end in zip(files, ends, strict=True)):
        return None
    return list(in_line(rows))


def recovered(file: Path) -> list[Placed]:
    """The whole entries of a `.part`; what is torn at its end is cut off."""
    found, good = [], 0
    with file.open("r+b") as part:
        while (line := part.readline()).endswith(b"\n"):
            try:
                given = json.loads(line)
                key, crc, about = given["key"], given["crc"], given["about"]
                size = sum(about.get("sizes", _NOTHING))
            except (ValueError, KeyError, TypeError, AttributeError):
                break
            start = part.tell()
            data = part.read(size)
            if len(data) != size or crc32(data) != crc:
                break
            found.append((key, starts_of(start, about), about))
            good = part.tell()
        part.truncate(good)
    return found


def lines_of(file: Path) -> Iterator[Row]:
    with file.open("rb") as lines:
        for line in lines:
            yield json.loads(line)
