"""A decision on a document as it stands now: what is known of it is filled in."""

from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.review.decision import Decision, Verdict, quote_of
from pipeline.review.keyed import pointer
from pipeline.review.replay import Reviewed


def draft(
    reviewed: Reviewed,
    verdict: Verdict,
    claim: str | None = None,
    patch: Iterable[Mapping[str, Any]] = (),
    *,
    id: str,
    when: str,
    who: str,
    base: int | None = None,
    **more: Any,
) -> Decision:
    """A Decision with document, hash, quote and the present versions. `base`: the version of the claim that the
    person looked at, where that may be an older one. `more`: undoes, seconds, note, blind. Raises pydantic's
    ValidationError."""
    document = reviewed.document
    decision = Decision(
        id=id, when=when, who=who, document=document.id, text_hash=document.sha256, claim=claim, verdict=verdict,
        patch=tuple(dict(op) for op in patch), quote=quote_of(document, claim), **more,
    )  # fmt: skip
    versions = {at: reviewed.versions.of(document.id, at) for at in reviewed.versions.touched(decision)}
    own = versions.pop(pointer("claims", claim), 0) if claim is not None else 0
    also = {at: version for at, version in versions.items() if version}
    return decision.model_copy(update={"base": own if base is None else base, "also": also})
