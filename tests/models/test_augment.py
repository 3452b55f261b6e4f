"""The same sample as another newspaper would print it."""

import csv
import random
from pathlib import Path

import augment
import pytest
import spacy
from samples import Sample

TABLE = Path(__file__).parents[2] / "models" / "world_names.csv"


@pytest.fixture(scope="module")
def renaming():
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "opclaims.tokenizer.v1"}}})
    return augment.Renaming(TABLE, nlp.tokenizer)


def rows():
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_table_of_names_is_clean():
    names = [(row["kind"], row["name"]) for row in rows()]
    assert len(names) == len(set(names))
    assert all(name == name.strip() and name for _, name in names)
    assert {kind for kind, _ in names} == {*augment.KINDS.values(), "surname"}


def test_every_region_has_its_share():
    counts: dict[str, int] = {}
    for row in rows():
        counts[row["region"]] = counts.get(row["region"], 0) + 1
    assert len(counts) == 12
    assert max(counts.values()) < 2 * min(counts.values())


def test_a_name_is_swapped_for_one_of_its_kind_the_same_each_time(renaming):
    words = ["Smith", "met", "Ann", "Lee", "in", "Paris", ";", "Smith", "left"]
    sample = Sample(
        words, [True] * 9, names=["B-PERSON", "O", "B-PERSON", "I-PERSON", "O", "B-GPE", "O", "B-PERSON", "O"]
    )
    changed = set()
    for seed in range(30):
        found = renaming(sample, random.Random(seed))
        assert len(found.words) == len(found.spaces) == len(found.names)
        people = ["".join(w + " " * s for w, s in zip(found.words, found.spaces, strict=True))]
        changed.add(people[0])
        met, left = found.words.index("met"), found.words.index("left")
        first, last = found.words[:met], found.words[found.words.index(";") + 1 : left]
        assert first == last
        assert [tag for tag in found.names if tag.startswith("B-")] == [
            "B-PERSON",
            "B-PERSON",
            "B-GPE",
            "B-PERSON",
        ]
    assert len(changed) > 10


def test_what_is_open_stays_open(renaming):
    sample = Sample(["Zorb", "and", "Ama"], [True] * 3, names=["", "O", "B-PERSON"])
    for seed in range(10):
        found = renaming(sample, random.Random(seed))
        assert (found.words[:2], found.names[:2]) == (["Zorb", "and"], ["", "O"])


def test_quotation_marks_and_dashes_are_as_newspapers_print_them():
    given = Sample(["``", "It", "'s", "''", "--"], [True] * 5)
    found = [augment.printed(given, random.Random(seed)).words for seed in range(30)]
    assert {tuple(words[:4]) for words in found} == {('"', "It", "'s", '"')}
    assert {words[4] for words in found} == {"--", "—", "–"}


def test_only_words_change_where_there_is_a_tree():
    sample = Sample(["He", "left"], [True] * 2, heads=[1, -1], names=["B-PERSON", "O"])
    for seed in range(50):
        found = augment.varied(sample, random.Random(seed), None)
        assert (found.heads, len(found.words)) == ([1, -1], 2)
        assert [word.lower() for word in found.words] == ["he", "left"]
