"""The store of a run, and what makes it survive: `shards/` in the output folder.

000012-4f1c….jsonl.gz   the documents of 64 articles, in the order of the sources, each a gzip member of its own
000012-4f1c….rows       a JSON line for each of the 64: where it was read, its key, what came of it
000012.part             what is finished of a shard that is not: a header line, then the member, as they came

A record is appended to the `.part` and synced before the next is asked for; a torn end is cut off when the
folder is opened again. A shard is written under another name, synced, renamed, and then its `.part` is removed. So a
process may be killed at any moment, and all that was finished is found again, by its key.
"""

import json
import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO
from zlib import crc32

from pipeline.record import Failure, digest
from pipeline.run.files import sync, whole
from pipeline.run.result import Made, Result

SHARD = 64
"""Articles in one shard."""
Row = dict[str, Any]
"""Plain values of one article: `where`; `key` if it could be read; then `id size counts made_by` of a document or
`reason advice` of a failure; `skipped`, `notes` and `like`, where there is something to say."""


class Shards:
    """What a folder holds, by key; and what is added to it. Raises OSError."""

    def __init__(self, folder: Path, *, fresh: bool = False, failures: bool = True) -> None:
        """`fresh`: what lies there is not used; `failures`: nor is a failure tried again."""
        self.folder = folder
        self.names: list[str] = []  # the shards of this run
        self._known = sqlite3.connect("", isolation_level=None)
        self._known.execute("PRAGMA journal_mode = OFF")
        self._known.execute(
            "CREATE TABLE known (key TEXT PRIMARY KEY, file TEXT, start INTEGER, about TEXT) WITHOUT ROWID"
        )
        self._parts: dict[int, set[str]] = defaultdict(set)  # keys in each .part
        self._open: dict[int, BinaryIO] = {}
        folder.mkdir(parents=True, exist_ok=True)
        if fresh:
            self._clear()
        for file in sorted(folder.glob("*.rows")):
            self._learn(file.with_suffix(".jsonl.gz").name, _placed(file), failures)
        for file in sorted(folder.glob("*.part")):
            number = int(file.stem)
            self._parts[number].update(self._learn(file.name, _recovered(file), failures))

    def find(self, key: str) -> Row | None:
        """What came of it before; None if it is to be done."""
        found = self._known.execute("SELECT about FROM known WHERE key = ?", (key,)).fetchone()
        about: Row | None = found and json.loads(found[0])
        return about

    def data(self, key: str) -> bytes:
        """The gzip member of a document."""
        query = "SELECT file, start, about FROM known WHERE key = ?"
        name, start, about = self._known.execute(query, (key,)).fetchone()
        with (self.folder / name).open("rb") as file:
            file.seek(start)
            data: bytes = file.read(json.loads(about)["size"])
            return data

    def add(self, number: int, key: str, result: Result) -> None:
        """Keep what came of an article of this shard: on disk when this returns."""
        data = result.data if isinstance(result, Made) else b""
        about = {**result.about, "size": len(data)} if isinstance(result, Made) else failed(result)
        file = self._part(number)
        head = (
            json.dumps({"key": key, "crc": crc32(data), "about": about}, ensure_ascii=False).encode() + b"\n"
        )
        start = file.tell() + len(head)
        file.write(head + data)
        file.flush()
        os.fsync(file.fileno())
        self._learn(f"{number:06}.part", [(key, start, about)], failures=True)
        self._parts[number].add(key)

    def seal(self, number: int, rows: list[Row]) -> None:
        """Write the shard of these rows, unless it is there, and drop its `.part`."""
        lines = "".join(json.dumps(row, sort_keys=True, ensure_ascii=False) + "\n" for row in rows).encode()
        name = f"{number:06}-{digest(lines.decode())[:12]}"
        file, part = f"{name}.jsonl.gz", f"{number:06}.part"
        documents = [row for row in rows if "size" in row]
        if not (self.folder / f"{name}.rows").exists():
            with whole(self.folder / file) as out:
                out.writelines(self.data(row["key"]) for row in documents)
            with whole(self.folder / f"{name}.rows") as out:
                out.write(lines)
        start = 0
        for row in documents:
            self._known.execute(
                "UPDATE known SET file = ?, start = ? WHERE key = ?", (file, start, row["key"])
            )
            start += row["size"]
        lost = self._parts.pop(number, set()) - {row["key"] for row in documents}
        self._known.executemany("DELETE FROM known WHERE key = ? AND file = ?", ((key, part) for key in lost))
        if number in self._open:
            self._open.pop(number).close()
        (self.folder / part).unlink(missing_ok=True)
        self.names.append(name)

    def rows(self) -> Iterator[Row]:
        """Of all that this run sealed, in the order of the sources."""
        for name in sorted(self.names):
            yield from _lines(self.folder / f"{name}.rows")

    def clean(self) -> None:
        """Remove what this run did not seal: an earlier run's shards that have no part in it."""
        self.close()
        self._clear({f"{name}{end}" for name in self.names for end in (".jsonl.gz", ".rows")})
        sync(self.folder)

    def close(self) -> None:
        for file in self._open.values():
            file.close()
        self._open.clear()

    def _clear(self, keep: Iterable[str] = ()) -> None:
        kept = {*keep, "lock"}
        for file in self.folder.iterdir():
            if file.name not in kept and not file.is_dir():
                file.unlink()

    def _part(self, number: int) -> BinaryIO:
        if number not in self._open:
            self._open[number] = (self.folder / f"{number:06}.part").open("ab")
        return self._open[number]

    def _learn(self, name: str, found: Iterable[tuple[str, int, Row]], failures: bool) -> list[str]:
        kept = [one for one in found if failures or "size" in one[2]]
        self._known.executemany(
            "INSERT OR REPLACE INTO known VALUES (?, ?, ?, ?)",
            ((key, name, start, json.dumps(about, ensure_ascii=False)) for key, start, about in kept),
        )
        return [key for key, _, _ in kept]


OUTCOME = ("id", "size", "counts", "made_by", "reason", "advice")


def failed(failure: Failure) -> Row:
    """A failure as it stands in a row."""
    return {"reason": failure.reason, "advice": failure.advice}


def _placed(file: Path) -> Iterator[tuple[str, int, Row]]:
    """Key, start and outcome of each article of a shard that is whole."""
    rows, start = list(_lines(file)), 0
    data = file.with_suffix(".jsonl.gz")
    if not data.exists() or data.stat().st_size != sum(row.get("size", 0) for row in rows):
        return
    for row in rows:
        if "key" in row:
            yield row["key"], start, {name: row[name] for name in OUTCOME if name in row}
        start += row.get("size", 0)


def _recovered(file: Path) -> list[tuple[str, int, Row]]:
    """The whole entries of a `.part`; what is torn at its end is cut off."""
    found, good = [], 0
    with file.open("r+b") as part:
        while (head := part.readline()).endswith(b"\n"):
            try:
                given = json.loads(head)
                key, crc, about = given["key"], given["crc"], given["about"]
            except (ValueError, KeyError, TypeError):
                break
            start = part.tell()
            data = part.read(about.get("size", 0))
            if len(data) != about.get("size", 0) or crc32(data) != crc:
                break
            found.append((key, start, about))
            good = part.tell()
        part.truncate(good)
    return found


def _lines(file: Path) -> Iterator[Row]:
    with file.open("rb") as lines:
        for line in lines:
            yield json.loads(line)
