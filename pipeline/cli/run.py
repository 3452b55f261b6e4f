"""`opclaims run`: the main job."""

import sys
import time
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.bar import bar
from pipeline.cli.batch import columns, print_plan, said, watching, working
from pipeline.cli.message import FAILED, INTERRUPTED, PARTIAL, USAGE, currency, published_day, stop

if TYPE_CHECKING:
    from pipeline.run import Summary

_STATES = {
    "interrupted": (
        "interrupted; what was finished is kept, and the same command goes on from there",
        INTERRUPTED,
    ),
    "stopped": ("stopped at the first failure, as asked; the same command goes on from there", PARTIAL),
}


class Engine(str, Enum):
    """Who does the work."""

    LOCAL = "local"
    RAY = "ray"


class OnError(str, Enum):
    """What a failure does to the rest."""

    STOP = "stop"
    CONTINUE = "continue"


def run(
    context: typer.Context,
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE...",
            help="Files (.txt, .md with front matter, .html, .pdf, .docx, .jsonl, .csv, .parquet, feeds, .zip and "
            ".gz of these), folders, patterns, or - for standard input.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder to write to.")] = Path("outputs"),
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help='Day of publication, for op-eds that name none: what "last year" is measured from.',
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="N",
            help="Processes that read at the same time: 1, with --engine ray all processors but one.",
            show_default=False,
        ),
    ] = None,
    engine: Annotated[
        Engine, typer.Option("--engine", help="Where they run: on this machine, or in a Ray cluster.")
    ] = Engine.LOCAL,
    address: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Of a running Ray cluster; without it, this machine is one."),
    ] = None,
    dashboard: Annotated[bool, typer.Option("--dashboard", help="Show Ray's dashboard.")] = False,
    model: Annotated[
        str | None, typer.Option(metavar="PATH", help="A spaCy pipeline to use instead of our own.")
    ] = None,
    without_text: Annotated[
        bool, typer.Option("--without-text", help="Leave the source text out of the records.")
    ] = False,
    convert: Annotated[
        str | None,
        typer.Option(
            metavar="CURRENCY",
            help="Give sums of money in this currency, too (ISO 4217: EUR), by the European Central Bank's rate of "
            "the amount's own day, else of the day of publication. Needs opclaims[convert]; no network.",
        ),
    ] = None,
    gold: Annotated[
        Path | None,
        typer.Option(
            exists=True, metavar="DIR", help="Score the result against these records, as `score` does."
        ),
    ] = None,
    resume: Annotated[
        bool,
        typer.Option(
            "--resume/--fresh", help="Use what an earlier run has finished in the folder, or do all anew."
        ),
    ] = True,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Take the first N op-eds only.")
    ] = None,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Say what would be done, and how long it would take; write nothing."),
    ] = False,
    watch: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            file_okay=False,
            metavar="DIR",
            help="Wait for op-eds to arrive there, and read them.",
        ),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=NAME",
            help="What JSON objects and tables call a field: text=body, published=date. May be repeated.",
        ),
    ] = None,
    any_language: Annotated[
        bool, typer.Option("--any-language", help="Read op-eds that do not look like English, too.")
    ] = False,
    on_error: Annotated[
        OnError, typer.Option("--on-error", help="After an op-ed that cannot be read.")
    ] = OnError.CONTINUE,
    timeout: Annotated[
        float, typer.Option(min=1, metavar="SECONDS", help="How long one op-ed may take.")
    ] = 120.0,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")] = False,
) -> None:
    """Read op-eds, write claim records.

    Writes documents.jsonl (one record an op-ed), claims.csv, amounts.csv, dates.csv, sums.csv, entities.csv and
    run.json into the folder; errors.jsonl, notes.jsonl and duplicates.csv where there is something to list. A file
    that cannot be read is reported in one sentence, and the rest is done.

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
    from pipeline.run import plan as plan_of
    from pipeline.run import run as run_batch

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
    extract = (context.obj or {}).get("extract")
    read = [*(sources or ()), *((str(watch),) if watch else ())]
    if not read:
        stop("name a SOURCE, or a folder to --watch", USAGE)
    wanted = _gold(gold)
    started = time.perf_counter()
    with working(out, options, extract, _cluster(engine, address, workers, dashboard)) as work:
        if dry_run:
            print_plan(plan_of(read, out, options, work), options.workers)
            return
        if watch:
            watching(read, out, options, work, quiet=quiet)
        with bar(read, out, hidden=quiet or not sys.stderr.isatty()) as progress:
            summary = run_batch(read, out, options=options, work=work, progress=progress)
    said(summary, out)
    if not quiet:
        _print(summary, out, time.perf_counter() - started)
    if wanted is not None:
        _score(out, wanted)
    if summary.state in _STATES:
        stop(*_STATES[summary.state])
    if summary.failed:
        raise typer.Exit(PARTIAL if summary.counts.documents else FAILED)


def _cluster(
    engine: Engine, address: str | None, workers: int | None, dashboard: bool
) -> dict[str, Any] | None:
    """What a Ray cluster is asked for; None for this machine alone."""
    if engine is Engine.RAY:
        return {"address": address, "readers": workers, "dashboard": dashboard}
    if address or dashboard:
        stop("--address and --dashboard are for --engine ray", USAGE)
    return None


def _print(summary: "Summary", out: Path, seconds: float) -> None:
    from rich.console import Console
    from rich.table import Table

    counts = summary.counts
    kinds = " · ".join(f"{kind} {number}" for kind, number in counts.kinds.most_common())
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="bold")
    table.add_column(justify="right")
    table.add_column(style="dim")
    where = out / ("documents.jsonl" if summary.assembled else "shards")
    table.add_row("documents", str(counts.documents), str(where))
    table.add_row("claims", str(counts.claims), kinds)
    for name in ("amounts", "dates", "entities"):
        table.add_row(name, str(getattr(counts, name)), "")
    if counts.sums:
        table.add_row("sums", str(counts.sums), f"contradicted {counts.contradicted}")
    for name, number, file in (
        ("not read", summary.failed, "errors.jsonl"),
        ("passed over", summary.skipped, "errors.jsonl, duplicates.csv"),
        ("near duplicates", summary.near, "duplicates.csv"),
        ("notes", summary.notes, "notes.jsonl"),
    ):
        if number:
            table.add_row(name, str(number), file)
    rate = f"{summary.words:,} words read, {summary.words / seconds:,.0f} a second" if summary.words else ""
    table.add_row("seconds", f"{seconds:.1f}", rate)
    Console(stderr=True).print(table)


def _gold(folder: Path | None) -> list[Any] | None:
    """Gold is read before the run, so that a mistake in it does not cost one."""
    from pipeline.cli.records import documents

    return None if folder is None else documents(folder)


def _score(out: Path, gold: list[Any]) -> None:
    from pipeline.cli.records import documents
    from pipeline.cli.score import report

    report(documents(out), gold, out / "scores.json")
