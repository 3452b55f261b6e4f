"""What stands beside our figures, measured with the trained model on one op-ed of the corpus."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.score import score
from pipeline.store import read
from pipeline.trial import GIVEN, alone, on_gold

GOLD = Path(__file__).parents[2] / "corpus" / "gold" / "nairobi-clinics.jsonl"


@pytest.fixture(scope="module")
def gold():
    (document,) = read(GOLD)
    return document


def f1(found, gold, stage, measure):
    rows = score([found], [gold]).rows()
    return next(
        r.f1 for r in rows if (r.stage, r.measure, r.scope, r.label) == (stage, measure, "end_to_end", "")
    )


def test_libraries_alone_find_something_of_every_sort_and_are_repeatable(nlp, gold):
    document = alone(nlp, gold)
    assert document.amounts and document.dates and document.entities and document.claims
    assert {amount.rule for amount in document.amounts} == {"quantulum3"}
    assert {date.rule for date in document.dates} == {"dateparser"}
    assert alone(nlp, gold).to_json() == document.to_json()
    assert 0 < f1(document, gold, "claims", "partial") < 1


def test_a_stage_on_gold_input_has_that_input(nlp, gold):
    read = on_gold(nlp, gold)
    assert set(read) == set(GIVEN)
    claims = read["claims"]
    assert f1(claims, gold, "money", "+bounds") == f1(claims, gold, "dates", "+relation") == 1.0
    assert (
        f1(claims, gold, "entities", "strict") == f1(read["attribution"], gold, "entities", "strict") == 1.0
    )
    assert 0 < f1(claims, gold, "claims", "strict") < 1  # its own work is not handed over


def test_full_puts_both_beside_the_figures(tmp_path):
    (tmp_path / "documents.jsonl").write_bytes(GOLD.read_bytes())
    done = CliRunner().invoke(app, ["score", str(tmp_path), "--gold", str(GOLD), "--full"])
    assert done.exit_code == 0, done.stderr
    assert "lib." in done.stdout and "gold in" in done.stdout
    rows = json.loads((tmp_path / "scores.json").read_text())["rows"]
    by = {(r["stage"], r["measure"]): r for r in rows if r["scope"] == "end_to_end" and not r["label"]}
    assert by["money", "+bounds"]["library"] < by["money", "+bounds"]["f1"] == 1.0
    assert by["money", "+bounds"]["on_gold"] is None and by["claims", "strict"]["on_gold"] > 0.5


def test_a_document_without_its_text_cannot_be_read_again(nlp, gold):
    with pytest.raises(ValueError, match="written without its text"):
        alone(nlp, gold.model_copy(update={"text": None}))
