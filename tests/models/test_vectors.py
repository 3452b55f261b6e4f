"""The words that get a vector, and the reduction."""

import numpy as np
import vectors


def test_the_models_own_words_come_first_then_the_frequent_others(tmp_path):
    (tmp_path / "a.txt").write_text("Zorb zorb the barge barge barge once 7")
    found = vectors.vocabulary(["[CLS]", "the", "##ing", "a", "river"], [tmp_path])
    assert found == ["the", "river", "barge", "zorb"]


def test_the_reduction_keeps_what_varies_and_is_the_same_twice(monkeypatch):
    monkeypatch.setattr(vectors, "WIDTH", 2)
    rows = np.array([[4.0, 0, 1], [-4, 0, 1], [0, 1, 1], [0, -1, 1]])
    once = vectors.reduced(rows)
    assert once.shape == (4, 2) and once.dtype == np.float32
    assert abs(once[0, 0]) > abs(once[2, 1]) > 0
    assert np.array_equal(once, vectors.reduced(rows))


def test_words_are_cut_into_pieces_without_their_accents():
    from encoder import Encoder

    encoder = Encoder.__new__(Encoder)
    encoder.pieces = {"[UNK]": 0, "re": 1, "##sume": 2}
    assert encoder._split("résumé") == [1, 2]
    assert encoder._split("xyz") == [0]
