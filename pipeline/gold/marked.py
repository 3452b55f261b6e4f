"""`more than <$3m>@2 = gt 3m USD`: one line of notes → the quote, the part marked in it, the words behind `=`."""

import re
from typing import NamedTuple

from pipeline.gold.problems import Wrong
from pipeline.gold.quotes import Edge, Source, find, occurrences


class Marked(NamedTuple):
    """`quote` without the angle brackets and with its place (`@2`); `inner` the words between them, None without;
    `before` what stands in front of them; `rest` what follows ` = `, "" without."""

    quote: str
    inner: str | None
    before: str
    rest: str


def read(line: str) -> Marked:
    """Raises Wrong for brackets that do not pair."""
    words, _, rest = (line + " ").partition(" = ")
    words = words.strip()
    pieces = re.split(r"[<>]", words)
    if len(pieces) not in (1, 3) or (len(pieces) == 3 and words.index("<") > words.index(">")):
        raise Wrong(f"{words!r} wants one pair of angle brackets < > or none")
    inner = pieces[1].strip() if len(pieces) == 3 else None
    return Marked("".join(pieces), inner, pieces[0] if len(pieces) == 3 else "", rest.strip())


def inner_edge(source: Source, marked: Marked, edge: Edge) -> Edge:
    """Where the marked part stands inside the whole, whose edges are known; the whole if none is marked."""
    if marked.inner is None:
        return edge
    earlier = len(
        occurrences(marked.before + marked.inner, marked.inner, 0, len(marked.before + marked.inner))
    )
    places = occurrences(source.text, marked.inner, *edge)
    if not 0 < earlier <= len(places):
        raise Wrong(f"{marked.inner!r} is not in {source.text[slice(*edge)]!r}")
    return places[earlier - 1]


def locate(source: Source, marked: Marked, sentence: int) -> tuple[Edge, Edge]:
    """The edges of the whole and of the part, in a sentence. Raises Wrong."""
    edge = find(source, marked.quote, sentence)
    return edge, inner_edge(source, marked, edge)
