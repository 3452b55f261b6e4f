"""Workers on other machines: Ray actors that load the pipeline once, and are handed batches as processes are.

    with Cluster(options, address="auto") as work: run(sources, out, options=options, work=work)

Nothing else about a run is other than on one machine: what comes back goes into the same shards, so that it is resumed
in the same way and gives the same bytes. Another actor takes the place of one that dies; each article of its batch is
then tried alone, and given up when it kills a second actor. One that takes too long is ended; the time an actor takes
to start and to load the pipeline is nobody's.
"""

import os
import socket
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Any, NamedTuple

from pipeline.record import Failure
from pipeline.run.blocks import Task
from pipeline.run.pool import LIVES, STARTS
from pipeline.run.result import Result, made
from pipeline.run.summary import Options
from pipeline.run.worker import Load, in_currency, load
from pipeline.store.missing import extra


class Reader:
    """What an actor is: the pipeline, loaded. Raises OSError or ValueError where it cannot be."""

    def __init__(self, options: Options, load: Load) -> None:
        self._fingerprint, extract = load(options)
        self._extract = in_currency(extract, options.convert)

    def fingerprint(self) -> str:
        """Of all that decides what is found."""
        return self._fingerprint

    def read(self, batch: list[Task]) -> list[tuple[int, Result]]:
        """The place of each article, and what came of it."""
        return [(place, made(next(self._extract([article])))) for place, article in batch]


class Given(NamedTuple):
    """A batch under way: with whom, and until when (seconds of the monotonic clock)."""

    reader: Any
    batch: list[Task]
    until: float


class Cluster:
    """A Work. `address`: of a running cluster (`auto`, `ray://…`); None: one is made of this machine. `readers`: how
    many actors, at most; one processor of the cluster is always left to others. Raises OSError where it cannot start,
    and MissingExtra without Ray."""

    def __init__(
        self,
        options: Options,
        load: Load = load,
        *,
        address: str | None = None,
        readers: int | None = None,
        dashboard: bool = False,
    ) -> None:
        self._options, self._load = options, load
        self._address, self._readers, self._dashboard = address, readers, dashboard
        self._deaths: Counter[int] = Counter()
        self._again: deque[list[Task]] = deque()
        self._all: list[Any] = []
        self._starting: dict[Any, Any] = {}  # what an actor says first → the actor
        self._unborn = 0  # actors in a row that ended while they started

    def __enter__(self) -> "Cluster":
        os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # nothing is told to Ray's makers
        with extra("ray"):
            import ray  # type: ignore[import-untyped,unused-ignore]
        self._ray: Any = ray
        _ask(self._address)
        here: dict[str, Any] = {} if self._address else {"include_dashboard": self._dashboard}
        try:
            self._ray.init(
                address=self._address or "local", log_to_driver=False, logging_level="error", **here
            )
            processors = int(self._ray.cluster_resources().get("CPU", 1))
            wanted = min(self._readers or processors, max(1, processors - 1))
            self._all = [self._reader() for _ in range(wanted)]
            self.fingerprint = str(self._ray.get(next(iter(self._starting))))
        except (ray.exceptions.RayError, ConnectionError, RuntimeError, ValueError) as error:
            ray.shutdown()
            raise OSError(_why(error)) from None
        except BaseException:
            ray.shutdown()
            raise
        return self

    def _reader(self) -> Any:
        actor = self._ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(Reader)
        reader = actor.remote(self._options, self._load)
        self._starting[reader.fingerprint.remote()] = reader
        return reader

    def __call__(self, batches: Iterable[list[Task]]) -> Iterator[tuple[int, Result]]:
        """The next batch is asked for when somebody is free."""
        source, under_way, batch = iter(batches), dict[Any, Given](), None
        idle = deque(one for one in self._all if all(one is not new for new in self._starting.values()))
        while True:
            batch = batch or self._next(source)
            while idle and batch:
                reader = idle.popleft()
                until = time.monotonic() + self._options.seconds * len(batch)
                under_way[reader.read.remote(batch)] = Given(reader, batch, until)
                batch = self._next(source)
            if not batch and not under_way:
                return
            patience = min((given.until for given in under_way.values()), default=None)
            timeout = None if patience is None else max(0.0, patience - time.monotonic()) + 0.01
            done, _ = self._ray.wait([*under_way, *self._starting], num_returns=1, timeout=timeout)
            for reference in done or _late(under_way):
                if reference in self._starting:
                    idle.extend(self._started(reference))
                    continue
                given = under_way.pop(reference)
                results = self._heard(reference, late=not done)
                if results is None:
                    self._another(given.reader)
                    yield from self._given_up(given.batch, late=not done)
                else:
                    idle.append(given.reader)
                    yield from results

    def _next(self, source: Iterator[list[Task]]) -> list[Task] | None:
        return self._again.popleft() if self._again else next(source, None)

    def _started(self, reference: Any) -> list[Any]:
        """The actor, if it has loaded the pipeline; none, and another in its place, if it has died. Raises OSError."""
        reader = self._starting.pop(reference)
        try:
            self._ray.get(reference)
        except self._ray.exceptions.RayError as error:
            self._unborn += 1
            if "creation task" in str(error) or self._unborn >= STARTS:
                raise OSError(f"an actor could not load the pipeline: {_why(error)}") from None
            self._another(reader)
            return []
        self._unborn = 0
        return [reader]

    def _heard(self, reference: Any, *, late: bool) -> list[tuple[int, Result]] | None:
        """What a batch came to; None where its actor died, or its machine, or it took too long."""
        if late:
            return None
        try:
            results: list[tuple[int, Result]] = self._ray.get(reference)
        except self._ray.exceptions.RayError:
            return None
        return results

    def _another(self, reader: Any) -> None:
        """A new actor, in the place of this one."""
        self._ray.kill(reader)
        self._all[self._all.index(reader)] = self._reader()

    def _given_up(self, batch: list[Task], *, late: bool) -> Iterator[tuple[int, Result]]:
        """Each article of a batch that was lost is tried alone; one that was alone, once more."""
        if len(batch) > 1:
            self._again.extend([task] for task in batch)
            return
        ((place, article),) = batch
        self._deaths[place] += 1
        if late:
            reason, advice = (
                f"took longer than {self._options.seconds:g} s",
                "give it more time (--timeout), or split it",
            )
            yield place, Failure(where=article.where, reason=reason, advice=advice)
        elif self._deaths[place] < LIVES:
            self._again.append(batch)
        else:
            yield place, Failure(where=article.where, reason="ended the process that read it, twice")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for reader in self._all:
            self._ray.kill(reader)
        self._ray.shutdown()


def _ask(address: str | None) -> None:
    """Whether anybody is at HOST:PORT: Ray itself would wait for minutes. Raises OSError."""
    host, _, port = (address or "").removeprefix("ray://").rpartition(":")
    if host and port.isdigit():
        try:
            socket.create_connection((host, int(port)), timeout=10).close()
        except OSError as error:
            raise OSError(f"no Ray cluster is at {address} ({error.strerror or error})") from None


def _late(under_way: dict[Any, Given]) -> list[Any]:
    now = time.monotonic()
    return [reference for reference, given in under_way.items() if given.until <= now]


def _why(error: Exception) -> str:
    """What Ray says, in one line: the last of its lines says what it was."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return (lines or [type(error).__name__])[-1]
