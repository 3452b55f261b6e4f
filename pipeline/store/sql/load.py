"""Records → database. The same again changes nothing; what changed is replaced, a document always in one transaction.

    summary = load("outputs", "sqlite:///outputs/claims.db")

A document stands there whole or not at all, old or new, whenever somebody reads and whatever ends the loader. Documents
that are no longer in the records are left alone.
"""

from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path

import sqlalchemy as sa

from pipeline.store.jsonl import BadRecord, Line, lines, parse
from pipeline.store.sql.engine import WAIT, NoDatabase, disposing, engine_of, still_there
from pipeline.store.sql.ledger import manifest_beside
from pipeline.store.sql.loading import Loaded, Loading
from pipeline.store.sql.prepare import prepared
from pipeline.store.unswept import unswept

__all__ = ["Loaded", "load"]

BATCH = 32
"""Documents that are looked up, and written in one transaction."""
LOOKED_AT = 1000
"""Lines of which one must be a record, for a database to be made of them."""


def load(
    found: str | Path,
    to: str,
    *,
    dry_run: bool = False,
    wait: float = WAIT,
    workers: int = 1,
    progress: Callable[[int], None] | None = None,
) -> Loaded:
    """Load a file of records, or every `.jsonl` of a folder, into the database of a URL.

    `dry_run` changes nothing, not even tables that are not there yet. `workers` - 1 other processes read the records
    while this one writes. `progress` is called with the number of documents done. A line that is no record, and a
    document that the database refuses, are failures in the result, and the rest is loaded.

    Raises BadTarget for a database that cannot be used (what was loaded before stays), FileNotFoundError for records
    that are not there, BadRecord for a file that holds something else, MissingExtra for a driver that is not installed.
    """
    path = Path(found)
    some, given = _begun(path)
    dry_run = dry_run or not some  # nothing can be loaded, so nothing is made
    engine = _engine(to, wait, dry_run=dry_run)
    with disposing(engine), unswept():
        loading = Loading(engine, manifest_beside(path), dry_run)
        for batch in prepared(loading.new(_batches(given)), workers):
            loading.write(batch)
            if progress:
                progress(loading.result.documents.total())
        result = loading.end()
    if result.changes and not dry_run:
        still_there(engine)
    return result


def _engine(to: str, wait: float, *, dry_run: bool) -> sa.Engine:
    """A database that is not there yet is as good as an empty one."""
    try:
        return engine_of(to, wait=wait, write=not dry_run)
    except NoDatabase:
        return engine_of("sqlite://")


def _begun(path: Path) -> tuple[bool, Iterator[Line]]:
    """Whether there are records among the first lines, and all lines. Raises BadRecord for a file that is plainly
    something else."""
    given = lines(path)
    first = list(islice(given, 1))
    if not first:
        raise BadRecord(f"{path}: holds no records")
    if not first[0].data.startswith(b"{"):
        raise BadRecord(f"{first[0].where}: no record, which would begin with {{")
    while not (some := _is_record(first[-1])) and len(first) < LOOKED_AT and (each := next(given, None)):
        first.append(each)
    return some or len(first) == LOOKED_AT, chain(first, given)


def _is_record(line: Line) -> bool:
    try:
        parse(line)
    except BadRecord:
        return False
    return True


def _batches(given: Iterator[Line]) -> Iterator[list[Line]]:
    while batch := list(islice(given, BATCH)):
        yield batch
