"""Acts that make claims of words and of other claims: add, split. See `acts.py`."""

import re
from typing import Any

from pipeline.record import Attribution, Claim, Document, Edit, Modality, Parent, Polarity, Role, Span
from pipeline.review.changes import Refused
from pipeline.review.edges import bare, inside
from pipeline.review.home import home
from pipeline.review.keyed import pointer
from pipeline.review.made import Patch, claim_of, fresh_id, patch_of, selected
from pipeline.review.reshape import (
    edge,
    linked,
    own_pieces,
    reshaped,
    sentence,
    unknown,
    unset,
    words_of,
)  # fmt: skip

SUBJECTS = frozenset({"i", "you", "he", "she", "it", "we", "they", "there"})
NEAR = 5
"""Words from the beginning in which a pronoun is the subject."""
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
    """Two claims of one, cut at an offset of the text. The first keeps its id; the second, whose id is returned, is
    its conjunct, and is lent its subject if it seems to have none. Connectives and commas at the cut fall away."""
    claim, text = claim_of(document, id), document.text or ""
    if not claim.span.start < offset < claim.span.end:
        raise Refused(f"{pointer('claims', id)}/span: {offset} is not inside it")
    first, second = bare(text, claim.span.start, offset), bare(text, offset, claim.span.end, leading=True)
    if first[0] >= first[1] or second[0] >= second[1]:
        raise Refused(f"{pointer('claims', id)}/span: a cut at {offset} leaves no words on one side")
    left = _part(document, claim, first)
    right = _part(document, claim, second)
    right = right if _has_subject(document, right) else _lent(right, claim.subject)
    new = fresh_id(document, right.span.text)
    parent = Parent(claim=id, relation="conjunct_of")
    right = right.model_copy(update={**NEW, "id": new, "parent": parent})
    return new, patch_of(document, [left, right])


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


def _has_subject(document: Document, part: Claim) -> bool:
    """As far as one sees without a parse: a subject's pronoun near its beginning, or a name there."""
    words = [word.lower() for word in re.findall(r"[\w’']{1,40}", part.span.text)[:NEAR]]
    names = {entity.span.start for entity in document.entities} & {
        part.span.start,
        part.span.start + len("the "),
    }
    return part.subject is not None or bool(names) or not SUBJECTS.isdisjoint(words)


def _lent(part: Claim, subject: Role | None) -> Claim:
    """With the subject of the other side."""
    if subject is None:
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
