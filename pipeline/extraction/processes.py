"""Many articles in several processes, their records in the order given."""

import datetime as dt
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from pipeline import assemble
from pipeline.extraction.article import tried
from pipeline.record import Article, Document, Failure

BATCH = 2  # articles handed to a worker at once; more would hold back what is finished


def in_processes(
    articles: Iterable[Article], path: Path | None, workers: int, published: dt.date | None, with_text: bool
) -> Iterator[Document | Failure]:
    """A window of batches in flight, results taken in order: memory stays bounded however many articles come."""
    todo = iter(articles)
    window: deque[Future[list[Document | Failure]]] = deque()
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _start, (path, published, with_text))
    try:
        while True:
            while len(window) < 2 * workers and (batch := list(islice(todo, BATCH))):
                window.append(pool.submit(_work, batch))
            if not window:
                return
            yield from window.popleft().result()
    finally:  # also when the reader stops early: what has not begun is dropped
        pool.shutdown(cancel_futures=True)


_WORKER: dict[str, Any] = {}  # what a worker process keeps between batches


def _start(path: Path | None, published: dt.date | None, with_text: bool) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends the pool
    _WORKER.update(nlp=assemble.load(path), published=published, with_text=with_text)


def _work(batch: list[Article]) -> list[Document | Failure]:
    return [tried(article, **_WORKER) for article in batch]
