"""A claim's fragments: its own pieces, and what it borrows."""

from pipeline.exchange.layers import Edge
from pipeline.record import Claim, Span

MARKS = " \r\n\t“”\"'.,;:—–"
"""Cut off at the edges of what is left of a fragment."""


def edge_of(span: Span) -> Edge:
    return span.start, span.end


def own(claim: Claim) -> tuple[Edge, ...]:
    """The pieces of a claim inside its span: those outside are borrowed. They begin and end where it does."""
    inside = [edge_of(p) for p in claim.fragments if claim.span.start <= p.start and p.end <= claim.span.end]
    whole = edge_of(claim.span)
    return tuple(inside) if inside and (inside[0][0], inside[-1][1]) == whole else (whole,)


def borrowed(claim: Claim) -> tuple[Edge, ...]:
    """What the claim has beside its own pieces; of a fragment that reaches into them, the rest."""
    mine, found = own(claim), list[Edge]()
    for piece in map(edge_of, claim.fragments):
        (first, _), (_, last) = mine[0], mine[-1]
        if piece[1] <= first or last <= piece[0]:
            found.append(piece)
        elif piece not in mine:
            rests = (_trimmed(claim, piece, piece[0], first), _trimmed(claim, piece, last, piece[1]))
            found += [rest for rest in rests if rest]
    return tuple(dict.fromkeys(found))


def _trimmed(claim: Claim, piece: Edge, start: int, end: int) -> Edge | None:
    """A part of a fragment without marks and blanks at its edges; None where nothing is left."""
    words = next(f.text for f in claim.fragments if edge_of(f) == piece)[
        max(0, start - piece[0]) : max(0, end - piece[0])
    ]
    kept = words.strip(MARKS)
    start += len(words) - len(words.lstrip(MARKS))
    return (start, start + len(kept)) if kept else None
