"""`opclaims gold agree`: two annotations of the same texts, made without sight of each other."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.message import FAILED, say, stop
from pipeline.cli.records import documents, save
from pipeline.cli.score_table import console_for, share

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.score import Row, Scores

MEASURES = (
    ("entities", "strict"),
    ("money", "+bounds"),
    ("dates", "+relation"),
    ("claims", "strict"),
    ("claims", "partial"),
    ("claims", "whole"),
    ("claims", "predicate"),
    ("claims", "subject"),
    ("attribution", "reported"),
    ("transfers", "transfer"),
)
"""Stage and measure of which pairwise F1 is shown: value agreement for amounts and dates, spans for the rest."""


def agree(
    first: Annotated[
        Path, typer.Argument(exists=True, metavar="FIRST", help="Records of one annotator: a file or folder.")
    ],
    second: Annotated[
        Path,
        typer.Argument(
            exists=True, metavar="SECOND", help="Those of the other; what only one has is left out."
        ),
    ],
    page: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write every disagreement in its sentence to this page."),
    ] = None,
) -> None:
    """How far two annotators agree: pairwise F1 where things have to be found, Cohen's κ where labels are chosen.

    Which one stands first makes no difference to F1 and κ; the trivial baseline is measured on FIRST.

    Example:

    - `opclaims gold agree one two --page disagreements.html`
    """
    from pipeline.report import render
    from pipeline.score import ScoreError, score

    a, b = documents(first), documents(second)
    common = {document.id for document in a} & {document.id for document in b}
    if not common:
        stop("nothing to compare: no document is in both", FAILED)
    bare = [document.model_copy(update={"leeway": None}) for document in a if document.id in common]
    try:
        scores = score([document for document in b if document.id in common], bare)
    except ScoreError as error:
        stop(str(error), FAILED)
    _print(scores, len(common))
    if page is not None:
        save(page, render(scores, title="Disagreements: gold is FIRST, found is SECOND"))
        say(f"every disagreement in its sentence: {page}")


def _print(scores: "Scores", count: int) -> None:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, caption=f"{count} documents.", caption_justify="left")
    for name in ("", "pairwise F1", "trivial baseline", "Cohen's κ"):
        table.add_column(name, justify="right" if name else "left", no_wrap=True)
    for row in _found(scores.rows()):
        table.add_row(f"{row.stage} {row.measure}", share(row.f1), share(row.baseline), "")
    table.add_section()
    for each in scores.confusions():
        n = sum(map(sum, each.cells))
        table.add_row(f"{each.stage} {each.field} [dim]({n} pairs)[/dim]", "", "", share(each.kappa))
    console_for(table).print(table)


def _found(rows: "Iterable[Row]") -> "list[Row]":
    known = {(row.stage, row.measure): row for row in rows if row.scope == "end_to_end" and not row.label}
    return [known[key] for key in MEASURES]
