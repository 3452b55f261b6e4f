"""A found or reviewed record → what gold writes of it: no confidence, no rules, no derived entities, sentences counted
as the book counts them."""

from collections.abc import Iterable
from typing import Any

from pipeline.gold.quotes import Edge
from pipeline.gold.references import inside
from pipeline.gold.sentences import Sentence, sentences
from pipeline.record import VALUE_LABELS, Claim, Document, Role, Skipped, SkipReason, Span
from pipeline.review.edges import trimmed, without


def as_gold(document: Document, gone: Iterable[str] = ()) -> Document:
    """Without the claims that are gone. `made_by` and `leeway` stay."""
    whole = sentences(document.text or "")
    entities = tuple(entity for entity in document.entities if entity.label not in VALUE_LABELS)
    known = {entity.id for entity in entities}
    found = document.model_copy(
        update={
            "entities": tuple(
                e if e.same_as in known else e.model_copy(update={"same_as": None}) for e in entities
            ),
            "amounts": tuple(
                each.model_copy(update={"rule": "gold", "converted": None, "abstained": ()})
                for each in document.amounts
            ),
            "dates": tuple(each.model_copy(update={"rule": "gold"}) for each in document.dates),
            "sums": (),
        }
    )
    left = [claim for claim in document.claims if claim.id not in set(gone)]
    claims = tuple(_claim(claim, found, whole) for claim in left)
    at = {claim.id: claim.sentence for claim in claims}
    claims = tuple(
        claim if claim.parent is None or at.get(claim.parent.claim) == claim.sentence else _alone(claim)
        for claim in claims
    )
    return found.model_copy(update={"claims": claims, "skipped": _skipped(document, claims, whole)})


def _alone(claim: Claim) -> Claim:
    """Without a parent: that is rejected, or in another sentence, where the book has none."""
    return claim.model_copy(update={"parent": None})


def _claim(claim: Claim, found: Document, whole: tuple[Sentence, ...]) -> Claim:
    home = next((s for s in whole if s.start <= claim.span.start < s.end), None)
    pieces = _pieces(claim, found.text or "")
    amounts = inside(found.amounts, pieces, set())
    dates = inside(found.dates, pieces, set(claim.dates))
    moves = claim.transfer if claim.transfer and claim.transfer.amount in amounts else None
    known = {entity.id for entity in found.entities}
    return claim.model_copy(
        update={
            "sentence": home.number if home else claim.sentence,
            "paragraph": home.paragraph if home else claim.paragraph,
            "fragments": tuple(Span.of(found.text or "", *piece) for piece in pieces),
            "amounts": amounts, "dates": dates, "entities": inside(found.entities, pieces, set(claim.entities)),
            "transfer": moves,
            "subject": _role(claim.subject, known), "object": _role(claim.object, known),
            "predicate": _role(claim.predicate, known),
            "arguments": tuple(_role(role, known) for role in claim.arguments),
            "confidence": None, "check_worthiness": None, "rules": (),
        }
    )  # fmt: skip


def _pieces(claim: Claim, text: str) -> list[Edge]:
    """The fragments in order, cut at the edges of the span, which begins and ends with one."""
    start, end = claim.span.start, claim.span.end
    pieces = sorted({(piece.start, piece.end) for piece in claim.fragments})
    own = [(max(start, at), min(end, to)) for at, to in pieces if at < end and start < to] or [(start, end)]
    own[0] = (start, own[0][1])
    own[-1] = (own[-1][0], end)
    borrowed = [
        trimmed(text, *piece) for piece in without(pieces, (start, end)) if text[slice(*piece)].strip()
    ]
    return sorted({*own, *borrowed})


def _role(role: Any, known: set[str]) -> Role | None:
    """Without an entity that gold leaves out."""
    if role is None or role.entity is None or role.entity in known:
        return role  # type: ignore[no-any-return]
    return role.model_copy(update={"entity": None})  # type: ignore[no-any-return]


def _skipped(document: Document, claims: Iterable[Claim], whole: Iterable[Sentence]) -> tuple[Skipped, ...]:
    """Every sentence without a claim, with the reason that the record gave for most of it."""
    claimed = {claim.sentence for claim in claims}
    return tuple(
        Skipped(
            sentence=s.number, span=Span.of(document.text or "", s.start, s.end), reason=_reason(document, s)
        )
        for s in whole
        if s.number not in claimed
    )


def _reason(document: Document, home: Sentence) -> SkipReason:
    known = [each for each in document.skipped if each.span.start < home.end and home.start < each.span.end]
    best = max(known, key=lambda s: min(s.span.end, home.end) - max(s.span.start, home.start), default=None)
    if best is not None:
        return best.reason
    return "question" if (document.text or "")[: home.end].rstrip("”’\"'").endswith("?") else "no_predicate"
