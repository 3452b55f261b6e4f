"""`opclaims run`: the main job."""

import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from pipeline.cli import run_options as take
from pipeline.cli.bar import bar
from pipeline.cli.batch import begun, columns, print_plan, said, watching, working, writable
from pipeline.cli.message import FAILED, INTERRUPTED, PARTIAL, USAGE, currency, published_day, stop
from pipeline.cli.run_options import Engine, OnError

if TYPE_CHECKING:
    from pipeline.record import Article, Document, Failure
    from pipeline.run import Options, Summary, Work

    Items = Iterator[Article | Failure] | None

_STATES = {
    "interrupted": (
        "interrupted; what was finished is kept, and the same command goes on from there",
        INTERRUPTED,
    ),
    "stopped": ("stopped at the first failure, as asked; the same command goes on from there", PARTIAL),
}


def run(
    context: typer.Context,
    sources: take.Sources = None,
    out: take.Out = Path("outputs"),
    published: take.Published = None,
    workers: take.Workers = None,
    engine: take.EngineOption = Engine.LOCAL,
    address: take.Address = None,
    dashboard: take.Dashboard = False,
    model: take.Model = None,
    without_text: take.WithoutText = False,
    convert: take.Convert = None,
    gold: take.Gold = None,
    resume: take.Resume = True,
    limit: take.Limit = None,
    dry_run: take.DryRun = False,
    watch: take.Watch = None,
    column: take.Column = None,
    any_language: take.AnyLanguage = False,
    on_error: take.OnErrorOption = OnError.CONTINUE,
    timeout: take.Timeout = 120.0,
    quiet: take.Quiet = False,
) -> None:
    """Read op-eds, write claim records.

    Writes documents.jsonl (one record an op-ed), claims.csv, amounts.csv, dates.csv, sums.csv, entities.csv and
    run.json into the folder; errors.jsonl, notes.jsonl and duplicates.csv where there is something to list. A file
    that cannot be read is reported in one sentence, and the rest is done; where none can, the folder stays as it was.

    What is finished is on disk at once: after an interruption of any kind, the same command goes on where it was, and
    later does only what is new. Of more than 10,000 op-eds the records stay in shards/*.jsonl.gz.

    Ends with 0 if all was done, 1 if nothing could be, 2 if the command was not understood, 3 if a part was done,
    130 if interrupted.

    Examples:

    - `opclaims run corpus/articles --out outputs`

    - `opclaims run feed.jsonl 'archive/2024-*.txt' --published 2024-05-31`

    - `opclaims run op-ed.md --convert EUR`

    - `opclaims run archive --workers 2 --dry-run`

    - `opclaims run --watch incoming --out claims`

    - `opclaims run archive --engine ray --address auto`

    - `curl https://example.org/op-ed.txt | opclaims run -`
    """
    from pipeline.run import Options

    options = Options(
        published=published_day(published),
        model=model,
        with_text=not without_text,
        workers=workers or 1,
        convert=currency(convert),
        limit=limit,
        seconds=timeout,
        stop=on_error is OnError.STOP,
        fresh=not resume,
        columns=columns(column or ()),
        any_language=any_language,
    )
    extract, cluster = (context.obj or {}).get("extract"), _cluster(engine, address, workers, dashboard)
    read, wanted = _sources(sources, watch), _gold(gold)
    started = time.perf_counter()
    writable(out)
    items = None if watch else begun(read, out, options)
    at_work = replace(options, workers=1) if dry_run else options  # one says what the program is; none reads
    with working(out, at_work, extract, cluster) as work:
        if dry_run:
            _plan(read, out, options, work, items)
            return
        if watch:
            watching(read, out, options, work, quiet=quiet)
        summary = _batch(read, out, options, work, items, quiet=quiet)
    _tell(summary, out, None if quiet else time.perf_counter() - started)
    if wanted is not None:
        _score(out, wanted)
    _end(summary)


def _sources(sources: list[str] | None, watch: Path | None) -> list[str]:
    read = [*(sources or ()), *((str(watch),) if watch else ())]
    return read or stop("name a SOURCE, or a folder to --watch", USAGE)


def _cluster(
    engine: Engine, address: str | None, workers: int | None, dashboard: bool
) -> dict[str, Any] | None:
    """What a Ray cluster is asked for; None for this machine alone."""
    if engine is Engine.RAY:
        return {"address": address, "readers": workers, "dashboard": dashboard}
    if address or dashboard:
        stop("--address and --dashboard are for --engine ray", USAGE)
    return None


def _plan(read: list[str], out: Path, options: "Options", work: "Work", items: "Items") -> None:
    from pipeline.run import plan

    print_plan(plan(read, out, options, work, items), options.workers)


def _batch(
    read: list[str], out: Path, options: "Options", work: "Work", items: "Items", *, quiet: bool
) -> "Summary":
    from pipeline.run import run

    with bar(read, out, hidden=quiet or not sys.stderr.isatty()) as progress:
        return run(read, out, options=options, work=work, progress=progress, items=items)


def _tell(summary: "Summary", out: Path, seconds: float | None) -> None:
    """What could not be read, and (not if quiet) what was found."""
    from pipeline.cli.summary import print_summary

    said(summary, out)
    if seconds is not None:
        print_summary(summary, out, seconds)


def _end(summary: "Summary") -> None:
    """With the exit code of what came of it."""
    if summary.state in _STATES:
        stop(*_STATES[summary.state])
    if summary.failed:
        raise typer.Exit(PARTIAL if summary.counts.documents else FAILED)


def _gold(folder: Path | None) -> "list[Document] | None":
    """Gold is read before the run, so that a mistake in it does not cost one."""
    from pipeline.cli.records import documents

    return None if folder is None else documents(folder)


def _score(out: Path, gold: "list[Document]") -> None:
    from pipeline.cli.records import documents
    from pipeline.cli.score import report

    report(documents(out), gold, out / "scores.json")
