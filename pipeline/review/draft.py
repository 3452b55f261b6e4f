"""A decision on a document as it stands now: what is known of it is filled in."""

from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.record import Claim, Span, references
from pipeline.review.changes import LIST_OF, Changes, Refused
from pipeline.review.decision import Decision, Quote, Verdict
from pipeline.review.keyed import parts_of, pointer
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
    """A Decision with document, hash, quote, the present versions and what the patch names. `base`: the version of
    the claim that the person looked at, where that may be an older one. `more`: undoes, seconds, note, blind. Raises
    pydantic's ValidationError for what is no decision; whether it can be taken, `Reviewed.check` says."""
    document = reviewed.original
    decision = Decision(
        id=id, when=when, who=who, document=document.id, text_hash=document.sha256, claim=claim, verdict=verdict,
        patch=tuple(dict(op) for op in patch), **more,
    )  # fmt: skip
    decision = reviewed.versions.stamped(decision)
    after = _after(reviewed, decision)
    own = pointer("claims", claim) if claim is not None else None
    filled = {
        "base": decision.base if base is None else base,
        "quote": _quote(reviewed, claim, after),
        "names": {at: span for at, span in _names(reviewed, after).items() if at != own},
    }
    return decision.model_copy(update=filled)


def _after(reviewed: Reviewed, decision: Decision) -> Changes:
    """What the patch makes; nothing where it cannot be taken."""
    try:
        return reviewed.things.patched(decision.patch)
    except Refused:
        return {}


def _quote(reviewed: Reviewed, claim: str | None, after: Changes) -> Quote | None:
    """Of the claim before the decision, or of the one that is new."""
    held = reviewed.things.get(pointer("claims", claim)) if claim is not None else None
    new = [thing for thing in after.values() if isinstance(thing, Claim)] if held is None else []
    text = reviewed.original.text
    for each in [held, *new]:
        if each is not None and text is not None:
            return Quote.of(text, each.span.start, each.span.end)
    return None


def _names(reviewed: Reviewed, after: Changes) -> dict[str, Span]:
    """Where the things stand that are touched or named."""
    wanted = [at for at in after if len(parts_of(at)) == 2]
    for thing in after.values():
        wanted += [pointer(LIST_OF[kind], id) for kind, id in _references(thing)]
    held = {at: reviewed.things.get(at) for at in sorted(set(wanted))}
    return {at: thing.span for at, thing in held.items() if thing is not None}


def _references(thing: Any) -> list[tuple[str, str]]:
    return list(references(thing)) if thing is not None and not isinstance(thing, tuple | str) else []
