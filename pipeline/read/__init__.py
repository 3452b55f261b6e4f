"""Files, folders, patterns and standard input → articles.

    for item in read(["op-eds/", "feed.jsonl", "2024-*.txt", "-"]):
        ...  # an Article, or a Failure that says in one sentence what is wrong with which file or line

The text of an article is the file's, code point for code point: line ends, white space and invisible
characters stay. Two things are left off, and offsets count from what follows them: a byte order mark at
the very start, and the front matter of a Markdown file.

Nothing that can be read is lost to a neighbour that cannot: a bad line of JSONL is one Failure, and the
next line is read. A file that is named twice is read once. Of the same words under other metadata (an agency's
op-ed in two papers) each is an article, the second with the id `…-2`; where the metadata are the same too, it is a
copy and a Skip. An id that was given to two different op-eds is a Failure.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from pipeline.read import jsonl, markdown, text
from pipeline.read.check import MAX_CHARS, Unreadable
from pipeline.read.once import once
from pipeline.read.sources import FORMATS, STDIN, Found, find
from pipeline.record import Article, Failure

__all__ = ["FORMATS", "MAX_CHARS", "count", "read"]

_READERS = {"text": text.read, "markdown": markdown.read, "jsonl": jsonl.read}


def read(
    sources: Sequence[str], *, stdin: BinaryIO | None = None, without: Sequence[Path] = ()
) -> Iterator[Article | Failure]:
    """Every article of the sources, in their order, folders sorted by name; failures where they occur.

    `stdin` is what `-` reads (default: standard input); the files and folders `without` are passed
    over in folders and patterns.
    """
    return once(_all(sources, stdin, without))


def count(sources: Sequence[str], *, without: Sequence[Path] = ()) -> int | None:
    """How many articles to expect, at the price of counting lines; None if standard input is among them."""
    total = 0
    for found in find(sources, without=without):
        if isinstance(found, Failure):
            continue
        if found.path is None:
            return None
        total += jsonl.count(found.path) if found.format == "jsonl" else 1
    return total


def _all(
    sources: Sequence[str], stdin: BinaryIO | None, without: Sequence[Path]
) -> Iterator[Article | Failure]:
    for found in find(sources, without=without):
        if isinstance(found, Failure):
            yield found
        elif found.path is None:
            yield from _standard_input(stdin or sys.stdin.buffer)
        else:
            yield from _file(found, found.path)


def _file(found: Found, path: Path) -> Iterator[Article | Failure]:
    try:
        with path.open("rb") as file:
            yield from _READERS[found.format](file, found.where)
    except Unreadable as error:
        yield Failure(where=found.where, reason=str(error))
    except OSError as error:
        yield Failure(where=found.where, reason=f"cannot be read ({error.strerror or error})")


def _standard_input(stream: BinaryIO) -> Iterator[Article | Failure]:
    """JSONL if the first character that is not white space is `{`, else one text."""
    head: list[bytes] = []
    for line in stream:
        head.append(line)
        if line.strip():
            break
    looks_json = bool(head) and head[-1].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    reader = jsonl.read if looks_json else text.read
    try:
        yield from reader(_chain(head, stream), STDIN)
    except Unreadable as error:
        yield Failure(where=STDIN, reason=str(error))


def _chain(head: list[bytes], stream: Iterable[bytes]) -> Iterator[bytes]:
    yield from head
    yield from stream
