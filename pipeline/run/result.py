"""What comes back of one article: a record as it stands in a shard, or a Failure."""

import gzip
from dataclasses import dataclass
from typing import Any

from pipeline.record import Document, Failure
from pipeline.run.summary import counted
from pipeline.store import line


@dataclass(frozen=True)
class Made:
    """`data` is the document's JSON line as one gzip member: members side by side are one file."""

    data: bytes
    about: dict[str, Any]
    """Plain values: `id`, `counts`, `made_by`."""


Result = Made | Failure


def made(result: Document | Failure) -> Result:
    """The same bytes for the same document, whoever packs it."""
    if isinstance(result, Failure):
        return result
    about = {"id": result.id, "counts": counted(result), "made_by": result.made_by.model_dump()}
    return Made(gzip.compress(line(result), 6, mtime=0), about)
