"""The documents of a folder or file: where each begins, so that ten thousand need not be in memory."""

import json
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import IO, Any

from pipeline.desk.recent import Recent
from pipeline.record import Document
from pipeline.store.jsonl import BadRecord, Line, files, parse, unpacked
from pipeline.store.unswept import unswept

_WORD = rb'"(?:[^"\\]|\\.){0,4000}"'
_HEAD = re.compile(rb'\{"id":(%b),"sha256":"[0-9a-f]{64}","title":(null|%b),' % (_WORD, _WORD))


@dataclass(frozen=True)
class Entry:
    """A document as the queue shows it; `number` counts from 0."""

    number: int
    id: str
    title: str | None
    where: str


@dataclass(frozen=True)
class _Place:
    """`name` None: in the spool. `state`: that of the file when it was looked through."""

    name: Path | None
    start: int
    size: int
    state: tuple[int, ...] = ()


class Shelf:
    """Raises FileNotFoundError for a path that holds no records; BadRecord for a line that does not begin as a record
    does, or for an id that comes twice. Whole records are looked at when they are asked for; `torn` are the places of
    those that break off."""

    def __init__(self, found: Path) -> None:
        self.entries: list[Entry] = []
        self.numbers: dict[str, int] = {}
        self.torn: list[str] = []
        self._places: list[_Place] = []
        self._open = Recent[Document]()
        self._lock = Lock()
        self._spool: IO[bytes] | None = None
        for name in files(found):
            self._index(name)
        if not self.entries:
            raise FileNotFoundError(f"{found}: holds no records")

    def document(self, number: int) -> Document:
        """Raises IndexError, BadRecord."""
        with self._lock:
            return self._open.get(number, self._parsed)

    def _parsed(self, number: int) -> Document:
        with unswept():
            return parse(Line(self.entries[number].where, self._data(number)))

    def raw(self, number: int) -> dict[str, Any]:
        """The record unchecked: for counting what is in it, many times faster."""
        with self._lock:
            data = self._data(number)
        held: dict[str, Any] = json.loads(data)
        return held

    def _data(self, number: int) -> bytes:
        place = self._places[number]
        if place.name is None:
            return _piece(self._packed(), place)
        with place.name.open("rb") as file:
            if _state(file) != place.state:
                raise BadRecord(
                    f"{place.name}: was written anew since the desk began: end it, and start it again"
                )
            return _piece(file, place)

    def _index(self, name: Path) -> None:
        """A file is open no longer than it is read: a folder may hold more than a process may have open."""
        packed = name.suffix == ".gz"
        spool = self._packed() if packed else None
        start = spool.seek(0, os.SEEK_END) if spool else 0
        with unpacked(name) as file:
            state = () if packed else _state(file)
            for line, data in enumerate(file, 1):
                if spool:
                    spool.write(data)
                if data.strip():
                    place = _Place(None if packed else name, start, len(data), state)
                    self._add(f"{name} line {line}", data, place)
                    self.torn += [] if data.rstrip().endswith(b"}") else [f"{name} line {line}"]
                start += len(data)

    def _packed(self) -> IO[bytes]:
        """What was packed, unpacked into one file without a name."""
        if self._spool is None:
            self._spool = tempfile.TemporaryFile()  # noqa: SIM115 - the shelf reads it until the desk ends
        return self._spool

    def _add(self, where: str, data: bytes, place: _Place) -> None:
        id, title = _named(where, data)
        if id in self.numbers:
            raise BadRecord(
                f"{where}: the id {id!r} was given before, {self.entries[self.numbers[id]].where}"
            )
        self.numbers[id] = len(self.entries)
        self.entries.append(Entry(len(self.entries), id, title, where))
        self._places.append(place)


def _state(file: IO[bytes]) -> tuple[int, ...]:
    now = os.fstat(file.fileno())
    return now.st_ino, now.st_size, now.st_mtime_ns


def _piece(file: IO[bytes], place: _Place) -> bytes:
    file.seek(place.start)
    return file.read(place.size)


def _named(where: str, data: bytes) -> tuple[str, str | None]:
    """Id and title of a record. They come first where `run` wrote it; else all of it is read."""
    head = _HEAD.match(data)
    try:
        if head is not None:
            return json.loads(head[1]), json.loads(head[2])
    except ValueError:
        pass
    with unswept():
        document = parse(Line(where, data))
    return document.id, document.title
