"""How much two stretches of the text have in common, counted by hand."""

from collections.abc import Callable

import pytest

from pipeline.record import Span
from pipeline.score.spans import claim_words, overlap, same, shared, word_f1, words

TEXT = "Ana's dam broke, they say."


def at(start: int, end: int) -> Span:
    return Span.of(TEXT, start, end)


@pytest.mark.parametrize(
    ("a", "b", "both", "f1"),
    [
        ((0, 10), (0, 10), 10, 1.0),
        ((0, 10), (5, 20), 5, 2 * 5 / 25),
        ((6, 9), (4, 14), 3, 2 * 3 / 13),  # one within the other
        ((0, 5), (5, 10), 0, 0.0),  # one ends where the other begins
        ((0, 3), (10, 15), 0, 0.0),
        ((0, 5), (4, 5), 1, 2 * 1 / 6),
    ],
)
def test_shared_code_points(a: tuple[int, int], b: tuple[int, int], both: int, f1: float) -> None:
    for one, other in ((at(*a), at(*b)), (at(*b), at(*a))):
        assert shared(one, other) == both
        assert overlap(one, other) == pytest.approx(f1)
        assert same(one, other) == (a == b)


def test_words_are_where_they_stand_in_the_text() -> None:
    assert words([at(6, 16)]) == {(6, 9), (10, 15)}  # "dam broke,": the comma is no word
    assert words([at(0, 5), at(4, 9)]) == {(0, 3), (4, 5), (6, 9)}  # "Ana's" and "s dam": the s once
    assert words([]) == words([at(15, 17)]) == set()


def test_f1_of_words() -> None:
    dam, broke, they = (at(6, 9), at(10, 15), at(17, 21))
    assert word_f1(words([dam, broke]), words([broke, they])) == 0.5
    assert word_f1(words([dam, broke]), words([dam])) == pytest.approx(2 * 1 / 3)
    assert word_f1(words([dam]), words([dam])) == 1.0
    assert (
        word_f1(words([dam]), words([they]))
        == word_f1(words([]), words([]))
        == word_f1(words([dam]), words([]))
        == 0.0
    )


def test_a_claim_is_its_pieces_or_where_it_has_none_its_span(draft: Callable) -> None:
    (claim,) = draft(TEXT).claim("dam broke", "broke", pieces=("broke",)).done().claims
    assert claim_words(claim) == {(10, 15)}
    assert claim_words(claim.model_copy(update={"fragments": ()})) == {(6, 9), (10, 15)}
