"""Questions of reference from our own gold: the pronouns that are subjects of claims, and the names that gold puts.

Gold tells a name, not a chain: a candidate is right if its noun is that name's, and so are all that mention the same
thing. Of an "it" that gold leaves as it is ("it is clear that …") nothing is right.
"""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language

from pipeline.extraction import prepared
from pipeline.plain import Doc, plain
from pipeline.read import read
from pipeline.record import Article
from pipeline.stages.reference.candidates import Candidate, Text
from pipeline.stages.reference.choice import COLUMNS, ENOUGH, choose
from pipeline.stages.reference.mention import PRONOUNS, words_of
from pipeline.stages.reference.reference import question

EMPTY = frozenset({"the", "a", "an", "of", "in", "s", "his", "her", "its", "their", "to", "and"})
Asking = tuple[str, str, list[dict[str, float]], list[str | None], list[bool]]
"""Document, column, and of "nothing" and each candidate: features, what it mentions, whether it is right."""


def gold_questions(nlp: Language, corpus: Path, part: str) -> Iterator[Asking]:
    """Of the articles of one part of the split. `nlp` ends before the stage `reference`."""
    with (corpus / "split.csv").open(encoding="utf-8", newline="") as file:
        parts = {row["document"]: row["split"] for row in csv.DictReader(file)}
    for article in read([str(corpus / "articles")]):
        if isinstance(article, Article) and article.id and parts.get(article.id) == part:
            line = next(
                iter((corpus / "gold" / f"{article.id}.jsonl").read_text(encoding="utf-8").splitlines())
            )
            parsed = nlp(prepared(article, nlp)[0])
            yield from _of_article(article.id, plain(parsed), _names(json.loads(line)))


def _names(gold: dict[str, Any]) -> dict[int, str]:
    """By the first code point of a pronoun that is a claim's subject: its name, or "" where gold has none."""
    found: dict[int, str] = {}
    for claim in gold["claims"]:
        subject = claim["subject"]
        if subject and subject["span"]["text"].lower() in PRONOUNS:
            name = subject["text"] if subject["origin"] == "coreference" else ""
            found[subject["span"]["start"]] = found.get(subject["span"]["start"]) or name
    return found


def _of_article(document: str, doc: Doc, names: dict[int, str]) -> Iterator[Asking]:
    state = Text.of(doc)
    for token in doc:
        group = PRONOUNS.get(token.lower_) if token.pos_ == "PRON" else None
        if group is None:
            state.pass_by(token)
            continue
        asking, asked = question(state, token, group)
        nothing = asking.features_of_nothing()
        name = names.get(token.idx)
        right = _right([one for one, _ in asked], name or "", doc)
        if name or (name is not None and group == "it"):
            options, same = (
                [nothing, *(its for _, its in asked)],
                [None, *(one.mention.same for one, _ in asked)],
            )
            yield document, COLUMNS[group], options, same, [not any(right), *right]
        meant = next((one for (one, _), good in zip(asked, right, strict=True) if good), None)
        if meant is None and name is None:
            meant = _chosen(asked, nothing, group)
        if meant is not None:
            state.stands_for(token, meant.mention, group)


def _chosen(
    asked: list[tuple[Candidate, dict[str, float]]], nothing: dict[str, float], group: str
) -> Candidate | None:
    """What the weights of today say of a pronoun that gold does not name."""
    choice = choose([(one.mention.same, its) for one, its in asked], nothing, COLUMNS[group])
    sure = choice.same is not None and choice.probability >= ENOUGH[COLUMNS[group]]
    return next((one for one, _ in asked if sure and one.mention.same == choice.same), None)


def _right(candidates: list[Candidate], name: str, doc: Doc) -> list[bool]:
    things = {one.mention.same for one in candidates if _is_named(one, _words(name), doc)}
    return [one.mention.same in things for one in candidates]


def _is_named(one: Candidate, name: list[str], doc: Doc) -> bool:
    said = set(_words(" ".join(doc[i].text for i in words_of(one.mention))))
    head = one.mention.head.lower_
    if one.mention.named:
        return bool(said & set(name))
    return head in (*name[-1:], *name[:2]) and 2 * len(said & set(name)) >= min(2, len(said))


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", text.lower()) if word not in EMPTY]
