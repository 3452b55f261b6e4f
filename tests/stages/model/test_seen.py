"""What the network is shown of a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.model.seen import seen


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["“", "”", '"'], '"'),
        (["don’t", "don't"], "don't"),
        (["£", "€", "₦", "$"], "$"),
        (["1987", "2031", "1604"], "2000"),
        (["3.7bn", "9.1bn", "0.0bn"], "5.5bn"),
        (["1200", "9999"], "5555"),  # no years of which op-eds tell
        (["Nairobi"], "Nairobi"),
    ],
)
def test_words_that_differ_in_nothing_of_grammar_are_shown_alike(words, shown):
    assert {seen(word) for word in words} == {shown}


@given(st.text(max_size=12))
def test_what_is_shown_is_as_long_and_is_shown_again_alike(word):
    assert len(seen(word)) == len(word)
    assert seen(word).isspace() == word.isspace()


@given(st.text("0123456789abc.,", min_size=1, max_size=8))
def test_digits_tell_nothing_but_where_they_stand(word):
    assert {each for each in seen(word) if each.isdigit()} <= set("520")
