"""Which claim of one version is which of the other: by the characters that both stand on."""

import pytest

from pipeline.desk.comparison import pairs
from pipeline.record import Span

TEXT = "abcdefghijklmnopqrstuvwxyz" * 4


@pytest.fixture
def claims(tools):
    """`claims(a=[(0, 10)])`: claims by id, each with the stretches that it stands on."""
    (like, *_) = tools.ferry().claims

    def made(**stretches):
        return [
            like.model_copy(
                update={
                    "id": id,
                    "span": Span.of(TEXT, pieces[0][0], pieces[-1][1]),
                    "fragments": tuple(Span.of(TEXT, *piece) for piece in pieces),
                }
            )
            for id, pieces in stretches.items()
        ]

    return made


@pytest.mark.parametrize(("end", "same"), [(10, True), (20, True), (21, False)])
def test_half_of_all_characters_in_common_make_two_claims_one(claims, end, same):
    ours, theirs = claims(a=[(0, 10)]), claims(b=[(0, end)])
    assert pairs(ours, theirs) == ({"a": "b"} if same else {})
    assert pairs(theirs, ours) == ({"b": "a"} if same else {})


def test_what_lies_between_two_pieces_is_not_in_common(claims):
    ours, theirs = claims(a=[(0, 10), (40, 50)]), claims(within=[(12, 38)], whole=[(0, 50)])
    assert pairs(ours, theirs) == {}
    assert pairs(ours, claims(pieces=[(0, 10), (40, 48)])) == {"a": "pieces"}


def test_the_closest_are_paired_first_and_each_at_most_once(claims):
    ours = claims(a=[(0, 10)], b=[(0, 12)])
    assert pairs(ours, claims(c=[(0, 12)])) == {"b": "c"}
    assert pairs(ours, claims(c=[(0, 12)], d=[(1, 12)])) == {"b": "c", "a": "d"}


def test_a_long_claim_hides_none_that_begins_within_it(claims):
    ours, theirs = claims(a=[(60, 70)], b=[(80, 90)]), claims(long=[(0, 100)], c=[(60, 70)], d=[(80, 90)])
    assert pairs(ours, theirs) == {"a": "c", "b": "d"}
