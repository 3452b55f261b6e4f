"""Document → the op-ed's text cut at every edge of every mark, for the terminal and the page alike."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.record import VALUE_LABELS, Claim, Document, Span, Speech

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

    @property
    def claims(self) -> frozenset[str]:
        """Ids of the claims whose first words stand here."""
        opened = (mark for segment in self.segments for mark in segment.opens)
        return frozenset(mark.key for mark in opened if mark.layer == "claim" and mark.part == 0)


def marks(document: Document) -> tuple[Mark, ...]:
    """Every mark of a document, in order of start, widest first."""
    found = set(_claim_marks(document.claims)) | set(_value_marks(document))
    return tuple(sorted(found, key=lambda m: (m.start, -m.end, m.layer, m.key, m.part)))


def cut(text: str, marks: Iterable[Mark], edges: Iterable[int] = ()) -> tuple[Segment, ...]:
    """`text` cut where a mark starts or ends, and at the other `edges`. The pieces joined give it back."""
    marks = tuple(marks)
    points = sorted({0, len(text), *edges, *(mark.start for mark in marks), *(mark.end for mark in marks)})
    at = {point: index for index, point in enumerate(points)}
    covering: list[list[Mark]] = [[] for _ in points]
    for mark in marks:
        for index in range(at[mark.start], at[mark.end]):
            covering[index].append(mark)
    return tuple(
        Segment(start, end, text[start:end], tuple(over), tuple(m for m in over if m.start == start))
        for start, end, over in zip(points, points[1:], covering, strict=False)
    )


def blocks(document: Document) -> tuple[Block, ...]:
    """The document's text as paragraphs and the gaps between them, each cut into segments.

    Paragraphs end at the end of a line; in a text that is hard-wrapped, at a blank line.
    """
    text = document.text or ""
    stretches = list(_stretches(text))
    pieces = iter(cut(text, marks(document), (start for start, _, _ in stretches)))
    found = []
    for start, end, gap in stretches:
        inside: list[Segment] = []
        while not inside or inside[-1].end < end:
            inside.append(next(pieces))
        found.append(Block(start, end, gap, tuple(inside)))
    return tuple(found)


def lanes(claims: Iterable[Claim]) -> dict[str, int]:
    """For each claim the lowest line (0, 1, …) under the text that is free from its first word to its last."""
    ends: list[int] = []
    chosen: dict[str, int] = {}
    stretches = [
        (pieces_of(claim)[0].start, max(p.end for p in pieces_of(claim)), claim.id) for claim in claims
    ]
    for start, end, key in sorted(stretches, key=lambda s: (s[0], -s[1], s[2])):
        lane = next((n for n, taken in enumerate(ends) if taken <= start), len(ends))
        ends[lane : lane + 1] = [end]
        chosen[key] = lane
    return chosen


def pieces_of(claim: Claim) -> tuple[Span, ...]:
    """The stretches a claim stands on: its fragments, or its span where it has none."""
    return tuple(sorted(claim.fragments or (claim.span,), key=lambda span: (span.start, span.end)))


def _claim_marks(claims: Iterable[Claim]) -> Iterator[Mark]:
    for claim in claims:
        for part, piece in enumerate(pieces_of(claim)):
            yield Mark("claim", claim.id, piece.start, piece.end, part)
        said = claim.attribution
        for link in (Speech(source=said.source, cue=said.cue), *said.chain):
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
