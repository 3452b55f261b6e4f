"""A plain text file is one op-ed."""

from collections.abc import Iterable, Iterator

from pipeline.read.check import check, whole
from pipeline.read.columns import Columns
from pipeline.read.encoding import decode
from pipeline.record import Article


def read(stream: Iterable[bytes], where: str, columns: Columns) -> Iterator[Article]:
    """One article: everything that the file holds. Raises Unreadable."""
    text, notes = decode(whole(stream))
    yield Article(where=where, text=check(text), notes=notes)
