"""Finding names of the tables in running text, and trimming guesses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.entities.name import decide, find, head_label, trim


def names(text):
    return [(text[f.start : f.end], f.known.label) for f in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A U.S.-China row", [("U.S.", "GPE"), ("China", "GPE")]),
        ("the Kenya–Uganda line", [("Kenya", "GPE"), ("Uganda", "GPE")]),
        ("Tell us more about us.", []),
        ("It cost US$40m.", []),
        ("A US loan", [("US", "GPE")]),
        ("South Korea's ports", [("South Korea", "GPE")]),
        ("Côte d’Ivoire grows it.", [("Côte d’Ivoire", "GPE")]),
        ("He said polish it.", []),
        ("follow @Japan or www.Japan.example", []),
        ("THIS IS FOR THE WHO TO SAY", []),
        ("The WHO said so.", [("WHO", "ORG")]),
        ("South African farmers in South Africa", [("South African", "NORP"), ("South Africa", "GPE")]),
        ("the United Nations Security Council", [("United Nations Security Council", "ORG")]),
        ("the African Union General Assembly", [("African Union", "ORG"), ("General Assembly", "ORG")]),
        ("Trade across the Gulf of Aden and the Gulf", [("Gulf of Aden", "LOC"), ("Gulf", "LOC")]),
    ],
)
def test_find(text, expected):
    assert names(text) == expected


def test_an_abbreviation_has_its_long_form_as_name():
    assert [f.known.name for f in find("ASEAN met the EU.")] == [
        "Association of Southeast Asian Nations",
        "European Union",
    ]


@pytest.mark.parametrize(
    ("guess", "label", "name"),
    [
        ("the Netherlands'", "GPE", "Netherlands"),
        ("Prime Minister Ama Boateng's", "PERSON", "Ama Boateng"),
        ("Kenyan President Ruth Otieno", "PERSON", "Ruth Otieno"),
        ("“The Harvest”", "WORK_OF_ART", "Harvest"),
        ("Minister", "PERSON", "Minister"),
        ("Oslo,", "GPE", "Oslo"),
        ("Oslo)", "GPE", "Oslo"),
        ("Party of Labour (Congo)", "ORG", "Party of Labour (Congo)"),
    ],
)
def test_trim(guess, label, name):
    start, end = trim(guess, label)
    assert guess[start:end] == name


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Suez Canal", "FAC"),
        ("Bank of Ghana", "ORG"),
        ("Mount Elgon", "LOC"),
        ("War", None),
        ("Ana Silva", None),
    ],
)
def test_head_label(name, label):
    assert head_label(name) == label


def test_a_guess_that_nobody_knows_stays_a_guess():
    assert decide("Ana Silva", "PERSON") == ("PERSON", "Ana Silva", "ner", "")


@settings(deadline=None)
@given(st.text(max_size=60))
def test_find_gives_ordered_spans_inside_the_text(text):
    edges = [edge for f in find(text) for edge in (f.start, f.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)


@settings(deadline=None)
@given(st.text(min_size=1, max_size=40), st.sampled_from(["PERSON", "ORG"]))
def test_trim_keeps_something_inside(text, label):
    start, end = trim(text, label)
    assert 0 <= start < end <= len(text)
