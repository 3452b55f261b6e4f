"""Text → names that the tables know; and the edges and label of a name that a model guessed. Knows no spaCy.

The tables decide what mixed training sources disagree on: countries, nationalities, international organisations.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.lexicon import column, table

TABLES = ("named_things", "places", "nationalities", "organisations")  # the first to know a name decides it
LABELS = ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE")
LONGEST = 12  # pieces in a name of the tables
LEADING = (
    "Mount", "Lake", "Instituto", "Universidad", "Banco", "Hurricane", "Cyclone", "Typhoon", "Operation",
    "MV", "HMS", "USS", "HMAS", "HMNZS", "HMCS", "INS",
)  # fmt: skip
"""Heads that come first."""
_PIECE = re.compile(r"[^\W_]+|[^\w\s]")
_LEAD = re.compile(r"(?:(?:the|a|an|its|their|our|his|her|this|that)\s+|[\W_])", re.IGNORECASE)
_TAIL = re.compile(r"(?:['’]s|['’])$|[\s,;:!?\"”“‘(\[–—-]$")


class Known(NamedTuple):
    """What a table says of a name: `kind` is that of the places (country, capital …) and organisations (national)."""

    label: str
    name: str
    rule: str
    kind: str = ""


class Found(NamedTuple):
    """Code points `start` to `end` carry a name."""

    start: int
    end: int
    known: Known


@cache
def names() -> dict[tuple[str, ...], Known]:
    """Every name of the tables, as pieces, case kept. Both apostrophes are one."""
    found: dict[tuple[str, ...], Known] = {}
    for rule in TABLES:
        for row in table(rule):
            known = Known(row["label"], row.get("canonical") or row["name"], rule, row.get("kind", ""))
            found.setdefault(tuple(_PIECE.findall(_straight(row["name"]))), known)
    return found


def lookup(name: str) -> Known | None:
    """What the tables say of exactly this name."""
    return names().get(tuple(_PIECE.findall(_straight(name))))


def find(text: str) -> Iterator[Found]:
    """The tables' names in a text, longest first from the left, none overlapping; in time linear in the text."""
    pieces = [(m.group(), m.start(), m.end()) for m in _PIECE.finditer(_straight(text))]
    at = 0
    while at < len(pieces):
        size = _longest(pieces, at)
        if size:
            start, end = pieces[at][1], pieces[at + size - 1][2]
            known = names()[tuple(piece for piece, _, _ in pieces[at : at + size])]
            if stands(text, start, end):
                yield Found(start, end, known)
        at += size or 1


@cache
def _starts() -> frozenset[str]:
    return frozenset(pieces[0] for pieces in names())


def _longest(pieces: list[tuple[str, int, int]], at: int) -> int:
    """How many pieces from `at` make up a name: 0 if none."""
    if pieces[at][0] not in _starts():
        return 0
    for size in range(min(LONGEST, len(pieces) - at), 0, -1):
        if tuple(piece for piece, _, _ in pieces[at : at + size]) in names():
            return size
    return 0


def stands(text: str, start: int, end: int) -> bool:
    """Not the US of `US$40m` or of an address on the web, and not a word of a line set in capitals."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if (
        after in ("$", "@", "_")
        or before in ("@", "#", "/", "_")
        or (before == "." and text[start - 2 : start - 1] != " ")
    ):
        return False
    return not (text[start:end].isupper() and _shouted(text, start, end))


def _shouted(text: str, start: int, end: int) -> bool:
    """Are the words on both sides in capitals too?"""
    words = [*text[max(0, start - 40) : start].split()[-1:], *text[end : end + 40].split()[:1]]
    letters = [word for word in words if any(c.isalpha() for c in word)]
    return len(letters) == 2 and all(word.isupper() and len(word) > 1 for word in letters)


def trim(text: str, label: str) -> tuple[int, int]:
    """Where the name itself begins and ends in a guess: no article, possessive, mark or (of persons) title."""
    start, end = 0, len(text)
    while (lead := _LEAD.match(text, start, end)) and lead.end() < end:
        start = lead.end()
    while (tail := _TAIL.search(text[start:end])) and tail.start() > 0:
        end = start + tail.start()
    if text[end - 1] == ")" and "(" not in text[start:end] and end - start > 1:
        end -= 1
    while label == "PERSON" and (cut := _titled(text[start:end])):
        start += cut
    return start, end


def _titled(text: str) -> int:
    """How much of the front is a title or a nationality ("Chinese President Xi Jinping"); 0 if that is all."""
    words = text.split(" ")
    for size in (3, 2, 1):
        front = " ".join(words[:size])
        if size < len(words) and (front.lower() in column("titles", "title") or _is_people(front)):
            return len(front) + 1
    return 0


def _is_people(words: str) -> bool:
    known = lookup(words)
    return known is not None and known.label == "NORP"


def decide(name: str, guess: str) -> Known:
    """Label, canonical name and deciding rule of a trimmed name that a model guessed to be a `guess`."""
    known = lookup(name)
    if known and not (guess == "PERSON" and known.kind not in ("country", "")):
        return known
    if guess != "PERSON" and (label := head_label(name)):
        return Known(label, name, "name_heads")
    return Known(guess, name, "ner")


def is_name(name: str, guess: str) -> bool:
    """It begins like a name, is no common abbreviation or capitalised noun of the table `not_names`, and is not all
    title, if it is guessed to be a person."""
    capital = name[:1] != name[:1].lower()
    title = guess == "PERSON" and name.lower() in column("titles", "title")
    return capital and not title and name.lower() not in column("not_names", "word")


@cache
def heads() -> dict[str, str]:
    """Head word → the label it gives."""
    return {row["head"]: row["label"] for row in table("name_heads")}


def head_label(name: str) -> str | None:
    """The label that the head word gives a name of two words or more: "Suez Canal", "Bank of Ghana", "Mount Kenya"."""
    words = name.replace(".", "").split()
    if len(words) < 2:
        return None
    joint = next((at for at, word in enumerate(words) if at and word in ("of", "on", "for")), len(words))
    front = words[:joint]
    return heads().get(front[-1]) or (heads().get(front[0]) if front[0] in LEADING else None)


def _straight(text: str) -> str:
    """Curly apostrophes straightened; as many code points as before."""
    return text.replace("’", "'")
