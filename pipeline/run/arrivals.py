"""A folder into which op-eds arrive: each time something new has come to rest there, a run."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.read.sources import find
from pipeline.record import Failure
from pipeline.run.batch import run
from pipeline.run.file_cache import Remembered
from pipeline.run.separate_process import Apart
from pipeline.run.summary import Options, Summary
from pipeline.run.work import Work, ours

PAUSE = 2.0
"""Seconds between two looks; a file that has the same size and time at both is taken to be whole."""
Seen = dict[Path, tuple[int, int]]


def watch(
    sources: Sequence[str],
    out: Path,
    *,
    options: Options,
    work: Work,
    told: Callable[[Summary], None],
    pause: float = PAUSE,
) -> None:
    """Run over the sources whenever their files have changed, for ever, and tell of each run; what an earlier one has
    done or given up is not done again. Raises KeyboardInterrupt when stopped, else what `run` does."""
    opened = Remembered(Apart(options.seconds))
    done: Seen | None = None
    before: Seen | None = None
    while True:
        now = listed(sources, out)
        if now == before and now != done:
            summary = run(sources, out, options=options, work=work, again=False, opened=opened)
            if summary.state == "interrupted":
                raise KeyboardInterrupt
            told(summary)
            done = now
        before = now
        time.sleep(pause)


def listed(sources: Sequence[str], out: Path) -> Seen:
    """The files of the sources, with size and time of change."""
    seen = {}
    for found in find(sources, without=ours(out)):
        if not isinstance(found, Failure) and found.path is not None:
            try:
                status = found.path.stat()
            except OSError:  # gone again
                continue
            seen[found.path] = (status.st_size, status.st_mtime_ns)
    return seen
