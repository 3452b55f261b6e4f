"""What is learned comes back as it was saved. The graph is bytes that nobody runs."""

import numpy as np
import pytest

from pipeline.stages.model import trained as module
from pipeline.stages.model.trained import FILES, Trained

LABELS = {
    "tags": ["NN", "``"],
    "morphs": ["NOUN|Number=Sing", "PUNCT|"],
    "lemmas": ["lower-0+", "=é"],
    "deps": [],
    "names": ["O"],
}
LIKENESSES = {"=é": ["é"]}
VOCABULARY = ["[CLS]", "[SEP]", "[UNK]", "é", "\u2028", "\x85", "東", "##s"]
"""Some break lines in Python and none in a file."""


class Unrun:
    def __init__(self, graph, weights):
        self.graph, self.weights = graph, weights


@pytest.fixture
def trained(monkeypatch):
    monkeypatch.setattr(module, "Network", Unrun)
    return Trained(
        Unrun(b"graph\n\x00", {"label": np.arange(6, dtype="float32").reshape(2, 3)}),
        LABELS,
        LIKENESSES,
        VOCABULARY,
    )


def same(one, other):
    assert other.network.graph == one.network.graph
    assert (other.labels, other.likenesses) == (one.labels, one.likenesses)
    assert other.pieces.vocabulary == one.pieces.vocabulary
    assert list(other.network.weights) == list(one.network.weights)
    for name, value in one.network.weights.items():
        assert other.network.weights[name].dtype == value.dtype
        assert (other.network.weights[name] == value).all()


def test_parts_come_back(trained):
    parts = trained.parts()
    assert tuple(parts) == FILES
    same(trained, Trained.of(parts))


def test_files_come_back(trained, tmp_path):
    trained.save(tmp_path / "a" / "model")
    assert sorted(path.name for path in (tmp_path / "a" / "model").iterdir()) == sorted(FILES)
    same(trained, Trained.load(tmp_path / "a" / "model"))


def test_saved_twice_the_bytes_are_the_same(trained):
    assert trained.parts() == Trained.of(trained.parts()).parts()


def test_a_file_that_is_missing_is_named(trained, tmp_path):
    trained.save(tmp_path)
    (tmp_path / "vocab.txt").unlink()
    with pytest.raises(FileNotFoundError, match=r"vocab\.txt"):
        Trained.load(tmp_path)
