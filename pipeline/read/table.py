"""CSV with a line of names: one op-ed a row. Parted by commas, semicolons or tabs, as the line of names is."""

import csv
from collections.abc import Iterable, Iterator

from pipeline.read.check import MAX_BYTES, Unreadable, lines
from pipeline.read.columns import Columns, article
from pipeline.read.encoding import BOM, decode
from pipeline.record import Article, Failure

csv.field_size_limit(MAX_BYTES)


def read(stream: Iterable[bytes], where: str, columns: Columns) -> Iterator[Article | Failure]:
    """An article or a Failure for each row, rows numbered from 1. Raises Unreadable for what is no table."""
    source = _Lines(stream)
    head = next(source, "")
    if not head.strip():
        raise Unreadable("is empty")
    parted = max(",;\t", key=head.count)
    number, empty = -1, True
    try:
        names = next(csv.reader([head], delimiter=parted))
        number = 0
        for number, values in enumerate(csv.reader(source, delimiter=parted), start=1):
            if not values:
                continue
            empty = False
            place = f"{where} row {number}"
            try:
                given = {name: value or None for name, value in zip(names, values, strict=False)}
                yield article(place, given, columns, source.notes())
            except Unreadable as error:
                yield Failure(where=place, reason=str(error), advice=error.advice)
    except csv.Error as error:
        at = "in its line of names" if number < 0 else f"from row {number + 1} on"
        raise Unreadable(f"is not CSV {at} ({error})") from None
    if empty:
        raise Unreadable("holds no rows")


class _Lines(Iterator[str]):
    """The lines as text, and what is to be noted of those since it was asked last."""

    def __init__(self, stream: Iterable[bytes]) -> None:
        self._lines, self._notes, self._number = lines(stream), list[str](), 0

    def __next__(self) -> str:
        line = next(self._lines)
        self._number += 1
        if line is None:
            raise Unreadable(f"has more than {MAX_BYTES // 2**20} MB on line {self._number}", "split it")
        text, notes = decode(line.removeprefix(BOM) if self._number == 1 else line)
        self._notes += notes
        return text

    def notes(self) -> tuple[str, ...]:
        told, self._notes = tuple(dict.fromkeys(self._notes)), []
        return told
