"""`opclaims score`: found records against gold."""

import csv
import json
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.floors import below, floor
from pipeline.cli.message import FAILED, USAGE, reason, say, stop

if TYPE_CHECKING:
    from pipeline.record import Document
    from pipeline.score import Row, Scores


_WIDTH = 90
"""Columns that the table needs: in a pipe nothing may be cut off."""
_INTERVAL = 20


def score(
    found: Annotated[
        Path, typer.Argument(exists=True, metavar="FOUND", help="documents.jsonl, or the folder it is in.")
    ],
    gold: Annotated[Path, typer.Option(exists=True, metavar="DIR", help="Folder (or file) of gold records.")],
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where to write the scores as JSON [default: beside FOUND]."),
    ] = None,
    part: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only this part of the split.csv beside the gold: dev, test."),
    ] = None,
    fail_under: Annotated[
        list[str] | None,
        typer.Option(
            metavar="MEASURE=F1", help="End with 1 if this F1 is lower, as in claims.strict=0.7; repeatable."
        ),
    ] = None,
) -> None:
    """Precision, recall and F1 of every stage, with the counts: a table, and scores.json beside FOUND.

    Example:

    - `opclaims score outputs --gold corpus/gold`
    - `opclaims score outputs --gold corpus/gold --part dev --fail-under claims.strict=0.65`
    """
    beside = (found if found.is_dir() else found.parent) / "scores.json"
    floors = [floor(given) for given in fail_under or ()]
    answers = documents(gold)
    if part is not None:
        answers = _of_part(answers, part, gold)
    rows = report(documents(found), answers, out or beside).rows(labels=False)
    fallen = [text for name, least in floors if (text := below(rows, name, least))]
    if fallen:
        stop("; ".join(fallen), FAILED)


def _of_part(gold: "list[Document]", part: str, path: Path) -> "list[Document]":
    """The gold whose row in split.csv says so."""
    split = (path if path.is_dir() else path.parent).resolve().parent / "split.csv"
    try:
        with split.open(encoding="utf-8", newline="") as file:
            parts = {row["document"]: row["split"] for row in csv.DictReader(file)}
    except (OSError, KeyError) as error:
        stop(f"cannot tell the parts apart: {split}: {error}", FAILED)
    chosen = [document for document in gold if parts.get(document.id) == part]
    if not chosen:
        stop(f"{split} has no part {part!r}; it has {', '.join(sorted(set(parts.values())))}", USAGE)
    return chosen


def documents(path: Path) -> "list[Document]":
    """The records of a file or folder, or a sentence and the end."""
    from pipeline.store import BadRecord, read

    try:
        return list(read(path))
    except BadRecord as error:
        stop(str(error), FAILED)
    except OSError as error:
        stop(reason(error), FAILED)


def report(found: "Sequence[Document]", gold: "Sequence[Document]", out: Path) -> "Scores":
    """Print the scores as a table on standard output; write them to `out` as JSON."""
    from pipeline.score import ScoreError, score

    if not {document.id for document in found} & {document.id for document in gold}:
        stop("nothing to score: no document with gold is among those found", FAILED)
    try:
        scores = score(found, gold)
    except ScoreError as error:
        stop(str(error), FAILED)
    _print(scores.rows(labels=False))
    for missing in scores.missing:
        say(f"{missing}: has gold and was not found")
    _write(scores, out)
    return scores


def _write(scores: "Scores", out: Path) -> None:
    whole = json.dumps(scores.to_dict(), indent=2, ensure_ascii=False) + "\n"
    try:
        out.write_text(whole, encoding="utf-8", newline="")
    except OSError as error:
        stop(f"cannot write {reason(error)}", FAILED)


_CAPTION = (
    "P precision, R recall, F1; right, found and gold are counts; base is the F1 of a trivial baseline; "
    "paired is the F1 among the claims that were found."
)


def _print(rows: "Sequence[Row]") -> None:
    """A heading a stage, a line a measure; the interval only where there are documents enough for one."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    paired = {(row.stage, row.measure, row.label): row.f1 for row in rows if row.scope == "paired"}
    rows = [row for row in rows if row.scope != "paired"]
    intervals = ["95 %"] if any(row.low is not None for row in rows) else []
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, caption=_CAPTION, caption_justify="left")
    table.add_column("", no_wrap=True)
    for name in ("P", "R", "F1", *intervals, "right", "found", "gold", "base", "paired"):
        table.add_column(name, justify="right", no_wrap=True)
    for stage, group in groupby(rows, key=lambda row: row.stage):
        table.add_row(f"[bold]{stage}[/bold]")
        for row in group:
            key = (row.stage, row.measure, row.label)
            table.add_row(
                *_cells(row, with_interval=bool(intervals)), _share(paired[key]) if key in paired else ""
            )
        table.add_section()
    needed = _WIDTH + (_INTERVAL if intervals else 0)
    Console(width=max(Console().width, needed)).print(table)


def _cells(row: "Row", *, with_interval: bool) -> list[str]:
    interval = [f"{_share(row.low)} to {_share(row.high)}"] if with_interval else []
    counts = (f"{row.right:g}", str(row.found), str(row.gold))
    name = "  " + ", ".join(filter(None, (row.measure, row.label)))
    return [name, *map(_share, (row.precision, row.recall, row.f1)), *interval, *counts, _share(row.baseline)]


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
