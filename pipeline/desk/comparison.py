"""Two versions of one op-ed, side by side: which claim of the one is which of the other, and where they differ.
Adjudication: A is what the desk is on, B the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pipeline.page.segments import pieces_of
from pipeline.record import Claim, Document

SAME = 0.5
"""Share of their characters that two claims must have in common to be versions of one."""


def pairs(ours: Sequence[Claim], theirs: Sequence[Claim]) -> dict[str, str]:
    """Id in A → id in B, the closest first, each at most once."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, one, other in sorted(_close(ours, theirs), key=lambda each: (-each[0], each[1], each[2])):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def _close(ours: Iterable[Claim], theirs: Iterable[Claim]) -> Iterator[tuple[float, str, str]]:
    ends = sorted(theirs, key=lambda claim: claim.span.start)
    first = 0
    for one in sorted(ours, key=lambda claim: claim.span.start):
        while (
            first < len(ends)
            and ends[first].span.end <= one.span.start
            and ends[first].span.start < one.span.start
        ):
            first += 1
        for other in ends[first:]:
            if other.span.start >= one.span.end:
                break
            share = _common(one, other)
            if share >= SAME:
                yield share, one.id, other.id


def _common(one: Claim, other: Claim) -> float:
    a, b = ({at for span in pieces_of(each) for at in range(span.start, span.end)} for each in (one, other))
    return len(a & b) / len(a | b)


def shown(document: Document, other: Document) -> dict[str, Any]:
    """B's claims for the page: beside those of A by id, and those that A lacks."""
    theirs = {claim.id: claim.model_dump(mode="json") for claim in other.claims}
    both = pairs(document.claims, other.claims)
    missing = [claim for id, claim in theirs.items() if id not in set(both.values())]
    return {
        "claims": {ours: theirs[id] for ours, id in both.items()},
        "missing": missing,
        "apart": [
            claim.id
            for claim in document.claims
            if claim.id not in both or _differ(claim, theirs[both[claim.id]])
        ],
    }


def _differ(claim: Claim, theirs: Mapping[str, Any]) -> bool:
    """Whether a field differs that the page compares."""
    ours = claim.model_dump(mode="json")
    return any(_compared(ours, name) != _compared(theirs, name) for name in _COMPARED)


_COMPARED = (
    "fragments",
    "text",
    "kind",
    "modality",
    "polarity",
    "subject",
    "predicate",
    "object",
    "attribution",
    "facets",
)


def _compared(claim: Mapping[str, Any], name: str) -> Any:
    value = claim[name]
    if name in ("subject", "object", "predicate"):
        return value and value["span"]["text"]
    if name == "attribution":
        return value["source_type"], value["source"] and value["source"]["text"]
    if name in ("modality", "polarity"):
        return value["value"]
    return value if name != "fragments" else [piece["text"] for piece in value or [claim["span"]]]
