"""`opclaims show`: one op-ed with its claims, amounts, dates and sources marked where they stand."""

import datetime as dt
import json
import sys
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipeline.cli.paint import Painted
from pipeline.record import Article, Document, Failure, Kind, names

WIDEST = 100  # columns; longer lines are hard to read
KindOption = Enum("KindOption", {name: name for name in names(Kind)}, type=str)


def show(
    file: Annotated[
        Path, typer.Argument(help="An op-ed (.txt .md .jsonl), or a documents.jsonl that was found.")
    ],
    html: Annotated[str | None, typer.Option(metavar="PATH|-", help="Write one self-contained page.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of publication, if the op-ed does not say it.")
    ] = None,
    id: Annotated[
        str | None, typer.Option(help="Which document of a documents.jsonl; default the first.")
    ] = None,
    model: Annotated[
        Path | None, typer.Option(help="Another trained model than the one that comes along.")
    ] = None,
    width: Annotated[
        int | None, typer.Option(min=30, help="Columns; default the terminal's, 100 at most.")
    ] = None,
    kind: Annotated[
        list[KindOption] | None, typer.Option(help="Only claims of this kind; may be repeated.")
    ] = None,
) -> None:
    """Show one op-ed with its claims, amounts, dates and sources marked where they stand."""
    kinds = [item.value for item in kind] if kind else names(Kind)
    try:
        document = _document(file, id, published, model)
        if html is None:
            _paint(document, kinds, width)
        else:
            _page(document, kinds, html)
    except (ValueError, OSError) as error:
        typer.echo(f"opclaims show: {error}", err=True)
        raise typer.Exit(1) from None


def _document(file: Path, id: str | None, published: str | None, model: Path | None) -> Document:
    if not _is_found(file):
        return _extracted(file, _day(published), model)
    if published or model:
        raise ValueError(
            f"{file} holds records that were found; --published and --model would change nothing"
        )
    from pipeline import store

    for document in store.read(file):
        if id is None or document.id == id:
            return document
    raise ValueError(f"{file}: no document" if id is None else f"{file}: no document has the id {id!r}")


def _is_found(file: Path) -> bool:
    """Whether the first line is a record of ours rather than an op-ed."""
    if file.suffix != ".jsonl" or not file.is_file():
        return False
    with file.open("rb") as lines:
        first = next((line for line in lines if line.strip()), b"{}")
    try:
        record = json.loads(first)
    except ValueError:
        return False
    return isinstance(record, dict) and "made_by" in record


def _extracted(file: Path, published: dt.date | None, model: Path | None) -> Document:
    from pipeline import assemble
    from pipeline.extract import extract_all
    from pipeline.read import read

    article = next(read([str(file)]), None)
    if not isinstance(article, Article):
        raise ValueError(_sentence(article) if article else f"{file}: no op-ed in it")
    nlp = assemble.load(model) if model else None
    document = next(iter(extract_all([article], nlp=nlp, published=published)))
    if isinstance(document, Failure):
        raise ValueError(_sentence(document))
    return document


def _sentence(failure: Failure) -> str:
    return f"{failure.where}: {failure.reason}"


def _day(published: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(published) if published else None
    except ValueError:
        raise ValueError(f"--published {published!r} is not a day like 2025-03-04") from None


def _paint(document: Document, kinds: Sequence[str], width: int | None) -> None:
    console = Console(width=width, highlight=False)
    if width is None and console.width > WIDEST:
        console = Console(width=WIDEST, highlight=False)
    console.print(Painted(document, kinds))


def _page(document: Document, kinds: Sequence[str], path: str) -> None:
    from pipeline.page.html import render

    page = render(document, kinds=kinds).encode("utf-8")
    if path == "-":
        sys.stdout.buffer.write(page)
    else:
        Path(path).write_bytes(page)
