"""Names by their form, and what only looks like a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon import table
from pipeline.stages.entities.forms import datelines, facilities, is_no_name, numbered, of_laws, provisions
from pipeline.stages.entities.name import Found, Known


def found(text, names):
    return [(text[name.start : name.end], name.known.label) for name in names]


def name_in(text, words, label):
    start = text.index(words)
    return Found(start, start + len(words), Known(label, words, "ner"))


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("LAGOS — The market burned.", "LAGOS"),
        ("KUALA LUMPUR — They met.", "KUALA LUMPUR"),
        ("PARIS, France — We met.", "PARIS"),
        ("NIŠ - The mill shut.", "NIŠ"),
        ("The mill — NIŠ — shut.", None),
        ("WHY WE FIGHT — The case for war.", None),
        ("LAGOS is large.", None),
    ],
)
def test_a_dateline_is_a_town(text, town):
    assert found(text, datelines(text)) == ([(town, "GPE")] if town else [])


def test_a_dateline_has_its_name_in_small_letters():
    (name,) = datelines("NAIROBI — The rains failed.")
    assert name.known.name == "Nairobi"


@pytest.mark.parametrize("row", table("not_datelines"), ids=lambda row: row["word"])
def test_a_rubric_is_no_town(row):
    assert not list(datelines(row["example"]))


@pytest.mark.parametrize("row", table("law_heads"), ids=lambda row: row["head"])
def test_a_provision_is_a_law(row):
    ((words, label),) = found(row["example"], provisions(row["example"]))
    assert words.startswith(f"{row['head']} ") and label == "LAW"


@pytest.mark.parametrize("text", ["Section B is shut.", "The article 5 men read.", "Title page 5 is torn."])
def test_no_number_or_no_capital_is_no_provision(text):
    assert not list(provisions(text))


def test_a_section_and_its_law_are_one():
    text = "Section 13(1) of the Water Act fell, and so did Article 9."
    names = [*provisions(text), name_in(text, "Water Act", "LAW")]
    assert found(text, of_laws(text, sorted(names))) == [
        ("Section 13(1) of the Water Act", "LAW"),
        ("Article 9", "LAW"),
    ]


@pytest.mark.parametrize("row", table("facility_nouns"), ids=lambda row: row["noun"])
def test_a_building_takes_its_noun(row):
    names = facilities(row["example"], [name_in(row["example"], "Kisumu", "GPE")])
    assert found(row["example"], names) == [(f"Kisumu {row['noun']}", "FAC")]


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("They shut the French bridge.", "French", "NORP"),
        ("They shut Kisumu airport for good.", "Kisumu", "GPE"),
        ("They met the Kisumu dam-builders.", "Kisumu", "GPE"),
    ],
)
def test_a_people_or_no_article_makes_no_building(text, words, label):
    name = name_in(text, words, label)
    assert facilities(text, [name]) == [name]


@pytest.mark.parametrize(
    ("text", "words", "none"),
    [
        ("It costs Tk 10 there.", "Tk", True),
        ("It costs Tk 10 there.", "Tk 10", True),
        ("It fell below P15 there.", "P15", True),
        ("It costs 6.9 US cents there.", "US", True),
        ("The US cents that we hold are old.", "US", False),
        ("It was open by Easter there.", "Easter", True),
        ("They met Rand there.", "Rand", False),
        ("The Cabinet Secretary came.", "Cabinet", True),
        ("The Cabinet met.", "Cabinet", False),
    ],
)
def test_what_only_looks_like_a_name(text, words, none):
    assert is_no_name(text, name_in(text, words, "GPE")) is none


@given(st.text(alphabet="AÉ b—-,.1(Section)", max_size=80))
def test_every_name_by_its_form_stands_in_the_text(text):
    for name in (*datelines(text), *provisions(text)):
        assert 0 <= name.start < name.end <= len(text)


@pytest.mark.parametrize("row", table("numbered_places"), ids=lambda row: row["head"])
def test_a_place_with_a_number_is_a_facility(row):
    assert found(row["example"], numbered(row["example"])) == [(f"{row['head']} 4", "FAC")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They sat on the M25.", [("M25", "FAC")]),
        ("They paid the M5 rate.", []),
        ("The gate 4 men left.", []),
    ],
)
def test_a_road_by_letter_and_number(text, names):
    assert found(text, numbered(text)) == names
