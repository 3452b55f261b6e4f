"""`opclaims export`: records in the formats of others."""

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.message import FAILED, USAGE, reason, say, stop
from pipeline.cli.records import apart

if TYPE_CHECKING:
    from pipeline.record import Document


class Format(str, Enum):
    csv = "csv"
    tsv = "tsv"
    xlsx = "xlsx"
    parquet = "parquet"
    parquet_flat = "parquet-flat"
    jsonld = "jsonld"
    conll = "conll"
    tuples = "tuples"
    spacy = "spacy"


SPACY = "documents.spacy"
"""What a DocBin is called beside the records."""


def export(
    found: Annotated[
        Path, typer.Argument(exists=True, metavar="FOUND", help="documents.jsonl, or the folder it is in.")
    ],
    format: Annotated[Format, typer.Option("--as", help="Which format.")],
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH", help="File, or folder for csv, tsv and parquet-flat (default: beside FOUND)."
        ),
    ] = None,
) -> None:
    """Write records as tables (csv, tsv, xlsx, parquet-flat), nested Parquet (parquet), linked data (jsonld: schema.org
    Claims with W3C Web Annotations), columns (conll: tokens and names), open facts (tuples:
    subject, relation, arguments) or spaCy Docs (spacy: a DocBin).

    What is written is whole, or not there. Texts that a spreadsheet could take for formulas are disarmed.

    Examples:

    - `opclaims export outputs --as xlsx`

    - `opclaims export outputs --as parquet --out claims.parquet`
    """
    from pipeline.store.missing import MissingExtra

    to = out or _beside(found, format)
    apart(to, found)
    seen: list[str] = []
    try:
        _write(_counted(found, seen), format, to)
    except MissingExtra as error:
        stop(str(error), USAGE)
    except (OSError, ValueError) as error:
        stop(reason(error), FAILED)
    say(f"wrote {len(seen)} document{'' if len(seen) == 1 else 's'} to {to}")


def _counted(found: Path, seen: list[str]) -> "Iterator[Document]":
    from pipeline.store import BadRecord, read

    for document in read(found):
        seen.append(document.id)
        yield document
    if not seen:
        raise BadRecord(f"{found}: holds no records")


def _beside(found: Path, format: Format) -> Path:
    from pipeline.store.export import FORMATS

    folder = found if found.is_dir() else found.parent
    return folder / (SPACY if format is Format.spacy else FORMATS[format.value].name)


def _write(documents: "Iterator[Document]", format: Format, to: Path) -> None:
    from pipeline.store.export import FORMATS, export, whole

    if to.is_dir() and (format is Format.spacy or not FORMATS[format.value].folder):
        stop(f"cannot write {to}: it is a folder, and {format.value} is one file", USAGE)
    if format is not Format.spacy:
        export(documents, format.value, to)
        return
    from pipeline.docbin import write

    with whole(to, folder=False) as part:
        write(documents, part)
