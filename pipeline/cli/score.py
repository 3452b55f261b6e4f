"""`opclaims score`: found records against gold."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.floors import below, floor
from pipeline.cli.message import FAILED, say, stop
from pipeline.cli.records import documents, of_parts

if TYPE_CHECKING:
    from pipeline.record import Document
    from pipeline.score import Scores

FOUND = typer.Argument(exists=True, metavar="FOUND", help="documents.jsonl, or the folder it is in.")


def score(
    found: Annotated[Path, FOUND],
    gold: Annotated[Path, typer.Option(exists=True, metavar="DIR", help="Folder (or file) of gold records.")],
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where to write the scores as JSON [default: beside FOUND]."),
    ] = None,
    part: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="Only this part of the split.csv beside the gold: dev; repeatable."
        ),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(
            exists=True, metavar="OTHER", help="Another run to compare with: what became better, what worse."
        ),
    ] = None,
    full: Annotated[
        bool,
        typer.Option(
            "--full", help="Also read the texts by libraries alone, and each stage on gold: a minute."
        ),
    ] = False,
    model: Annotated[
        str | None, typer.Option(metavar="PATH", help="Another spaCy pipeline for --full.")
    ] = None,
    fail_under: Annotated[
        list[str] | None,
        typer.Option(
            metavar="MEASURE=F1", help="End with 1 if this F1 is lower, as in claims.strict=0.7; repeatable."
        ),
    ] = None,
) -> None:
    """Precision, recall and F1 of every stage, with the counts.

    Prints a table; writes scores.json, scores.csv and report.html (every error in its sentence) beside FOUND.

    Example:

    - `opclaims score outputs --gold corpus/gold`

    - `opclaims score outputs --gold corpus/gold --part dev --fail-under claims.strict=0.65`

    - `opclaims score new --gold corpus/gold --against old`
    """
    floors = [floor(given) for given in fail_under or ()]
    answers = of_parts(documents(gold), part or [], gold)
    other = None if against is None else documents(against)
    beside = (found if found.is_dir() else found.parent) / "scores.json"
    scores = report(documents(found), answers, out or beside, against=other, model=model, full=full)
    rows = scores.rows(labels=True)
    fallen = [text for name, least in floors if (text := below(rows, name, least))]
    if fallen:
        stop("; ".join(fallen), FAILED)


def report(
    found: "Sequence[Document]",
    gold: "Sequence[Document]",
    out: Path,
    *,
    against: "Sequence[Document] | None" = None,
    model: str | None = None,
    full: bool = False,
) -> "Scores":
    """Print the scores as a table on standard output; write them to `out` as JSON, and CSV and a page beside it."""
    from pipeline.cli.score_files import write
    from pipeline.cli.score_table import print_changes, print_rows
    from pipeline.score import ScoreError, compare, score

    if not {document.id for document in found} & {document.id for document in gold}:
        stop("nothing to score: no document with gold is among those found", FAILED)
    beside = _trials(gold, model) if full else {}
    try:
        scores = score(found, gold, **beside)
        comparison = None if against is None else compare(scores, score(against, gold))
    except ScoreError as error:
        stop(str(error), FAILED)
    print_rows(scores.rows(labels=False))
    if comparison is not None:
        print_changes(comparison)
    for missing in scores.missing:
        say(f"{missing}: has gold and was not found")
    write(scores, comparison, out)
    return scores


def _trials(gold: "Sequence[Document]", model: str | None) -> dict[str, "object"]:
    from pipeline.cli.trials import trials

    library, on_gold = trials(gold, model)
    return {"library": library, "on_gold": on_gold}
