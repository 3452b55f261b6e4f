"""Text → numbered sentences, by § 1 of `corpus/GUIDELINES.md`. Pure; offsets are code points.

The numbers are part of the gold, so nothing here asks a parser: the same text has the same numbers for ever.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.lexicon import column
from pipeline.spaces import paragraphs

END = re.compile(
    r"(?P<mark>[.?!…]{1,9})(?P<closed>(?:[”’\"')\]›]|\s?»){0,4})\s+(?=(?P<next>(?:«\s)?\S{1,40}))"
)
DATELINE = re.compile(
    r"\([A-ZÀ-Þ][^()\n]{1,40}\)\s?[:—–-]|[A-ZÀ-Þ][A-ZÀ-Þ.,’' -]{2,30}(?:, [\w. ]{3,15})?\s?[—–](?=\s+[A-ZÀ-Þ“‘\"'«])"
)
DATELINES = 3  # a dateline stands before one of the first paragraphs
BEFORE_FIGURES = frozenset("no. nos. p. pp. art. jan. feb. aug. sep. sept. oct. nov. dec.".split())  # noqa: SIM905
DOTTED = re.compile(r"(?:[^\W\d_]\.){1,6}")
SPEAKER = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'.-]*\s){1,4}(?:said|says|asked|asks|replied|told|wrote|cried|shouted|answered)\b"
)
RESUMING = frozenset(
    "a an the this that these those he she it they we you i his her its their our my and but yet or so in on at for "  # noqa: SIM905
    "if when while as after before since because although though there then nobody no not what who why how".split()
)
"""Words that have a capital behind `U.S.` only where a sentence begins."""


class Sentence(NamedTuple):
    """Code points `start` to `end` (half-open); `number` and `paragraph` count from 0 through the whole text."""

    number: int
    paragraph: int
    start: int
    end: int


def sentences(text: str) -> tuple[Sentence, ...]:
    """All sentences in order; together they hold every character of the text that is not white space."""
    found: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs(text)):
        for first, last in _pieces(text, start, end, number < DATELINES):
            found.append(Sentence(len(found), number, first, last))
    return tuple(found)


def _pieces(text: str, start: int, end: int, may_be_dated: bool) -> Iterator[tuple[int, int]]:
    dateline = DATELINE.match(text, start, end) if may_be_dated else None
    if dateline and dateline.end() < end:
        yield start, dateline.end()
        start = dateline.end() + len(text[dateline.end() : end]) - len(text[dateline.end() : end].lstrip())
    for mark in END.finditer(text, start, end):
        if _ends(text, start, mark):
            yield start, mark.end("closed")
            start = mark.end()
    yield start, end


def _ends(text: str, start: int, mark: re.Match[str]) -> bool:
    following = mark["next"].lstrip("“‘\"'([«‹ \u00a0\u202f")
    if not following or following[0].islower() or following[0] in ",;:.-–—%":
        return False
    if mark["mark"] == "." and not mark["closed"] and _is_short_form(text[start : mark.start()], following):
        return False
    spoken = mark["closed"].strip(")]") and mark["mark"] != "."
    return not (spoken and SPEAKER.match(text, mark.end()))


def _is_short_form(before: str, following: str) -> bool:
    """`Rs.` before 500, `Dr.` before a name, `U.S.` and `R.` before all but a word that begins sentences."""
    word = before.split()[-1].lstrip("“‘\"'([«‹").lower() + "." if before.split() else "."
    if word in BEFORE_FIGURES:
        return following[0].isdigit()
    if word in column("short_forms", "form"):
        return True
    return bool(DOTTED.fullmatch(word)) and re.split(r"\W", following.lower())[0] not in RESUMING
