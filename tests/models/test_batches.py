"""What training shows the network is what use shows it."""

import random

import numpy as np
import pytest

torch = pytest.importorskip(
    "torch", reason="PyTorch trains the model and is not needed to use it (pip install .[train])"
)

from batches import Batcher  # noqa: E402
from samples import Sample  # noqa: E402
from spacy.tokens import Doc  # noqa: E402
from spacy.vocab import Vocab  # noqa: E402

from pipeline.stages.model.pieces import Pieces  # noqa: E402
from pipeline.stages.model.reading import framed  # noqa: E402
from pipeline.stages.model.seen import seen  # noqa: E402
from pipeline.stages.model.shapes import shapes  # noqa: E402
from pipeline.stages.model.windows import windows  # noqa: E402

PIECES = Pieces(
    ["[UNK]", "[CLS]", "[SEP]", "[MASK]", "$", "2000", "5", "55", "##55", "grew", "it", '"', "in", "to"]
)
COLUMNS = {name: [] for name in ("tags", "morphs", "lemmas", "deps", "names")}
WORDS = ["“", "It", "grew", "”", "in", "1987", "to", "£", "48", "7,300"]


def row(words, masked=0.0):
    return Batcher(PIECES, Vocab(), COLUMNS, masked).row(Sample(words, [True] * len(words)), random.Random(0))


def test_pieces_shapes_and_places_are_those_of_use():
    shown = [seen(word) for word in WORDS]
    split = PIECES(shown)
    (window,) = windows([len(ids) for ids in split], [True] + [False] * 9, [True] + [False] * 9)
    doc = Doc(Vocab(), shown, [True] * len(WORDS))
    used = framed(PIECES, split, shapes(doc), [True] + [False] * 9, window)
    found = row(WORDS)
    for name, expected in zip(("pieces", "shapes", "first", "last"), used, strict=True):
        assert np.array_equal(found[name].numpy(), expected), name


def test_marks_money_and_digits_are_shown_alike():
    other = ['"', "It", "grew", '"', "in", "2021", "to", "$", "12", "9,105"]
    assert torch.equal(row(WORDS)["pieces"], row(other)["pieces"])
    assert torch.equal(row(WORDS)["shapes"], row(other)["shapes"])


def test_a_hidden_word_keeps_its_shape():
    hidden = row(WORDS, masked=1.0)
    assert set(hidden["pieces"].tolist()) == {PIECES.opens, PIECES.closes, PIECES.vocabulary.index("[MASK]")}
    assert torch.equal(hidden["shapes"], row(WORDS)["shapes"])
