"""Whether a clause speaks of what was, is or will be, told by its words alone: for text that nobody parsed."""

import re
from typing import Literal

Tense = Literal["past", "perfect", "present", "future", "open"]
"""Where a month, a day, a weekday without its year lies. `past`, `perfect`: the last one. `future`: the next one.
`present`: what is arranged ("the term begins in March"): the next one, but for one just gone by. `open`: the nearest
either way."""

FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|going to|is to|are to|set to|due|scheduled|plans? to|expected to|must|should"
    r"|hopes? to|aims? to|intends? to|upcoming|let us)\b|['’]ll\b",
    re.IGNORECASE,
)
WILL = re.compile(r"\b(?:will|shall|won['’]t)\b|['’]ll\b", re.IGNORECASE)
PAST = re.compile(r"\b(?:had|was|were|did)\b", re.IGNORECASE)
DEADLINE = re.compile(r"\b(?:by|until|till)\s(?:the\s|early\s|late\s|mid-)?$", re.IGNORECASE)
SENTENCE = re.compile(r"[.!?][”\"’')\]]*\s|\n\s*\n")


def told(text: str, start: int, end: int) -> Tense:
    """`past`, or `future` where the sentence looks ahead; "by May" does unless it tells of the past."""
    left = SENTENCE.split(text[max(0, start - 240) : start])[-1]
    right = SENTENCE.split(text[start : start + 60])[0]
    if DEADLINE.search(left):
        return "past" if PAST.search(f"{left} {right}") else "future"
    ahead = FUTURE.search(left) is not None or (len(left) < 20 and WILL.search(right) is not None)
    return "future" if ahead else "past"
