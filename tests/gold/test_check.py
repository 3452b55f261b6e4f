"""`check_gold`: clean gold passes, and each thing that can be wrong with gold is found and named."""

import json
import shutil
from pathlib import Path

import pytest

from pipeline.gold import check_gold

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"


@pytest.fixture
def check(tmp_path, example):
    """What is said about the example after a change to its JSON."""

    def said(change=None, *, split="document,split\ndry-wells,dev\n"):
        gold, articles = tmp_path / "gold", tmp_path / "articles"
        for folder in (gold, articles):
            folder.mkdir(exist_ok=True)
        shutil.copy(Path(__file__).parent / "example" / "dry-wells.md", articles)
        raw = json.loads(example.to_json())
        if change:
            change(raw)
        (gold / "dry-wells.jsonl").write_text(json.dumps(raw) + "\n", encoding="utf-8")
        (tmp_path / "split.csv").write_text(split, encoding="utf-8")
        return [str(problem) for problem in check_gold(gold, articles, tmp_path / "split.csv")]

    return said


def test_what_the_builder_makes_is_clean(check):
    assert check() == []


def test_the_gold_of_the_corpus_is_clean():
    assert [str(p) for p in check_gold(CORPUS / "gold", CORPUS / "articles", CORPUS / "split.csv")] == []


def put(*path_and_value):
    *path, key, value = path_and_value

    def change(raw):
        for step in path:
            raw = raw[step]
        raw[key] = value

    return change


def drop(*path):
    *path, key = path

    def change(raw):
        for step in path:
            raw = raw[step]
        del raw[key]

    return change


