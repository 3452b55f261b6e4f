"""How often people took what a rule decided, changed it, or rejected its claim: precision of each rule, by reviews.

For each rule of a claim that somebody decided on: `accepted` if the claim stands and the field is as it was found,
`edited` if the field is another, `rejected` if the claim is rejected or gone (merged into another). Rules of amounts
and dates count where a claim that stands names them: a figure in a rejected claim may be right. Flagged, skipped and
undecided claims count nowhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from pipeline.record import Claim
from pipeline.review.replay import Reviewed

DECIDED = frozenset(["accepted", "edited", "added", "rejected"])
"""Statuses with which somebody has made up his mind."""
OUTCOMES = ("accepted", "edited", "rejected")


class Rate(NamedTuple):
    """The first six as in the rules of `score`: `fired` times a rule decided `field` of what was reviewed, `right` of
    these were taken as they were."""

    stage: str
    field: str
    rule: str
    fired: int
    right: int
    precision: float
    accepted: int
    edited: int
    rejected: int


def rates(reviewed: Iterable[Reviewed]) -> list[Rate]:
    """Claims as a whole, their fields, then amounts and dates; of a field the rule that was wrong most often first."""
    seen: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for each in reviewed:
        for stage, field, rule, outcome in (*_claims(each), *_values(each)):
            seen[stage, field, rule].append(outcome)
    made = []
    for key, found in seen.items():
        counts = [found.count(outcome) for outcome in OUTCOMES]
        made.append(Rate(*key, len(found), counts[0], counts[0] / len(found), *counts))
    stages = ("claims", "money", "dates")
    return sorted(
        made, key=lambda r: (stages.index(r.stage), r.field != "claim", r.field, r.right - r.fired, r.rule)
    )


def outcome(before: Any, after: Any, rejected: bool) -> str:
    """What became of something that was found."""
    if rejected or after is None:
        return "rejected"
    return "accepted" if before == after else "edited"


Fired = tuple[str, str, str, str]
"""Stage, field, rule, outcome."""


def _claims(reviewed: Reviewed) -> Iterator[Fired]:
    after = {claim.id: claim for claim in reviewed.document.claims}
    for claim in reviewed.original.claims:
        status = reviewed.status(claim.id)
        if status not in DECIDED and claim.id in after:
            continue
        now = after.get(claim.id)
        yield "claims", "claim", "any", outcome(content(claim), now and content(now), status == "rejected")
        for ruled in claim.rules:
            value = (getattr(claim, ruled.field, None),)
            other = now and (getattr(now, ruled.field, None),)
            yield "claims", ruled.field, _last(ruled.rule), outcome(value, other, status == "rejected")


def _values(reviewed: Reviewed) -> Iterator[Fired]:
    kept = [
        claim for claim in reviewed.document.claims
        if reviewed.status(claim.id) in DECIDED - {"rejected"}
    ]  # fmt: skip
    for stage, name in (("money", "amounts"), ("dates", "dates")):
        after = {thing.id: thing for thing in getattr(reviewed.document, name)}
        named = {id for claim in kept for id in getattr(claim, name)}
        for thing in getattr(reviewed.original, name):
            if thing.id in named:
                yield stage, name.removesuffix("s"), thing.rule, outcome(thing, after.get(thing.id), False)


def content(claim: Claim) -> Claim:
    """What an annotator answers for."""
    return claim.model_copy(update={"confidence": None, "check_worthiness": None, "rules": ()})


def _last(rule: str) -> str:
    """Of a way through the sentence the last step, as `score` counts it."""
    return rule.rsplit("/", 1)[-1]
