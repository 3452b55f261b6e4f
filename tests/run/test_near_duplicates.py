"""Op-eds that are like each other."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.run.near_duplicates import LEAST, Near, minhash, similarity

TEXT = " ".join(f"word{n * 7919 % 1009}" for n in range(600))


def share(first, second, run=5):
    runs = [
        {tuple(words[n : n + run]) for n in range(len(words) - run + 1)}
        for words in (first.split(), second.split())
    ]
    return len(runs[0] & runs[1]) / len(runs[0] | runs[1])


def test_what_is_nearly_the_same_is_found_and_names_the_first():
    near = Near()
    assert near.find("a", TEXT) is None
    assert near.find("b", "Quite another matter, of which nobody wrote before; it rained.") is None
    assert near.find("c", TEXT.upper().replace(" ", ", ", 40)) == ("a", 1.0)
    found = near.find("d", TEXT.replace("word7 ", "seven ") + " And so on.")
    assert found.id == "a" and LEAST <= found.similarity < 1


def test_half_the_words_are_not_nearly_the_same():
    near = Near()
    near.find("a", TEXT)
    assert near.find("b", TEXT[: len(TEXT) // 2] + TEXT[len(TEXT) // 2 :].replace("word", "other")) is None


@pytest.mark.parametrize(("replaced", "is_found"), [(60, True), (120, False), (150, False), (180, False)])
def test_seven_tenths_of_the_runs_in_common_are_nearly_the_same(replaced, is_found):
    """60 of 600 words replaced at the end leave .82 of all runs in common; 120, .66; 180, .54."""
    other = " ".join([*TEXT.split()[:-replaced], *(f"else{n}" for n in range(replaced))])
    assert (share(TEXT, other) >= 0.7) == is_found
    near = Near()
    near.find("a", TEXT)
    assert (near.find("b", other) is not None) == is_found


def test_the_estimate_is_near_the_share_of_runs_in_common():
    words = TEXT.split()
    for cut in (30, 100, 200, 400):
        other = " ".join([*words[:-cut], *(f"else{n}" for n in range(cut))])
        estimate = similarity(minhash(TEXT), minhash(other).tobytes())
        assert abs(estimate - share(TEXT, other)) < 0.2


@given(st.text(max_size=80))
def test_any_text_has_its_hashes_and_is_like_itself(text):
    assert similarity(minhash(text), minhash(text).tobytes()) == 1.0
    assert minhash(text).dtype == np.uint32


def test_a_thousand_copies_do_not_fill_the_bands():
    near = Near()
    assert near.find("0", TEXT) is None
    assert {near.find(str(n), TEXT) for n in range(1, 300)} == {("0", 1.0)}
