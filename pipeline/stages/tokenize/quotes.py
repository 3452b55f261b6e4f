"""Text → quotations. Pure; offsets are code points. A quotation that has no end stops with its paragraph."""

import re
from collections.abc import Iterator
from typing import NamedTuple

CLOSING = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’", '"': '"', "'": "'", "”": "”"}
MARK = re.compile(r"[“„«‹‘\"'”]")
SCARE = 4  # words; longer quoted stretches are somebody's words


class Quote(NamedTuple):
    """`start`–`end` with the marks, `inner` without; `scare`: a few quoted words that attribute nothing."""

    start: int
    end: int
    inner: tuple[int, int]
    scare: bool


def read(text: str, paragraphs: tuple[tuple[int, int], ...]) -> list[Quote]:
    """The outermost quotations of each paragraph, in order."""
    return [quote for start, end in paragraphs for quote in _in_paragraph(text, start, end)]


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quote]:
    at = start
    while mark := MARK.search(text, at, end):
        at = mark.end()
        if not _opens(text, mark.start(), end):
            continue
        closed = _close(text, at, end, CLOSING[mark.group()])
        stop = closed if closed is not None else (end if mark.group() in "“„«" else None)
        if stop is None or stop <= at:
            continue
        inner = (at, stop)
        at = stop if closed is None else stop + 1
        if text[slice(*inner)].strip():
            yield Quote(mark.start(), at, inner, _is_scare(text, mark.start(), inner))


def _opens(text: str, at: int, end: int) -> bool:
    """A mark opens where the words before it have ended and words follow at once."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < end else " "
    if text[at] in "“„«‹":
        return True
    return not (before.isalnum() or before in ".,!?") and not after.isspace()


def _close(text: str, at: int, end: int, marks: str) -> int | None:
    """Where the quotation ends. An apostrophe inside a word, or after a plural s, is no single quotation mark
    as long as a better candidate follows."""
    single = marks in "’'"
    fallback = None
    for found in re.finditer(f"[{re.escape(marks)}]", text[at:end]):
        place = at + found.start()
        after = text[place + 1] if place + 1 < end else " "
        if single and after.isalnum():
            continue
        if single and text[place - 1] == "s" and after == " ":
            fallback = fallback or place
            continue
        return place
    return fallback


def _is_scare(text: str, start: int, inner: tuple[int, int]) -> bool:
    words = text[slice(*inner)]
    after_comma = text[:start].rstrip()[-1:] in (",", ":")
    return len(words.split()) <= SCARE and not after_comma and words.rstrip()[-1] not in ".,!?"
