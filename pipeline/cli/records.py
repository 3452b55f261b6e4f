"""Records from files, and what was made of them into files; or a sentence and the end."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.message import FAILED, USAGE, reason, stop

if TYPE_CHECKING:
    from pipeline.record import Document


def documents(path: Path, *, some: bool = False) -> "list[Document]":
    """The records of a file or folder; `some`: none are too few."""
    from pipeline.store import BadRecord, read

    try:
        found = list(read(path))
        if some and not found:
            raise BadRecord(f"{path}: holds no records")
        return found
    except BadRecord as error:
        stop(str(error), FAILED)
    except OSError as error:
        stop(reason(error), FAILED)


def of_parts(gold: "list[Document]", parts: Sequence[str], path: Path) -> "list[Document]":
    """The gold whose row in the split.csv beside `path` names one of the parts; all of it for no parts."""
    if not parts:
        return gold
    split = (path if path.is_dir() else path.parent).resolve().parent / "split.csv"
    try:
        with split.open(encoding="utf-8", newline="") as file:
            known = {row["document"]: row["split"] for row in csv.DictReader(file)}
    except OSError as error:
        stop(f"cannot tell the parts apart: {reason(error)}", FAILED)
    except KeyError as error:
        stop(f"cannot tell the parts apart: {split} has no column {error}", FAILED)
    for part in parts:
        if part not in known.values():
            stop(f"{split} has no part {part!r}; it has {', '.join(sorted(set(known.values())))}", USAGE)
    chosen = [document for document in gold if known.get(document.id) in parts]
    if not chosen:
        stop(f"{path} has no gold of the part {' or '.join(parts)}", FAILED)
    return chosen


def file_name(id: str) -> str:
    """`<id>.jsonl`; or a sentence and the end, for an id that would lead out of the folder it is written to."""
    if set(id) & {"/", "\\", ":"} or not id.isprintable() or id.startswith("."):
        stop(f"document {id!r} cannot be written as <id>.jsonl: its id is no file name", FAILED)
    return f"{id}.jsonl"


def apart(path: Path, source: Path) -> None:
    """A sentence and the end, where what is to be written would take the place of what it is made of."""
    from pipeline.store.jsonl import files

    try:
        if any(path.samefile(each) for each in files(source)):
            stop(f"cannot write {path}: that is what is read", USAGE)
    except OSError:
        pass  # one of them is not there


def save(path: Path, text: str) -> None:
    """UTF-8, line ends as they are."""
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        stop(f"cannot write {path}: {error.strerror or error}", FAILED)
