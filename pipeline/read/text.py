"""A plain text file is one op-ed."""

from collections.abc import Iterable, Iterator

from pipeline.read.check import check, decode
from pipeline.record import Article


def read(lines: Iterable[bytes], where: str) -> Iterator[Article]:
    """One article: everything that the lines hold. Raises Unreadable."""
    yield Article(where=where, text=check(decode(b"".join(lines))))
