"""`opclaims explain` as a person uses it, on a document made by hand; only tests/articles parses."""

import importlib.util
import json
from pathlib import Path

import pytest

from pipeline import store
from pipeline.cli import explained
from pipeline.page.why import reasons
from pipeline.trial.parse import Word


def handmade():
    path = Path(__file__).parents[1] / "page" / "conftest.py"
    spec = importlib.util.spec_from_file_location("handmade_document", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.build()


@pytest.fixture
def document(here):
    made = handmade()
    store.write(
        [made, made.model_copy(update={"id": "other", "claims": made.claims[:1]})], here / "documents.jsonl"
    )
    return made


def test_fields_rules_words_and_rows(opclaims, document):
    done = opclaims("explain", "c8", "documents.jsonl", "--no-parse")
    assert done.exit_code == 0, done.stderr
    assert "c8 · harbour · sentence 4, paragraph 3" in done.stdout
    assert "The loans could cost R&D jobs." in done.stdout
    place = document.text.index("could")
    assert f"words “could”  {place}–{place + 5}" in done.stdout
    assert (
        "table pipeline/lexicon/modals.csv:" in done.stdout
        and "word could · modality possible" in done.stdout
    )
    assert "\x1b" not in done.stdout, "no colours in a pipe"


def test_as_data(opclaims, document):
    done = opclaims("explain", "c8", "documents.jsonl", "--no-parse", "--json")
    told = json.loads(done.stdout)
    assert (told["document"], told["claim"], told["parse"]) == ("harbour", "c8", [])
    (modality,) = (field for field in told["fields"] if field["field"] == "modality")
    assert modality["value"] == "possible" and modality["cues"][0]["text"] == "could"
    assert modality["rows"][0]["file"] == "pipeline/lexicon/modals.csv"
    assert modality["rows"][0]["row"]["word"] == "could"
    assert {"field", "value", "rule", "meaning", "cues", "rows"} == set(modality)


@pytest.mark.parametrize(
    ("id", "sentence"),
    [
        ("zz", 'documents.jsonl: no claim has an id that begins with "zz"'),
        ("", 'documents.jsonl: no claim has an id that begins with ""'),
        ("d", 'documents.jsonl: "d" begins the ids of 3 claims: d0 (harbour), da (harbour), db (harbour)'),
        (
            "c",
            'documents.jsonl: "c" begins the ids of 10 claims: c2 (harbour), c1 (harbour), c3 (harbour) and 7 more',
        ),
    ],
)
def test_an_id_that_is_none_or_begins_several(opclaims, document, id, sentence):
    done = opclaims("explain", id, "documents.jsonl", "--no-parse")
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", f"opclaims: {sentence}\n")


def test_the_beginning_of_an_id_will_do(opclaims, document):
    done = opclaims("explain", "c9", "documents.jsonl", "--no-parse")
    assert done.exit_code == 0 and done.stdout.startswith("c9 · harbour")


def test_no_records_there(opclaims, here):
    done = opclaims("explain", "c1")
    said = "opclaims: FOUND: path 'outputs' does not exist (see opclaims explain -h)\n"
    assert (done.exit_code, done.stderr) == (2, said)


def test_the_tree_of_the_sentence(document, capsys):
    claim = next(claim for claim in document.claims if claim.id == "c8")
    start = claim.span.start
    words = [
        Word(0, "loans", "loan", "NOUN", "nsubj", 2, start + 4, start + 9, 0.41, True),
        Word(1, "could", "could", "AUX", "aux", 2, start + 10, start + 15, 0.99, True),
        Word(2, "cost", "cost", "VERB", "ROOT", 2, start + 16, start + 20, 0.98, True),
        Word(3, "jobs", "job", "NOUN", "obj", 2, start + 25, start + 29, None, False),
        Word(4, ".", ".", "PUNCT", "punct", 2, start + 29, start + 30, None, False),
    ]
    explained.paint(document, claim, words, reasons(document, claim), 80)
    lines = capsys.readouterr().out.splitlines()
    at = lines.index("cost  root VERB")
    assert lines[at + 1 : at + 4] == [
        "├── loans  nsubj NOUN loan  doubtful: 0.41",
        "├── could  aux AUX",
        "└── jobs  obj NOUN job",
    ]
    assert any("could cost" in line for line in lines[:at])
