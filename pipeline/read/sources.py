"""What a person names → files: `notes.txt`, `op-eds/`, `2024-*/*.md`, `-`."""

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.record import Failure

FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "table",
    ".tsv": "table",
    ".parquet": "parquet",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".zip": "zip",
    ".gz": "gz",
}
"""File name ending (in any case) → which reader."""

STDIN = "standard input"
WRITTEN = frozenset(
    {
        "documents.jsonl", "documents.parquet", "claims.csv", "amounts.csv", "dates.csv", "sums.csv", "entities.csv",
        "duplicates.csv", "errors.jsonl", "notes.jsonl", "shards", "scores.csv", "changes.csv", "report.html",
    }
)  # fmt: skip
"""What `run`, `export` and `score` write into a folder, beside a `run.json`: no op-eds, unless they are named outright.
Nor are the tables of `_exported`."""
KNOWN = ".txt, .md, .html, .pdf, .docx, .jsonl, .csv, .parquet or .xml (a feed), or a .zip or .gz of these"
UNKNOWN = f"is of a kind I cannot read; give it as {KNOWN}"
_NONE = "holds no files that I can read"


def format_of(name: str) -> str | None:
    """Which reader a file of this name is for; None if for none."""
    path = Path(name.lower())
    inner = FORMATS.get(Path(path.stem).suffix)
    return FORMATS.get(path.suffix) if path.suffix != ".gz" or inner not in (None, "zip", "gz") else None


class Found(NamedTuple):
    """A file to read (`path` None: standard input), and its name in messages."""

    path: Path | None
    where: str
    format: str


def find(sources: Sequence[str], *, without: Sequence[Path] = ()) -> Iterator[Found | Failure]:
    """The files of each source in turn, each file once. In folders and patterns, hidden files, those of other
    kinds and those `without` (files, folders) are passed over; a file that is named outright and cannot be read is
    a Failure.
    """
    seen: set[Path | None] = set()
    passed_over = frozenset(_whole(path) for path in without)
    for source in sources:
        for found in _find(source, passed_over):
            if isinstance(found, Failure):
                yield found
                continue
            path = found.path and _whole(found.path)
            if path not in seen:
                seen.add(path)
                yield found


def _find(source: str, without: frozenset[Path]) -> Iterator[Found | Failure]:
    path = Path(source)
    if source == "-":
        yield Found(None, STDIN, "")
    elif not source:  # an unset variable of a shell must not mean "this folder"
        yield Failure(where='""', reason="names no file")
    elif path.is_dir():
        yield from _some(_folder(path), without, source, _NONE)
    elif os.path.lexists(path):
        if form := format_of(path.name):
            yield Found(path, _name(path), form)
        else:
            yield Failure(where=_name(path), reason=UNKNOWN)
    elif glob.has_magic(source):
        yield from _some(_pattern(source), without, source, "matches no files that I can read")
    else:
        yield Failure(where=printable(source), reason="does not exist")


def _some(
    files: Iterator[Path | Failure], without: frozenset[Path], source: str, otherwise: str
) -> Iterator[Found | Failure]:
    empty = True
    for path in files:
        if isinstance(path, Failure):
            empty = False
            yield path
        elif (form := format_of(path.name)) and not _in(path, without):
            empty = False
            yield Found(path, _name(path), form)
    if empty:
        yield Failure(where=printable(source), reason=otherwise)


def _in(path: Path, without: frozenset[Path]) -> bool:
    whole = _whole(path)
    return whole in without or not without.isdisjoint(whole.parents)


def _folder(folder: Path) -> Iterator[Path | Failure]:
    """Its files and those of its folders, in the order of their paths; links to folders are not followed."""
    files: list[Path] = []
    shut: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=shut.append):
        written = WRITTEN if "run.json" in names and WRITTEN & {*names, *folders} else ()
        passed_over = {*written, *(_exported(Path(here)) if written else ())}
        folders[:] = [name for name in folders if not name.startswith(".") and name not in passed_over]
        files += [Path(here, name) for name in names if not name.startswith(".") and name not in written]
    for error in sorted(shut, key=lambda error: str(error.filename)):
        yield Failure(where=_name(Path(error.filename)), reason=f"cannot be read ({error.strerror})")
    yield from sorted(files, key=lambda path: path.parts)


def _exported(folder: Path) -> list[str]:
    """Folders of tables that `export` made beside the records; a folder of op-eds may have the same name."""
    return [name for name in ("csv", "tsv", "parquet") if (folder / name / f"claims.{name}").exists()]


def _pattern(pattern: str) -> Iterator[Path | Failure]:
    for match in sorted(map(Path, glob.glob(pattern, recursive=True)), key=lambda path: path.parts):
        if match.is_dir():
            yield from _folder(match)
        else:
            yield match


def _whole(path: Path) -> Path:
    """Without links. Of links that go round in circles what can be followed; `Path.resolve` may raise RuntimeError."""
    return Path(os.path.realpath(path))


def _name(path: Path) -> str:
    return printable(path.as_posix())


def printable(name: str) -> str:
    """A file name that UTF-8 and a terminal can hold: stray bytes and control characters as `\\x1b`."""
    whole = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in whole)
