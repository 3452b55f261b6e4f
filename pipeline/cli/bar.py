"""The progress bar, on standard error."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.run import Told


@contextmanager
def bar(sources: list[str], out: Path, *, hidden: bool) -> "Iterator[Callable[[Told], None] | None]":
    """What `run` tells its progress; None if hidden. How many op-eds there are is counted beside the work."""
    if hidden:
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from pipeline.read import count
    from pipeline.run import Pace, ours

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[said]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task, pace = shown.add_task("reading", total=None, said=""), Pace()
        counted: list[int | None] = [None]

        def counting() -> None:
            counted[0] = count(sources, without=ours(out))

        Thread(target=counting, daemon=True).start()

        def tell(told: "Told") -> None:
            pace.tell(time.monotonic(), told)
            total = counted[0]
            description = "writing" if told.done == total else "reading" if told.taken else "looking"
            said = spoken(pace.rate, pace.left(total))
            shown.update(task, completed=told.done, total=total, said=said, description=description)

        yield tell


def spoken(rate: float | None, left: float | None) -> str:
    """`4,012 words/s, 12 min left`: as exact as it is sure."""
    said = [] if rate is None else [f"{rate:,.0f} words/s"]
    if left is not None:
        said.append(f"{duration(left)} left")
    return ", ".join(said)


def duration(seconds: float) -> str:
    """Two figures at most: `40 s`, `12 min`, `3 h 20 min`, `2 d 4 h`."""
    if seconds < 55:
        return f"{5 * max(1, round(seconds / 5))} s"
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 24 * 60:
        return f"{minutes // 60} h {minutes % 60 // 10 * 10:02} min"
    hours = round(minutes / 60)
    return f"{hours // 24} d {hours % 24} h"
