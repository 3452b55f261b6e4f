"""Tokens for formats that want some. None reaches over the edge of a mark; together they hold every character."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from pipeline.exchange.layers import Sheet

TOKEN = re.compile(r"\w{1,1000}|[^\w\s]|\s")


class Token(NamedTuple):
    """`blank`: one plain space follows that belongs to no token, as spaCy has it."""

    start: int
    end: int
    blank: bool


def tokens(sheet: Sheet) -> list[Token]:
    """In order. A space in or at the edge of a mark where it could be cut off is a token of its own."""
    starts = {piece[0] for mark in sheet.marks for piece in mark.pieces}
    ends = {piece[1] for mark in sheet.marks for piece in mark.pieces}
    found: list[Token] = []
    for start, end in _words(sheet.text, starts | ends):
        plain = sheet.text[start:end] == " " and start not in starts and end not in ends
        if plain and found and found[-1].end == start and not found[-1].blank:
            found[-1] = found[-1]._replace(blank=True)
        else:
            found.append(Token(start, end, False))
    return found


def _words(text: str, edges: Iterable[int]) -> Iterator[tuple[int, int]]:
    cuts = sorted({0, len(text), *edges})
    for first, last in pairwise(cuts):
        for found in TOKEN.finditer(text, first, last):
            yield found.span()
