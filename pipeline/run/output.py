"""The folder that a run writes: files grow under temporary names and get their own when all are whole."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from types import TracebackType

from pipeline.record import Document
from pipeline.run.summary import Counts
from pipeline.store import TABLES, line, read, to_csv

DOCUMENTS = "documents.jsonl"

_BATCH = 64
"""Documents in one pandas frame: bounds the memory of a long run."""


class Output:
    """`with Output(folder) as output: output.add(document) …; output.close(); output.finish(manifest)`.

    Without `finish`, nothing is left behind and what was in the folder stays as it was. Raises OSError.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open = ExitStack()
        self._whole = 0  # bytes of complete lines: an interrupt may come in the middle of one

    def __enter__(self) -> "Output":
        self._folder.mkdir(parents=True, exist_ok=True)
        self._part = Path(tempfile.mkdtemp(prefix=".part-", dir=self._folder))
        self._open.callback(shutil.rmtree, self._part, ignore_errors=True)
        self._documents = self._open.enter_context((self._part / DOCUMENTS).open("wb"))
        return self

    def add(self, document: Document) -> None:
        """Write one document."""
        data = line(document)
        self._documents.write(data)
        self._whole += len(data)

    def close(self) -> Counts:
        """Write the tables, from the documents as they stand in their file, and count what is in them."""
        self._documents.truncate(self._whole)
        self._documents.close()
        counts = Counts()
        for table in TABLES:
            self._path(table).write_text(to_csv(table, []), encoding="utf-8", newline="")
        for batch in _batches(read(self._part / DOCUMENTS)):
            for document in batch:
                counts.add(document)
            for table in TABLES:
                with self._path(table).open("a", encoding="utf-8", newline="") as file:
                    file.write(to_csv(table, batch, header=False))
        return counts

    def finish(self, manifest: bytes) -> None:
        """Give every file its name, `run.json` last: where it stands, the others are whole."""
        (self._part / "run.json").write_bytes(manifest)
        for name in (DOCUMENTS, *(f"{table}.csv" for table in TABLES), "run.json"):
            os.replace(self._part / name, self._folder / name)

    def _path(self, table: str) -> Path:
        return self._part / f"{table}.csv"

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()


def _batches(documents: Iterator[Document]) -> Iterator[list[Document]]:
    while batch := list(islice(documents, _BATCH)):
        yield batch
