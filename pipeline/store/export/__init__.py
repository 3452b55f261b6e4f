"""Records → the formats of others: tables, Parquet, JSON-LD, columns.

    export(documents, "parquet", Path("claims.parquet"))

What is written is whole or not there: it grows under another name and takes its own at the end.
"""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from pipeline.record import Document
from pipeline.store.export.unfit import Unfit

__all__ = ["FORMATS", "Format", "Unfit", "export", "whole"]

Write = Callable[[Iterable[Document], Path], None]
"""Writes a file, or several into a folder that is there."""


class Format(NamedTuple):
    """`home`: module and function that write it; `name`: what it is called beside the records; `folder`: whether that
    is a folder."""

    home: str
    name: str
    folder: bool
    meaning: str


FORMATS = {
    "csv": Format("flat:csv", "csv", True, "tables with commas: claims, amounts, dates, sums, entities"),
    "tsv": Format("flat:tsv", "tsv", True, "the same with tabs"),
    "xlsx": Format("xlsx:write", "claims.xlsx", False, "the same as the sheets of a workbook"),
    "parquet": Format(
        "parquet:nested", "documents.parquet", False, "the records as they are, nested, one op-ed a row"
    ),
    "parquet-flat": Format("parquet:flat", "parquet", True, "the tables, one Parquet file each"),
    "jsonld": Format("jsonld:write", "claims.jsonld", False, "schema.org Claims with W3C Web Annotations"),
    "conll": Format(
        "conll:write", "entities.conll", False, "tokens and names in columns, IOB2, as in CoNLL-2003"
    ),
    "tuples": Format(
        "tuples:write", "facts.tsv", False, "open facts: subject, relation, arguments, and who says so"
    ),
}
"""Name → format. One that needs spaCy is written elsewhere (`pipeline/docbin.py`)."""


def export(documents: Iterable[Document], format: str, to: Path) -> None:
    """Write documents to `to`, a file or a folder, replacing what it had of the same names.

    Raises KeyError for a format that there is not, MissingExtra for one whose library is not installed, Unfit for a
    document that the format cannot hold, OSError.
    """
    home = FORMATS[format].home
    module, _, function = home.partition(":")
    write: Write = getattr(import_module(f"pipeline.store.export.{module}"), function)
    with whole(to, folder=FORMATS[format].folder) as part:
        write(documents, part)


@contextmanager
def whole(to: Path, *, folder: bool) -> Iterator[Path]:
    """A place beside `to` that takes its name, or (folder) whose files move into it, when all went well.

    Raises OSError where nothing can be written there, NotADirectoryError for a folder that is a file.
    """
    if folder and to.is_file():
        raise NotADirectoryError(errno.ENOTDIR, "is a file, where a folder is wanted", str(to))
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        room = Path(tempfile.mkdtemp(prefix=".part-", dir=to.parent))
    except OSError as error:  # of a name that nobody gave
        raise OSError(error.errno, f"cannot be written ({error.strerror})", str(to)) from None
    try:
        yield room if folder else room / to.name
        if folder:
            to.mkdir(exist_ok=True)
            for path in sorted(room.iterdir()):
                os.replace(path, to / path.name)
        else:
            os.replace(room / to.name, to)
    finally:
        shutil.rmtree(room, ignore_errors=True)
