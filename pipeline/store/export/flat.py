"""The flat tables as CSV or TSV, one file each."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from pipeline.record import Document
from pipeline.store.tables import TABLES, to_csv

BATCH = 64
"""Documents in one pandas frame: bounds the memory."""


def csv(documents: Iterable[Document], folder: Path) -> None:
    """`claims.csv` … in a folder."""
    _write(documents, folder, "csv", ",")


def tsv(documents: Iterable[Document], folder: Path) -> None:
    """`claims.tsv` … in a folder; texts in quotation marks, tabs and line ends within them as they are."""
    _write(documents, folder, "tsv", "\t")


def batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The documents, some at a time."""
    every = iter(documents)
    while batch := list(islice(every, BATCH)):
        yield batch


def _write(documents: Iterable[Document], folder: Path, ending: str, sep: str) -> None:
    paths = {table: folder / f"{table}.{ending}" for table in TABLES}
    for table, path in paths.items():
        path.write_text(to_csv(table, [], sep=sep), encoding="utf-8", newline="")
    for batch in batches(documents):
        for table, path in paths.items():
            with path.open("a", encoding="utf-8", newline="") as file:
                file.write(to_csv(table, batch, header=False, sep=sep))
