"""Claims as somebody wants them → the patch that makes them so, checked."""

from collections.abc import Iterable
from typing import Any

from pipeline.record import Claim, Document, claim_id
from pipeline.review.changes import Refused, Things
from pipeline.review.edges import Edge, trimmed
from pipeline.review.keyed import pointer
from pipeline.review.patch import difference

Patch = list[dict[str, Any]]


def claim_of(document: Document, id: str) -> Claim:
    """Raises Refused."""
    for claim in document.claims:
        if claim.id == id:
            return claim
    raise Refused(f"{pointer('claims', id)}: there is no such claim")


def patch_of(document: Document, claims: Iterable[Claim], gone: Iterable[str] = ()) -> Patch:
    """From the document's claims to these, without those that are gone. Raises Refused."""
    known = {claim.id: claim for claim in document.claims}
    patch: Patch = []
    for claim in claims:
        before = known.get(claim.id)
        old = {claim.id: before.model_dump(mode="json")} if before else {}
        patch += difference(old, {claim.id: claim.model_dump(mode="json")}, "claims")
    patch += [{"op": "remove", "path": pointer("claims", id)} for id in gone]
    return checked(document, patch)


def checked(document: Document, patch: Patch) -> Patch:
    """The same patch. Raises Refused where the document would not take it."""
    Things(document).patched(patch)
    return patch


def selected(document: Document, start: int, end: int) -> Edge:
    """The words of a selection, without white space around them. Raises Refused."""
    text = document.text
    if text is None:
        raise Refused(f"document {document.id}: has no text to select in")
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise Refused(f"/span: {start}:{end} holds no words of the text")
    return trimmed(text, start, end)


def fresh_id(document: Document, quote: str) -> str:
    """An id for a claim that a person makes: the same act on the same document gives the same."""
    known = {claim.id for claim in document.claims}
    n = 1
    while (id := claim_id(document.id, quote, f"review.{n}")) in known:
        n += 1
    return id
