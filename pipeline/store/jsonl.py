"""Documents ⇄ JSON Lines: UTF-8, one Document a line, `\\n` after each. Equal records give equal bytes."""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple, cast

from pydantic import ValidationError

from pipeline.complaint import first
from pipeline.record import Document


class BadRecord(ValueError):
    """A line that is no valid Document; the message names the file, the line and what is wrong."""


def line(document: Document) -> bytes:
    """One document as it stands in the file, with its line end."""
    return document.to_json().encode("utf-8") + b"\n"


def write(documents: Iterable[Document], path: str | Path) -> None:
    """Write documents to a file, replacing it."""
    with Path(path).open("wb") as file:
        file.writelines(line(document) for document in documents)


class Line(NamedTuple):
    """A line that holds a record, unread: its bytes without the line end, and where it stands (file and line)."""

    where: str
    data: bytes


def read(path: str | Path) -> Iterator[Document]:
    """Documents of a file, or of every `.jsonl` file of a folder in order of name; `.jsonl.gz` alike.

    Of a folder that `run` wrote, its `documents.jsonl`, or its shards where it has none. Logs of reviews are left out.
    A record whose spans do not stand in its text is refused. Raises BadRecord, and FileNotFoundError
    for a path that does not exist or a folder that holds none.
    """
    for each in lines(path):
        yield parse(each)


def lines(path: str | Path) -> Iterator[Line]:
    """The same, line by line and unread; empty lines are left out."""
    for name in files(path):
        with unpacked(name) as file:
            for number, data in enumerate(file, start=1):
                if data := data.strip():
                    yield Line(f"{name} line {number}", data)


def parse(line: Line) -> Document:
    """The document of a line. Raises BadRecord."""
    try:
        return Document.model_validate_json(line.data)
    except ValidationError as error:
        raise BadRecord(f"{line.where}: {_reason(error)}") from None


def files(path: str | Path) -> list[Path]:
    """The files that `read` reads, in its order. Raises FileNotFoundError for a folder that holds none."""
    path = Path(path)
    found = _inside(path) if path.is_dir() else [path]
    if not found:
        raise FileNotFoundError(f"{path}: holds no .jsonl files")
    return found


@contextmanager
def unpacked(name: Path) -> Iterator[IO[bytes]]:
    """A file for reading, `.gz` or not. Raises BadRecord for a packed one that is damaged."""
    with cast(IO[bytes], gzip.open(name)) if name.suffix == ".gz" else name.open("rb") as file:
        try:
            yield file
        except (gzip.BadGzipFile, zlib.error, EOFError) as error:
            raise BadRecord(f"{name}: is damaged ({error})") from None


def _inside(folder: Path) -> list[Path]:
    whole, shards = folder / "documents.jsonl", folder / "shards"
    if whole.exists():
        return [whole]
    found = [*(name for name in folder.glob("*.jsonl") if not is_log(name)), *folder.glob("*.jsonl.gz")]
    return sorted(shards.glob("*.jsonl.gz") if shards.is_dir() else found)


def is_log(name: Path) -> bool:
    """Whether a file is a log of reviews, which may lie beside records: its first line has a verdict and no text."""
    return name.name.startswith("reviews") and begins_as_log(name)


def begins_as_log(name: Path) -> bool:
    """The same, whatever the file is called."""
    with name.open("rb") as file:
        first = file.readline(4000)
    return b'"verdict":' in first and b'"sha256":' not in first


def _reason(error: ValidationError) -> str:
    """The first complaint, with the path to the field: `claims.0.kind: is 'hope', none of 'fact', …`."""
    where, message = first(error)
    field = ".".join(map(str, where))
    more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
    return f"{field}: {message}{more}" if field else f"{message}{more}"
