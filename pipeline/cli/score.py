"""`opclaims score`: found records against gold."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import score_files as files
from pipeline.cli.floors import below, floor, known
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
            metavar="MEASURE=F1",
            help="End with 1 if an F1 is lower: claims.strict=0.7, claims.kind.macro=0.6.",
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
    known([name for name, _ in floors])
    out = out or (found if found.is_dir() else found.parent) / "scores.json"
    files.checked(out)
    every = documents(gold)
    answers = of_parts(every, part or [], gold)
    others = {document.id for document in every} - {document.id for document in answers}
    read = [document for document in documents(found) if document.id not in others]
    other = None if against is None else documents(against)
    title = " · ".join([str(found), *(part or [])])
    scores = report(read, answers, out, against=other, model=model, full=full, title=title)
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
    title: str = "opclaims",
) -> "Scores":
    """Print the scores as a table on standard output; write them to `out` as JSON, and CSV and a page beside it."""
    from pipeline.cli.score_table import print_changes, print_rows
    from pipeline.score import ScoreError, compare, score

    if not {document.id for document in found} & {document.id for document in gold}:
        stop("nothing to score: no document with gold is among those found", FAILED)
    beside = _trials(gold, model) if full else {}
    try:
        scores = score(found, gold, **beside)
        comparison = None if against is None else compare(scores, _other(against, found, gold))
    except ScoreError as error:
        stop(str(error), FAILED)
    print_rows(scores.rows(labels=False))
    if comparison is not None:
        print_changes(comparison)
    _say_missing(scores)
    files.write(scores, comparison, out, title)
    return scores


def _other(
    against: "Sequence[Document]", found: "Sequence[Document]", gold: "Sequence[Document]"
) -> "Scores":
    """The other run's scores; both must have read the same of gold, or all that one lacks would seem mended."""
    from pipeline.score import ScoreError, score

    wanted = {document.id for document in gold}
    ours, theirs = ({document.id for document in run} & wanted for run in (found, against))
    if ours != theirs:
        apart = sorted(ours ^ theirs)
        stop(
            f"--against: only one of the two runs has {_some(apart)}; compare runs over the same documents",
            FAILED,
        )
    try:
        return score(against, gold)
    except ScoreError as error:
        stop(f"--against: {error}", FAILED)


def _say_missing(scores: "Scores") -> None:
    lacking, whole = len(scores.missing), len(scores.matches)
    if lacking:
        which = _some(scores.missing)
        say(
            f"{lacking} of {whole} documents with gold were not found ({which}): all they hold counts as missed"
        )


def _some(ids: "Sequence[str]") -> str:
    """`a, b, c and 20 more`."""
    more = f" and {len(ids) - 3} more" if len(ids) > 3 else ""
    return ", ".join(ids[:3]) + more


def _trials(gold: "Sequence[Document]", model: str | None) -> dict[str, "object"]:
    from pipeline.cli.trials import trials

    library, on_gold = trials(gold, model)
    return {"library": library, "on_gold": on_gold}
