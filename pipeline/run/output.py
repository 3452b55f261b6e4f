"""Shards → the files that people open. Each is written whole under another name; `run.json` comes last."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pipeline.record import Failure, MadeBy
from pipeline.run.entries import Row
from pipeline.run.files import whole
from pipeline.run.shards import Shards
from pipeline.run.summary import SHOWN, Summary
from pipeline.store import TABLES, flat_csv, head

DOCUMENTS, ERRORS, NOTES, DUPLICATES = "documents.jsonl", "errors.jsonl", "notes.jsonl", "duplicates.csv"
MOST = 10_000
"""Documents that are put together to one `documents.jsonl` and five tables, some 3 GB. Of more, the shards are
the output: the same files in parts, packed, as `opclaims score`, pandas and `zcat` read them."""
_DUPLICATE = ("document", "where", "of", "kind", "similarity")


def write(out: Path, shards: Shards, most: int = MOST) -> Summary:
    """Everything but `run.json`; what came of the run. Raises OSError."""
    summary = Summary()
    _listed(out / ERRORS, (_error(row) for row in shards.rows() if _worth_saying(row)))
    _listed(out / NOTES, (note for row in shards.rows() for note in _notes(row)))
    _duplicates(out / DUPLICATES, shards)
    for row in shards.rows():
        _count(summary, row)
    summary.assembled = summary.counts.documents <= most
    if summary.assembled:
        _documents(out, shards)
    else:
        for name in (DOCUMENTS, *(f"{table}.csv" for table in TABLES)):
            (out / name).unlink(missing_ok=True)
    return summary


def _documents(out: Path, shards: Shards) -> None:
    for at, (name, first) in enumerate(
        ((DOCUMENTS, ""), *((f"{table}.csv", head(table)) for table in TABLES))
    ):
        with whole(out / name) as file:
            file.write(first.encode())
            for row in shards.rows():
                if "sizes" in row:
                    file.write(shards.text(row["key"], at))


def _count(summary: Summary, row: Row) -> None:
    noted = row.get("notes", ())
    summary.notes += len(noted)
    summary.told += [f"{row['where']}: {note}" for note in noted[: SHOWN - len(summary.told)]]
    summary.near += "like" in row
    if "sizes" in row:
        summary.counts.add(row["counts"])
        summary.made_by = summary.made_by or MadeBy(**row["made_by"])
    elif "skipped" in row:
        summary.copies += row["skipped"] == "copy"
        summary.skipped += 1
    else:
        summary.failed += 1
        if len(summary.failures) < SHOWN:
            summary.failures.append(
                Failure(where=row["where"], reason=row["reason"], advice=row.get("advice"))
            )


def _worth_saying(row: Row) -> bool:
    return "reason" in row and row.get("skipped") != "copy"


def _error(row: Row) -> dict[str, Any]:
    return {
        "where": row["where"],
        "reason": row["reason"],
        "advice": row.get("advice"),
        "skipped": "skipped" in row,
    }


def _notes(row: Row) -> Iterator[dict[str, Any]]:
    for note in row.get("notes", ()):
        yield {"where": row["where"], "document": row.get("id"), "note": note}


def _duplicates(path: Path, shards: Shards) -> None:
    found = [one for row in shards.rows() if (one := _duplicate(row))]
    if found:
        with whole(path) as file:
            file.write(flat_csv(found, _DUPLICATE).encode())
    else:
        path.unlink(missing_ok=True)


def _duplicate(row: Row) -> dict[str, Any] | None:
    if row.get("skipped") == "copy":
        return {"document": None, "where": row["where"], "of": row["of"], "kind": "copy", "similarity": 1.0}
    if "like" not in row or "sizes" not in row:
        return None
    like = row["like"]
    return {"document": row["id"], "where": row["where"], "of": like["id"], **_kind(like["similarity"])}


def _kind(similarity: float) -> dict[str, Any]:
    return {"kind": "same words" if similarity == 1.0 else "near", "similarity": similarity}


def _listed(path: Path, entries: Iterable[dict[str, Any]]) -> None:
    """JSON lines; no file where there is nothing to list."""
    some = False
    with whole(path) as file:
        for entry in entries:
            some = True
            file.write(json.dumps(entry, ensure_ascii=False).encode() + b"\n")
    if not some:
        path.unlink()
