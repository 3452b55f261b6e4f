"""Text → sentences as lists of words, with the figures that stand in them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import NamedTuple

from pipeline.stages.sums.figure import Figure

_WORD = re.compile(r"[^\W\d_]{1,60}(?:['’-][^\W\d_]{1,60}){0,4}|[0-9][0-9.,]{0,40}|\S")
Tag = Callable[[int], str]
"""The Universal part of speech of the token at a code point; "" where nobody tagged it."""


class Word(NamedTuple):
    low: str
    start: int
    end: int
    tag: str = ""


class Sentence(NamedTuple):
    """`figures`: every amount in it, in order. `dates`: the edges of every date. `paragraph`: its ordinal."""

    start: int
    end: int
    words: tuple[Word, ...]
    figures: tuple[Figure, ...]
    dates: tuple[tuple[int, int], ...] = ()
    paragraph: int = 0

    def between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that lie between two code points."""
        first = bisect_left(self.words, start, key=lambda word: word.start)
        return self.words[first : bisect_right(self.words, end, key=lambda word: word.end)]

    def others(self, figure: Figure) -> tuple[Figure, ...]:
        """The figures it could be added to, itself among them."""
        return tuple(other for other in self.figures if other.like(figure))


def untagged(_: int) -> str:
    """Where there is no tagger."""
    return ""


def split(phrase: str) -> tuple[str, ...]:
    """The words of a cue, as a sentence has them."""
    return tuple(match[0].lower() for match in _WORD.finditer(phrase))


def sentence(
    text: str,
    edges: tuple[int, int],
    figures: Sequence[Figure],
    *,
    dates: Sequence[tuple[int, int]] = (),
    tag: Tag = untagged,
    paragraph: int = 0,
    read: bool = True,
) -> Sentence:
    """The sentence between two code points. `read`: its words are wanted."""
    start, end = edges
    words = tuple(
        Word(match[0].lower(), match.start(), match.end(), tag(match.start()))
        for match in _WORD.finditer(text, start, end if read else start)
    )
    first = bisect_left(figures, start, key=lambda figure: figure.start)
    within = tuple(takewhile(lambda figure: figure.end <= end, figures[first:]))
    days = tuple(date for date in dates if start <= date[0] and date[1] <= end)
    return Sentence(start, end, words, within, days, paragraph)
