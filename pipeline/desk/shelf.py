"""The documents of a folder or file: where each begins, so that ten thousand need not be in memory."""

import gc
import json
import re
import shutil
import tempfile
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import IO, Any

from pipeline.record import Document
from pipeline.store.jsonl import BadRecord, Line, files, parse, unpacked

_WORD = rb'"(?:[^"\\]|\\.){0,4000}"'
_HEAD = re.compile(rb'\{"id":(%b),"sha256":"[0-9a-f]{64}","title":(null|%b),' % (_WORD, _WORD))
_KEPT = 4  # documents in memory


@dataclass(frozen=True)
class Entry:
    """A document as the queue shows it; `number` counts from 0."""

    number: int
    id: str
    title: str | None
    where: str


@dataclass(frozen=True)
class _Place:
    file: IO[bytes]
    start: int
    size: int


class Shelf:
    """Raises FileNotFoundError for a path that holds no records; BadRecord for a line that is none, or for an id
    that comes twice."""

    def __init__(self, found: Path) -> None:
        self.entries: list[Entry] = []
        self.numbers: dict[str, int] = {}
        self._places: list[_Place] = []
        self._open: OrderedDict[int, Document] = OrderedDict()
        self._lock = Lock()
        for name in files(found):
            self._index(name)
        if not self.entries:
            raise FileNotFoundError(f"{found}: holds no records")

    def document(self, number: int) -> Document:
        """Raises IndexError, BadRecord."""
        with self._lock:
            if number not in self._open:
                with unswept():
                    self._open[number] = parse(Line(self.entries[number].where, self._data(number)))
                while len(self._open) > _KEPT:
                    self._open.popitem(last=False)
            self._open.move_to_end(number)
            return self._open[number]

    def raw(self, number: int) -> dict[str, Any]:
        """The record unchecked: for counting what is in it, many times faster."""
        with self._lock:
            data = self._data(number)
        held: dict[str, Any] = json.loads(data)
        return held

    def _data(self, number: int) -> bytes:
        place = self._places[number]
        place.file.seek(place.start)
        return place.file.read(place.size)

    def _index(self, name: Path) -> None:
        file = _seekable(name)
        start = 0
        for line, data in enumerate(file, 1):
            if data.strip():
                self._add(f"{name} line {line}", data, _Place(file, start, len(data)))
            start += len(data)

    def _add(self, where: str, data: bytes, place: _Place) -> None:
        id, title = _named(where, data)
        if id in self.numbers:
            raise BadRecord(
                f"{where}: the id {id!r} was given before, {self.entries[self.numbers[id]].where}"
            )
        self.numbers[id] = len(self.entries)
        self.entries.append(Entry(len(self.entries), id, title, where))
        self._places.append(place)


@contextmanager
def unswept() -> Iterator[None]:
    """Without the garbage collector, which costs more than the work itself where a hundred thousand small things are
    made and all are kept."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _seekable(name: Path) -> IO[bytes]:
    """The file itself; a packed one is unpacked into a file without a name."""
    if name.suffix != ".gz":
        return name.open("rb")
    spool = tempfile.TemporaryFile()  # noqa: SIM115 - the shelf reads it until the desk ends
    with unpacked(name) as packed:
        shutil.copyfileobj(packed, spool)
    spool.seek(0)
    return spool


def _named(where: str, data: bytes) -> tuple[str, str | None]:
    """Id and title of a record. They come first where `run` wrote it; else all of it is read."""
    head = _HEAD.match(data)
    try:
        if head is not None:
            return json.loads(head[1]), json.loads(head[2])
        held = json.loads(data)
        return str(held["id"]), held.get("title")
    except (ValueError, KeyError, TypeError):
        raise BadRecord(f"{where}: is no record of an op-ed") from None
