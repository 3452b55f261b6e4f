"""The command as a whole: help, version, schema, stages, scores, and how fast it is there."""

import json
import os
import subprocess
import sys

import pytest
import spacy

from pipeline import __version__

COMMANDS = [
    "run",
    "show",
    "load",
    "query",
    "export",
    "score",
    "stages",
    "model",
    "schema",
    "completion",
    "gold",
    "exchange",
]


def python(*arguments):
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)


def test_help_names_every_command(opclaims):
    done = opclaims("--help")
    assert done.exit_code == 0
    assert all(command in done.stdout for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(opclaims, command):
    for flag in ("--help", "-h"):
        done = opclaims(command, flag)
        assert done.exit_code == 0
        assert f"opclaims {command}" in done.stdout.partition("Example")[2]


def test_help_needs_no_heavy_library():
    code = (
        "import sys, pipeline.cli; print([m for m in ('spacy', 'pandas', 'dateparser') if m in sys.modules])"
    )
    assert python("-c", code).stdout == "[]\n"


def test_version(opclaims):
    assert opclaims("--version").stdout == f"opclaims {__version__}\n"
    assert python("-m", "pipeline", "--version").stdout == f"opclaims {__version__}\n"


def test_no_arguments_and_nonsense_are_bad_usage(opclaims):
    assert opclaims().exit_code == 2
    assert opclaims("sing").exit_code == 2


def test_schema_is_sorted_and_of_the_record(opclaims):
    done = opclaims("schema")
    schema = json.loads(done.stdout)
    assert done.stdout == json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    assert schema["title"] == "Document"
    assert schema["$defs"]["Claim"]["additionalProperties"] is False


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_is_a_script_for_our_command(opclaims, shell):
    done = opclaims("completion", shell)
    assert done.exit_code == 0
    assert "_OPCLAIMS_COMPLETE" in done.stdout


def test_stages_are_listed_in_order_with_unmet_needs(opclaims):
    def load(model):
        nlp = spacy.blank("en")
        nlp.add_pipe("entity_linker", config={"use_gold_ents": True})
        nlp.add_pipe("sentencizer")
        return nlp

    done = opclaims("stages", obj={"load": load})
    assert done.exit_code == 0
    assert done.stdout.index("entity_linker") < done.stdout.index("sentencizer")
    assert done.stdout.count("doc.ents") == 2  # read, and unmet


def test_stages_of_a_model_that_is_not_there(opclaims):
    done = opclaims("stages", "--model", "no/such/model")
    assert done.exit_code == 2
    assert done.stderr.startswith("opclaims: cannot load the pipeline: ")


def test_score_of_a_file_and_of_a_folder(here, opclaims):
    (here / "a.txt").write_text("Apples are dear.")
    opclaims("run", "a.txt", "--out", "found")
    for found in ("found", "found/documents.jsonl"):
        done = opclaims("score", found, "--gold", "found", "--out", "scores.json")
        assert done.exit_code == 0
        assert "1.00" in done.stdout
        assert "…" not in done.stdout  # nothing is cut off in a pipe
        assert json.loads((here / "scores.json").read_text())["documents"] == 1


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ("empty", "empty: holds no .jsonl files"),
        ("bad.jsonl", "bad.jsonl line 1: is not JSON"),
        ("other.jsonl", "nothing to score"),
    ],
)
def test_what_cannot_be_scored_is_said_in_a_sentence(here, opclaims, found, said):
    (here / "empty").mkdir()
    (here / "bad.jsonl").write_text("{")
    (here / "other.jsonl").write_text("")
    done = opclaims("score", found, "--gold", "other.jsonl")
    assert done.exit_code == 1
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_scores_that_cannot_be_written(here, opclaims):
    (here / "a.txt").write_text("Apples are dear.")
    opclaims("run", "a.txt", "--out", "found")
    done = opclaims("score", "found", "--gold", "found", "--out", "no/such/scores.json")
    assert done.exit_code == 1
    assert "opclaims: cannot write no/such/scores.json" in done.stderr


def test_scores_are_written_beside_what_was_found(here, opclaims):
    (here / "a.txt").write_text("Apples are dear.")
    opclaims("run", "a.txt", "--out", "found")
    assert opclaims("score", "found", "--gold", "found").exit_code == 0
    assert json.loads((here / "found" / "scores.json").read_text())["documents"] == 1


def test_a_file_is_no_folder_to_write_to(here, opclaims):
    (here / "a.txt").write_text("Apples are dear.")
    done = opclaims("run", "a.txt", "--out", "a.txt")
    assert done.exit_code == 2
    assert "it is a file, not a folder" in done.stderr
    assert (here / "a.txt").read_text() == "Apples are dear."


def test_a_pipe_that_is_not_utf8_gets_what_it_can_hold(tmp_path):
    (tmp_path / "a.jsonl").write_text("")
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "schema", "--help"],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
