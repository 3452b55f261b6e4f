"""A claim's words: its own pieces, what it borrows, and the text that stands alone (§ 2, § 8)."""

from itertools import pairwise
from typing import NamedTuple

from pipeline.gold.notes import Entry
from pipeline.gold.problems import Wrong
from pipeline.gold.quotes import Edge, Source, find, holds, parts
from pipeline.gold.rewrite import Rewritten, finished, lent, rewritten, words
from pipeline.record import Edit


class Frame(NamedTuple):
    """`own`: edges of the claim's own pieces in text order. `id` as in the record."""

    own: list[Edge]
    id: str
    entry: Entry

    @property
    def edge(self) -> Edge:
        return self.own[0][0], self.own[-1][1]


def pieces(source: Source, written: str, sentence: int) -> list[Edge]:
    """`The plan [...] will fail` has two. Raises Wrong."""
    edges = [find(source, piece, sentence) for piece in written.split("[...]")]
    if any(before[1] > after[0] for before, after in pairwise(edges)):
        raise Wrong(f"the pieces of {written!r} do not follow one another in the text")
    return edges


def alone(source: Source, written: str | None, sentence: int, own: list[Edge], *, asks: bool) -> Rewritten:
    """The text and its edits; without notes on it the own words, made a sentence. `asks`: a rhetorical question,
    whose text is free. Raises Wrong where unmarked words differ from the own words."""
    plain = " ".join(source.text[slice(*edge)] for edge in own)
    if written is None:
        return Rewritten(finished(plain), plain, ())
    done = rewritten(source, written, sentence, own)
    if not asks and words(done.base) != words(plain):
        raise Wrong(
            f"without its edits it reads {done.base!r}, the span {plain!r}: mark every change with < >"
        )
    return done


def fragments(
    source: Source, borrows: list[str] | None, sentence: int, own: list[Edge], edits: tuple[Edit, ...]
) -> list[Edge]:
    """The own pieces and the borrowed ones, in text order: those named, else the sources of inserted words."""
    home = source.sentence(sentence)
    if borrows is None:
        extra = [(span.start, span.end) for span in lent(edits, (home.start, home.end))]
    else:
        extra = [find(source, part, sentence) for line in borrows for part in parts(line)]
    kept = list(own)
    for edge in sorted(extra, key=lambda piece: piece[0] - piece[1]):  # the longest first
        if any(holds(piece, edge) for piece in kept):
            continue
        if any(piece[0] < edge[1] and edge[0] < piece[1] for piece in kept):
            raise Wrong(f"{source.text[slice(*edge)]!r} is borrowed and overlaps what the claim has already")
        kept.append(edge)
    return sorted(kept)
