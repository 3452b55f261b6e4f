"""What a run would do, and how long it would take; nothing is written."""

import time
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from pipeline.record import Article, Failure, Skip
from pipeline.run.files import alone
from pipeline.run.key import key
from pipeline.run.shards import Shards
from pipeline.run.summary import Options
from pipeline.run.work import Work, articles, held

_SAMPLE = 3  # op-eds that are read to know the speed


@dataclass
class Plan:
    """`done` are in the folder already; `seconds` is an estimate from the first op-eds that are not."""

    todo: int = 0
    words: int = 0
    done: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0


def plan(
    sources: Sequence[str],
    out: Path,
    options: Options,
    work: Work,
    items: Iterable[Article | Failure] | None = None,
) -> Plan:
    """Read all files, extract the first few op-eds to take the time. `items`, and what is raised, are as of `run`."""
    made, sample = Plan(), list[Article]()
    store = out / "shards"
    with ExitStack() as stack:
        known = None
        if store.is_dir() and not options.fresh:
            stack.enter_context(alone(store / "lock"))
            known = Shards(store)
        for item in articles(items or held(sources, out, options), options):
            if isinstance(item, Failure):
                made.skipped += isinstance(item, Skip)
                made.failed += not isinstance(item, Skip)
            elif known and "sizes" in (known.find(key(item, options, work.fingerprint)) or {}):
                made.done += 1
            else:
                made.todo += 1
                made.words += len(item.text.split())
                sample += [item] if len(sample) < _SAMPLE else []
    made.seconds = _seconds(sample, made.words, work) / options.workers
    return made


def _seconds(sample: list[Article], words: int, work: Work) -> float:
    """Of one worker for so many words, by the second time it reads the sample: the first pays for warming up."""
    if not sample:
        return 0.0
    batch = list(enumerate(sample))
    for _ in range(2):
        started = time.perf_counter()
        list(work([batch]))
        took = time.perf_counter() - started
    return took * words / sum(len(article.text.split()) for article in sample)
