"""Text → pieces for spaCy's tokenizer, and runs of one mark (`=====`, `!!`, `?!`) that are words as they stand. Pure.

The treebanks write such a run as one word. An affix rule for it would be quadratic, as spaCy's affix search is in any
run of punctuation (20,000 quotation marks: 25 s, see pitfalls); so runs are cut out before spaCy sees them, and what
is left without white space is handed to it in pieces of at most `LONGEST` characters.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

LONGEST = 100
_LONG = re.compile(rf"\S{{{LONGEST}}} ?")
# An address is stepped over, because marks inside it are its own. Neither alternative can fail late: linear.
_RUN = re.compile(r"(?:https?://|www\.)\S+|(?P<run>[!?]{2,}|(?P<mark>[-<>=*#~+_$])(?P=mark)+)")
_APART = frozenset("!?<>-")  # marks that end a word even where the next follows at once: "what?!Nobody"
_GLUED = frozenset("_+")  # marks that may belong to the word before: "Name____", "C++"


class Piece(NamedTuple):
    """`whole`: one word (and at most a space behind it), which nobody is to cut."""

    text: str
    whole: bool


def pieces(text: str) -> Iterator[Piece]:
    """The text, cut around its runs. A single space stays with what stands before it, as spaCy wants it."""
    start = 0
    for run in _RUN.finditer(text):
        if run["run"] is None or not _is_word(text, run.start(), run.end()):
            continue
        yield from _short(text[start : run.start()])
        start = run.end() + (text[run.end() : run.end() + 1] == " ")
        yield Piece(text[run.start() : start], True)
    yield from _short(text[start:])


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether the run stands for itself: not in `f**k`, `C++`, and money must come apart from its figure: `$$5`."""
    mark, before, after = text[start], text[start - 1 : start], text[end : end + 1]
    if mark in _APART:
        return True
    if mark == "$" and after.isdigit():
        return False
    return not (before.isalnum() and (mark in _GLUED or after.isalnum()))


def _short(text: str) -> Iterator[Piece]:
    start = 0
    for stretch in _LONG.finditer(text):
        if stretch.start() > start:
            yield Piece(text[start : stretch.start()], False)
        yield Piece(stretch.group(), False)
        start = stretch.end()
    if start < len(text):
        yield Piece(text[start:], False)
