"""The log: decisions as JSON Lines, appended and never changed.

    log = Log("reviews.jsonl")
    log.append(decision)   # Conflict, if somebody else has decided on the same in between
    log.decisions          # all, in order; log.refresh() → those that other processes have added since

A line is written with one write and one fsync under a lock. What a crash left of a line is not a decision: it is
passed over, cut off at the next append, and told in `torn`.
"""

import os
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from pipeline.review.decision import Decision, problem
from pipeline.review.lock import locked
from pipeline.review.versions import Conflict, Versions

__all__ = ["BadLog", "Conflict", "Log", "Torn", "read"]


class BadLog(ValueError):
    """A line that is no decision; the message names the file and the line."""


class Torn(NamedTuple):
    """What a crash left at the end of the log."""

    path: Path
    line: int
    data: bytes

    def __str__(self) -> str:
        size = f"{len(self.data)} bytes"
        return f"{self.path} line {self.line}: a decision was cut off by a crash ({size}) and does not count"


class Log:
    """A log as it stands in a file, which need not exist yet. Raises BadLog for a file that is none, and OSError."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.decisions: list[Decision] = []
        self.versions = Versions()
        self.torn: list[Torn] = []
        self._known: dict[str, Decision] = {}
        self._end = 0
        self._line = 0
        self._closed = True
        self.refresh()

    def refresh(self) -> list[Decision]:
        """The decisions that came since the log was last looked at, by whoever."""
        if not self.path.exists():
            return []
        with self.path.open("rb") as file, locked(file.fileno()):
            return self._take(file.fileno())

    def append(self, decision: Decision) -> list[Decision]:
        """Write a decision down; returns all that are new, those of others before it. The same decision again is
        written once. Raises Conflict, ValueError for another decision of the same id, and OSError if it cannot be
        written (nothing is half written: what there is of it is cut off)."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        new_file = not self.path.exists()
        file = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        try:
            with locked(file):
                new = self._take(file)
                if not self._again(decision):
                    self.versions.check(decision)
                    self._write(file, decision)
                    new.append(decision)
                if new_file:
                    _keep(self.path.parent)
                return new
        finally:
            os.close(file)

    def _again(self, decision: Decision) -> bool:
        known = self._known.get(decision.id)
        if known is not None and known != decision:
            raise ValueError(f"{self.path}: the id {decision.id!r} is that of another decision")
        return known is not None

    def _write(self, file: int, decision: Decision) -> None:
        """At the end of what counts: what is torn goes, a last line that lacks only its end gets it."""
        line = (b"" if self._closed else b"\n") + decision.to_json().encode("utf-8") + b"\n"
        os.ftruncate(file, self._end)
        os.lseek(file, self._end, os.SEEK_SET)
        try:
            written = os.write(file, line)
            if written < len(line):
                raise OSError(f"{self.path}: only {written} of {len(line)} bytes could be written")
            os.fsync(file)
        except OSError:
            os.ftruncate(file, self._end)
            raise
        self._count(line)
        self._add(decision)

    def _take(self, file: int) -> list[Decision]:
        """The decisions behind the part that is known. What is no decision at the very end, without a line end, is
        torn."""
        if os.fstat(file).st_size < self._end:
            raise BadLog(f"{self.path}: is shorter than it was; a log is only ever appended to")
        new = []
        for line in _lines(file, self._end):
            decision = self._parse(line)
            if decision is None and line.strip():
                torn = Torn(self.path, self._line + 1, line)
                self.torn += [torn] if torn not in self.torn else []
                break
            self._count(line)
            if decision is not None and decision.id not in self._known:
                self._add(decision)
                new.append(decision)
        return new

    def _count(self, line: bytes) -> None:
        self._end += len(line)
        self._line += line.count(b"\n")
        self._closed = line.endswith(b"\n")

    def _add(self, decision: Decision) -> None:
        self._known[decision.id] = decision
        self.decisions.append(decision)
        self.versions.take(decision)

    def _parse(self, line: bytes) -> Decision | None:
        """None for an empty line and for a torn one."""
        if not line.strip():
            return None
        try:
            return Decision.model_validate_json(line)
        except ValidationError as error:
            if not line.endswith(b"\n"):
                return None
            raise BadLog(f"{self.path} line {self._line + 1}: {problem(error)}") from None


def read(path: str | Path) -> list[Decision]:
    """The decisions of a log that exists. Raises BadLog, FileNotFoundError."""
    if not Path(path).exists():
        raise FileNotFoundError(f"{path}: no such log of reviews")
    return Log(path).decisions


def _keep(folder: Path) -> None:
    """That a new file is in its folder is written to the disk, where the system can be asked for that."""
    if hasattr(os, "O_DIRECTORY"):
        held = os.open(folder, os.O_DIRECTORY)
        try:
            os.fsync(held)
        finally:
            os.close(held)


def _lines(file: int, start: int) -> list[bytes]:
    """What stands in a file from `start`, in lines with their ends."""
    os.lseek(file, start, os.SEEK_SET)
    blocks = []
    while block := os.read(file, 1 << 20):
        blocks.append(block)
    return [line for line in b"".join(blocks).splitlines(keepends=True) if line]
