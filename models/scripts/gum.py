"""GUM's trees → texts and their chains of coreference (Zeldes 2017; annotations CC BY 4.0)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

PERSONAL = frozenset({"he", "she", "it", "they", "him", "her", "them", "i", "we", "you", "me", "us"})
POSSESSIVE = frozenset({"his", "hers", "its", "their", "theirs", "my", "our", "your"})
OTHERS = frozenset(
    {
        "himself",
        "herself",
        "itself",
        "themselves",
        "who",
        "which",
        "whom",
        "that",
        "this",
        "these",
        "those",
        "one",
    }
)
PRONOUNS = PERSONAL | POSSESSIVE | OTHERS
GENRES = ("news", "bio", "court", "voyage", "interview", "academic")


class Word(NamedTuple):
    """`start`, `end`: code points of the text."""

    start: int
    end: int
    text: str
    tag: str
    relation: str


class Mention(NamedTuple):
    """`first` and `last` word, inclusive; `heads`: the words that GUM calls its least span; `chain`: what it means."""

    first: int
    last: int
    heads: tuple[int, ...]
    chain: str


class Text(NamedTuple):
    id: str
    text: str
    words: list[Word]
    mentions: list[Mention]


def read(file: Path, genres: Iterable[str] = GENRES) -> Iterator[Text]:
    """The documents of these genres, paragraphs parted by an empty line."""
    for document in re.split(r"(?m)^(?=# newdoc id)", file.read_text(encoding="utf-8")):
        genre = re.search(r"# meta::genre = (\w+)", document)
        if genre and genre[1] in genres:
            yield _text(document)


def _text(document: str) -> Text:
    words: list[Word] = []
    mentions: list[Mention] = []
    open_: dict[str, list[tuple[int, str]]] = defaultdict(list)
    text, until, at = "", 0, 0
    for row in document.splitlines():
        if row.startswith("# newpar"):
            text = text.rstrip() + "\n\n" if text and not text.endswith("\n\n") else text
        fields = row.split("\t")
        if len(fields) != 10:
            continue
        space = "" if "SpaceAfter=No" in fields[9] else " "
        if "-" in fields[0]:  # a contraction, written as one word: its parts follow
            until, at = int(fields[0].split("-")[1]), len(text)
            text += fields[1] + space
        elif fields[0].isdigit():
            inside = int(fields[0]) <= until
            start = max(text.find(fields[1], at), at) if inside else len(text)
            at = start + len(fields[1])
            text += "" if inside else fields[1] + space
            words.append(Word(start, at, fields[1], fields[4], fields[7]))
            entity = next((part[7:] for part in fields[9].split("|") if part.startswith("Entity=")), "")
            mentions += _mentions(entity, len(words) - 1, open_)
        if fields[0].isdigit() and int(fields[0]) >= until:
            until = 0
    return Text(document.split("\n", 1)[0].split("= ")[1], text, words, mentions)


def _mentions(marks: str, index: int, open_: dict[str, list[tuple[int, str]]]) -> Iterator[Mention]:
    """`(3-person-new-…-1-coref(4-…)3)`: those that close here."""
    for mark in re.findall(r"\([^()]*\)?|[^()]+\)", marks):
        number = re.match(r"\(?(\w+)", mark)
        if number is None:
            continue
        if mark.startswith("("):
            fields = mark.strip("()").split("-")
            open_[number[1]].append((index, fields[5] if len(fields) > 5 else "1"))
        if mark.endswith(")") and open_[number[1]]:
            first, least = open_[number[1]].pop()
            heads = tuple(first + int(part) - 1 for part in least.split(",") if part.isdigit())
            yield Mention(first, index, heads or (index,), number[1])
