"""`opclaims run`: the main job."""

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.bar import bar
from pipeline.cli.message import FAILED, INTERRUPTED, USAGE, currency, published_day, reason, say, stop

if TYPE_CHECKING:
    from pipeline.run import Extract, Options, Summary


def run(
    context: typer.Context,
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Files (.txt, .md with front matter, .jsonl), folders, patterns, or - for standard input.",
            show_default=False,
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder to write to.")] = Path("outputs"),
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help='Day of publication, for op-eds that name none: what "last year" is measured from.',
        ),
    ] = None,
    workers: Annotated[
        int, typer.Option(min=1, metavar="N", help="Processes that read at the same time.")
    ] = 1,
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
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")] = False,
) -> None:
    """Read op-eds, write claim records.

    Writes documents.jsonl (one record an op-ed), claims.csv, amounts.csv, dates.csv, sums.csv, entities.csv and
    run.json into the folder. A file that cannot be read is reported in one sentence, and the rest is done.

    Ends with 0 if all was done, 1 if something could not be read, 2 if the command was not understood.

    Examples:

    - `opclaims run corpus/articles --out outputs`

    - `opclaims run feed.jsonl 'archive/2024-*.txt' --published 2024-05-31`

    - `opclaims run op-ed.md --convert EUR`

    - `curl https://example.org/op-ed.txt | opclaims run -`
    """
    from pipeline.run import Options

    options = Options(
        published=published_day(published),
        model=model,
        with_text=not without_text,
        workers=workers,
        convert=currency(convert),
    )
    wanted = _gold(gold)
    started = time.perf_counter()
    summary = _run(sources, out, options, (context.obj or {}).get("extract"), quiet=quiet)
    for failure in summary.failures:
        say(f"{failure.where}: {failure.reason}")
    if not quiet:
        _print(summary, out, time.perf_counter() - started)
    if wanted is not None:
        _score(out, wanted)
    if summary.interrupted:
        stop("interrupted; what was finished is kept", INTERRUPTED)
    if summary.failures:
        raise typer.Exit(FAILED)


def _run(
    sources: list[str], out: Path, options: "Options", extract: "Extract | None", *, quiet: bool
) -> "Summary":
    """The run, with a bar on a terminal. `extract` (from the context) stands in for the pipeline."""
    from pipeline.run import extractor, run

    if out.exists() and not out.is_dir():
        stop(f"cannot write to {out}: it is a file, not a folder", USAGE)
    with bar(sources, out, hidden=quiet or not sys.stderr.isatty()) as progress:
        try:
            extract = extract or extractor(options)
        except (OSError, ValueError) as error:
            stop(f"cannot load the pipeline: {reason(error)}", USAGE)
        try:
            return run(sources, out, options=options, extract=extract, progress=progress)
        except OSError as error:
            stop(f"cannot write to {out}: {reason(error)}", USAGE)


def _print(summary: "Summary", out: Path, seconds: float) -> None:
    from rich.console import Console
    from rich.table import Table

    counts = summary.counts
    kinds = " · ".join(f"{kind} {number}" for kind, number in counts.kinds.most_common())
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="bold")
    table.add_column(justify="right")
    table.add_column(style="dim")
    table.add_row("documents", str(counts.documents), str(out / "documents.jsonl"))
    table.add_row("claims", str(counts.claims), kinds)
    for name in ("amounts", "dates", "entities"):
        table.add_row(name, str(getattr(counts, name)), "")
    if counts.sums:
        table.add_row("sums", str(counts.sums), f"contradicted {counts.contradicted}")
    if summary.failures:
        table.add_row("not read", str(len(summary.failures)), str(out / "run.json"))
    table.add_row("seconds", f"{seconds:.1f}", "")
    Console(stderr=True).print(table)


def _gold(folder: Path | None) -> list[Any] | None:
    """Gold is read before the run, so that a mistake in it does not cost one."""
    from pipeline.cli.records import documents

    return None if folder is None else documents(folder)


def _score(out: Path, gold: list[Any]) -> None:
    from pipeline.cli.records import documents
    from pipeline.cli.score import report

    report(documents(out / "documents.jsonl"), gold, out / "scores.json")
