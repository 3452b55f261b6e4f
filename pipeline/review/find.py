"""A quote → where its words stand now, or None where that is not sure. Pure; offsets are code points."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from pipeline.record import Claim, Span
from pipeline.review.decision import Quote
from pipeline.spaces import folded

Item = TypeVar("Item")


def find(text: str, quote: Quote) -> int | None:
    """Where the words begin: they stand there once, or once only with the same words before or behind."""
    starts = [match.start() for match in re.finditer(f"(?={re.escape(quote.exact)})", text)]
    alike = [at for at in starts if near(quote, text, at, at + len(quote.exact))]
    return one(alike) if len(starts) > 1 else one(starts)


def claim_of(claims: Iterable[Claim], text: str, quote: Quote) -> Claim | None:
    """The claim with these words, or with these but for case, spaces and quotation marks; of several the one with the
    same words before or behind it."""
    claims = list(claims)
    same = [claim for claim in claims if claim.span.text == quote.exact]
    same = same or [claim for claim in claims if folded(claim.span.text) == folded(quote.exact)]
    alike = [claim for claim in same if near(quote, text, claim.span.start, claim.span.end)]
    return one(alike) if len(same) > 1 else one(same)


def span_of(text: str, span: Span, shift: int) -> Span | None:
    """The same words: moved along with what they stood beside, or wherever they stand once."""
    start = span.start + shift
    if start < 0 or text[start : start + len(span.text)] != span.text:
        once = text.count(span.text) == 1
        start = text.find(span.text) if once else -1
    return Span.of(text, start, start + len(span.text)) if start >= 0 else None


def near(quote: Quote, text: str, start: int, end: int) -> bool:
    """Whether the words before, or those behind, are those of the quote."""
    there = Quote.of(text, start, end)
    return there.prefix == quote.prefix or there.suffix == quote.suffix


def one(found: Sequence[Item]) -> Item | None:
    """The only one, if it is."""
    return found[0] if len(found) == 1 else None
