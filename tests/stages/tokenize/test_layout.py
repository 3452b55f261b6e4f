"""What stands around an op-ed's body, told from plain strings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.lexicon import table
from pipeline.stages.tokenize import layout

BODY = "Rents rose again last year. Nobody in the city was surprised by it.\n\n"
END = "It is time to build.\n\n"


def regions(text, **given):
    page = layout.read(text, **given)
    return [(region.kind, text[region.start : region.end]) for region in page.regions]


def fields(text, **given):
    return {field.field: text[field.start : field.end] for field in layout.read(text, **given).fields}


@pytest.mark.parametrize(
    ("first", "place", "day"),
    [
        ("(Phnom Penh): The river rose.", "Phnom Penh", None),
        ("(Nairobi): The river rose.", "Nairobi", None),
        ("(Lagos, 3 May 2024): The river rose.", "Lagos", "3 May 2024"),
        ("BELÉM — The river rose.", "BELÉM", None),
        ("NEW DELHI, March 3, 2024 — The river rose.", "NEW DELHI", "March 3, 2024"),
    ],
)
def test_dateline(first, place, day):
    text = f"{first}\n\n{BODY}"
    assert fields(text).get("place") == place
    assert fields(text).get("published") == day
    assert [kind for kind, _ in regions(text)] == ["dateline"]


@pytest.mark.parametrize(
    "first",
    ["The river rose (in May): nobody came.", "A man — old and poor — came.", "(It rained.) We left."],
)
def test_no_dateline(first):
    assert regions(f"{first}\n\n{BODY}") == []


@pytest.mark.parametrize("row", table("professions"), ids=lambda row: row["word"])
def test_every_profession_signs_off(row):
    assert regions(BODY + END + row["example"]) == [("byline", row["example"])]


@pytest.mark.parametrize(
    ("last", "name"),
    [
        ("Meera Jadhav writes on rural credit and lives in Pune.", "Meera Jadhav"),
        ("*Ana Lima is a professor of law.*", "Ana Lima"),
        ("Saoirse Brannigan-Holt", "Saoirse Brannigan-Holt"),
    ],
)
def test_sign_off_names_the_author(last, name):
    assert fields(BODY + END + last)["byline"] == name


@pytest.mark.parametrize(
    "last",
    [
        "The country is a member of the pact.",
        "Nobody is a professor of hope.",
        "South Sudan is in debt again, as it was.",
    ],
)
def test_an_argument_at_the_end_is_no_sign_off(last):
    assert regions(BODY + END + last) == []


def test_the_known_author_signs():
    text = BODY + END + "Jo Marsh grew up in Leeds and has four dogs."
    assert regions(text) == []
    assert regions(text, byline="Jo Marsh") == [("byline", "Jo Marsh grew up in Leeds and has four dogs.")]


@pytest.mark.parametrize(
    ("last", "outlet"), [("=FRESH NEWS", "FRESH NEWS"), ("— The Lake Post", "The Lake Post")]
)
def test_outlet_line(last, outlet):
    assert fields(BODY + END + last)["outlet"] == outlet


@pytest.mark.parametrize(
    "last",
    [
        "The views expressed here are her own.",
        "This article was first published by Lake Post.",
        "© 2024 Lake Post",
    ],
)
def test_notices_are_boilerplate(last):
    assert regions(BODY + END + last) == [("boilerplate", last)]


def test_headline_and_byline():
    text = f"# The price of rain\n\nBy Rosa Diaz\n\n{BODY}"
    assert regions(text) == [("headline", "# The price of rain"), ("byline", "By Rosa Diaz")]
    assert fields(text) == {"title": "The price of rain", "byline": "Rosa Diaz"}


def test_hard_wrapped_lines_are_one_paragraph():
    text = "The river rose and the\nwells ran dry, so the\npeople left.\n\nThen it rained."
    assert len(layout.read(text).paragraphs) == 2


def test_long_lines_are_paragraphs():
    line = "The river rose and the wells ran dry, and so the people left the valley for the city, which had no work. "
    assert len(layout.read(f"{line}\n{line}\r\n{line}").paragraphs) == 3


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet=st.sampled_from("Ab. \n\r\t(),:—=#*”“'’\u2028é😀"), max_size=200))
def test_offsets_hold(text):
    page = layout.read(text)
    assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in page.paragraphs)
    assert all(0 <= region.start < region.end <= len(text) for region in page.regions)
    assert all(0 <= field.start < field.end <= len(text) for field in page.fields)
