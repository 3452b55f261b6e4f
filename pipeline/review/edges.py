"""Edges in a text: words, and stretches cut by one another. Pure; offsets are code points, half-open."""

import re
from collections.abc import Iterable
from typing import Literal

Edge = tuple[int, int]
Side = Literal["start", "end"]
Unit = Literal["word", "character"]
WORD = re.compile(r"[$€£¥₹₦₩₽]?\w(?:[\w'’.,-]{0,60}\w)?|[^\w\s]")
REACH = 300
"""Characters in which a neighbouring word is looked for."""
LOOSE = re.compile(r"^[\s,;:–—-]{1,20}|[\s,;:.?!–—-]{1,20}$")
LEADING = re.compile(r"^(?:and|but|or|while|yet|so|then)\b[\s,]{0,5}", re.IGNORECASE)


def moved(text: str, edge: Edge, side: Side, by: int, unit: Unit = "word") -> Edge:
    """A stretch that is `by` words (characters) longer at one side, shorter where `by` is negative. It keeps at least
    one word (character), and ends where the text does."""
    for _ in range(abs(by)):
        edge = _step(text, edge, side, by > 0, unit)
    return edge


def trimmed(text: str, start: int, end: int) -> Edge:
    """Without white space at its edges; empty stretches stay as they are."""
    piece = text[start:end]
    if not piece.strip():
        return start, end
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def bare(text: str, start: int, end: int, *, leading: bool = False) -> Edge:
    """Without commas, stops and dashes at its edges; `leading`: without an "and" or "but" before it either."""
    for pattern in (LOOSE, *((LEADING, LOOSE) if leading else ())):
        for match in reversed(list(pattern.finditer(text[start:end]))):
            if match.start() == 0:
                start += match.end()
            else:
                end = start + match.start()
    return start, max(start, end)


def without(edges: Iterable[Edge], hole: Edge) -> list[Edge]:
    """What is left of stretches outside a hole."""
    left: list[Edge] = []
    for start, end in edges:
        left += [(start, min(end, hole[0])), (max(start, hole[1]), end)]
    return [(start, end) for start, end in left if start < end]


def inside(inner: Edge, outer: Edge) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _step(text: str, edge: Edge, side: Side, grow: bool, unit: Unit) -> Edge:
    start, end = edge
    if side == "start":
        to = _before(text, start, unit) if grow else _start_after(text, start, unit)
        return (to, end) if 0 <= to < end else edge
    to = _after(text, end, unit) if grow else _end_before(text, end, unit)
    return (start, to) if start < to <= len(text) else edge


def _before(text: str, at: int, unit: Unit) -> int:
    """Where the word before begins."""
    low = max(0, at - REACH)
    found = [low + m.start() for m in WORD.finditer(text[low:at])] if unit == "word" else [at - 1]
    return found[-1] if found else at


def _after(text: str, at: int, unit: Unit) -> int:
    """Where the word behind ends."""
    match = WORD.search(text, at, at + REACH) if unit == "word" else None
    return at + 1 if unit == "character" else match.end() if match else at


def _start_after(text: str, at: int, unit: Unit) -> int:
    """Where the second word begins."""
    if unit == "character":
        return at + 1
    first = WORD.search(text, at, at + REACH)
    second = WORD.search(text, first.end(), first.end() + REACH) if first else None
    return second.start() if second else at


def _end_before(text: str, at: int, unit: Unit) -> int:
    """Where the last word but one ends."""
    if unit == "character":
        return at - 1
    low = max(0, at - REACH)
    found = [low + m.end() for m in WORD.finditer(text[low:at])]
    return found[-2] if len(found) > 1 else at
