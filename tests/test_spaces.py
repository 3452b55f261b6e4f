"""White space, paragraphs, hyphens and quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.spaces import folded, hyphened, paragraphs, unwrapped


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("two\nlines", "two lines"),
        ("two\r\nlines", "two  lines"),
        ("two \n lines", "two   lines"),
        ("no\u00a0break, a\ttab, a\u2009thin one", "no break, a tab, a thin one"),
        ("two\n\nparagraphs", "two\n\nparagraphs"),
        ("two\r\n\r\nparagraphs", "two\r\n\r\nparagraphs"),
        ("two\n \t\nparagraphs", "two\n \t\nparagraphs"),
        ("two  spaces", "two  spaces"),
        ("", ""),
    ],
)
def test_a_line_break_is_a_space_and_an_empty_line_is_none(text, plain):
    assert unwrapped(text) == plain


@given(st.text("ab \n\r\t\u00a0\u2028", max_size=40))
def test_every_other_character_stays_in_its_place(text):
    plain = unwrapped(text)
    assert len(plain) == len(text)
    assert all(a == b or (a.isspace() and b == " ") for a, b in zip(text, plain, strict=True))
    assert unwrapped(plain) == plain


def test_words_are_the_same_whatever_their_marks_case_and_spaces():
    assert folded("The “bridge”,\n  she SAID") == folded('the "bridge", she said') == "the bridge, she said"
    assert folded("don’t") == folded("don't") != folded("do not")


def test_a_hyphen_is_a_hyphen():
    assert hyphened("mid\u2011to\u2010late, 3-inch, 1914–18 — so") == "mid-to-late, 3-inch, 1914–18 — so"


LINE = "The ministry counts by a book that nobody outside the ministry has ever been allowed to read, or to copy."


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("one\ntwo", ["one", "two"]),
        (f"{LINE}\n{LINE}\n  three \n", [LINE, LINE, "three"]),
        ("a line\ncut short\n\nand another", ["a line\ncut short", "and another"]),
        ("a line\r\ncut short\r\n\r\nand another", ["a line\r\ncut short", "and another"]),
        ("a\n \t\nb\nc", ["a", "b\nc"]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_paragraphs(text, pieces):
    assert [text[start:end] for start, end in paragraphs(text)] == pieces


@given(st.text("ab. \n\r\t\u2028", max_size=60))
def test_paragraphs_hold_all_but_white_space(text):
    found = paragraphs(text)
    assert found == sorted(found)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in found)
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())
