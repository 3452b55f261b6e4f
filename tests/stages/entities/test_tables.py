"""Every row of the tables of names stands in its own example, and comes out of it as the row says."""

import pytest

from pipeline.lexicon import table
from pipeline.stages.entities.name import LABELS, TABLES, decide, find, head_label, is_name, trim

NAMES = [(name, row) for name in TABLES for row in table(name)]


@pytest.mark.parametrize(("name", "row"), NAMES, ids=[f"{name}:{row['name']}" for name, row in NAMES])
def test_a_name_is_found_in_its_example(name, row):
    found = {row["example"][f.start : f.end]: f.known for f in find(row["example"])}
    assert row["name"] in found
    assert found[row["name"]].label == row["label"]
    assert found[row["name"]].rule == name


@pytest.mark.parametrize("row", table("name_heads"), ids=lambda row: row["head"])
def test_a_head_decides_its_example(row):
    words = row["example"].rstrip(".").split()
    at = words.index(row["head"])
    names = [" ".join(words[start:end]) for start in range(at + 1) for end in range(at + 1, len(words) + 1)]
    titled = [
        name for name in names if len(name.split()) > 1 and all(word[0].isupper() for word in name.split())
    ]
    assert row["label"] in LABELS
    assert any(head_label(name) == row["label"] for name in titled)


@pytest.mark.parametrize("row", table("titles"), ids=lambda row: row["title"])
def test_a_title_is_no_part_of_its_person(row):
    text = row["example"].removesuffix(" signed it.")
    start, end = trim(text, "PERSON")
    assert text[start:end] == "Amara Okafor"


def test_no_name_stands_in_two_tables_with_two_labels():
    labels: dict[str, set[str]] = {}
    for _name, row in NAMES:
        labels.setdefault(row["name"], set()).add(row["label"])
    assert [name for name, found in labels.items() if len(found) > 1] == []


def test_every_label_of_the_tables_is_a_named_one():
    assert {row["label"] for _, row in NAMES} <= set(LABELS)


def test_a_table_beats_a_guess_but_not_a_person_under_a_citys_name():
    assert decide("Ghana", "ORG").label == "GPE"
    assert decide("Sofia", "PERSON").label == "PERSON"
    assert decide("Ghana", "PERSON").label == "GPE"


@pytest.mark.parametrize("row", table("not_names"), ids=lambda row: row["word"])
def test_a_word_that_is_no_name_stands_in_its_example_and_is_not_found(row):
    assert row["word"] in row["example"]
    assert not is_name(row["word"], "ORG")
    assert not list(find(row["example"]))
