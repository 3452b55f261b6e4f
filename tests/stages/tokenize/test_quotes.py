"""Quotations in every style newspapers use, and what only looks like one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.tokenize import layout, quotes


def inner(text):
    found = quotes.read(text, layout.read(text).paragraphs)
    return [text[slice(*quote.inner)] for quote in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“We will pay,” she said.", ["We will pay,"]),
        ('"We will pay," she said, "and soon."', ["We will pay,", "and soon."]),
        ("‘The market has moved,’ you wrote.", ["The market has moved,"]),
        ("«Build more», he said.", ["Build more"]),
        ("„Wir zahlen“, he said.", ["Wir zahlen"]),
        ("‘It’s the farmers’ land,’ he said.", ["It’s the farmers’ land,"]),
        ("'We left,' they say.", ["We left,"]),
    ],
)
def test_styles(text, said):
    assert inner(text) == said


@pytest.mark.parametrize(
    "text", ["The farmers’ land isn’t theirs.", "It's the '90s again.", "A 6' man.", "rock 'n' roll"]
)
def test_apostrophes_are_no_quotations(text):
    assert [said for said in inner(text) if len(said.split()) > 1] == []


def test_an_open_quotation_ends_with_its_paragraph():
    assert inner("“We will pay.\n\nNobody believed it.") == ["We will pay."]


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ('A "reform" nobody wanted.', True),
        ('He said, "No."', False),
        ('She says, "no entry" and the like.', False),
        ('The sign: "no entry" and the like.', False),
        ('The sign "no entry" and the like.', True),
        ("“cannot be traced to any work on the ground”", False),
    ],
)
def test_scare_quotes_are_short_and_not_said(text, scare):
    found = quotes.read(text, layout.read(text).paragraphs)
    assert [quote.scare for quote in found] == [scare]


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet=st.sampled_from("ab s.,\n“”‘’\"'«»„"), max_size=120))
def test_quotations_are_apart_and_in_order(text):
    found = quotes.read(text, layout.read(text).paragraphs)
    edges = [edge for quote in found for edge in (quote.start, *quote.inner, quote.end)]
    assert edges == sorted(edges)
    assert all(quote.end <= len(text) for quote in found)
