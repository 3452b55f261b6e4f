"""`opclaims diff`, and `score --against`: two runs."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app

GOLD = Path(__file__).parents[2] / "corpus" / "gold" / "nairobi-clinics.jsonl"


@pytest.fixture
def runs(tmp_path):
    """Gold taken for one run, and for another one with a kind changed and the last claim gone."""
    record = json.loads(GOLD.read_text(encoding="utf-8"))
    record["leeway"] = None
    other = json.loads(json.dumps(record))
    other["claims"][0]["kind"] = "prediction" if record["claims"][0]["kind"] != "prediction" else "fact"
    gone = other["claims"].pop()
    assert all((claim["parent"] or {}).get("claim") != gone["id"] for claim in other["claims"])
    for name, data in (("a", record), ("b", other)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "documents.jsonl").write_text(json.dumps(data), encoding="utf-8")
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(app, [str(a) for a in arguments])


def test_the_same_run_twice_differs_in_nothing(runs):
    done = run("diff", runs / "a", runs / "a", "--exit-code")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "no difference\n")


def test_differences_stand_under_their_document_and_are_counted(runs):
    done = run("diff", runs / "a", runs / "b")
    assert done.exit_code == 0
    assert done.stdout.startswith("nairobi-clinics\n")
    assert "kind: " in done.stdout and "→ prediction" in done.stdout
    assert "1  claim gone" in done.stdout and "1  claim kind" in done.stdout


def test_one_field_as_csv(runs):
    done = run("diff", runs / "a", runs / "b", "--field", "kind", "--csv", "--exit-code")
    assert done.exit_code == 1
    (row,) = csv.DictReader(io.StringIO(done.stdout))
    assert (row["document"], row["field"], row["after"]) == ("nairobi-clinics", "kind", "prediction")


def test_only_the_numbers(runs):
    assert "nairobi" not in run("diff", runs / "a", runs / "b", "--summary").stdout


def test_a_file_that_is_no_record_is_named(runs):
    (runs / "bad.jsonl").write_text("{")
    done = run("diff", runs / "a", runs / "bad.jsonl")
    assert done.exit_code == 1 and "bad.jsonl line 1: is not JSON" in done.stderr


def test_score_writes_csv_and_page_beside_the_json(runs):
    done = run("score", runs / "b", "--gold", runs / "a")
    assert done.exit_code == 0
    rows = list(csv.DictReader((runs / "b" / "scores.csv").open(encoding="utf-8")))
    told = json.loads((runs / "b" / "scores.json").read_text(encoding="utf-8"))["rows"]
    assert len(rows) == len(told)
    strict = next(
        r for r in rows if (r["stage"], r["measure"], r["scope"]) == ("claims", "strict", "end_to_end")
    )
    assert float(strict["recall"]) < 1 == float(strict["precision"])
    assert "<!doctype html>" in (runs / "b" / "report.html").read_text(encoding="utf-8")
    assert not (runs / "b" / "changes.csv").exists()


def test_against_tells_what_is_mended_and_what_is_new(runs):
    done = run("score", runs / "a", "--gold", runs / "a", "--against", runs / "b")
    assert done.exit_code == 0
    assert "2 mended errors" in done.stdout and "0 new errors" in done.stdout
    rows = list(csv.DictReader((runs / "a" / "changes.csv").open(encoding="utf-8")))
    assert {row["state"] for row in rows} == {"mended"}
    assert {(row["field"], row["sort"]) for row in rows} == {("kind", "wrong"), ("", "missed")}


def test_against_the_same_run_no_figure_differs(runs):
    assert (
        "No figure differs" in run("score", runs / "b", "--gold", runs / "a", "--against", runs / "b").stdout
    )


def test_annotators_agree_with_themselves_and_less_with_others(runs, tmp_path):
    same, other = run("gold", "agree", runs / "a", runs / "a"), run("gold", "agree", runs / "a", runs / "b")
    assert "claims kind" in same.stdout and "0.9" not in same.stdout
    page = tmp_path / "page.html"
    assert "0.99" in run("gold", "agree", runs / "a", runs / "b", "--page", page).stdout
    assert same.stdout != other.stdout and page.is_file()


def test_nothing_in_common_is_said(runs):
    record = json.loads((runs / "a" / "documents.jsonl").read_text(encoding="utf-8"))
    (runs / "c.jsonl").write_text(json.dumps(record | {"id": "other"}), encoding="utf-8")
    done = run("gold", "agree", runs / "a", runs / "c.jsonl")
    assert done.exit_code == 1 and "no document is in both" in done.stderr


@pytest.mark.parametrize("page", ["no/such/page.html", "."])
def test_a_page_that_cannot_be_written_is_said_in_a_sentence(runs, page):
    done = run("gold", "agree", runs / "a", runs / "a", "--page", runs / page)
    assert done.exit_code == 1
    assert done.stderr.startswith("opclaims: cannot write ") and done.stderr.count("\n") == 1


def test_a_field_that_nothing_has_is_refused(runs):
    done = run("diff", runs / "a", runs / "b", "--field", "kinds")
    assert done.exit_code == 2 and "no field is called 'kinds'; there are abstained, " in done.stderr


def test_runs_over_other_documents_are_not_compared(runs):
    record = json.loads((runs / "a" / "documents.jsonl").read_text(encoding="utf-8"))
    (runs / "c.jsonl").write_text(json.dumps(record | {"id": "other"}), encoding="utf-8")
    done = run("score", runs / "a", "--gold", runs / "a", "--against", runs / "c.jsonl")
    assert done.exit_code == 1 and "only one of the two runs has nairobi-clinics" in done.stderr


def test_long_values_are_shown_where_they_differ():
    from pipeline.cli.diff import _apart

    same = "the very same words at the beginning of both, and of more than seventy letters, then "
    before, after = _apart(same + "this", same + "that")
    assert before != after and before.endswith("this") and after.endswith("that")
