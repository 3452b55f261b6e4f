"""`opclaims reread`: each amount read a second time, by quantulum3."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.message import FAILED, USAGE, say, stop

if TYPE_CHECKING:
    from pipeline.trial.reread import Reread


def reread(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Op-eds, as for `run`: files, folders, patterns, or -."),
    ],
    html: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="Write one page with every difference in its sentence."),
    ] = None,
    difference: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND", help="Only differences of this kind: scale, currency, unit …; repeatable."
        ),
    ] = None,
    csv: Annotated[bool, typer.Option("--csv", help="As CSV, those that agree too.")] = False,
    summary: Annotated[bool, typer.Option("--summary", help="Only the numbers.")] = False,
) -> None:
    """Where our reading of an amount and quantulum3's differ.

    It is handed each amount that we found by itself, at most 64 characters. No gold and no model is needed; who is
    right is not said.

    Examples:

    - `opclaims reread corpus/articles --html differences.html`

    - `opclaims reread op-ed.txt --difference scale --difference sign`
    """
    cases, read, failed = _cases(sources)
    if failed and not read:
        raise typer.Exit(FAILED)
    cases = _chosen(cases, difference or [])
    if html is not None:
        from pipeline.cli.records import save
        from pipeline.trial.page import render

        save(html, render(cases))
    if csv:
        from pipeline.store import flat_csv

        typer.echo(flat_csv([case._asdict() for case in cases], list(COLUMNS)), nl=False)
    else:
        _print(cases, summary=summary or html is not None)
    if failed:
        raise typer.Exit(FAILED)


COLUMNS = ("document", "start", "span", "ours", "theirs", "difference", "rule")


def _cases(sources: list[str]) -> "tuple[list[Reread], int, bool]":
    """Every amount of every op-ed, how many of these were read, and whether one could not be."""
    from pipeline.read import read
    from pipeline.record import Failure, Skip, digest
    from pipeline.trial.reread import reread as again

    cases: list[Reread] = []
    number, failed = 0, False
    for article in read(sources):
        if isinstance(article, Failure):
            say(f"{article.where}: {article.reason}")
            failed |= not isinstance(article, Skip)
        else:
            number += 1
            id = article.id or digest(article.text)[:16]
            cases += again(article.text, document=id, outlet=article.outlet)
    return cases, number, failed


def _chosen(cases: "list[Reread]", wanted: list[str]) -> "list[Reread]":
    from pipeline.trial.reread import DIFFERENCES

    for kind in wanted:
        if kind not in DIFFERENCES:
            stop(f"--difference {kind!r} is none of {', '.join(DIFFERENCES)}", USAGE)
    return [case for case in cases if case.difference in wanted] if wanted else cases


def _print(cases: "list[Reread]", *, summary: bool) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    from pipeline.cli.paint import safe
    from pipeline.trial.page import counted
    from pipeline.trial.reread import MEANINGS

    console = Console(highlight=False)
    if not summary:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        for name in ("difference", "in the op-ed", "opclaims", "quantulum3"):
            table.add_column(name, overflow="fold")
        for case in cases:
            if case.difference != "none":
                table.add_row(case.difference, *map(safe, (case.span, case.ours, case.theirs or "–")))
        console.print(table)
    for kind, number in counted(cases):
        console.print(f"{number:>6}  {kind:<12} {MEANINGS[kind]}", markup=False)
