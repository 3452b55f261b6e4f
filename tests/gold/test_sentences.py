"""Sentences are numbered by the text alone, as § 1 of the guidelines says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.gold import sentences
from pipeline.lexicon import table


def cut(text):
    return [text[s.start : s.end] for s in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rents rose. Wages fell.", 2),
        ("Rents rose; wages fell: both — by half.", 1),
        ("It fell by 3.2 bn. Nobody saw it.", 2),
        ("We met Dr. Okafor on p. 4 of U.S. aid.", 1),
        ("He moved to the U.S. His brother stayed.", 2),
        ("The U.S. Senate met.", 1),
        ("Daniel R. Whitcombe teaches.", 1),
        ("On Sept. 7 it rained.", 1),
        ("I said no. They heard it.", 2),
        ("It is No. 40 of them.", 1),
        ("“We will not go!” he said.", 1),
        ("“Will they go?” Minister Sarr asked.", 1),
        ("“One. Two. Three,” she said.", 3),
        ("He left. “We will not go.” Then it rained.", 3),
        ("« Ours is finer. » Nobody laughed.", 2),
        ("It fell. « Ours is finer », he said.", 2),
        ("Why … Nobody knows.", 2),
        ("A heading\n\nA text.\nA line.", 3),
        ("(Lima): It rained.", 2),
        ("DAKAR, 13 February — It rained.", 2),
        ("GDP — the sum of it all — fell.", 1),
    ],
)
def test_where_sentences_end(text, expected):
    assert len(cut(text)) == expected, cut(text)


@pytest.mark.parametrize("row", table("short_forms"), ids=lambda row: row["form"])
def test_none_ends_after_a_short_form(row):
    assert cut(row["example"]) == [row["example"]]


def test_numbers_run_through_the_text_and_empty_lines_do_not_count():
    found = sentences("Title\n\n\nOne. Two.\r\n\r\n  Three. \n")
    assert [(s.number, s.paragraph) for s in found] == [(0, 0), (1, 1), (2, 1), (3, 2)]


def test_a_hard_wrapped_text_has_a_paragraph_a_block():
    text = "The rent rose and\nthe wage fell. It\nrained.\n\nNobody came."
    assert [s.paragraph for s in sentences(text)] == [0, 0, 1]


@given(st.text(alphabet="ab AB.?!…”“’«»()—:;5\n", max_size=80))
def test_every_character_is_in_one_sentence_or_is_white_space(text):
    found = sentences(text)
    assert all(s.start < s.end for s in found)
    assert [s.number for s in found] == list(range(len(found)))
    edges = [0, *(edge for s in found for edge in (s.start, s.end)), len(text)]
    assert edges == sorted(edges)
    assert not "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)).strip()
