"""The model as it lies in the repository: loads, holds no stage of ours, says its licence and its sources."""

import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "models" / "en_oped"
pytestmark = pytest.mark.skipif(
    not (FOLDER / "meta.json").is_file(), reason="the model is not in this checkout"
)


def test_no_file_is_too_large_for_a_git_host():
    assert max(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file()) < 50_000_000


def test_the_card_in_the_model_is_complete():
    meta = json.loads((FOLDER / "meta.json").read_text(encoding="utf-8"))
    assert meta["license"] == "CC BY-SA 4.0"
    assert all(source["license"] and source["url"] for source in meta["sources"])


def test_it_loads_and_reads_a_sentence():
    import spacy

    nlp = spacy.load(FOLDER)
    assert nlp.pipe_names == ["tok2vec", "tagger", "morphologizer", "lemmatizer", "parser", "ner"]
    doc = nlp("The ministers signed the treaty in Accra.")
    assert [token.dep_ for token in doc if token.text in ("ministers", "signed", "treaty")] == [
        "nsubj",
        "ROOT",
        "obj",
    ]
    assert [token.lemma_ for token in doc][1:3] == ["minister", "sign"]
