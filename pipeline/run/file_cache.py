"""What files held, for a watch that looks at the same folder again and again: one that has not changed is not read
again. Kept in a database of its own, which spills to disk."""

import pickle
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from pipeline.read import Columns, Found, Open
from pipeline.record import Article, Failure

MOST = 64
"""Articles of a file that are remembered; a larger file is read again each time."""


class Remembered:
    """Opens a file as `opened` does, but once in each of its states (size and time of change)."""

    def __init__(self, opened: Open) -> None:
        self._opened = opened
        self._table = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._table.execute("PRAGMA journal_mode = OFF")
        self._table.execute(
            "CREATE TABLE files (path TEXT PRIMARY KEY, state TEXT, items BLOB) WITHOUT ROWID"
        )

    def __call__(self, found: Found, path: Path, columns: Columns) -> Iterator[Article | Failure]:
        state = _state(path)
        asked = "SELECT items FROM files WHERE path = ? AND state = ?"
        known = self._table.execute(asked, (str(path), state)).fetchone() if state else None
        if known:
            yield from pickle.loads(known[0])  # our own, of this process
            return
        items: list[Article | Failure] = []
        for item in self._opened(found, path, columns):
            items += [item] if len(items) <= MOST else []
            yield item
        if state and len(items) <= MOST:
            row = (str(path), state, pickle.dumps(items))
            self._table.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", row)


def _state(path: Path) -> str | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return f"{status.st_size} {status.st_mtime_ns}"
