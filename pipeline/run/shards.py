"""The store of a run, and what makes it survive: `shards/` in the output folder.

000012-4f1c….jsonl.gz        the documents of 64 articles, in the order of the sources, each a gzip member of its own
000012-4f1c….claims.csv.gz   their claims, and so on for each table
000012-4f1c….rows            a JSON line for each of the 64: where it was read, its key, what came of it
000012.part                  what is finished of a shard that is not: a header line, then the members, as they came

A record is appended to the `.part` at once, and twice a second what was appended is synced; a torn end is cut off when
the folder is opened again. A shard is written under another name, synced, renamed, and then its `.part` is removed. So
a process may be killed at any moment, and all that was finished is found again, by its key; a machine that loses its
power loses what came in the last half second.
"""

import gzip
import json
import os
import sqlite3
import time
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO
from zlib import crc32

from pipeline.record import digest
from pipeline.run.entries import (
    DIGITS,
    ENDS,
    HEADS,
    Placed,
    Row,
    failed,
    in_line,
    lines_of,
    placed,
    recovered,
    starts_of,
)
from pipeline.run.files import sync, whole
from pipeline.run.result import Made, Result

SHARD = 64
"""Articles in one shard."""
PAUSE = 0.5
"""Seconds between two syncs: one for each record would bound a run to some two hundred of them a second."""


class Shards:
    """What a folder holds, by key; and what is added to it. Raises OSError."""

    def __init__(self, folder: Path, *, fresh: bool = False, failures: bool = True) -> None:
        """`fresh`: what lies there is not used; `failures`: nor is a failure tried again."""
        self.folder = folder
        self.names: list[str] = []  # the shards of this run
        self._known = sqlite3.connect("", isolation_level=None)
        self._known.execute("PRAGMA journal_mode = OFF")
        self._known.execute(
            "CREATE TABLE known (key TEXT PRIMARY KEY, file TEXT, starts TEXT, about TEXT) WITHOUT ROWID"
        )
        self._parts: dict[int, set[str]] = defaultdict(set)  # keys in each .part
        self._open: dict[int, BinaryIO] = {}
        self._unsynced: set[int] = set()
        self._synced = 0.0
        folder.mkdir(parents=True, exist_ok=True)
        if fresh:
            self._clear()
        for file in sorted(folder.glob("*.rows")):
            if (found := placed(file)) is None:
                file.unlink()  # its articles are done again, and it is written anew
            else:
                self._learn(file.stem, found, failures)
        for file in sorted(folder.glob("*.part")):
            number = int(file.stem)
            self._parts[number].update(self._learn(file.name, recovered(file), failures))

    def find(self, key: str) -> Row | None:
        """What came of it before; None if it is to be done."""
        found = self._known.execute("SELECT about FROM known WHERE key = ?", (key,)).fetchone()
        about: Row | None = found and json.loads(found[0])
        return about

    def data(self, key: str, part: int = 0) -> bytes:
        """One of `PARTS` of a document, as a gzip member."""
        query = "SELECT file, starts, about FROM known WHERE key = ?"
        name, starts, about = self._known.execute(query, (key,)).fetchone()
        file = name if name.endswith(".part") else name + ENDS[part]
        with (self.folder / file).open("rb") as stream:
            stream.seek(json.loads(starts)[part])
            data: bytes = stream.read(json.loads(about)["sizes"][part])
            return data

    def text(self, key: str, part: int = 0) -> bytes:
        """The same, unpacked. Raises OSError if it is damaged, and forgets the shard, so that the next run mends it."""
        try:
            return gzip.decompress(self.data(key, part))
        except (OSError, EOFError, zlib.error):
            (name,) = self._known.execute("SELECT file FROM known WHERE key = ?", (key,)).fetchone()
            (self.folder / f"{name}.rows").unlink(missing_ok=True)
            raise OSError(
                f"{self.folder / name}{ENDS[part]}: is damaged; once more, and it is made anew"
            ) from None

    def add(self, number: int, key: str, result: Result) -> None:
        """Keep what came of an article of this shard: with the system when this returns, soon on disk."""
        if isinstance(result, Made):
            data, about = b"".join(result.data), {**result.about, "sizes": list(map(len, result.data))}
        else:
            data, about = b"", failed(result)
        file = self._part(number)
        entry = {"key": key, "crc": crc32(data), "about": about}
        line = json.dumps(entry, ensure_ascii=False).encode() + b"\n"
        start = file.tell() + len(line)
        file.write(line + data)
        file.flush()
        self._unsynced.add(number)
        if time.monotonic() - self._synced >= PAUSE:
            self._sync()
        self._learn(f"{number:06}.part", [(key, starts_of(start, about), about)], failures=True)
        self._parts[number].add(key)

    def seal(self, number: int, rows: list[Row]) -> None:
        """Write the shard of these rows, unless it is there, and drop its `.part`."""
        lines = "".join(json.dumps(row, sort_keys=True, ensure_ascii=False) + "\n" for row in rows).encode()
        name, part = f"{number:06}-{digest(lines.decode())[:DIGITS]}", f"{number:06}.part"
        documents = [row for row in rows if "sizes" in row]
        if not (self.folder / f"{name}.rows").exists():
            for at, end in enumerate(ENDS):
                with whole(self.folder / f"{name}{end}") as out:
                    out.write(HEADS[at])
                    out.writelines(self.data(row["key"], at) for row in documents)
            with whole(self.folder / f"{name}.rows") as out:
                out.write(lines)
        self._learn(name, in_line(documents), failures=False)
        lost = self._parts.pop(number, set()) - {row["key"] for row in documents}
        self._known.executemany("DELETE FROM known WHERE key = ? AND file = ?", ((key, part) for key in lost))
        if number in self._open:
            self._open.pop(number).close()
        self._unsynced.discard(number)
        (self.folder / part).unlink(missing_ok=True)
        self.names.append(name)

    def rows(self) -> Iterator[Row]:
        """Of all that this run sealed, in the order of the sources."""
        for name in sorted(self.names):
            yield from lines_of(self.folder / f"{name}.rows")

    def clean(self) -> None:
        """Remove what this run did not seal: an earlier run's shards that have no part in it."""
        self.close()
        self._clear({f"{name}{end}" for name in self.names for end in (*ENDS, ".rows")})
        sync(self.folder)

    def close(self) -> None:
        self._sync()
        for file in self._open.values():
            file.close()
        self._open.clear()

    def _sync(self) -> None:
        for number in sorted(self._unsynced):
            os.fsync(self._open[number].fileno())
        self._unsynced.clear()
        self._synced = time.monotonic()

    def _clear(self, keep: Iterable[str] = ()) -> None:
        kept = {*keep, "lock"}
        for file in self.folder.iterdir():
            if file.name not in kept and not file.is_dir():
                file.unlink()

    def _part(self, number: int) -> BinaryIO:
        if number not in self._open:
            self._open[number] = (self.folder / f"{number:06}.part").open("ab")
        return self._open[number]

    def _learn(self, name: str, found: Iterable[Placed], failures: bool) -> list[str]:
        kept = [one for one in found if failures or "sizes" in one[2]]
        self._known.executemany(
            "INSERT OR REPLACE INTO known VALUES (?, ?, ?, ?)",
            (
                (key, name, json.dumps(starts), json.dumps(about, ensure_ascii=False))
                for key, starts, about in kept
            ),
        )
        return [key for key, _, _ in kept]
