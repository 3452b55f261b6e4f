"""When what the parse took for the content is a whole quotation."""

import pytest
import spacy

from pipeline import marks
from pipeline.plain import plain
from pipeline.stages.attribution.quotes import Quotes, edges
from pipeline.stages.attribution.saying import Saying

WORDS = ["“", "Towns", "lack", "roads", "and", "they", "lack", "mills", ",", "”", "she", "said", "."]
INNER = "Towns lack roads and they lack mills ,"


@pytest.fixture
def doc():
    """Words with spaces between them, and the quotation as tokenize leaves it. (spaCy's Doc lives as long as the test.)"""
    doc = spacy.tokens.Doc(spacy.blank("en").vocab, words=WORDS)
    end = doc[9].idx + 1
    inner = {"start": doc[1].idx, "end": end - 2, "text": INNER}
    assert doc.text[inner["start"] : inner["end"]] == INNER
    row = {
        "kind": "quote",
        "scare": False,
        "span": {"start": 0, "end": end, "text": doc.text[:end]},
        "inner": inner,
    }
    marks.declare("tokenize")
    yield plain(marks.put(doc, "tokenize", [row]))


def saying(doc, first, last, cue=11, speaker=10):
    content = tuple(doc[i] for i in range(first, last + 1))
    return Saying(content, (doc[cue],), doc[speaker], "say", "asserted", False, "verb")


@pytest.mark.parametrize(
    ("first", "last", "whole"),
    [
        (1, 3, True),  # "Towns lack roads": the parse found the beginning
        (2, 7, True),  # "lack roads and they lack mills": 30 of 38 characters
        (3, 7, True),  # "roads and they lack mills": 25 of 38
        (4, 7, False),  # "and they lack mills": 19 of 38
        (6, 7, False),  # "lack mills"
    ],
)
def test_what_begins_a_quotation_or_fills_six_tenths_of_it_is_the_quotation(doc, first, last, whole):
    given = saying(doc, first, last)
    (found,) = edges(Quotes(doc), [given])
    assert (found.edges != given.edges) == whole
    assert doc.text[slice(*found.edges)] == (
        "Towns lack roads and they lack mills" if whole else " ".join(WORDS[first : last + 1])
    )


def test_a_speaker_inside_a_quotation_says_nothing_outside_it(doc):
    assert edges(Quotes(doc), [saying(doc, 10, 11, cue=6, speaker=5)]) == []
    assert edges(Quotes(doc), [saying(doc, 1, 3, cue=6, speaker=5)]) != []