WATER = {"start": 16, "end": 21, "text": "water"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (put("claims", 0, "predicate", None), "dry-wells.jsonl line 1, claim 1, predicate: "),
        (drop("claims", 0, "predicate"), "claim 1, predicate: is missing"),
        (put("claims", 0, "kind", "hope"), "claim 1, kind: is 'hope', none of 'fact'"),
        (put("claims", 0, "mood", "hope"), "claim 1, mood: is no field"),
        (put("claims", 0, "predicate", "lemma", " "), "a predicate without a lemma"),
        (put("claims", 1, "span", "start", 3), "claim 2, span: span 3:"),
        (put("entities", 0, "span", "text", "wine"), "name 1, span: span 4:21 says 'wine'"),
        (put("claims", 1, "amounts", ["m1", "m99"]), "claim 2, amounts, 1: names 'm99'"),
        (put("claims", 1, "transfer", "amount", "m98"), "claim 2, transfer, amount: names 'm98'"),
        (put("claims", 1, "transfer", "period", "d98"), "claim 2, transfer, period: names 'd98'"),
        (put("claims", 2, "parent", "claim", "x"), "claim 3, parent, claim: names 'x'"),
        (put("claims", 1, "subject", "entity", "e98"), "claim 2, subject, entity: names 'e98'"),
        (put("entities", 2, "same_as", "e98"), "name 3, same_as: names 'e98'"),
        (put("entities", 2, "id", "e1"), "name 3: the id 'e1' is given twice"),
        (put("entities", 2, "same_as", "e1"), "same_as e1 is no first mention"),
        (put("sha256", "0" * 64), "sha256 is not that of its text"),
        (put("text", "Another text."), "text: is not that of its article"),
        (put("text", None), "text: is missing"),
        (put("title", "Wells"), "title: is 'Wells', its article says 'Who drinks from a dry well'"),
        (put("id", "wells"), "the id 'wells' is not the name of the file"),
        (put("made_by", "version", "0.1"), "made_by: has the version '0.1'"),
        (put("claims", 0, "sentence", 1), "sentence 0: has no claim and is not skipped"),
        (put("claims", 0, "sentence", 1), "is not in its sentence 1"),
        (put("claims", 0, "sentence", 3), "sentence 3: has a claim and is skipped"),
        (put("claims", 0, "sentence", 30), "stands in sentence 30, the last one is 4"),
        (put("claims", 0, "paragraph", 1), "is in paragraph 0, not 1"),
        (drop("skipped", 0), "sentence 3: has no claim and is not skipped"),
        (put("skipped", 0, "span", {"start": 342, "end": 345, "text": "And"}), "what is skipped is 'And', not the sentence"),
        (put("claims", 0, "confidence", 0.5), "has a confidence"),
        (put("claims", 0, "fragments", []), "its fragments are none"),
        (put("claims", 1, "amounts", []), "its fragments hold the amounts m1, which it does not list"),
        (put("claims", 1, "amounts", ["m1", "m2"]), "lists the amounts m2, which are not in its fragments"),
        (put("claims", 1, "dates", []), "its fragments hold the dates d1"),
        (put("claims", 0, "attribution", "content", "direct"), "is said by 'author' with the content 'direct'"),
        (put("amounts", 0, "low", None), "is 'gt' with the bounds None and None"),
        (put("amounts", 0, "value", None), "is 'gt' with the value None"),
        (put("amounts", 0, "currency", None), "has the unit 'currency' and the currency None"),
        (put("amounts", 0, "currency_basis", None), "has the unit 'currency' and the basis None"),
        (put("amounts", 4, "high", "901"), "is 'eq' with the value 900 and the bounds 900 and 901"),
        (put("amounts", 1, "low", "5000"), "the wrong way round"),
        (put("amounts", 0, "rule", "r"), "has the rule 'r'"),
        (put("amounts", 0, "core", WATER), "does not hold its core"),
        (put("dates", 0, "last", "2020-01-01"), "has the relation 'since' and a last day"),
        (put("dates", 1, "first", "2020-01-01"), "has the relation 'by' and a first day"),
        (put("dates", 0, "kind", "duration"), "is a duration and has days"),
        (put("dates", 0, "relation", "in"), "has the relation 'in' and one day open"),
        (lambda raw: raw["dates"].reverse(), "dates, 2: is out of order"),
        (put("dates", 0, "span", {"start": 22, "end": 45, "text": "is generous. Since 2019"}), "does not stand inside one sentence"),
        (put("claims", 0, "id", 5), "claim 1, id: "),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found(check, change, said):
    found = check(change)
    assert any(said in line for line in found), found
    assert all(line.startswith(("dry-wells.jsonl line 1", "split.csv")) for line in found)
    assert all("\n" not in line for line in found)


def test_all_findings_are_said(check):
    def change(raw):
        put("entities", 0, "span", "text", "wine")(raw)
        put("claims", 0, "kind", "hope")(raw)
        put("claims", 1, "amounts", ["m99"])(raw)

    assert len(check(change)) == 3


@pytest.mark.parametrize(
    ("split", "said"),
    [
        ("document,split\n", "split.csv, dry-wells: has gold and is in no part"),
        ("document,split\ndry-wells,dev\nother,test\n", "split.csv line 3, other: has no gold"),
        ("document,split\ndry-wells,deb\n", "split.csv line 2, dry-wells: 'deb' is none of train, dev, test"),
        ("document,split\ndry-wells,dev\ndry-wells,test\n", "split.csv line 3, dry-wells: is named twice"),
    ],
)
def test_the_split_names_every_document_once(check, split, said):
    assert check(split=split) == [said]


def test_files_that_are_no_gold(tmp_path):
    assert "holds no .jsonl files" in str(check_gold(tmp_path, tmp_path, tmp_path / "split.csv")[0])
    (tmp_path / "a.jsonl").write_text("{\n\n[]\n{}\n")
    (tmp_path / "b.jsonl").write_text("")
    (tmp_path / "c.jsonl").write_bytes(b"\xff")
    found = [str(problem) for problem in check_gold(tmp_path, tmp_path, tmp_path / "split.csv")]
    for said in ("a.jsonl line 1: is not JSON", "a.jsonl line 3: is no JSON object", "b.jsonl: holds no record",
                 "c.jsonl: cannot be read", "split.csv: cannot be read", "a.jsonl line 4: there is no article"):  # fmt: skip
        assert any(line.startswith(said) for line in found), (said, found)


def test_a_unit_is_written_as_in_the_table(check):
    (said,) = check(put("amounts", 1, "unit", "kilowatt-hour"))
    assert "has the unit 'kilowatt-hour': small letters, with _ between words" in said
