"""The progress bar, on standard error."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def bar(sources: list[str], out: Path, *, hidden: bool) -> Iterator[Callable[[int, int], None] | None]:
    """What `run` tells its progress; None if hidden. The time left goes by the last minute, in which whatever an
    earlier run had finished is soon forgotten."""
    if hidden:
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from pipeline.read import count
    from pipeline.run import ours

    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=60) as shown:
        task = shown.add_task("reading", total=count(sources, without=ours(out)), rate="")
        started = time.monotonic()

        def tell(done: int, words: int) -> None:
            rate = words / max(1e-9, time.monotonic() - started)
            shown.update(task, completed=done, rate=f"{rate:,.0f} words/s" if words else "")

        yield tell
