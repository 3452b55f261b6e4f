"""The model as it lies in the repository: loads, holds no stage of ours, says its licence and its sources."""

import csv
import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "models" / "en_oped"
SOURCES = FOLDER.parent / "sources.csv"
pytestmark = pytest.mark.skipif(
    not (FOLDER / "meta.json").is_file(), reason="the model is not in this checkout"
)


def test_it_is_small():
    assert max(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file()) < 25_000_000
    assert sum(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file()) < 40_000_000


def test_the_card_in_the_model_is_complete():
    meta = json.loads((FOLDER / "meta.json").read_text(encoding="utf-8"))
    assert meta["license"] == "CC BY-SA 4.0"
    assert meta["sources"] == list(csv.DictReader(SOURCES.read_text(encoding="utf-8").splitlines()))
    assert all(all(source.values()) for source in meta["sources"])
    assert meta["figures"] and meta["limits"]


def test_the_page_names_every_source():
    page = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
    rows = list(csv.DictReader(SOURCES.read_text(encoding="utf-8").splitlines()))
    assert [row["name"] for row in rows if f"| {row['name']} | {row['license']} |" not in page] == []


def test_it_loads_and_reads_a_sentence():
    import spacy

    nlp = spacy.load(FOLDER)
    assert nlp.pipe_names == ["model"]
    doc = nlp("The ministers signed the treaty in Accra.")
    assert [token.dep_ for token in doc if token.text in ("ministers", "signed", "treaty")] == [
        "nsubj",
        "ROOT",
        "obj",
    ]
    assert [token.lemma_ for token in doc][1:3] == ["minister", "sign"]
