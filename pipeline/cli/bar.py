"""The progress bar, on standard error."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def bar(sources: list[str], out: Path, *, hidden: bool) -> Iterator[Callable[[int], None] | None]:
    """What `run` is told of its progress with; None if hidden."""
    if hidden:
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from pipeline.read import count
    from pipeline.run import DOCUMENTS

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("reading", total=count(sources, without=[out / DOCUMENTS]))
        yield lambda done: shown.update(task, completed=done)
