"""Who does the work, and what it is given."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from pipeline.read import Open, distinct, every
from pipeline.read.language import prepare
from pipeline.read.sources import WRITTEN
from pipeline.record import Article, Failure
from pipeline.run.blocks import Task
from pipeline.run.pool import Pool
from pipeline.run.result import Result, made
from pipeline.run.separate_process import Apart
from pipeline.run.summary import Options
from pipeline.run.worker import Extract, in_currency


class Work(Protocol):
    """Gives the place of each article, in any order, and what came of it. `fingerprint`: of all that decides it."""

    fingerprint: str

    def __call__(self, batches: Iterable[list[Task]]) -> Iterator[tuple[int, Result]]: ...


class Here:
    """In this process, by a function: for tests, and whoever has a pipeline in hand."""

    def __init__(self, extract: Extract, fingerprint: str = "") -> None:
        self._extract, self.fingerprint = extract, fingerprint

    def __call__(self, batches: Iterable[list[Task]]) -> Iterator[tuple[int, Result]]:
        under_way: deque[int] = deque()

        def articles() -> Iterator[Article]:
            for batch in batches:
                for place, article in batch:
                    under_way.append(place)
                    yield article

        for result in self._extract(articles()):
            yield under_way.popleft(), made(result)


@contextmanager
def workers(
    options: Options, extract: Extract | None = None, cluster: dict[str, Any] | None = None
) -> Iterator[Work]:
    """The pipeline in processes, or in Ray's actors (`cluster`: what a Cluster is made with), or `extract` in this one.
    Raises OSError if the pipeline cannot be loaded, or (also NoRates) if there are no rates for the currency that is
    asked for."""
    if extract is not None:
        yield Here(in_currency(extract, options.convert))
        return
    if not options.any_language:
        prepare()
    if cluster is not None:
        from pipeline.run.cluster import Cluster

        with Cluster(options, **cluster) as actors:
            yield actors
    else:
        with Pool(options) as pool:
            yield pool


def ours(out: Path) -> list[Path]:
    """What a run writes into `out` and the next must not take for op-eds."""
    return [out / name for name in sorted(WRITTEN)]


def held(
    sources: Sequence[str], out: Path, options: Options, opened: Open | None = None
) -> Iterator[Article | Failure]:
    """What the sources hold; formats that take a library are read in a process of their own."""
    own = Apart(options.seconds)
    try:
        yield from every(sources, without=ours(out), columns=dict(options.columns), opened=opened or own)
    finally:
        own.close()


def articles(items: Iterable[Article | Failure], options: Options) -> Iterator[Article | Failure]:
    """What is held, as the options want it: up to `limit` articles, and what failed before them."""
    todo = options.limit
    for item in distinct(items, only_english=not options.any_language):
        yield item
        if todo is not None:
            todo -= isinstance(item, Article)
            if todo <= 0:
                return
