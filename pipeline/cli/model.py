"""`opclaims model`: the card of the trained model, in short."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.cli.message import USAGE, reason, stop

FILE = "meta.json"


def model(
    path: Annotated[
        Path | None, typer.Argument(metavar="[PATH]", help="Another spaCy pipeline's folder.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="All that the model says of itself, as JSON.")
    ] = False,
) -> None:
    """The trained model: what it is, how good it is, what it learned from and under which licence.

    Examples:

    - `opclaims model`
    - `opclaims model --json | jq .performance`
    """
    text, meta = _read(path)
    if as_json:
        typer.echo(text.rstrip())
    else:
        _print(meta)


def _read(path: Path | None) -> tuple[str, dict[str, Any]]:
    """The card's text and content, or a sentence and the end."""
    if path is None:
        from pipeline.assemble import own_model

        try:
            path = own_model()
        except OSError as error:
            stop(reason(error), USAGE)
    try:
        text = (path / FILE).read_text(encoding="utf-8")
        meta = json.loads(text)
    except (OSError, ValueError) as error:
        stop(f"{path} holds no card of a spaCy pipeline: {reason(error)}", USAGE)
    if not isinstance(meta, dict):
        stop(f"{path / FILE} is no card of a spaCy pipeline: it holds no object", USAGE)
    return text, meta


def _print(meta: dict[str, Any]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console()
    name = f"{meta.get('lang', '?')}_{meta.get('name', '?')} {meta.get('version', '?')}"
    console.print(Text(name, style="bold"), Text(f"· {meta.get('license') or 'licence not given'}"))
    if meta.get("description"):
        console.print(Text(meta["description"]))
    for title, columns, rows in (
        ("How good it is", ("held out", "F1", "beside"), [_figure(row) for row in meta.get("figures") or []]),
        ("What it learned from", ("source", "licence"), [_source(row) for row in meta.get("sources") or []]),
        ("Limits", ("",), [(limit,) for limit in meta.get("limits") or []]),
    ):
        if rows:
            console.print(_table(title, columns, rows))


def _figure(row: dict[str, Any]) -> tuple[str, str, str]:
    return str(row.get("what", "?")), str(row.get("figure", "?")), str(row.get("beside") or "")


def _source(row: dict[str, Any]) -> tuple[str, str]:
    return str(row.get("name") or "?"), str(row.get("license") or "?")


def _table(title: str, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> Any:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        show_header=any(columns),
    )
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table
