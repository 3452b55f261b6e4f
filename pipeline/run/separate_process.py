"""Files of formats that take a library to read: read by a process of their own, which may hang or die.

A web page that keeps a parser busy for hours, or brings it down, costs that one file, as an article that does so to the
pipeline costs that one article. Plain text, JSON and CSV are read here: their readers go once through the bytes.
"""

import signal
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from pipeline.read import Columns, Found, read_file
from pipeline.record import Article, Failure
from pipeline.run.process import GONE

APART = frozenset({"html", "pdf", "docx", "feed", "parquet", "zip", "gz"})


def serve(pipe: Connection) -> None:
    """The life of the process: None when it is there; then, file after file, its items and None. When the parent is
    gone, so is it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    try:
        pipe.send(None)
        while True:
            for item in read_file(*pipe.recv()):
                pipe.send(item)
            pipe.send(None)
    except GONE:
        return


class Apart:
    """Reads a file as `read_file` does; `seconds`: how long one article of it may take. Call `close` at the end."""

    def __init__(self, seconds: float, serve: Callable[[Connection], None] = serve) -> None:
        self._seconds, self._serve = seconds, serve
        self._process: Any = None
        self._pipe: Connection | None = None

    def __call__(self, found: Found, path: Path, columns: Columns) -> Iterator[Article | Failure]:
        if found.format not in APART:
            yield from read_file(found, path, columns)
            return
        whole = False
        try:
            pipe = self._pipe or self._start()
            pipe.send((found, path, dict(columns)))
            while pipe.poll(self._seconds):
                if (item := pipe.recv()) is None:
                    whole = True
                    return
                yield item
            reason = f"took longer than {self._seconds:g} s to read"
            yield Failure(where=found.where, reason=reason, advice="give it more time (--timeout)")
        except GONE:
            yield Failure(where=found.where, reason=f"ended the process that read it ({self.close()})")
        finally:
            if not whole:  # what is left of the file is nobody's
                self.close()

    def _start(self) -> Connection:
        context = get_context("spawn")
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=self._serve, args=(other,), daemon=True)
        self._process.start()
        other.close()  # so that its death is the end of the pipe
        self._pipe.recv()  # it is there: starting takes its time, and none of a file's
        return self._pipe

    def close(self) -> str:
        """End the process, where there is one; how it had ended, or `signal 9`."""
        if self._pipe is None:
            return ""
        self._process.join(0.2)
        self._process.kill()
        self._process.join()
        self._pipe.close()
        self._pipe = None
        code = self._process.exitcode or 0
        return f"signal {-code}" if code < 0 else f"exit code {code}"
