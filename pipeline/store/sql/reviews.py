"""What people said of a claim, when the claims of its document are written anew: where does it belong now?"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.spaces import folded


class Words(NamedTuple):
    """A claim, as far as it matters here."""

    id: str
    quote: str
    span_start: int


class Review(NamedTuple):
    """A row of reviews, as far as it matters here. `claim` is None for one that had lost its claim already."""

    id: str
    claim: str | None
    quote: str
    span_start: int


class Moved(NamedTuple):
    """A review whose claim is another one now, or (None) none at all."""

    id: str
    quote: str
    claim: str | None


def moved(reviews: Iterable[Review], claims: Sequence[Words]) -> list[Moved]:
    """The reviews whose claim changes. One that is still there keeps it; else the claim with the same words that is
    nearest to where they stood, then one with the same words but for case, spaces and quotation marks; else none."""
    there = {claim.id for claim in claims}
    found = []
    for review in reviews:
        if review.claim not in there:
            claim = _nearest(review, claims)
            if claim is not None or review.claim is not None:
                found.append(Moved(review.id, review.quote, claim and claim.id))
    return found


def _nearest(review: Review, claims: Sequence[Words]) -> Words | None:
    same = [claim for claim in claims if claim.quote == review.quote]
    same = same or [claim for claim in claims if folded(claim.quote) == folded(review.quote)]
    return min(same, key=lambda claim: abs(claim.span_start - review.span_start), default=None)
