"""What is wrong in a file that a person wrote: all of it at once, each in one sentence with file, line and entry."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple


class Wrong(ValueError):
    """Why an entry cannot be used: a clause that follows its name, "'rose' is not in sentence 3"."""


class Problem(NamedTuple):
    """`line` counts from 1; `entry` says which one for a person: "sentence 12, claim 2"; either may be missing."""

    file: str
    line: int | None
    entry: str
    reason: str

    def __str__(self) -> str:
        place = self.file + (f" line {self.line}" if self.line else "")
        return f"{place}, {self.entry}: {self.reason}" if self.entry else f"{place}: {self.reason}"


class Problems:
    """Collects what is wrong while a file is read to its end."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Problem] = []

    def add(self, line: int | None, entry: str, reason: str) -> None:
        self.found.append(Problem(self.file, line, entry, reason))

    @contextmanager
    def at(self, line: int | None, entry: str) -> Iterator[None]:
        """Whatever is Wrong inside is written down, and reading goes on behind it."""
        try:
            yield
        except Wrong as error:
            self.add(line, entry, str(error))
