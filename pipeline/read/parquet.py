"""Parquet: one op-ed a row. The one place that imports pyarrow (`opclaims[parquet]`)."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.read.check import Unreadable, missing, whole
from pipeline.read.columns import FIELDS, Columns, article, plain
from pipeline.record import Article, Failure

_ROWS = 64  # in memory at a time
_PACKED = 256 * 2**20  # bytes of a file that comes out of a .zip or .gz, and so cannot be read in place


def read(stream: Iterable[bytes], where: str, columns: Columns) -> Iterator[Article | Failure]:
    """An article or a Failure for each row, rows numbered from 1. Raises Unreadable for what is no Parquet file."""
    file = _file(stream)
    wanted = [columns.get(field, field) for field in FIELDS]
    names = [name for name in file.schema_arrow.names if name in wanted]
    number = 0
    for row in _rows(file, names):
        number += 1
        place = f"{where} row {number}"
        try:
            yield article(place, {name: plain(value) for name, value in row.items()}, columns)
        except Unreadable as error:
            yield Failure(where=place, reason=str(error), advice=error.advice)
    if not number:
        raise Unreadable("holds no rows")


def count(stream: Iterable[bytes]) -> int:
    return int(_file(stream).metadata.num_rows)


def _file(stream: Iterable[bytes]) -> Any:
    try:
        import pyarrow.parquet as parquet
    except ImportError:
        raise missing("pyarrow", "parquet") from None
    seekable = isinstance(stream, io.IOBase) and stream.seekable()
    try:
        return parquet.ParquetFile(stream if seekable else io.BytesIO(whole(stream, _PACKED)))
    except (OSError, ValueError) as error:  # pyarrow's errors are of these kinds
        raise _broken(error) from None


def _rows(file: Any, names: list[str]) -> Iterator[dict[str, Any]]:
    try:
        for batch in file.iter_batches(batch_size=_ROWS, columns=names):
            yield from batch.to_pylist()
    except (OSError, ValueError) as error:
        raise _broken(error) from None


def _broken(error: Exception) -> Unreadable:
    return Unreadable(f"is no Parquet file, or is damaged ({str(error).splitlines()[0][:100]})")
