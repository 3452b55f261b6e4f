"""Workers: processes that outlive what they are given to read.

Each has a batch of its own. One that dies loses one article's work: that article is tried again alone, by another
process, and given up when it kills that one too; the rest of the batch goes to whoever is free. One that takes too
long over an article is ended; one that dies while it loads the pipeline is replaced, a few times. Results come as they
are finished, in no order.
"""

import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import wait
from types import TracebackType

from pipeline.record import Failure
from pipeline.run.blocks import Task
from pipeline.run.process import GONE, Worker
from pipeline.run.result import Result
from pipeline.run.summary import Options
from pipeline.run.worker import Load, load

LIVES = 2
"""Processes that an article may cost."""
STARTS = 3
"""Processes in a row that may end while they load the pipeline; that many say that it cannot be loaded here."""


class Pool:
    """`with Pool(options) as pool: for place, result in pool(batches): …`. Raises OSError where the pipeline cannot
    be loaded; its message is the pipeline's."""

    def __init__(self, options: Options, load: Load = load) -> None:
        self._options, self._load = options, load
        self._deaths: Counter[int] = Counter()
        self._again: deque[list[Task]] = deque()
        self._unborn = 0  # processes in a row that ended while they loaded the pipeline

    def __enter__(self) -> "Pool":
        self._workers = [Worker(self._options, self._load) for _ in range(self._options.workers)]
        try:
            while not self._workers[0].ready:
                try:
                    self.fingerprint = self._greeted(self._workers[0])
                except GONE:
                    self._anew(0)
        except BaseException:
            self._end()
            raise
        return self

    def __call__(self, batches: Iterable[list[Task]]) -> Iterator[tuple[int, Result]]:
        """Each article's place and what came of it. The next batch is asked for when somebody is free."""
        source, batch = iter(batches), None
        while True:
            for worker in self._workers:
                batch = batch or self._next(source)
                if batch and worker.ready and not worker.todo:
                    worker.give(batch)
                    batch = None
            if not batch and not any(worker.todo for worker in self._workers):
                return
            wait([worker.pipe for worker in self._workers], timeout=self._patience())
            yield from self._heard()

    def _next(self, source: Iterator[list[Task]]) -> list[Task] | None:
        return self._again.popleft() if self._again else next(source, None)

    def _heard(self) -> Iterator[tuple[int, Result]]:
        now = time.monotonic()
        for at, worker in enumerate(self._workers):
            try:
                while worker.pipe.poll():
                    yield from self._message(worker)
            except GONE:
                yield from self._replace(at, None)
                continue
            if worker.todo and now - worker.since > self._options.seconds:
                yield from self._replace(at, _too_long(worker, self._options.seconds))

    def _message(self, worker: Worker) -> Iterator[tuple[int, Result]]:
        if not worker.ready:
            self._greeted(worker)
            return
        place, result = worker.pipe.recv()
        worker.todo.popleft()
        worker.since = time.monotonic()
        yield place, result

    def _greeted(self, worker: Worker) -> str:
        """Its fingerprint. Raises OSError where it cannot load the pipeline, one of `GONE` where it has ended."""
        fingerprint, problem = worker.pipe.recv()
        if problem is not None:
            raise OSError(problem)
        worker.ready, self._unborn = True, 0
        return str(fingerprint)

    def _anew(self, at: int) -> int:
        """Another worker in this one's place; how that one ended."""
        worker = self._workers[at]
        how = worker.end()
        self._unborn += not worker.ready
        if self._unborn >= STARTS:
            raise OSError(f"the process that loads it ended ({_how(how)})")
        self._workers[at] = Worker(self._options, self._load)
        return how

    def _replace(self, at: int, failure: Failure | None) -> Iterator[tuple[int, Result]]:
        """Another worker in this one's place. `failure`: what to say of the article it is at, if not that it died."""
        worker = self._workers[at]
        how = self._anew(at)
        if not worker.todo:
            return
        place, article = worker.todo.popleft()
        if worker.todo:
            self._again.append(list(worker.todo))
        self._deaths[place] += 1
        if failure is None and self._deaths[place] < LIVES:
            self._again.append([(place, article)])
        else:
            yield place, failure or _deadly(article.where, how)

    def _patience(self) -> float | None:
        """Seconds until somebody has taken too long."""
        begun = [worker.since for worker in self._workers if worker.todo]
        return max(0.0, min(begun) + self._options.seconds - time.monotonic()) + 0.01 if begun else None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def _end(self) -> None:
        for worker in self._workers:
            worker.end()


def _too_long(worker: Worker, seconds: float) -> Failure:
    return Failure(
        where=worker.todo[0][1].where,
        reason=f"took longer than {seconds:g} s",
        advice="give it more time (--timeout), or split it",
    )


def _deadly(where: str, how: int) -> Failure:
    return Failure(
        where=where,
        reason=f"ended the process that read it, twice ({_how(how)})",
        advice="look whether the machine has memory enough; if so, please report the text",
    )


def _how(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"
