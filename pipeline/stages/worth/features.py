"""A claim row and its words → the features of check-worthiness. No spaCy: a word is anything with text, lemma, tags.

What the row decides (amounts, dates, entities, kind, modality, attribution) is taken from the row, so that the
score follows the record; the rest is read from the words of the claim.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from pipeline import lexicon


class Word(NamedTuple):
    """One token: lower-cased text and lemma, Universal POS, Penn tag ("" if unknown), morphological features."""

    text: str
    lemma: str
    pos: str
    tag: str
    morph: str


HEDGED = frozenset({"probable", "possible", "conditional", "counterfactual"})
URGED = frozenset({"obligatory", "recommended"})
AHEAD = frozenset({"predicted", "intended"})
SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
SECOND = frozenset({"you", "your", "yours"})
SHORT, LONG = 8, 25
"""Words: claims of fewer than SHORT rarely carry enough to check, those over LONG carry several things."""


@cache
def checkable() -> Mapping[str, str]:
    """Lemma → the feature it raises: `statistic` nouns, `change` `record` `causal` verbs, `opinion` words …"""
    return {row["lemma"]: row["feature"] for row in lexicon.table("checkable")}


@cache
def _raisable() -> tuple[str, ...]:
    return tuple(sorted(set(checkable().values())))


def features(row: Mapping[str, Any], words: Iterable[Word]) -> dict[str, float]:
    """Feature name → 1.0, only those that hold, in a fixed order."""
    said = [word for word in words if word.pos not in {"PUNCT", "SPACE"}]
    return {name: 1.0 for name, holds in (*_of_row(row), *_of_words(said)) if holds}


def _of_row(row: Mapping[str, Any]) -> Iterable[tuple[str, bool]]:
    modality = row["modality"]["value"]
    facets = row.get("facets") or ()
    yield "amount", bool(row["amounts"])
    yield "date", bool(row["dates"])
    yield "entity", bool(row["entities"])
    yield "many entities", len(row["entities"]) > 2
    yield "amount and date", bool(row["amounts"]) and bool(row["dates"])
    yield "prediction", row["kind"] == "prediction" or modality in AHEAD
    yield "recommendation", row["kind"] == "recommendation" or modality in URGED
    yield "evaluation", row["kind"] == "evaluation"
    yield "hedged", modality in HEDGED
    yield "question", modality == "question"
    yield "negated", row["polarity"]["value"] == "negated"
    yield "past", row["predicate"]["tense"] == "past"
    yield "attributed", row["attribution"]["source_type"] != "author"
    yield "comparison", "comparison" in facets
    yield "causal facet", "causal" in facets


def _of_words(words: list[Word]) -> Iterable[tuple[str, bool]]:
    texts = {word.text for word in words}
    known = checkable()
    raised = {known[word.lemma] for word in words if word.lemma in known}
    yield "digit", any(map(str.isdigit, "".join(word.text for word in words)))
    yield "number word", any(word.pos == "NUM" and word.text.isalpha() for word in words)
    yield "superlative", any(word.tag in {"JJS", "RBS"} or "Degree=Sup" in word.morph for word in words)
    yield "comparative", any(word.tag in {"JJR", "RBR"} or "Degree=Cmp" in word.morph for word in words)
    yield "name", any(word.pos == "PROPN" for word in words)
    yield "first person singular", bool(texts & SINGULAR)
    yield "first person plural", bool(texts & PLURAL)
    yield "second person", bool(texts & SECOND)
    yield "short", len(words) < SHORT
    yield "long", len(words) > LONG
    for name in _raisable():
        yield name, name in raised
