"""The readers: each annotated source → sentences of words with labelled mentions, labels as the source spells them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from treebank import sentences, words

Mention = tuple[int, int, str]  # first word, one past the last, label


class Text(NamedTuple):
    words: list[str]
    spaces: list[bool]
    mentions: list[Mention]


def gum(path: Path) -> Iterator[Text]:
    """Every nested mention; those whose head is no proper noun come out as label `none`, to be left out."""
    for _, rows in sentences(path):
        tokens = words(rows)
        found = [
            (first, last + 1, label if _named(tokens, first, last) else "none")
            for first, last, label in _brackets([row[9] for row, _ in tokens])
        ]
        yield Text([row[1] for row, _ in tokens], [space for _, space in tokens], found)


def _named(tokens: list, first: int, last: int) -> bool:
    ids = {row[0] for row, _ in tokens[first : last + 1]}
    return any(row[3] == "PROPN" and row[6] not in ids for row, _ in tokens[first : last + 1])


def _brackets(misc: list[str]) -> Iterator[Mention]:
    """`Entity=(6-person-…` opens, `6)` closes, `(7-place-…)` does both."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for at, value in enumerate(misc):
        entity = re.search(r"Entity=([^|]*)", value)
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", entity.group(1)) if entity else []:
            key = part.strip("()").split("-")[0]
            if part.startswith("("):
                opened.setdefault(key, []).append((at, part.strip("()").split("-")[1]))
            if part.endswith(")") and opened.get(key):
                first, label = opened[key].pop()
                yield first, at, label


def uner(path: Path) -> Iterator[Text]:
    """IOB2 in the third column; the words are spaced as in `# text`."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if rows:
            tokens, tags = [row[1] for row in rows], [row[2] for row in rows]
            raw = next(line for line in lines if line.startswith("# text = "))[9:]
            yield Text(tokens, _spaces_of(raw, tokens), _spans(tags))


def columns(path: Path) -> Iterator[Text]:
    """CoNLL, one file or a folder of them: the word first, the tag last; I- alone opens a mention too."""
    files = sorted(file for file in path.iterdir() if file.is_file()) if path.is_dir() else [path]
    for block in (
        block for file in files for block in re.split(r"\n\s*\n", file.read_text(encoding="utf-8"))
    ):
        rows = [line.split() for line in block.splitlines() if line and not line.startswith("-DOCSTART-")]
        rows = [row for row in rows if len(row) > 1]
        if rows:
            tokens = [row[0] for row in rows]
            yield Text(tokens, guess_spaces(tokens), _spans([row[-1] for row in rows]))


def redocred(path: Path) -> Iterator[Text]:
    for document in json.loads(path.read_text(encoding="utf-8")):
        mentions: list[list[Mention]] = [[] for _ in document["sents"]]
        for mention in (mention for entity in document["vertexSet"] for mention in entity):
            first, end = mention["pos"]
            mentions[mention["sent_id"]].append((first, end, mention["type"]))
        for tokens, found in zip(document["sents"], mentions, strict=True):
            if any(token.strip() for token in tokens):
                tokens = [token.strip() or "_" for token in tokens]
                yield Text(tokens, guess_spaces(tokens), found)


def re3d(path: Path) -> Iterator[Text]:
    """Offsets into running text: its own words are pieces of letters or single marks."""
    marks: dict[str, list[dict]] = {}
    for line in (path / "entities.json").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        marks.setdefault(row["documentId"], []).append(row)
    for line in (path / "documents.json").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        text = document["text"]
        pieces = list(re.finditer(r"[^\W_]+|[^\w\s]|_", text))
        starts, ends = (
            {m.start(): i for i, m in enumerate(pieces)},
            {m.end(): i + 1 for i, m in enumerate(pieces)},
        )
        found = [
            (starts[row["begin"]], ends[row["end"]], row["type"])
            for row in marks.get(document["_id"], [])
            if row["begin"] in starts and row["end"] in ends
        ]
        spaces = [text[m.end() : m.end() + 1].isspace() for m in pieces]
        yield Text([m.group() for m in pieces], spaces, found)


def _spans(tags: list[str]) -> list[Mention]:
    found: list[Mention] = []
    for at, tag in enumerate(tags):
        mark, _, label = tag.partition("-")
        if mark == "I" and found and found[-1][1:] == (at, label):
            found[-1] = (found[-1][0], at + 1, label)
        elif mark in ("B", "I"):
            found.append((at, at + 1, label))
    return found


def _spaces_of(raw: str, tokens: list[str]) -> list[bool]:
    spaces, at = [], 0
    for token in tokens:
        at = raw.find(token, at) + len(token)
        spaces.append(raw[at : at + 1].isspace())
    return spaces


def guess_spaces(tokens: list[str]) -> list[bool]:
    """Undo tokenization: no space before closing marks and clitics, after opening ones, around joining hyphens."""
    spaces, quoted = [], False
    for word, after in zip(tokens, [*tokens[1:], "."], strict=True):
        opens = word in "([{$£€“‘#" or (word == '"' and not quoted)
        quoted ^= word == '"'
        closes = after in ".,;:!?)]}%”’" or after.lower() in (
            "'s",
            "n't",
            "'re",
            "'ve",
            "'ll",
            "'d",
            "'m",
            "'",
        )
        closes |= after == '"' and quoted
        spaces.append(not (opens or closes or "-" in (word, after) or "–" in (word, after)))
    return spaces
