"""A plain text file is one op-ed."""

from collections.abc import Iterable, Iterator

from pipeline.read.check import whole
from pipeline.read.columns import Columns
from pipeline.read.encoding import decode
from pipeline.read.parted import parted
from pipeline.record import Article, Failure


def read(stream: Iterable[bytes], where: str, columns: Columns) -> Iterator[Article | Failure]:
    """One article: everything that the file holds; of a very long text its parts. Raises Unreadable."""
    text, notes = decode(whole(stream))
    yield from parted(where, text, notes)
