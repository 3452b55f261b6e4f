"""Tags of names → spans, held against all sequences that are legal."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from pipeline.stages.model.names import follows, spans

TAGS = ["O", "B-GPE", "I-ORG", "B-ORG", "I-GPE"]
SCORES = st.integers(0, 4).flatmap(lambda n: arrays("float32", (n, len(TAGS)), elements=st.integers(-9, 9)))


def legal(tags):
    """Written anew: what stands inside goes on with a name of its own label."""
    return all(
        not tag.startswith("I-") or before in (f"B-{tag[2:]}", tag) for before, tag in pairwise(["O", *tags])
    )


def tagged(found, words):
    tags = ["O"] * words
    for first, end, label in found:
        tags[first:end] = [f"B-{label}", *[f"I-{label}"] * (end - first - 1)]
    return tags


def scored(scores, tags):
    return sum(row[TAGS.index(tag)] for row, tag in zip(scores, tags, strict=True))


@settings(deadline=None, max_examples=150)
@given(SCORES)
def test_no_legal_sequence_is_better(scores):
    best = max(scored(scores, tags) for tags in product(TAGS, repeat=len(scores)) if legal(tags))
    assert scored(scores, tagged(spans(scores, TAGS), len(scores))) == best


@settings(deadline=None)
@given(arrays("float32", (30, len(TAGS)), elements=st.floats(-9, 9, width=32)))
def test_spans_are_apart_in_order_and_labelled(scores):
    found = spans(scores, TAGS)
    edges = [edge for first, end, _ in found for edge in (first, end)]
    assert edges == sorted(edges) and all(0 <= first < end <= 30 for first, end, _ in found)
    assert {label for *_, label in found} <= {"GPE", "ORG"}
    assert legal(tagged(found, 30))


@pytest.mark.parametrize("tags", [TAGS, TAGS[::-1]])
def test_follows_is_what_is_legal(tags):
    allowed = follows(tuple(tags))
    for at, before in enumerate(tags):
        for behind, tag in enumerate(tags):
            assert allowed[at, behind] == (not tag.startswith("I-") or before in (f"B-{tag[2:]}", tag))


def spans_of(text):
    return spans(np.array([[9.0 * (tag == wanted) for tag in TAGS] for wanted in text.split()]), TAGS)


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("O O", []),
        ("B-GPE I-GPE O", [(0, 2, "GPE")]),
        ("B-GPE B-GPE", [(0, 1, "GPE"), (1, 2, "GPE")]),
        ("O B-ORG I-ORG", [(1, 3, "ORG")]),
        ("B-ORG B-GPE I-GPE", [(0, 1, "ORG"), (1, 3, "GPE")]),
    ],
)
def test_spans_of_plain_tags(tags, expected):
    assert spans_of(tags) == expected
