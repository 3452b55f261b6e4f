"""A claim row and its words → the features of check-worthiness. No spaCy: a word is anything with text, lemma, tags.

What the row decides (amounts, dates, entities, kind, modality, attribution) is taken from the row, so that the
score follows the record; the rest is read from the words of the claim.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from pipeline import lexicon


@dataclass(frozen=True)
class Word:
    """One token: lower-cased text and lemma, Universal POS, Penn tag ("" if unknown), morphological features."""

    text: str
    lemma: str
    pos: str
    tag: str
    morph: str

    @cached_property
    def raises(self) -> frozenset[str]:
        """The features that it raises by itself."""
        found = {
            "digit": any(map(str.isdigit, self.text)),
            "number word": self.pos == "NUM" and self.text.isalpha(),
            "superlative": self.tag in {"JJS", "RBS"} or "Degree=Sup" in self.morph,
            "comparative": self.tag in {"JJR", "RBR"} or "Degree=Cmp" in self.morph,
            "name": self.pos == "PROPN",
            "first person singular": self.text in SINGULAR,
            "first person plural": self.text in PLURAL,
            "second person": self.text in SECOND,
            checkable().get(self.lemma, ""): True,
        }
        return frozenset(name for name, holds in found.items() if holds)


@lru_cache(maxsize=50_000)
def word_of(text: str, lemma: str, pos: str, tag: str, morph: str) -> Word:
    """The same object for the same word, whose features so are asked for once."""
    return Word(text, lemma, pos, tag, morph)


OF_A_WORD = (
    "digit", "number word", "superlative", "comparative", "name", "first person singular", "first person plural",
    "second person",
)  # fmt: skip
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
    raised = frozenset[str]().union(*(word.raises for word in words))
    for name in OF_A_WORD:
        yield name, name in raised
    yield "short", len(words) < SHORT
    yield "long", len(words) > LONG
    for name in _raisable():
        yield name, name in raised
