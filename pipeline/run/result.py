"""What comes back of one article: its record and rows as they stand in a shard, or a Failure."""

import gzip
from dataclasses import dataclass
from typing import Any

from pipeline.record import Document, Failure
from pipeline.run.summary import counted
from pipeline.store import TABLES, csv_rows, line

PARTS = ("documents", *TABLES)
"""What a document is written as: a JSON line, and rows of five tables."""


@dataclass(frozen=True)
class Made:
    """`data`: of each of `PARTS` one gzip member; members one behind the other are one gzip file."""

    data: tuple[bytes, ...]
    about: dict[str, Any]
    """Plain values: `id`, `counts`, `made_by`."""


Result = Made | Failure


def made(result: Document | Failure) -> Result:
    """The same bytes for the same document, whoever packs it."""
    if isinstance(result, Failure):
        return result
    about = {"id": result.id, "counts": counted(result), "made_by": result.made_by.model_dump()}
    rows = (csv_rows(table, result).encode("utf-8") for table in TABLES)
    return Made(tuple(packed(part) for part in (line(result), *rows)), about)


def packed(data: bytes) -> bytes:
    return gzip.compress(data, 6, mtime=0)
