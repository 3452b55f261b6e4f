"""`opclaims query`: questions to a database of claims."""

from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.load import DEFAULT, room
from pipeline.cli.message import USAGE, published_day, say, stop

if TYPE_CHECKING:
    from pipeline.store.sql.query import Answer

WIDEST = 40
"""Characters of the widest column, and of the longest bar."""
BELOW = ("text", "document", "claim")
"""Columns that stand on a line of their own."""


def query(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Which question; without one, they are listed.")
    ] = None,
    db: Annotated[
        str, typer.Option("--db", metavar="URL", help="The database, as in `opclaims load`.")
    ] = DEFAULT,
    where: Annotated[
        list[str] | None,
        typer.Option(metavar="COLUMN=VALUE", help="Only rows with this value, capitals or not; repeatable."),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="For `due`: the day to look from, or today.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="At most so many rows.")] = None,
    csv: Annotated[bool, typer.Option("--csv", help="As CSV, every value in full.")] = False,
    chart: Annotated[
        bool, typer.Option("--chart", help="As bars, where there is something to count.")
    ] = False,
) -> None:
    """Ask a database of claims: money that moves, claims by source, predictions that have come due …

    Each question is also a view of the database, under the same name.

    Examples:

    - `opclaims query`

    - `opclaims query money --where payer=Japan --where status=pledged`

    - `opclaims query due --as-of 2026-01-01 --csv`
    """
    room()
    if name is None:
        _list()
        return
    answer = _answer(name, db, where or [], as_of, limit)
    if csv:
        from pipeline.store import flat_csv

        typer.echo(flat_csv(answer.rows, list(answer.question.columns)), nl=False)
    elif chart:
        _bars(answer)
    else:
        _table(answer)


def _answer(name: str, db: str, where: list[str], as_of: str | None, limit: int | None) -> "Answer":
    from pipeline.store.missing import MissingExtra
    from pipeline.store.sql import BadTarget
    from pipeline.store.sql.query import BadQuestion, ask

    pairs = [each.partition("=") for each in where]
    if (bad := next((column for column, sign, _ in pairs if not sign), None)) is not None:
        stop(f"--where takes COLUMN=VALUE, not {bad!r}", USAGE)
    day = _today() if as_of == "today" else as_of
    try:
        chosen = {column: value for column, _, value in pairs}
        return ask(name, db, where=chosen, as_of=published_day(day, "--as-of"), limit=limit)
    except (BadQuestion, BadTarget, MissingExtra) as error:
        stop(str(error).replace("as of when?", "give --as-of DATE (or today)"), USAGE)


def _today() -> str:
    """Only where it was asked for in so many words."""
    import datetime as dt

    return dt.date.today().isoformat()


def _list() -> None:
    from rich.console import Console
    from rich.table import Table

    from pipeline.store.sql.views import questions

    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="bold")
    for question in sorted(questions().values(), key=lambda each: each.name == "named"):
        table.add_row(question.name, question.title)
    Console(highlight=False).print(table)


def _table(answer: "Answer") -> None:
    """A line of short columns for each row, and under it the claim, with where it stands."""
    from rich.console import Console
    from rich.text import Text

    from pipeline.cli.paint import safe

    console = Console(highlight=False, soft_wrap=True)
    short = [column for column in answer.question.columns if column not in BELOW]
    cells = [["" if row[each] is None else safe(str(row[each])) for each in short] for row in answer.rows]
    widths = [max(map(len, column)) for column in zip(short, *cells, strict=True)]
    widths = [min(width, WIDEST) for width in widths]
    if answer.rows:
        console.print(Text(_line(short, widths), "bold"))
    for row, line in zip(answer.rows, cells, strict=True):
        console.print(_line(line, widths), markup=False)
        below = [safe(str(row[each])) for each in BELOW if row.get(each) is not None]
        if below:
            console.print(Text("    " + " · ".join(below), "dim"))
    say(f"{len(answer.rows)} row{'' if len(answer.rows) == 1 else 's'}")


def _line(cells: list[str], widths: list[int]) -> str:
    """In columns, cut where one is wider; without blanks at the end."""
    padded = (
        cell[: width - 1] + "…" if len(cell) > width else cell.ljust(width)
        for cell, width in zip(cells, widths, strict=True)
    )
    return "  ".join(padded).rstrip()


def _bars(answer: "Answer") -> None:
    from pipeline.cli.paint import safe

    if not answer.question.chart:
        stop(f"{answer.question.name} has nothing to count; it has no chart", USAGE)
    words, number = answer.question.chart
    most = max((row[number] for row in answer.rows), default=0)
    for row in answer.rows:
        bar = "█" * max(1, round(WIDEST * row[number] / most))
        typer.echo(f"{safe(str(row[words]))[:WIDEST]:<{WIDEST}} {bar} {row[number]}")
