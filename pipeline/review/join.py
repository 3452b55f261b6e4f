"""The act that makes one claim of two. See `acts.py`."""

from pipeline.record import Claim, Document, Edit, Span
from pipeline.review.changes import Refused
from pipeline.review.keyed import pointer
from pipeline.review.made import Patch, claim_of, patch_of
from pipeline.review.reshape import edge, followed, linked, own_pieces, sentence, words_of


def merge(document: Document, first: str, second: str) -> Patch:
    """One claim of two: the one that stands first takes in the other, with what lies between in the same sentence.
    Claims that hang on the other then hang on it."""
    a, b = sorted(
        (claim_of(document, first), claim_of(document, second)),
        key=lambda c: (c.span.start, c.span.end, c.id),
    )
    if a.id == b.id:
        raise Refused(f"{pointer('claims', a.id)}: a claim cannot be merged with itself")
    whole = _whole(document, a, b)
    moved = [
        claim.model_copy(update={"parent": claim.parent.model_copy(update={"claim": a.id})})
        for claim in document.claims
        if claim.parent is not None and claim.parent.claim == b.id and claim.id != a.id
    ]
    return patch_of(document, [whole, *moved], gone=[b.id])


def _whole(document: Document, a: Claim, b: Claim) -> Claim:
    text = document.text or ""
    hull = (a.span.start, max(a.span.end, b.span.end))
    apart = a.sentence != b.sentence and a.span.end <= b.span.start
    own = [hull] if not apart else sorted({edge(a.span), edge(b.span)})
    borrowed = {edge(f) for f in (*a.fragments, *b.fragments) if f.end <= hull[0] or f.start >= hull[1]}
    pieces = sorted({*own, *borrowed})
    both = a.model_copy(
        update={
            name: tuple({**dict.fromkeys(getattr(a, name)), **dict.fromkeys(getattr(b, name))})
            for name in ("amounts", "dates", "entities", "facets")
        }
    )
    said, edits = _said(text, a, b, words_of(text, own), apart)
    places = {edge(role.span) for role in a.arguments}
    parent = b.parent if a.parent is not None and a.parent.claim == b.id else a.parent
    return both.model_copy(
        update={
            "span": Span.of(text, *hull),
            "fragments": tuple(Span.of(text, *piece) for piece in pieces),
            "text": said,
            "edits": edits,
            "object": a.object or b.object,
            "arguments": (*a.arguments, *(role for role in b.arguments if edge(role.span) not in places)),
            "transfer": a.transfer or b.transfer,
            "parent": None if parent is not None and parent.claim == a.id else parent,
            **{name: linked(document, both, name, pieces) for name in ("amounts", "dates", "entities")},
        }
    )


def _said(text: str, a: Claim, b: Claim, words: str, apart: bool) -> tuple[str, tuple[Edit, ...]]:
    """The text that stands alone, with its edits: of two sentences both; else that of the first with the words of the
    whole in it, or where it does not follow, these words as they stand."""
    if apart:
        return f"{a.text} {b.text}", (*a.edits, *b.edits)
    before = words_of(text, own_pieces(text, a, edge(a.span), edge(a.span)))
    said = followed(a.text, before, words)
    return (said, a.edits) if said != a.text else (sentence(words), ())
