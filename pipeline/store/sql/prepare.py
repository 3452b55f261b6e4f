"""Lines of records → what goes into the database, in this process or in others."""

import gc
import hashlib
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_context, parent_process
from typing import NamedTuple

from pipeline.record import Failure, MadeBy
from pipeline.store.jsonl import BadRecord, Line, parse
from pipeline.store.sql.document import rows
from pipeline.store.sql.rows import Row

AHEAD = 3
"""Batches that a worker may be ahead: bounds the memory."""


class Prepared(NamedTuple):
    """A document's rows, table by table; `content` is the hash of its line."""

    where: str
    document: str
    content: str
    sha256: str
    made_by: MadeBy
    rows: dict[str, list[Row]]


def content(line: bytes) -> str:
    """SHA-256 of a record's line, without spaces around it: the same content, the same bytes."""
    return hashlib.sha256(line).hexdigest()


def prepare(line: Line) -> Prepared | Failure:
    """A document's rows, or why there are none."""
    try:
        document = parse(line)
    except BadRecord as error:
        return Failure(where=line.where, reason=str(error).removeprefix(f"{line.where}: "))
    if b"\\u0000" in line.data:
        return Failure(where=line.where, reason=f"document {document.id} holds a NUL, which is no text")
    made = rows(document)
    return Prepared(line.where, document.id, content(line.data), document.sha256, document.made_by, made)


def prepared(batches: Iterable[Sequence[Line]], workers: int = 1) -> Iterator[list[Prepared | Failure]]:
    """The batches, in order. With `workers` > 1 in as many other processes, a few batches ahead."""
    if workers < 2:
        yield from map(_batch, batches)
        return
    waiting: deque[Future[list[Prepared | Failure]]] = deque()
    with ProcessPoolExecutor(workers - 1, get_context("spawn"), initializer=_start) as pool:
        try:
            for batch in batches:
                waiting.append(pool.submit(_batch, batch))
                if len(waiting) > AHEAD * (workers - 1):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool:
            raise ChildProcessError("a worker was ended from outside; load again") from None
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _batch(lines: Sequence[Line]) -> list[Prepared | Failure]:
    return [prepare(line) for line in lines]


def _start() -> None:
    """In a worker: Ctrl-C is for the parent, which ends the pool; if the parent is killed, the worker ends too,
    which would else wait for ever. No garbage is looked for: records hold no cycles, and looking for some takes
    three quarters of the time of reading them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    if parent := parent_process():
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
