"""How a text is cut: numbers in, numbers out."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.model.windows import AROUND, LONGEST, Window, windows

LENGTHS = st.one_of(st.integers(1, 4), st.integers(1, 30), st.integers(150, 170))
BEGINNINGS = st.sampled_from([False] * 9 + [True])
PARAGRAPHS = st.sampled_from([False] * 4 + [True])
TEXTS = st.integers(0, 150).flatmap(
    lambda n: st.tuples(
        *(st.lists(column, min_size=n, max_size=n) for column in (LENGTHS, BEGINNINGS, PARAGRAPHS))
    )
)


def texts(test):
    """Pieces of each word, whether a sentence is known to begin there, and whether that begins a paragraph."""

    def run(text):
        lengths, beginnings, paragraphs = text
        test((lengths, beginnings, [a and b for a, b in zip(beginnings, paragraphs, strict=True)]))

    run.__name__ = test.__name__
    return settings(deadline=None)(given(text=TEXTS)(run))


@texts
def test_every_word_is_taken_once_and_in_order(text):
    lengths, beginnings, breaks = text
    found = windows(lengths, beginnings, breaks)
    assert [at for window in found for at in range(window.first, window.last)] == list(range(len(lengths)))
    assert all(0 <= w.start <= w.first < w.last <= w.end <= len(lengths) for w in found)


@texts
def test_no_window_is_longer_than_it_may_be(text):
    lengths, beginnings, breaks = text
    for window in windows(lengths, beginnings, breaks):
        taken = sum(lengths[window.first : window.last])
        assert taken <= LONGEST or window.last - window.first == 1
        assert sum(lengths[window.start : window.first]) <= AROUND
        assert sum(lengths[window.last : window.end]) <= AROUND


@texts
def test_it_is_cut_at_a_known_beginning_where_there_is_one(text):
    lengths, beginnings, breaks = text
    for window in windows(lengths, beginnings, breaks)[:-1]:
        inside = beginnings[window.first + 1 : window.last]
        assert beginnings[window.last] or not any(inside)


@texts
def test_no_window_could_take_one_sentence_more(text):
    lengths, beginnings, breaks = text
    for window in windows(lengths, beginnings, breaks)[:-1]:
        more = next((at for at in range(window.last + 1, len(lengths)) if beginnings[at]), len(lengths))
        assert breaks[window.last] or sum(lengths[window.first : more]) > LONGEST


@texts
def test_no_window_reaches_over_a_paragraph(text):
    lengths, beginnings, breaks = text
    for window in windows(lengths, beginnings, breaks):
        assert not any(breaks[window.start + 1 : window.end])


@texts
def test_a_paragraph_is_read_alike_whatever_stands_around_it(text):
    lengths, beginnings, breaks = text
    edges = [0, *(at for at, opens in enumerate(breaks) if opens and at), len(lengths)]
    alone = [
        Window(*(start + at for at in window))
        for start, end in pairwise(edges)
        for window in windows(lengths[start:end], beginnings[start:end], breaks[start:end])
    ]
    assert windows(lengths, beginnings, breaks) == alone


@texts
def test_no_context_across_a_known_beginning(text):
    lengths, beginnings, breaks = text
    for window in windows(lengths, beginnings, breaks):
        assert not any(beginnings[window.start + 1 : window.first + 1]) or window.start == window.first
        assert not any(beginnings[window.last : window.end])


@texts
def test_as_much_context_as_there_is_room_for(text):
    lengths, beginnings, breaks = text
    for before, window in pairwise(windows(lengths, beginnings, breaks)):
        if not beginnings[window.first]:
            left = window.start
            assert left == 0 or beginnings[left] or sum(lengths[left - 1 : window.first]) > AROUND
            assert before.end > before.last or lengths[before.last] > AROUND


@pytest.mark.parametrize(
    ("lengths", "beginnings", "expected"),  # of one paragraph
    [
        ([], [], []),
        ([1], [True], [Window(0, 0, 1, 1)]),
        ([500], [False], [Window(0, 0, 1, 1)]),
        ([80, 80, 80], [True] * 3, [Window(0, 0, 2, 2), Window(2, 2, 3, 3)]),
        ([80, 80, 1], [True, True, False], [Window(0, 0, 1, 1), Window(1, 1, 3, 3)]),
        ([60, 60, 30, 30], [True, True, True, False], [Window(0, 0, 2, 2), Window(2, 2, 4, 4)]),
        ([1] * 200, [False] * 200, [Window(0, 0, 160, 184), Window(136, 160, 200, 200)]),
    ],
)
def test_windows_of(lengths, beginnings, expected):
    assert windows(lengths, beginnings, [False] * len(lengths)) == expected
