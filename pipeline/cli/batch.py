"""What `opclaims run` does around a run: errors in a sentence, a plan, a watch."""

import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from pipeline.cli.message import FAILED, INTERRUPTED, USAGE, reason, say, stop
from pipeline.cli.standard import OUTPUT

if TYPE_CHECKING:
    from pipeline.record import Article, Failure
    from pipeline.run import Extract, Options, Plan, Summary, Work

SHOWN = 100
"""Failures that are said one by one; `errors.jsonl` has all."""
NOTED = 20
"""The same of notes (a day of publication that is none, a guessed encoding); `notes.jsonl` has all."""


def writable(out: Path) -> None:
    """Whether there can be a folder, with nothing in it that a run would write over; if not, a sentence and the end."""
    from pipeline.run import strangers

    try:
        if not stat.S_ISDIR(out.stat().st_mode):
            stop(f"cannot write to {out}: it is a file, not a folder", USAGE)
    except FileNotFoundError:
        pass  # it will be made
    except OSError as error:
        stop(f"cannot write to {out}: {error.strerror}", FAILED)
    if found := strangers(out):
        stop(f"{out / found[0]} was made by no run and would be written over: name another --out", USAGE)


def begun(sources: Sequence[str], out: Path, options: "Options") -> "Iterator[Article | Failure]":
    """What the sources hold. If nothing of it can be read, that is said, and the end, before the pipeline is loaded and
    anything written; of very many failures, `errors.jsonl` shall have all."""
    from pipeline.record import Article
    from pipeline.run import held

    first: list[Article | Failure] = []
    items = held(sources, out, options)
    for item in items:
        first.append(item)
        if isinstance(item, Article) or len(first) == SHOWN:
            return chain(first, items)
    for item in first:
        say(_line(item))
    raise typer.Exit(FAILED)


@contextmanager
def working(
    out: Path, options: "Options", extract: "Extract | None", cluster: dict[str, Any] | None = None
) -> "Iterator[Work]":
    """The pipeline, loaded (`extract` stands in for it); what goes wrong with it or with the folder, said."""
    from pipeline.run import differences, workers

    opened = workers(options, extract, cluster)
    try:
        work = opened.__enter__()
    except (OSError, ValueError, ImportError) as error:
        stop(f"cannot load the pipeline: {reason(error)}", USAGE)
    except KeyboardInterrupt:
        stop("interrupted", INTERRUPTED)
    if not options.fresh and (changed := differences(out, options, work.fingerprint)):
        say(f"what is in {out} was made otherwise ({'; '.join(changed)}): all is done anew")
    try:
        yield work
    except BlockingIOError:
        stop(f"another run is writing to {out}", USAGE)
    except OSError as error:
        if error.filename == OUTPUT:
            raise
        why = f"cannot write to {out}: {error.strerror}" if error.strerror else reason(error)
        stop(f"{why}; what was finished is kept", FAILED)
    except KeyboardInterrupt:
        stop("interrupted; what was finished is kept, and the same command goes on from there", INTERRUPTED)
    finally:
        opened.__exit__(None, None, None)


def watching(sources: Sequence[str], out: Path, options: "Options", work: "Work", *, quiet: bool) -> NoReturn:
    """Until Ctrl-C. Each failure is said once."""
    from pipeline.run import watch

    known: set[str] = set()

    def told(summary: "Summary") -> None:
        for line in (*map(_line, summary.failures), *summary.told):
            if line not in known:
                known.add(line)
                say(line)
        if not quiet:
            say(f"{summary.counts.documents:,} documents, {summary.counts.claims:,} claims")

    with suppress(KeyboardInterrupt):
        watch(sources, out, options=options, work=work, told=told)
    stop("stopped watching; what was finished is kept", INTERRUPTED)


def said(summary: "Summary", out: Path) -> None:
    """The failures, and what to know of the reading; of very many, the first."""
    for lines, number, shown, file in (
        (map(_line, summary.failures), summary.failed, SHOWN, "errors.jsonl"),
        (summary.told, summary.notes, NOTED, "notes.jsonl"),
    ):
        for line in islice(lines, shown):
            say(line)
        if number > shown:
            say(f"and {number - shown:,} more, in {out / file}")


def _line(failure: "Failure") -> str:
    advice = f" ({failure.advice})" if failure.advice else ""
    return f"{failure.where}: {failure.reason}{advice}"


def columns(given: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """`text=body` → (text, body), or a sentence and the end."""
    from pipeline.read import FIELDS

    pairs = []
    for one in given:
        field, _, name = one.partition("=")
        if not name or field not in FIELDS:
            stop(f"--column {one}: is not FIELD=NAME with a field of {', '.join(FIELDS)}", USAGE)
        pairs.append((field, name))
    return tuple(pairs)


def print_plan(plan: "Plan", workers: int) -> None:
    print(f"to do    {plan.todo:,} op-eds, {plan.words:,} words")
    print(f"done     {plan.done:,} in the folder already")
    print(f"not read {plan.failed:,}; passed over {plan.skipped:,}")
    print(f"time     about {_clock(plan.seconds)} with {workers} worker{'s' if workers > 1 else ''}")


def _clock(seconds: float) -> str:
    whole = max(1, round(seconds)) if seconds else 0
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"
