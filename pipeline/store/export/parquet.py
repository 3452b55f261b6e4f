"""Records as Parquet: nested as they are, or the flat tables. The one place that imports pyarrow.

The nested schema is made from `record/`. Figures are decimal(38, 9), exact; days are date32; texts are strings.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from pipeline.record import Amount, Converted, Document, Record, Sum, parts
from pipeline.store.columns import TABLES
from pipeline.store.export.flat import batches
from pipeline.store.export.unfit import Unfit
from pipeline.store.missing import extra
from pipeline.store.tables import rows

with extra("parquet"):
    import pyarrow as pa
    import pyarrow.parquet as pq

DIGITS = pa.decimal128(38, 9)
_PLAIN: dict[Any, Any] = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(),
                          dt.date: pa.date32(), Decimal: DIGITS}  # fmt: skip
_KINDS = {"text": pa.string(), "integer": pa.int64(), "decimal": DIGITS, "number": pa.float64(), "day": pa.date32(),
          "flag": pa.bool_()}  # fmt: skip
_READ: dict[str, Callable[[Any], Any]] = {"decimal": Decimal, "day": dt.date.fromisoformat}


def nested(documents: Iterable[Document], to: Path) -> None:
    """One op-ed a row, in the shape of the record. Raises Unfit for a figure of more digits than `DIGITS` holds."""
    schema = pa.schema([_field(name, info) for name, info in Document.model_fields.items()])
    with pq.ParquetWriter(to, schema) as writer:
        for batch in batches(documents):
            writer.write_table(_table([_plain(document) for document in batch], schema, batch))


def flat(documents: Iterable[Document], folder: Path) -> None:
    """`claims.parquet`, `amounts.parquet` … in a folder: the columns of the CSV files. Raises Unfit, as `nested`."""
    schemas = {
        table: pa.schema([pa.field(c.name, _KINDS[c.kind], metadata={"meaning": c.meaning}) for c in columns])
        for table, columns in TABLES.items()
    }
    with ExitStack() as stack:
        writers = {
            table: stack.enter_context(pq.ParquetWriter(folder / f"{table}.parquet", schema))
            for table, schema in schemas.items()
        }
        for batch in batches(documents):
            for table, schema in schemas.items():
                found = [_typed(table, row) for document in batch for row in rows(table, document)]
                writers[table].write_table(_table(found, schema, batch))


def _table(found: list[dict[str, Any]], schema: Any, batch: list[Document]) -> Any:
    try:
        return pa.Table.from_pylist(found, schema=schema)
    except pa.ArrowInvalid as error:
        raise Unfit(f"{_culprit(batch)} holds what Parquet does not: {str(error).splitlines()[0]}") from None


def _culprit(batch: list[Document]) -> str:
    """The first document with a figure that is too long, and where it stands."""
    for document in batch:
        for amount in document.amounts:
            rate = amount.converted.rate if amount.converted is not None else None
            if _too_long(amount, rate) or (amount.converted is not None and _too_long(amount.converted)):
                return f"document {document.id}: its amount {amount.id}"
        for one in document.sums:
            if _too_long(one):
                return f"document {document.id}: its sum {one.id}"
    return "a document"


def _too_long(held: Amount | Converted | Sum, *more: Decimal | None) -> bool:
    values = (held.value, held.low, held.high, *more)
    return any(v is not None and (abs(v) >= Decimal(10) ** 29 or v != round(v, 9)) for v in values)


def _typed(table: str, row: dict[str, Any]) -> dict[str, Any]:
    return {
        column.name: _READ[column.kind](value) if column.kind in _READ and value is not None else value
        for column, value in zip(TABLES[table], row.values(), strict=True)
    }


def _plain(value: Any) -> Any:
    """A record as dicts and lists; its figures stay decimals, which `model_dump` would make texts."""
    if isinstance(value, Record):
        return {name: _plain(getattr(value, name)) for name in type(value).model_fields}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _field(name: str, info: FieldInfo) -> Any:
    meaning = {"meaning": info.description} if info.description else None
    return pa.field(name, _type(info.annotation), type(None) in parts(info.annotation), metadata=meaning)


def _type(annotation: Any) -> Any:
    """The Arrow type of a field's type."""
    inside = [part for part in get_args(annotation) if part not in (type(None), Ellipsis)]
    if get_origin(annotation) is tuple:
        return pa.list_(pa.field("item", _type(inside[0]), False))
    if get_origin(annotation) is Literal:
        return pa.string()
    if inside:
        return _type(inside[0])
    if issubclass(annotation, Record):
        return pa.struct([_field(name, info) for name, info in annotation.model_fields.items()])
    return _PLAIN[annotation]
