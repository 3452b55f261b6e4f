"""Articles as Arrow tables → records as Arrow tables: for engines that cut a data set into batches themselves.

    frame.mapInArrow(records, SPARK)                                # Spark
    data.map_batches(Records, batch_format="pyarrow", concurrency=8)  # Ray Data

In: a column `text`, and what there is of `id`, `title`, `byline`, `outlet`, `url`, `language`, `published` (a day, or
YYYY-MM-DD). Out: `id`, `record` (the JSON line of `documents.jsonl`, without its line end) and `reason` (where there is
no record). A row depends on its own article only, so batches, partitions and tries that fail change nothing.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from pipeline.read import FIELDS
from pipeline.record import Article, Failure
from pipeline.run.summary import Options
from pipeline.run.worker import Extract, in_currency, load
from pipeline.store.missing import extra

with extra("parquet"):
    import pyarrow as pa

SPARK = "id string, record string, reason string"
"""The result's columns as Spark writes them."""
SCHEMA = pa.schema([("id", pa.string()), ("record", pa.string()), ("reason", pa.string())])


class Records:
    """The pipeline, loaded once; a table of articles → a table of records, row by row. Raises OSError or ValueError
    where the pipeline cannot be loaded."""

    def __init__(self, options: Options | None = None) -> None:
        self._extract = _loaded(options or Options())

    def __call__(self, articles: Any) -> Any:
        columns = [name for name in FIELDS if name in articles.schema.names]
        rows = [self._row(row) for row in articles.select(columns).to_pylist()]
        return pa.Table.from_pylist(rows, schema=SCHEMA)

    def _row(self, row: dict[str, Any]) -> dict[str, str | None]:
        if not isinstance(row.get("text"), str):
            return {"id": row.get("id"), "record": None, "reason": "has no text"}
        try:
            article = Article(where=row.get("id") or "a row", **row)
        except ValueError as error:
            return {"id": row.get("id"), "record": None, "reason": str(error).splitlines()[0]}
        result = next(self._extract([article]))
        if isinstance(result, Failure):
            return {"id": row.get("id"), "record": None, "reason": result.reason}
        return {"id": result.id, "record": result.to_json(), "reason": None}


def records(batches: Iterable[Any], options: Options | None = None) -> Iterator[Any]:
    """The same for a stream of record batches, as Spark's `mapInArrow` gives and takes them."""
    read = Records(options)
    for batch in batches:
        yield from read(pa.Table.from_batches([batch])).to_batches()


@cache
def _loaded(options: Options) -> Extract:
    """Once in a process, however many partitions come to it."""
    _, extract = load(options)
    return in_currency(extract, options.convert)
