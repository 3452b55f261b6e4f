"""Acts that make claims of words and of other claims: add, split, merge. See `acts.py`."""

from typing import Any

from pipeline.record import Attribution, Claim, Document, Edit, Modality, Parent, Polarity, Role, Span
from pipeline.review.changes import Refused
from pipeline.review.edges import bare, inside
from pipeline.review.home import home
from pipeline.review.keyed import pointer
from pipeline.review.made import Patch, claim_of, fresh_id, patch_of, selected
from pipeline.review.reshape import (
    edge,
    followed,
    linked,
    own_pieces,
    reshaped,
    sentence,
    unknown,
    unset,
    words_of,
)  # fmt: skip

NEW: dict[str, Any] = {"rules": (), "confidence": None, "check_worthiness": None, "parent": None}
"""What a claim that a person makes has not."""


def add(document: Document, start: int, end: int) -> tuple[str, Patch]:
    """A new claim on a selection. Where the predicate of another claim stands in it, its roles are taken over."""
    words = selected(document, start, end)
    span = Span.of(document.text or "", *words)
    donors = [claim for claim in document.claims if inside(edge(claim.predicate.span), words)]
    donor = min(donors, key=lambda claim: (claim.span.end - claim.span.start, claim.id), default=None)
    claim = _plain(document, span) if donor is None else reshaped(document, donor, *words)
    claim = claim.model_copy(update={**NEW, "id": fresh_id(document, claim.span.text)})
    return claim.id, patch_of(document, [claim])


def split(document: Document, id: str, offset: int) -> tuple[str, Patch]:
    """Two claims of one, cut at an offset of the text. The first keeps id and place; the second, whose id is
    returned, is its conjunct and is lent its subject. Connectives and commas at the cut fall away."""
    claim, text = claim_of(document, id), document.text or ""
    if not claim.span.start < offset < claim.span.end:
        raise Refused(f"{pointer('claims', id)}/span: {offset} is not inside it")
    first, second = bare(text, claim.span.start, offset), bare(text, offset, claim.span.end, leading=True)
    if first[0] >= first[1] or second[0] >= second[1]:
        raise Refused(f"{pointer('claims', id)}/span: a cut at {offset} leaves no words on one side")
    left = _part(document, claim, first)
    right = _lent(_part(document, claim, second), claim.subject, text)
    new = fresh_id(document, right.span.text)
    parent = Parent(claim=id, relation="conjunct_of")
    right = right.model_copy(update={**NEW, "id": new, "parent": parent})
    return new, patch_of(document, [left, right])


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


def _plain(document: Document, span: Span) -> Claim:
    """A claim by the author that says no more than its words; its predicate is for somebody to set."""
    where = home(document, span.start, span.end)
    claim = Claim(
        id="new", span=span, fragments=(span,), sentence=where.sentence, paragraph=where.paragraph,
        region=where.region, text=sentence(span.text), subject=None,
        predicate=unknown(document.text or "", edge(span)), object=None, kind="fact",
        polarity=Polarity(value="affirmed"), modality=Modality(value="asserted"),
        attribution=Attribution(source_type="author"),
    )  # fmt: skip
    empty = claim.model_copy(update={"fragments": ()})
    links = {name: linked(document, empty, name, [edge(span)]) for name in ("amounts", "dates", "entities")}
    return claim.model_copy(update={**links, "abstained": unset(claim, "predicate")})


def _part(document: Document, claim: Claim, words: tuple[int, int]) -> Claim:
    """One side of a split. Where the text that stands alone does not follow, it is the words as they stand."""
    part = reshaped(document, claim, *words, strict=False)
    if part.text == claim.text:
        own = own_pieces(document.text or "", claim, edge(claim.span), edge(part.span))
        part = part.model_copy(update={"text": sentence(words_of(document.text or "", own))})
    return part.model_copy(update={"edits": tuple(edit for edit in part.edits if edit.text in part.text)})


def _lent(part: Claim, subject: Role | None, text: str) -> Claim:
    """With the subject of the other side, where it has none of its own."""
    if part.subject is not None or subject is None:
        return part
    pieces = {edge(piece): piece for piece in (*part.fragments, subject.span)}
    words = part.text[:1].lower() + part.text[1:] if part.span.text[:1].islower() else part.text
    edit = Edit(op="insert", text=subject.text, source=(subject.span,), reason="elided_argument")
    return part.model_copy(
        update={
            "subject": subject.model_copy(update={"origin": "elided"}),
            "fragments": tuple(pieces[at] for at in sorted(pieces)),
            "text": sentence(f"{subject.text} {words}"),
            "edits": (edit, *part.edits),
        }
    )


def _whole(document: Document, a: Claim, b: Claim) -> Claim:
    text = document.text or ""
    hull = (a.span.start, max(a.span.end, b.span.end))
    own = [hull] if a.sentence == b.sentence else sorted({edge(a.span), edge(b.span)})
    borrowed = {edge(f) for f in (*a.fragments, *b.fragments) if f.end <= hull[0] or f.start >= hull[1]}
    pieces = sorted({*own, *borrowed})
    both = a.model_copy(
        update={
            name: tuple({**dict.fromkeys(getattr(a, name)), **dict.fromkeys(getattr(b, name))})
            for name in ("amounts", "dates", "entities", "facets")
        }
    )
    before = words_of(text, own_pieces(text, a, edge(a.span), edge(a.span)))
    said = followed(a.text, before, words_of(text, own))
    kept = said != a.text
    places = {edge(role.span) for role in a.arguments}
    parent = b.parent if a.parent is not None and a.parent.claim == b.id else a.parent
    return both.model_copy(
        update={
            "span": Span.of(text, *hull),
            "fragments": tuple(Span.of(text, *piece) for piece in pieces),
            "text": said if kept else sentence(words_of(text, own)),
            "edits": a.edits if kept else (),
            "object": a.object or b.object,
            "arguments": (*a.arguments, *(role for role in b.arguments if edge(role.span) not in places)),
            "transfer": a.transfer or b.transfer,
            "parent": None if parent is not None and parent.claim == a.id else parent,
            **{name: linked(document, both, name, pieces) for name in ("amounts", "dates", "entities")},
        }
    )
