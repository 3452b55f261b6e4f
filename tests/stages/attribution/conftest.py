"""Docs from one-line Universal Dependencies parses, so that the rules are tested without a trained model.

A token is `word/lemma^UPOS~TAG@ENTITY:relation>head`, of which only `:relation` is always there: the lemma
defaults to the lower-cased word, the part of speech to the usual one of the relation, the head (1-based, within its
sentence) is missing on the root. Sentences stand on lines of their own; an empty line begins a paragraph.
Curly quotation marks become the rows the tokenize stage would leave: up to three words without a full stop
are scare quotes.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest
import spacy
from spacy.tokens import Doc

from pipeline import marks

TOKEN = re.compile(
    r"(?P<word>.[^/^~@:]*|:)(?:/(?P<lemma>[^/^~@:]+))?(?:\^(?P<pos>[A-Z]+))?(?:~(?P<tag>[A-Z$]+))?"
    r"(?:@(?P<ent>[A-Z_]+))?:(?P<dep>[a-z]+(?::[a-z]+)?)(?:>(?P<head>\d+))?$"
)
USUAL = {
    "nsubj": "NOUN", "nsubj:pass": "NOUN", "obj": "NOUN", "iobj": "NOUN", "obl": "NOUN", "obl:agent": "NOUN",
    "nmod": "NOUN", "nmod:poss": "NOUN", "appos": "NOUN", "compound": "NOUN", "root": "VERB", "ccomp": "VERB",
    "xcomp": "VERB", "advcl": "VERB", "acl": "VERB", "acl:relcl": "VERB", "parataxis": "VERB", "conj": "VERB",
    "csubj": "VERB", "csubj:pass": "VERB", "det": "DET", "case": "ADP", "mark": "SCONJ", "aux": "AUX",
    "aux:pass": "AUX", "cop": "AUX", "amod": "ADJ", "advmod": "ADV", "cc": "CCONJ", "punct": "PUNCT",
    "nummod": "NUM", "flat": "PROPN", "expl": "PRON", "discourse": "INTJ", "compound:prt": "ADP", "fixed": "ADP",
}  # fmt: skip
PRONOUNS = frozenset(
    {"i", "we", "you", "he", "she", "it", "they", "me", "us", "him", "them", "who", "which", "that", "one"}
    | {"my", "our", "your", "his", "her", "their", "its"}
)
GLUED = set(",.;:!?”’")
NLP = spacy.blank("en")


class Token(NamedTuple):
    word: str
    lemma: str
    pos: str
    tag: str
    ent: str
    dep: str
    head: int | None


def token(text: str) -> Token:
    found = TOKEN.match(text)
    assert found is not None, f"not a token: {text!r}"
    word, dep = found["word"], found["dep"]
    pos = found["pos"] or USUAL[dep]
    if not found["pos"] and word.lower() in PRONOUNS and dep not in {"mark", "det"}:
        pos = "PRON"
    if not found["pos"] and found["ent"]:
        pos = "PROPN"
    head = int(found["head"]) - 1 if found["head"] else None
    lemma = found["lemma"] or (word if pos == "PROPN" else word.lower())
    return Token(word, lemma, pos, found["tag"] or "", found["ent"] or "", dep, head)


def build(parse: str) -> Doc:
    """The Doc of a parse, with the rows of `tokenize` and `entities` it needs."""
    columns: list[tuple[Token, int, bool]] = []
    breaks: set[int] = set()
    for line in parse.strip("\n").split("\n"):
        if not line.strip():
            breaks.add(len(columns))
            continue
        base = len(columns)
        for at, item in enumerate(map(token, line.split())):
            columns.append((item, base + (at if item.head is None else item.head), at == 0))
    return _filled(columns, breaks)


def _filled(columns: list[tuple[Token, int, bool]], breaks: set[int]) -> Doc:
    tokens = [item for item, _, _ in columns]
    follow = [t.word for t in tokens[1:]] + [""]
    spaces = [
        f[:1] not in GLUED and t.word != "“" and f not in {"'s", "’s", "n't"}
        for t, f in zip(tokens, follow, strict=True)
    ]
    words, heads = [t.word for t in tokens], [head for _, head, _ in columns]
    doc = Doc(
        NLP.vocab,
        words=words,
        spaces=[s and i + 1 < len(words) for i, s in enumerate(spaces)],
        pos=[t.pos for t in tokens],
        tags=[t.tag or _number(t) for t in tokens],
        lemmas=[t.lemma for t in tokens],
        heads=heads,
        deps=["ROOT" if t.dep == "root" else t.dep for t in tokens],
        sent_starts=[start for _, _, start in columns],
    )  # fmt: skip
    marks.put(doc, "tokenize", _quotes(doc))
    marks.put(doc, "entities", _entities(doc, tokens))
    return doc


def _number(item: Token) -> str:
    return "NNS" if item.pos == "NOUN" and item.word.lower() != item.lemma and item.word.endswith("s") else ""


def _quotes(doc: Doc) -> list[marks.Row]:
    rows = []
    for found in re.finditer("“([^”]+)”", doc.text):
        scare = len(found[1].split()) <= 3 and found[1][-1] not in ".,!?"
        inner = marks.cut(doc, *found.span(1))
        rows.append({"kind": "quote", "span": marks.cut(doc, *found.span()), "inner": inner, "scare": scare})
    return rows


def _entities(doc: Doc, tokens: list[Token]) -> list[marks.Row]:
    rows: list[marks.Row] = []
    for at, item in enumerate(tokens):
        if not item.ent:
            continue
        start, end = doc[at].idx, doc[at].idx + len(doc[at])
        if at and tokens[at - 1].ent == item.ent and item.dep in {"flat", "compound"}:
            rows[-1]["span"] = marks.cut(doc, rows[-1]["span"]["start"], end)
            rows[-1]["name"] = rows[-1]["span"]["text"]
        else:
            span = marks.cut(doc, start, end)
            row = {
                "id": f"e{len(rows) + 1}",
                "span": span,
                "label": item.ent,
                "name": span["text"],
                "same_as": None,
            }
            rows.append(row)
    return rows


@pytest.fixture
def parsed() -> Callable[[str], Doc]:
    return build
