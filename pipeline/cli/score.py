"""`opclaims score`: found records against gold."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.message import FAILED, reason, say, stop

if TYPE_CHECKING:
    from pipeline.record import Document


def score(
    found: Annotated[
        Path, typer.Argument(exists=True, metavar="FOUND", help="documents.jsonl, or the folder it is in.")
    ],
    gold: Annotated[Path, typer.Option(exists=True, metavar="DIR", help="Folder (or file) of gold records.")],
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Also write the scores as JSON.")] = None,
) -> None:
    """Precision, recall and F1 of every stage, with the counts.

    Example:

    - `opclaims score outputs --gold corpus/gold --out outputs/scores.json`
    """
    report(documents(found), documents(gold), out)


def documents(path: Path) -> "list[Document]":
    """The records of a file or folder, or a sentence and the end."""
    from pipeline.store import BadRecordError, read

    try:
        return list(read(path))
    except BadRecordError as error:
        stop(str(error), FAILED)
    except OSError as error:
        stop(reason(error), FAILED)


def report(found: "Sequence[Document]", gold: "Sequence[Document]", out: Path | None) -> None:
    """Print the scores as a table on standard output; write them to `out` as JSON."""
    from pipeline.score import score

    if not {document.id for document in found} & {document.id for document in gold}:
        stop("no document with gold is among those found: their ids have nothing in common", FAILED)
    scores = score(found, gold)
    _print(list(scores.rows()))
    if out is not None:
        try:
            out.write_text(
                json.dumps(scores.to_dict(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
            )
        except OSError as error:
            stop(f"cannot write {reason(error)}", FAILED)
        say(f"scores written to {out}")


def _print(rows: list[dict[str, Any]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in rows[0] if rows else ():
        table.add_column(name, justify="left" if isinstance(rows[0][name], str) else "right", no_wrap=True)
    stage = None
    for row in rows:
        if stage not in (None, row.get("stage")):
            table.add_section()
        stage = row.get("stage")
        table.add_row(*(_cell(value) for value in row.values()))
    Console().print(table)


def _cell(value: Any) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
