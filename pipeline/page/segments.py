"""Document → the op-ed's text cut at every edge of every mark, for the terminal and the page alike."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.record import Claim, Document, Span

Layer = Literal["claim", "source", "cue", "amount", "date", "entity"]

HARD_WRAPPED = 100  # characters; where no line is longer, a line end does not end a paragraph
_LINE_END = re.compile(r"[\r\n\u2028\u2029]\s*")
_BLANK_LINE = re.compile(r"(?:\r\n|[\r\n\u2028\u2029])[^\S\r\n\u2028\u2029]*[\r\n\u2028\u2029]\s*")


@dataclass(frozen=True)
class Mark:
    """One stretch of the text and what stands on it. `key` is the record's id, for a source the claim's;
    `part` counts the fragments of a claim from 0."""

    layer: Layer
    key: str
    start: int
    end: int
    part: int = 0


@dataclass(frozen=True)
class Segment:
    """A stretch of text that the same marks cover from end to end; `opens` are those that start here."""

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...] = ()
    opens: tuple[Mark, ...] = ()

    def of(self, layer: Layer) -> tuple[Mark, ...]:
        """The marks of one layer, widest first."""
        return tuple(mark for mark in self.marks if mark.layer == layer)


@dataclass(frozen=True)
class Block:
    """A paragraph, or the white space between two (`gap`)."""

    start: int
    end: int
    gap: bool
    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        return "".join(segment.text for segment in self.segments)

    def opens(self, claim: Claim) -> bool:
        """Whether the first words of the claim stand here."""
        return self.start <= pieces_of(claim)[0].start < self.end


def marks(document: Document) -> tuple[Mark, ...]:
    """Every mark of a document, in order of start, widest first."""
    found = set(_claim_marks(document.claims)) | set(_value_marks(document))
    return tuple(sorted(found, key=lambda m: (m.start, -m.end, m.layer, m.key, m.part)))


def cut(text: str, marks: Iterable[Mark], *, start: int = 0, end: int | None = None) -> tuple[Segment, ...]:
    """`text[start:end]` cut where a mark starts or ends. The pieces joined give the text back."""
    end = len(text) if end is None else end
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = {start, end} | {e for mark in inside for e in (mark.start, mark.end) if start < e < end}
    points = sorted(edges)
    covering: list[list[Mark]] = [[] for _ in points]
    for mark in inside:
        first = bisect_right(points, max(mark.start, start)) - 1
        for index in range(first, len(points) - 1):
            if points[index] >= mark.end:
                break
            covering[index].append(mark)
    return tuple(
        Segment(a, b, text[a:b], tuple(over), tuple(m for m in over if m.start == a))
        for a, b, over in zip(points, points[1:], covering, strict=False)
    )


def blocks(document: Document) -> tuple[Block, ...]:
    """The document's text as paragraphs and the gaps between them, each cut into segments.

    Paragraphs end at the end of a line; in a text that is hard-wrapped, at a blank line.
    """
    text = document.text or ""
    found = marks(document)
    return tuple(Block(a, b, gap, cut(text, found, start=a, end=b)) for a, b, gap in _stretches(text))


def lanes(claims: Iterable[Claim]) -> dict[str, int]:
    """For each claim the lowest line (0, 1, …) under the text that no claim overlapping it has taken."""
    taken: list[tuple[int, int, int]] = []
    chosen: dict[str, int] = {}
    for claim in sorted(claims, key=lambda c: (c.span.start, -c.span.end, c.id)):
        pieces = [(piece.start, piece.end) for piece in pieces_of(claim)]
        used = {lane for a, b, lane in taken if any(a < end and start < b for start, end in pieces)}
        lane = next(n for n in range(len(used) + 1) if n not in used)
        chosen[claim.id] = lane
        taken += [(start, end, lane) for start, end in pieces]
    return chosen


def pieces_of(claim: Claim) -> tuple[Span, ...]:
    """The stretches a claim stands on: its fragments, or its span where it has none."""
    return tuple(sorted(claim.fragments or (claim.span,), key=lambda span: (span.start, span.end)))


def _claim_marks(claims: Iterable[Claim]) -> Iterator[Mark]:
    for claim in claims:
        for part, piece in enumerate(pieces_of(claim)):
            yield Mark("claim", claim.id, piece.start, piece.end, part)
        for link in (claim.attribution, *claim.attribution.chain):
            if link.source is not None:
                yield Mark("source", claim.id, link.source.start, link.source.end)
            if link.cue is not None:
                yield Mark("cue", claim.id, link.cue.start, link.cue.end)


def _value_marks(document: Document) -> Iterator[Mark]:
    for amount in document.amounts:
        yield Mark("amount", amount.id, amount.span.start, amount.span.end)
    for date in document.dates:
        yield Mark("date", date.id, date.span.start, date.span.end)
    for entity in document.entities:
        if entity.label not in VALUE_LABELS:
            yield Mark("entity", entity.id, entity.span.start, entity.span.end)


VALUE_LABELS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
"""Entities that say again what an amount or a date says better."""


def _stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    lines = [line for line in text.splitlines() if line.strip()]
    wrapped = len(lines) > 2 and max(map(len, lines)) <= HARD_WRAPPED
    separator = _BLANK_LINE if wrapped else _LINE_END
    at = 0
    for gap in separator.finditer(text):
        if gap.start() > at:
            yield at, gap.start(), False
        yield gap.start(), gap.end(), True
        at = gap.end()
    if at < len(text):
        yield at, len(text), False
