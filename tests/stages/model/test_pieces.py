"""Words → pieces of a small vocabulary, held against a plain longest match."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.model import pieces as module
from pipeline.stages.model.pieces import LONGEST, READ, Pieces, plain

VOCABULARY = [
    "[CLS]",
    "[UNK]",
    "[SEP]",
    *"abel._$€-",
    "##b",
    "##a",
    "##e",
    "##be",
    "##bel",
    "abe",
    "la",
    "##la",
    "東",
]
TEXT = st.text(st.sampled_from("abeélABÉL._$€-x ß東́İ\u200b"), max_size=15)


def spelled(*words):
    return [" ".join(VOCABULARY[at] for at in ids) for ids in Pieces(VOCABULARY)(words)]


def longest_match(word):
    """Pieces of one word without marks: from the left, the longest there is; all of it unknown if one is."""
    found, at = [], 0
    while at < len(word):
        fits = [word[at:end] for end in range(len(word), at, -1)]
        piece = next((part for part in fits if ("##" if at else "") + part in VOCABULARY), None)
        if piece is None:
            return ["[UNK]"]
        found.append(("##" if at else "") + piece)
        at += len(piece)
    return found


def reference(word):
    parts = "".join(
        c if c.isalnum() and c != "東" else " " if c.isspace() else f" {c} " for c in plain(word[:READ])
    ).split()
    return [piece for part in parts for piece in longest_match(part)][:LONGEST] or ["[UNK]"]


@settings(deadline=None, max_examples=300)
@given(st.lists(TEXT, max_size=4))
def test_the_longest_match_from_the_left(words):
    assert spelled(*words) == [" ".join(reference(word)) for word in words]


@settings(deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=150), max_size=5))
def test_every_word_has_pieces_and_not_too_many(words):
    found = Pieces(VOCABULARY)(words)
    assert len(found) == len(words)
    assert all(1 <= len(ids) <= LONGEST and 0 <= min(ids) <= max(ids) < len(VOCABULARY) for ids in found)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("abel", "[UNK]"),
        ("Abé", "abe"),
        ("ÁBÉBEL", "abe ##bel"),
        ("$a_b", "$ a _ b"),
        ("a--a", "a - - a"),
        ("abx-ab", "[UNK] - a ##b"),
        (" \n", "[UNK]"),
        ("la東東", "la 東 東"),
        ("a\xadbe", "abe"),
        ("[SEP]", "[UNK] [UNK] [UNK]"),
    ],
)
def test_pieces_of(word, expected):
    assert spelled(word) == [expected]


def test_of_a_long_word_the_beginning_is_read():
    assert spelled("." * 5000) == [" ".join("." * LONGEST)]
    assert spelled("a" + "b" * 5000) == [" ".join(["a", *["##b"] * (LONGEST - 1)])]
    assert spelled("a" + " " * READ + "b") == ["a"]


def test_what_frames_a_window_is_found_by_name():
    split = Pieces(VOCABULARY)
    assert (split.opens, split.closes, split.unknown) == (0, 2, 1)


def test_a_vocabulary_without_frames_is_refused():
    with pytest.raises(KeyError):
        Pieces(["a", "[UNK]"])


@settings(deadline=None)
@given(st.lists(TEXT, max_size=12))
def test_what_is_remembered_changes_nothing(words):
    fresh = [Pieces(VOCABULARY)([word])[0] for word in words]
    split = Pieces(VOCABULARY)
    assert split(words) == split(words) == fresh


def test_memory_has_an_end(monkeypatch):
    monkeypatch.setattr(module, "REMEMBERED", 3)
    split = Pieces(VOCABULARY)
    words = ["a", "b", "abe", "la", "a", "x", "b"] * 3
    assert split(words) == Pieces(VOCABULARY)(words)
    assert len(split._known) <= 3


@pytest.mark.parametrize(
    ("word", "expected"), [("Ébène", "ebene"), ("İZMİR", "izmir"), ("ﬁ", "ﬁ"), ("ł", "ł")]
)
def test_plain(word, expected):
    assert plain(word) == expected
