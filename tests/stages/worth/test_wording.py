"""Votes on words → one figure whose parts are known."""

from math import log

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.worth.wording import NAME, SHOWN, Heard, heard, named

VOTES = st.tuples(st.floats(-30, 30), st.floats(-10, 10))
SAID = st.lists(st.tuples(st.sampled_from("abcdef"), VOTES), max_size=12)


def test_the_mean_is_weighed_by_exponentials():
    found = heard(["jobs", "well"], [(log(3), 4.0), (0.0, -4.0)])
    assert round(found.value, 9) == 2.0
    assert [(word, round(part, 9)) for word, part in found.words] == [("jobs", 3.0), ("well", -1.0)]


def test_a_word_said_twice_is_named_once():
    assert heard(["a", "a"], [(0.0, 1.0), (0.0, 3.0)]) == Heard(2.0, (("a", 2.0),))


def test_no_words_say_nothing():
    assert heard([], []) == Heard(0.0, ())


@settings(deadline=None)
@given(SAID)
def test_the_parts_add_up_and_few_are_named(said):
    found = heard([word for word, _ in said], [vote for _, vote in said])
    parts = named(found, {NAME: 0.5})
    assert abs(sum(part for _, part in parts) - 0.5 * found.value) < 1e-9
    assert len(found.words) <= SHOWN
    assert parts[-1][0] == NAME
    votes = [vote for _, (_, vote) in said]
    assert not votes or min(votes) - 1e-9 <= found.value <= max(votes) + 1e-9
