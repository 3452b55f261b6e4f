"""Names in columns: token, first code point, code point after it, IOB2 tag; a blank line after each paragraph, where
CoNLL-2003 has one after each sentence.

Tokens are words and single marks, and none reaches over the edge of a name. Where names overlap the longest counts.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from pipeline.record import Document, Entity
from pipeline.store.export.unfit import text_of

TOKEN = re.compile(r"\w{1,1000}|[^\w\s]")
START = "-DOCSTART- -X- O O"


def write(documents: Iterable[Document], to: Path) -> None:
    """All documents in one file, each after a `-DOCSTART-`, in their order. Raises Unfit for one without its text."""
    with to.open("w", encoding="utf-8", newline="") as file:
        for document in documents:
            file.write(f"{START}\n\n")
            for paragraph in paragraphs(document):
                file.writelines(f"{token} {start} {end} {tag}\n" for token, start, end, tag in paragraph)
                file.write("\n")


def paragraphs(document: Document) -> Iterator[list[tuple[str, int, int, str]]]:
    """(token, start, end, tag) of each line of the text that has any."""
    text = text_of(document.id, document.text, "CoNLL")
    names = _apart(document.entities)
    edges = sorted({edge for each in names for edge in (each.span.start, each.span.end)})
    for line in re.finditer(r"[^\r\n]+", text):
        tokens = list(_tokens(text, line.start(), line.end(), edges))
        if tokens:
            yield [(text[start:end], start, end, _tag(names, start)) for start, end in tokens]


def _tokens(text: str, start: int, end: int, edges: list[int]) -> Iterator[tuple[int, int]]:
    cuts = [start, *(edge for edge in edges if start < edge < end), end]
    for first, last in pairwise(cuts):
        for found in TOKEN.finditer(text, first, last):
            yield found.span()


def _apart(entities: Iterable[Entity]) -> list[Entity]:
    """Names that do not overlap, the longest first."""
    chosen: list[Entity] = []
    for entity in sorted(entities, key=lambda e: (e.span.start - e.span.end, e.span.start)):
        if all(entity.span.end <= e.span.start or e.span.end <= entity.span.start for e in chosen):
            chosen.append(entity)
    return sorted(chosen, key=lambda e: e.span.start)


def _tag(names: list[Entity], start: int) -> str:
    for each in names:
        if each.span.start <= start < each.span.end:
            return f"{'B' if each.span.start == start else 'I'}-{each.label}"
    return "O"
