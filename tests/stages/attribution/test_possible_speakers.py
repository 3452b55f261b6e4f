"""Who can be made to say something at all."""

import pytest
from spacy.tokens import Span

from pipeline.stages.attribution.attribution import Attribution

SHOWS = "Peru^PROPN:nsubj>2 {}:root that:mark>5 tolls/toll:nsubj>5 hurt:ccomp>2 .:punct>2"


@pytest.mark.parametrize(
    ("verb", "label", "sources"),
    [
        ("shows/show", "GPE", []),
        ("proves/prove", "LOC", []),
        ("shows/show", "ORG", ["Peru"]),
        ("says/say", "GPE", ["Peru"]),
        ("found/find", "GPE", ["Peru"]),
    ],
)
def test_a_place_that_shows_something_is_an_example(parsed, verb, label, sources):
    doc = parsed(SHOWS.format(verb))
    doc.ents = [Span(doc, 0, 1, label)]
    assert [row["source"]["text"] for row in Attribution()(doc)._.attribution] == sources
