"""Files, folders, patterns and standard input → articles.

    for item in read(["op-eds/", "feed.jsonl", "2024-*.txt", "-"]):
        ...  # an Article, or a Failure that says in one sentence what is wrong with which file or line

Of `.txt`, `.md`, `.jsonl`, `.csv` and `.parquet` the text of an article is the file's, code point for code point: line
ends, white space and invisible characters stay. Two things are left off, and offsets count from what follows them: a
byte order mark at the very start, and the front matter of a Markdown file. Of `.html`, `.pdf`, `.docx` and feeds it is
the text that was extracted, and the record holds it. A file of more than `MAX_CHARS` is cut at empty lines, and each
part is an article whose offsets count in its own text (`parted.py`).

Nothing that can be read is lost to a neighbour that cannot: a bad line of JSONL is one Failure, and the
next line is read; a day of publication that is none (or a title that is no string) is left unknown, with a note that
names it. A file that is named twice is read once. Of the same words under other metadata (an agency's
op-ed in two papers) each is an article, the second with the id `…-2`; where the metadata are the same too, it is a
copy and a Skip. An id that was given to two different op-eds is a Failure.
"""

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from pipeline.read import docx, feed, html, jsonl, markdown, parquet, pdf, table, text
from pipeline.read.check import Unreadable
from pipeline.read.columns import FIELDS, Columns
from pipeline.read.counting import count
from pipeline.read.language import english
from pipeline.read.once import once
from pipeline.read.packed import DAMAGED, members, unpacked
from pipeline.read.sources import FORMATS, STDIN, UNKNOWN, Found, find, format_of, printable
from pipeline.record import MAX_CHARS, Article, Failure

__all__ = [
    "FIELDS",
    "FORMATS",
    "MAX_CHARS",
    "Columns",
    "Found",
    "Open",
    "count",
    "distinct",
    "every",
    "read",
    "read_file",
]

Open = Callable[[Found, Path, Columns], Iterator[Article | Failure]]
"""Reads one file: `read_file`, or what does so elsewhere. Raises nothing."""

_READERS = {
    "text": text.read,
    "markdown": markdown.read,
    "html": html.read,
    "pdf": pdf.read,
    "docx": docx.read,
    "jsonl": jsonl.read,
    "table": table.read,
    "parquet": parquet.read,
    "feed": feed.read,
}


def read(
    sources: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    without: Sequence[Path] = (),
    columns: Mapping[str, str] | None = None,
    only_english: bool = False,
    opened: Open | None = None,
) -> Iterator[Article | Failure]:
    """Every article of the sources, in their order, folders sorted by name; failures where they occur.

    `stdin` is what `-` reads (default: standard input); the files and folders `without` are passed
    over in folders and patterns; `columns` are the names that JSON objects and tables have for a field of Article
    (`{"text": "body"}`); with `only_english` an article in another language becomes a Skip; `opened` reads
    a file in the place of `read_file`.
    """
    items = every(sources, stdin=stdin, without=without, columns=columns, opened=opened)
    return distinct(items, only_english=only_english)


def distinct(
    items: Iterable[Article | Failure], *, only_english: bool = False
) -> Iterator[Article | Failure]:
    """What `every` gave, each op-ed once, under an id of its own; a copy becomes a Skip, with `only_english` an article
    in another language too."""
    return once(english(items) if only_english else items)


def every(
    sources: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    without: Sequence[Path] = (),
    columns: Mapping[str, str] | None = None,
    opened: Open | None = None,
) -> Iterator[Article | Failure]:
    """Every article of the sources as it stands in the files: in any language, copies and all. Arguments as `read`."""
    opened, columns = opened or read_file, columns or {}
    for found in find(sources, without=without):
        if isinstance(found, Failure):
            yield found
        elif found.path is None:
            yield from _standard_input(stdin or sys.stdin.buffer, columns)
        else:
            yield from opened(found, found.path, columns)


def read_file(found: Found, path: Path, columns: Columns) -> Iterator[Article | Failure]:
    """Every article of one file that `find` found, or why there is none."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise Unreadable("is no regular file")
        with path.open("rb") as file:
            yield from _stream(file, found.format, found.where, columns)
    except Unreadable as error:
        yield Failure(where=found.where, reason=str(error), advice=error.advice)
    except OSError as error:
        yield Failure(where=found.where, reason=f"cannot be read ({error.strerror or error})")


def _stream(stream: Iterable[bytes], form: str, where: str, columns: Columns) -> Iterator[Article | Failure]:
    """Raises Unreadable."""
    try:
        if form == "gz":
            inner = format_of(where[: -len(".gz")]) or ""
            yield from _READERS[inner](unpacked(stream), where, columns)
        elif form == "zip":
            yield from _zip(stream, where, columns)
        else:
            yield from _READERS[form](stream, where, columns)
    except DAMAGED as error:
        said = str(error).strip().splitlines() or [type(error).__name__]
        raise Unreadable(f"is damaged ({said[0][:100]})") from None


def _zip(stream: Iterable[bytes], where: str, columns: Columns) -> Iterator[Article | Failure]:
    empty = True
    for name, file in members(stream):
        empty, place = False, f"{where}/{printable(name)}"
        form = format_of(name)
        try:
            if form is None:
                raise Unreadable(UNKNOWN)
            if form == "zip":
                raise Unreadable("is a .zip within a .zip", "unpack it first")
            yield from _stream(file, form, place, columns)
        except Unreadable as error:
            yield Failure(where=place, reason=str(error), advice=error.advice)
    if empty:
        raise Unreadable("holds no files")


def _standard_input(stream: BinaryIO, columns: Columns) -> Iterator[Article | Failure]:
    """JSONL if the first character that is not white space is `{`, else one text."""
    try:
        head: list[bytes] = []
        for line in stream:
            head.append(line)
            if line.strip():
                break
        looks_json = bool(head) and head[-1].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
        reader = jsonl.read if looks_json else text.read
        yield from reader(_chain(head, stream), STDIN, columns)
    except Unreadable as error:
        yield Failure(where=STDIN, reason=str(error), advice=error.advice)
    except OSError as error:  # closed, for one
        yield Failure(where=STDIN, reason=f"cannot be read ({error.strerror or error})")


def _chain(head: list[bytes], stream: Iterable[bytes]) -> Iterator[bytes]:
    yield from head
    yield from stream
