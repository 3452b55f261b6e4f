"""What `opclaims review` refuses before it listens; what it does then is in tests/desk."""

import pytest

pytest.importorskip("uvicorn", reason="the desk needs opclaims[review]")


def test_a_folder_without_records_is_one_sentence(opclaims, tmp_path):
    result = opclaims("review", tmp_path, "--no-browser")
    assert result.exit_code == 1 and "holds no .jsonl files" in result.stderr


def test_blind_and_gold_do_not_go_together(opclaims, tmp_path):
    result = opclaims("review", tmp_path, "--blind", "--gold", tmp_path)
    assert result.exit_code == 2 and "cannot go with --gold" in result.stderr


def test_somebody_has_a_name(opclaims, tmp_path):
    result = opclaims("review", tmp_path, "--as", " ")
    assert result.exit_code == 2 and "give a name" in result.stderr


def test_a_log_that_is_none_is_named_with_its_line(opclaims, tmp_path):
    (tmp_path / "documents.jsonl").write_text("{}\n")
    log = tmp_path / "mine.jsonl"
    log.write_text('{"id": "x"}\n')
    result = opclaims("review", tmp_path, "--log", log)
    assert result.exit_code == 1 and "mine.jsonl line 1" in result.stderr


def test_decisions_do_not_go_into_the_records(opclaims, tmp_path):
    path = tmp_path / "documents.jsonl"
    path.write_text("{}\n")
    result = opclaims("review", path, "--log", path)
    assert result.exit_code == 2 and "a file of their own" in result.stderr


def test_without_the_extra_it_says_what_to_install(opclaims, tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.cli.review.find_spec", lambda name: None)
    result = opclaims("review", tmp_path)
    assert result.exit_code == 2 and "pip install 'opclaims[review]'" in result.stderr


def test_a_log_that_could_not_be_written_is_said_before_a_decision_is_made(opclaims, here):
    (here / "a.txt").write_text("Apples.")
    opclaims("run", "a.txt", "--out", "found")
    result = opclaims("review", "found", "--no-browser", "--log", here / "a.txt" / "log.jsonl")
    assert result.exit_code == 1
    assert result.stderr.startswith("opclaims: cannot write to ") and result.stderr.count("\n") == 1
