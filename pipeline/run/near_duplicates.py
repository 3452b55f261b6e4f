"""Op-eds that are nearly the same: MinHash over runs of five words, compared where a band of hashes agrees.

Broder 1997 (resemblance by the least hashes) and Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, ch. 3
(bands): 16 bands of 4 hashes bring two texts that share .7 of their runs together with probability .99, .8 with .9998;
64 hashes tell the share to a standard error of .06. The bands are kept in a database that spills to disk.
"""

import re
import sqlite3
from typing import NamedTuple
from zlib import crc32

import numpy as np

LEAST = 0.7
"""Share of runs in common (Jaccard) from which two op-eds count as nearly the same."""
_RUN, _BANDS, _ROWS = 5, 16, 4
_WORD = re.compile(r"\w{1,100}")
_PRIME = np.uint64((1 << 31) - 1)
_DRAWN = np.random.RandomState(1997)  # the same hashes always
_TIMES, _PLUS = (_DRAWN.randint(1, 2**31 - 1, size=(_BANDS * _ROWS, 1)).astype(np.uint64) for _ in range(2))
_POWERS = np.array([31**n for n in range(_RUN)], dtype=np.uint64)


class Like(NamedTuple):
    id: str
    similarity: float


class Near:
    """`near.find(id, text)`: the earliest op-ed that this one is like, and remembers it."""

    def __init__(self) -> None:
        self._table = sqlite3.connect("", isolation_level=None)
        self._table.execute("PRAGMA journal_mode = OFF")
        self._table.execute("CREATE TABLE texts (id TEXT, hashes BLOB)")
        self._table.execute(
            "CREATE TABLE bands (band BLOB, text INTEGER, PRIMARY KEY (band, text)) WITHOUT ROWID"
        )

    def find(self, id: str, text: str) -> Like | None:
        """The likest of those that came before, the first of equals; None if none is like enough."""
        hashes = minhash(text)
        bands = [bytes([n]) + part.tobytes() for n, part in enumerate(hashes.reshape(_BANDS, _ROWS))]
        marks = ",".join("?" * _BANDS)
        others = self._table.execute(
            "SELECT id, hashes FROM texts WHERE rowid IN "
            f"(SELECT text FROM bands WHERE band IN ({marks}) ORDER BY text LIMIT 100) ORDER BY rowid",
            bands,
        ).fetchall()
        place = self._table.execute("INSERT INTO texts VALUES (?, ?)", (id, hashes.tobytes())).lastrowid
        known = any(similarity(hashes, other) == 1.0 for _, other in others)
        if not known:  # one of each, or bands would fill up
            self._table.executemany("INSERT INTO bands VALUES (?, ?)", ((band, place) for band in bands))
        like = [Like(other, similarity(hashes, its)) for other, its in others]
        best = max(like, key=lambda one: one.similarity, default=None)
        return best if best and best.similarity >= LEAST else None


def minhash(text: str) -> "np.ndarray[tuple[int], np.dtype[np.uint32]]":
    """64 least hashes of the runs of five words, case and punctuation aside."""
    words = np.array([crc32(word.encode()) for word in _WORD.findall(text.lower())] or [0], dtype=np.uint64)
    words %= _PRIME
    run = min(_RUN, len(words))
    windows = np.lib.stride_tricks.sliding_window_view(words, run)
    runs = (windows * _POWERS[:run] % _PRIME).sum(axis=1) % _PRIME
    least = [(_TIMES * part + _PLUS) % _PRIME for part in np.array_split(runs, 1 + len(runs) // 4096)]
    hashes: np.ndarray[tuple[int], np.dtype[np.uint32]]
    hashes = np.concatenate(least, axis=1).min(axis=1).astype(np.uint32)
    return hashes


def similarity(hashes: "np.ndarray[tuple[int], np.dtype[np.uint32]]", other: bytes) -> float:
    """The share of hashes in common, an estimate of the Jaccard similarity."""
    return float((hashes == np.frombuffer(other, dtype=np.uint32)).mean())
