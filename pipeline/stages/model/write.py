"""What was read → the Doc: tags, features, lemmas, trees, sentences, names, votes, certainty."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, SENT_START, TAG
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from pipeline.marks import ARCS, VOTES
from pipeline.stages.model.lemmas import Lemmas
from pipeline.stages.model.names import spans
from pipeline.stages.model.network import Scores
from pipeline.stages.model.reading import NO, YES

ATTRIBUTES = [TAG, POS, MORPH, LEMMA, HEAD, DEP]
SPACE_TAG, SPACE_POS, SPACE_DEP, ROOT = "_SP", "SPACE", "dep", "ROOT"
DIGITS = 3
"""Decimals of a vote or a certainty that are kept: the last bits may differ between processors."""
SILENT = [-30.0, 0.0]
"""The vote of white space: next to no weight."""


class Writer:
    """Writes numbers of labels as spaCy's own, for one vocabulary. `root`: the number of the label of roots."""

    def __init__(self, vocab: Vocab, labels: dict[str, list[str]], lemmas: Lemmas):
        add, morphology = vocab.strings.add, vocab.morphology
        self.strings, self.rules, self.names, self.lemmas = add, labels["lemmas"], labels["names"], lemmas
        self.root = labels["deps"].index(ROOT) if ROOT in labels["deps"] else None
        self.tags = _numbers(map(add, labels["tags"]))
        parts = (label.partition("|") for label in labels["morphs"])
        self.morphs = _numbers([IDS[pos], morphology.add(features)] for pos, _, features in parts)
        self.deps = _numbers(map(add, labels["deps"]))
        self.root_dep = np.uint64(add(ROOT))
        self.space = _numbers([add(SPACE_TAG), IDS[SPACE_POS], morphology.add(""), 0, 0, add(SPACE_DEP)])

    def words(self, doc: Doc, places: Any, scores: Scores, heads: Any, deps: Any) -> None:
        """Tags, features, lemmas and trees. places: which tokens are words; heads, deps: as `reading.trees` gives
        them. White space hangs on the word before it."""
        every = np.arange(len(doc))
        before = places[np.maximum(np.searchsorted(places, every, side="right") - 1, 0)]
        rows: Any = np.tile(self.space, (len(doc), 1))
        rows[:, 3] = [token.orth for token in doc]
        rows[:, 4] = (before - every).astype("uint64")
        rows[places, 0] = self.tags[scores.tags]
        rows[places, 1:3] = self.morphs[scores.morphs]
        rows[places, 3] = [self.strings(text) for text in self._lemmas(doc, places, scores)]
        rows[places, 4] = (places[heads] - places).astype("uint64")
        rows[places, 5] = np.where(heads == np.arange(len(heads)), self.root_dep, self.deps[deps])
        doc.from_array(ATTRIBUTES, rows)

    def _lemmas(self, doc: Doc, places: Any, scores: Scores) -> Iterable[str]:
        for at, ranked in zip(places.tolist(), scores.lemmas.tolist(), strict=True):
            yield self.lemmas(doc[at].text, (self.rules[rule] for rule in ranked))

    def entities(self, doc: Doc, places: Any, scores: Scores, cuts: Sequence[tuple[int, int]]) -> None:
        """Names; none goes on over the end of its sentence."""
        found = [
            Span(doc, int(places[start + first]), int(places[start + end - 1]) + 1, label=label)
            for start, stop in cuts
            for first, end, label in spans(scores.names[start:stop], self.names)
        ]
        doc.set_ents(found, default="outside")


def starts(doc: Doc, places: Any, cuts: Sequence[tuple[int, int]]) -> None:
    """Sentences, once more after the trees: spaCy looks for them in the arcs anew, and loses its way where many cross.
    So it does when a Doc comes back from bytes: there crossing arcs may move a boundary (`Doc.from_bytes`)."""
    begins: Any = np.full((len(doc), 1), NO, dtype="int64")
    begins[[0, *(places[start] for start, _ in cuts[1:])]] = YES
    doc.from_array([SENT_START], begins.astype("uint64"))


def votes(doc: Doc, places: Any, scores: Scores) -> None:
    """One pair a token: `pipeline/marks.py` says what they mean."""
    found = [SILENT] * len(doc)
    for at, pair in zip(places.tolist(), scores.worth.tolist(), strict=True):
        found[at] = [round(value, DIGITS) for value in pair]
    doc._.set(VOTES, found)


def arcs(doc: Doc, places: Any, sure: Any) -> None:
    """One log-probability a token: how sure its head is. White space hangs where it hangs."""
    found = [0.0] * len(doc)
    for at, value in zip(places.tolist(), sure.tolist(), strict=True):
        found[at] = round(value, DIGITS)
    doc._.set(ARCS, found)


def _numbers(values: Iterable[Any]) -> Any:
    return np.array(list(values), dtype="uint64")
