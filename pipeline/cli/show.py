"""`opclaims show`: one op-ed with its claims, amounts, dates and sources marked where they stand."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.message import FAILED, USAGE, currency, published_day, reason, say, stop
from pipeline.cli.records import apart

if TYPE_CHECKING:
    import datetime as dt

    from pipeline.record import Article, Document, Failure

WIDEST = 100  # columns; longer lines are hard to read
NAMED = 5
"""Ids that are named, where another was asked for."""


def show(
    source: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="An op-ed (.txt, .md, .jsonl, or - for standard input), or what `run` wrote.",
            show_default=False,
        ),
    ],
    html: Annotated[
        str | None,
        typer.Option(
            metavar="PATH", help="Write one self-contained page to this file (- for standard output)."
        ),
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day of publication, if the op-ed names none.")
    ] = None,
    id: Annotated[
        str | None, typer.Option(metavar="ID", help="Which op-ed of a file that holds many; else the first.")
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND",
            help="Only claims of this kind: fact, prediction, recommendation, evaluation. May be repeated.",
        ),
    ] = None,
    model: Annotated[
        str | None, typer.Option(metavar="PATH", help="A spaCy pipeline to use instead of our own.")
    ] = None,
    convert: Annotated[
        str | None,
        typer.Option(metavar="CURRENCY", help="Show sums of money in this currency, too, as `run` does."),
    ] = None,
    width: Annotated[
        int | None, typer.Option(min=30, metavar="N", help="Columns; else the terminal's, at most 100.")
    ] = None,
) -> None:
    """Show one op-ed with its claims marked where they stand.

    In the terminal, or with --html as a page that needs no network. Records that `run` wrote are shown as they
    are, without running the model. Colours are left out in a pipe, or where NO_COLOR is set.

    Examples:

    - `opclaims show op-ed.txt --published 2025-11-03`

    - `opclaims show outputs/documents.jsonl --id cambodia-japan --html page.html`
    """
    kinds, day, into = _kinds(kind), published_day(published), currency(convert)
    if html is not None:
        apart(Path(html), Path(source))
    try:
        document = _converted(_document(source, id, day, model), into)
        if html is None:
            _paint(document, kinds, width)
        else:
            _page(document, kinds, html)
    except ValueError as error:
        stop(reason(error), FAILED)


def _document(source: str, id: str | None, day: "dt.date | None", model: str | None) -> "Document":
    if not _holds_records(Path(source)):
        return _extracted(source, id, day, model)
    if day or model:
        stop(f"{source} holds records that were found already: --published and --model change nothing", USAGE)
    from pipeline import store

    known: list[str] = []
    for document in store.read(source):
        if id is None or document.id == id:
            return document
        known.append(document.id)
    raise ValueError(f"{source}: no record{_of(id, known)}")


def _converted(document: "Document", into: str | None) -> "Document":
    from pipeline.convert import Rates, converted

    return document if into is None else converted(document, Rates(into))


def _holds_records(path: Path) -> bool:
    """Whether the first line is a record of ours rather than an op-ed; of a folder, that of what `run` wrote there."""
    path = path / "documents.jsonl" if path.is_dir() else path
    if path.suffix != ".jsonl" or not path.is_file():
        return False
    with path.open("rb") as lines:
        first = next((line for line in lines if line.strip()), b"{}")
    try:
        record = json.loads(first)
    except ValueError:
        return False
    return isinstance(record, dict) and "made_by" in record


def _extracted(source: str, id: str | None, day: "dt.date | None", model: str | None) -> "Document":
    from pipeline.record import Failure

    article = _article(source, id)
    for note in article.notes:
        say(f"{article.where}: {note}")
    from pipeline import assemble
    from pipeline.extraction import extract_all

    nlp = assemble.load(model) if model else None
    document = next(extract_all([article], nlp=nlp, published=day))
    if isinstance(document, Failure):
        raise ValueError(_sentence(document))
    return document


def _article(source: str, id: str | None) -> "Article":
    """The op-ed with this id, or the first."""
    from pipeline.read import read
    from pipeline.record import Failure

    known: list[str] = []
    for item in read([source]):
        if isinstance(item, Failure):
            if id is None:
                raise ValueError(_sentence(item))
        elif id in (None, item.id):
            return item
        else:
            known.append(item.id)
    raise ValueError(f"{source}: no op-ed{_of(id, known)}")


def _of(id: str | None, known: Sequence[str]) -> str:
    """Which id was asked for, and which there are."""
    if id is None:
        return " in it"
    more = ", …" if len(known) > NAMED else ""
    there = f"; there are {', '.join(known[:NAMED])}{more}" if known else ""
    return f' has the id "{id}"{there}'


def _sentence(failure: "Failure") -> str:
    advice = failure.advice or ""
    ours = bool(advice) and "--" not in advice  # options of `run`
    return f"{failure.where}: {failure.reason}" + (f" ({advice})" if ours else "")


def _kinds(wanted: list[str] | None) -> Sequence[str]:
    from pipeline.record import Kind, names

    kinds = names(Kind)
    unknown = [kind for kind in wanted or () if kind not in kinds]
    if unknown:
        stop(f'--kind "{unknown[0]}" is none of {", ".join(kinds)}', USAGE)
    return wanted or kinds


def _paint(document: "Document", kinds: Sequence[str], width: int | None) -> None:
    from rich.console import Console

    from pipeline.cli.paint import Painted

    console = Console(width=width, highlight=False)
    if width is None and console.width > WIDEST:
        console.width = WIDEST
    console.print(Painted(document, kinds))


def _page(document: "Document", kinds: Sequence[str], path: str) -> None:
    from pipeline.page.html import render

    page = render(document, kinds=kinds).encode("utf-8")
    if path == "-":
        sys.stdout.buffer.write(page)
        return
    try:
        Path(path).write_bytes(page)
    except OSError as error:
        stop(f"cannot write {path}: {error.strerror or error}", FAILED)
