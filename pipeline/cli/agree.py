"""`opclaims agree` (and `opclaims gold agree`): two annotations of the same texts, made without sight of each other."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.message import FAILED, USAGE, say, stop
from pipeline.cli.paint import safe
from pipeline.cli.records import documents, save
from pipeline.cli.reviews import finished, is_log
from pipeline.cli.score_table import console_for, line_of, share

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.record import Document
    from pipeline.score import Row, Scores

MEASURES = (
    ("entities", "strict"),
    ("money", "span"),
    ("money", "value"),
    ("money", "+bounds"),
    ("dates", "span"),
    ("dates", "value"),
    ("dates", "+relation"),
    ("claims", "strict"),
    ("claims", "partial"),
    ("claims", "words"),
    ("claims", "whole"),
    ("claims", "predicate"),
    ("claims", "subject"),
    ("attribution", "reported"),
    ("transfers", "transfer"),
)
"""Stage and measure of which pairwise F1 is shown: edges, and the values of amounts and dates."""


def agree(
    first: Annotated[
        Path,
        typer.Argument(
            exists=True,
            metavar="FIRST",
            help="One annotator: records, a folder of them, or a log of reviews.",
        ),
    ],
    second: Annotated[
        Path,
        typer.Argument(exists=True, metavar="SECOND", help="The other; what only one has is left out."),
    ],
    found: Annotated[
        Path | None,
        typer.Option(exists=True, metavar="FOUND", help="For logs: the records that were reviewed."),
    ] = None,
    listed: Annotated[
        bool, typer.Option("--list", help="Name every disagreement, a line each: FIRST | SECOND.")
    ] = False,
    page: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write every disagreement in its sentence to this page."),
    ] = None,
) -> None:
    """How far two annotators agree: pairwise F1 where things have to be found, Cohen's κ and Krippendorff's α where
    labels are chosen.

    Amounts and dates are compared by their values. Which one stands first makes no difference to F1, κ and α; the
    trivial baseline is measured on FIRST. Of a log, the documents count that are decided as a whole. Reviews of the
    program's own claims agree because both saw these: compare those made with `opclaims review --blind`.

    Examples:

    - `opclaims agree one two --page disagreements.html`

    - `opclaims agree reviews-ada.jsonl reviews-bob.jsonl --found outputs --list`
    """
    from pipeline.report import render
    from pipeline.score import ScoreError, score

    a, b = _side(first, found), _side(second, found)
    common = {document.id for document in a} & {document.id for document in b}
    if not common:
        stop("nothing to compare: no document is in both", FAILED)
    bare = [[d.model_copy(update={"leeway": None}) for d in side if d.id in common] for side in (a, b)]
    try:
        scores = score(bare[1], bare[0])
    except ScoreError as error:
        stop(str(error), FAILED)
    _print(scores, len(common))
    for error in scores.errors() if listed else ():
        typer.echo(safe(line_of(error)))
    if page is not None:
        save(page, render(scores, title="Disagreements: gold is FIRST, found is SECOND"))
        say(f"every disagreement in its sentence: {page}")


def _side(path: Path, found: Path | None) -> "list[Document]":
    """What an annotator says."""
    if not is_log(path):
        return documents(path)
    if found is None:
        stop(f"{path} is a log of reviews: name the records that were reviewed with --found", USAGE)
    return finished(documents(found), path)


def _print(scores: "Scores", count: int) -> None:
    from rich import box
    from rich.table import Table

    from pipeline.score import alpha_of_cells

    table = Table(
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        caption=f"{count} document{'' if count == 1 else 's'}.",
        caption_justify="left",
    )
    for name in ("", "pairwise F1", "trivial baseline", "Cohen's κ", "Krippendorff's α"):
        table.add_column(name, justify="right" if name else "left", no_wrap=True)
    for row in _found(scores.rows()):
        table.add_row(f"{row.stage} {row.measure}", share(row.f1), share(row.baseline), "", "")
    table.add_section()
    for each in scores.confusions():
        n = sum(map(sum, each.cells))
        name = f"{each.stage} {each.field} [dim]({n} pairs)[/dim]"
        table.add_row(name, "", "", share(each.kappa), share(alpha_of_cells(each.cells)))
    console_for(table).print(table)


def _found(rows: "Iterable[Row]") -> "list[Row]":
    known = {(row.stage, row.measure): row for row in rows if row.scope == "end_to_end" and not row.label}
    return [known[key] for key in MEASURES]
