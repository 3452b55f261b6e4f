"""A model that has learned nothing: the first letter of a word decides what the network says of it."""

from types import SimpleNamespace

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from pipeline.stages.model import make
from pipeline.stages.model.lemmas import Lemmas
from pipeline.stages.model.network import Scores
from pipeline.stages.model.pieces import Pieces

NLP = spacy.blank("en")
PIECES = Pieces(["[CLS]", "[SEP]", "[UNK]", *"spqx.", *(f"##{letter}" for letter in "tudiesq")])
S, P, Q, X, STOP = range(3, 8)
LABELS = {
    "tags": ["NN", "NNS"],
    "morphs": ["NOUN|Number=Plur", "PUNCT|"],
    "lemmas": ["lower-3+y", "lower-1+", "=be"],
    "deps": ["nsubj", "punct"],
    "names": ["O", "B-GPE", "I-GPE"],
}


class Fixed:
    """`s` begins a sentence, `p` a name, `q` goes on with it, `.` is a mark. Each word hangs on the one before, the
    first of a sentence on the root, unless `arcs` says otherwise."""

    def __init__(self, arcs):
        self.chosen = arcs

    def __call__(self, pieces, shapes, first, last):
        ids, n = pieces[first], len(first)
        stop, none = (ids == STOP).astype(int), np.zeros((n, 1))
        worth = np.stack([ids.astype(float), stop + 0.12345], 1)
        names = np.stack([np.full(n, 1), 2 * (ids == P), 2 * (ids == Q)], 1)
        lemmas = np.tile([0, 1, 2], (n, 1))
        starts = np.where(ids == S, 1.0, -1.0)
        return Scores(1 - stop, stop, lemmas, starts, names, worth, stop, none, none, none)

    def arcs(self, part):
        return self.chosen(len(part.tags))

    def labels(self, part, heads):
        return np.eye(len(LABELS["deps"]))[part.arc_child]


@pytest.fixture(scope="session")
def modelled():
    def run(*words, known=None, arcs=lambda n: np.eye(n, n + 1)):
        trained = SimpleNamespace(network=Fixed(arcs), labels=LABELS, pieces=PIECES, lemmas=Lemmas({}, []))
        return make(NLP, "model").load(trained)(Doc(NLP.vocab, words=words, sent_starts=known))

    return run
