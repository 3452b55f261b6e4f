"""A text that is too long for one op-ed: parts that are cut at empty lines, and make the text again."""

import tracemalloc
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read import MAX_CHARS, read
from pipeline.read.parted import cut
from pipeline.record import Article, Failure

PIECES = st.sampled_from(["It rained.", "a", "\n", "\n\n", "\r\n\r\n", "\n \t\n", " ", "\u2028", "🙂"])
PARAGRAPH = (
    "The minister promised $20 million for the clinics of the north, and nobody has seen a cent of it. " * 8
)


@given(pieces=st.lists(PIECES, max_size=60), most=st.integers(1, 40))
def test_parts_are_the_text_and_none_is_longer_than_it_must_be(pieces, most):
    text = "".join(pieces)
    parts = cut(text, most)
    assert "".join(parts) == text
    assert len(parts) == 1 or all(parts)
    for part in parts:
        assert len(part) <= most or len(cut(part.strip(), 1)) == 1
    for one, other in pairwise(parts):
        assert len(one) + len(cut(other, 1)[0]) > most  # as long as can be


def test_a_part_ends_behind_the_empty_line():
    assert cut("One.\n\nTwo.\r\n \r\nThree.\n\n\n  Four.", 14) == [
        "One.\n\n",
        "Two.\r\n \r\n",
        "Three.\n\n\n  ",
        "Four.",
    ]
    assert cut("One.\n\nTwo.\n\nThree.", 12) == ["One.\n\nTwo.\n\n", "Three."]
    assert cut("One.\n\nTwo.", 10) == ["One.\n\nTwo."]
    assert cut("One.\nTwo.", 4) == ["One.\nTwo."]


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("megabytes", [1, 5])
def test_a_file_of_megabytes_is_read_in_parts_whose_offsets_are_right(here, megabytes):
    text = "\n\n".join(f"{number}. {PARAGRAPH}" for number in range(megabytes * 1_000_000 // len(PARAGRAPH)))
    (here / "big.md").write_text(f"---\nid: big\ntitle: Big\n---\n{text}")
    tracemalloc.start()
    start, numbers, most = 0, [], 0
    for number, item in enumerate(read(["big.md"]), start=1):
        assert (item.id, item.title, item.where) == (f"big-{number}", "Big", f"big.md part {number}")
        assert item.text == text[start : start + len(item.text)]
        assert (
            item.notes[0].startswith(f"is part {number} of ")
            and f"from character {start:,} on" in item.notes[0]
        )
        most = max(most, len(item.text))
        start += len(item.text)
        numbers.append(number)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert start == len(text) and MAX_CHARS - len(PARAGRAPH) - 20 < most <= MAX_CHARS
    assert len(numbers) == -(-len(text) // MAX_CHARS)
    assert peak < 8 * len(text)


def test_one_long_paragraph_is_refused_and_the_others_are_read(here):
    (here / "big.txt").write_text(f"It rained.\n\n{'x' * MAX_CHARS}y\n\nIt poured.")
    first, second, third = read(["big.txt"])
    assert isinstance(first, Article) and first.text == "It rained.\n\n" and first.id is None
    assert isinstance(second, Failure) and second.where == "big.txt part 2"
    assert second.reason == "has 200,003 characters on 2 lines; an op-ed has at most 200,000: split it"
    assert isinstance(third, Article) and third.text == "It poured."


def test_no_more_than_fits_is_not_cut(here):
    (here / "a.txt").write_text("It rained.\n\n" + "x" * (MAX_CHARS - 12))
    (item,) = read(["a.txt"])
    assert item.where == "a.txt" and item.notes == ()
