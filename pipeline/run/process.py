"""One worker as its parent sees it: a process and the pipe to it."""

import os
import signal
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from threading import current_thread, main_thread

from pipeline.run.blocks import Task
from pipeline.run.summary import Options
from pipeline.run.worker import Load, work

GONE = (EOFError, ConnectionResetError, BrokenPipeError)
"""What the pipe to a dead worker raises."""
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class Worker:
    """A process, the pipe to it, what it has still to do, and since when it does the first of these."""

    def __init__(self, options: Options, load: Load) -> None:
        context = get_context("spawn")
        self.pipe, other = context.Pipe()
        self.process = context.Process(target=work, args=(other, options, load), daemon=True)
        with _one_thread(), _deaf():
            self.process.start()
        other.close()  # so that its death is the end of the pipe
        self.ready = False
        self.todo: deque[Task] = deque()
        self.since = 0.0

    def give(self, batch: list[Task]) -> None:
        self.todo.extend(batch)
        self.since = time.monotonic()
        with suppress(*GONE):  # it may be dead: reading from it will say so, and its batch goes to another
            self.pipe.send(batch)

    def end(self) -> int:
        """End it now; how it ended."""
        self.process.kill()
        self.process.join()
        self.pipe.close()
        return self.process.exitcode or 0


@contextmanager
def _one_thread() -> Iterator[None]:
    """What is started in here does its sums on one thread, unless the environment says otherwise."""
    set_here = [name for name in _THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(set_here, "1"))
    try:
        yield
    finally:
        for name in set_here:
            os.environ.pop(name, None)


@contextmanager
def _deaf() -> Iterator[None]:
    """What is started in here does not hear Ctrl-C, from its first moment: it is for us, who end it."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
