"""How far two stretches of the text are the same."""

import re
from collections.abc import Iterable
from functools import lru_cache

from pipeline.record import Claim, Span

_WORD = re.compile(r"\w+")

Words = frozenset[tuple[int, int]]
"""Words as (start, end) in the source. Punctuation is no word: a comma more or less changes nothing."""


@lru_cache(maxsize=65536)
def _words(start: int, text: str) -> Words:
    return frozenset((start + m.start(), start + m.end()) for m in _WORD.finditer(text))


def words(spans: Iterable[Span]) -> Words:
    """The words of all these spans, each once."""
    return frozenset().union(*(_words(span.start, span.text) for span in spans))


def claim_words(claim: Claim) -> Words:
    """The words a claim is made of: its fragments, or its span where it names none."""
    return words(claim.fragments or (claim.span,))


def word_f1(a: Words, b: Words) -> float:
    """F1 of shared words, 0 to 1; 0 where both are empty."""
    both = len(a & b)
    return 2 * both / (len(a) + len(b)) if both else 0.0


def same(a: Span, b: Span) -> bool:
    """The same edges."""
    return (a.start, a.end) == (b.start, b.end)


def shared(a: Span, b: Span) -> int:
    """How many code points both cover."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def overlap(a: Span, b: Span) -> float:
    """F1 of shared code points, 0 to 1."""
    return 2 * shared(a, b) / (a.end - a.start + b.end - b.start)
