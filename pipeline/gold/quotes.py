"""Quoted words → where they stand. An annotator writes words, never offsets.

`words` stand once in their sentence (or in the claim that is asked about), else `words@2` names the second time,
`words@s7` a sentence and `words@s7.2` both.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.gold.problems import Wrong
from pipeline.gold.sentences import Sentence, sentences
from pipeline.record import Span

PLACE = re.compile(r"@(?:s(?P<sentence>\d{1,4})(?:\.(?P<nth>\d{1,2}))?|(?P<only>\d{1,2}))$")
FOLD = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "‑": "-"})
"""Marks that a keyboard writes alike. One code point for one, so that offsets stay."""

Edge = tuple[int, int]


class Source(NamedTuple):
    """A text and its sentences: where quoted words are looked for."""

    text: str
    sentences: tuple[Sentence, ...]

    @classmethod
    def of(cls, text: str) -> "Source":
        return cls(text, sentences(text))

    def span(self, start: int, end: int) -> Span:
        return Span.of(self.text, start, end)

    def sentence(self, number: int) -> Sentence:
        """Raises Wrong for a number that no sentence has."""
        if not 0 <= number < len(self.sentences):
            raise Wrong(f"there is no sentence {number}, the last one is {len(self.sentences) - 1}")
        return self.sentences[number]


class Quote(NamedTuple):
    """Words and, where the annotator says so, the sentence and the how-manieth time (from 1) they stand there."""

    words: str
    sentence: int | None
    nth: int | None

    @classmethod
    def of(cls, written: str) -> "Quote":
        """Raises Wrong for no words."""
        place = PLACE.search(written)
        words = (written[: place.start()] if place else written).strip()
        if not words:
            raise Wrong("a quote has no words")
        if not place:
            return cls(words, None, None)
        nth = place["nth"] or place["only"]
        return cls(words, int(place["sentence"]) if place["sentence"] else None, int(nth) if nth else None)


def find(source: Source, written: str, sentence: int, within: Iterable[Sequence[Edge]] = ()) -> Edge:
    """Start and end of a quote. Raises Wrong where it stands nowhere, or at several places and none is named.

    `within`: scopes that are asked before the sentence as a whole, each a list of edges: the claim's own words, then
    its fragments. A quote that names its place is not sought in them.
    """
    quote = Quote.of(written)
    home = source.sentence(sentence if quote.sentence is None else quote.sentence)
    places = occurrences(source.text, quote.words, home.start, home.end)
    if not places:
        raise Wrong(f"{quote.words!r} is not in sentence {home.number}{_elsewhere(source, quote.words)}")
    if quote.nth is not None:
        if not 1 <= quote.nth <= len(places):
            raise Wrong(f"{quote.words!r} stands only {len(places)} time(s) in sentence {home.number}")
        return places[quote.nth - 1]
    if quote.sentence is None:
        for scope in within:
            if inside := [place for place in places if any(holds(edge, place) for edge in scope)]:
                return _only(inside, places, quote, home)
    return _only(places, places, quote, home)


def occurrences(text: str, words: str, start: int, end: int) -> list[Edge]:
    """Where words stand between two offsets: as whole words; if nowhere so, in small or capital letters
    alike; if nowhere so and there is no figure in them, inside of words ("not" in "cannot"). White space of any
    kind and length is one space."""
    pattern = r"\s+".join(re.escape(word) for word in words.translate(FOLD).split())
    folded = text.translate(FOLD)
    ways = [(re.UNICODE, True), (re.IGNORECASE, True), (re.UNICODE, False)]
    for flags, whole in ways[: 2 if any(character.isdigit() for character in words) else 3]:
        found = [match.span() for match in re.compile(pattern, flags).finditer(folded, start, end)]
        if kept := [place for place in found if not whole or is_whole(text, place)]:
            return kept
    return []


def is_whole(text: str, place: Edge) -> bool:
    """Neither edge cuts a word or a figure in two: "5" does not stand in "1.5" or "15m"."""
    return not (_cuts(text, place[0]) or _cuts(text, place[1]))


def holds(edge: Edge, place: Edge) -> bool:
    return edge[0] <= place[0] and place[1] <= edge[1]


def parts(written: str) -> Iterator[str]:
    """Several quotes in one value: `not / only`."""
    return (part.strip() for part in written.split(" / "))


def _cuts(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before in ".," and after.isdigit():
        return at > 1 and text[at - 2].isdigit()
    if after in ".," and before.isdigit():
        return at + 1 < len(text) and text[at + 1].isdigit()
    return before.isalnum() and after.isalnum()


def _only(inside: list[Edge], places: list[Edge], quote: Quote, home: Sentence) -> Edge:
    if len(inside) == 1:
        return inside[0]
    choices = " or ".join(f"'{quote.words}@{places.index(place) + 1}'" for place in inside)
    raise Wrong(f"{quote.words!r} stands {len(inside)} times in sentence {home.number}: write {choices}")


def _elsewhere(source: Source, words: str) -> str:
    for other in source.sentences:
        if occurrences(source.text, words, other.start, other.end):
            return f" (it is in sentence {other.number}: '{words}@s{other.number}')"
    return ""
