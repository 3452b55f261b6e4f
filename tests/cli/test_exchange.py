"""`opclaims exchange` as a person uses it."""

import json
from pathlib import Path

import pytest

GOLD = Path(__file__).parents[2] / "corpus" / "gold" / "campus-ledger.jsonl"
FORMATS = ("brat", "doccano", "doccano-plain", "inception", "prodigy", "w3c")


@pytest.mark.parametrize("format", FORMATS)
def test_there_and_back_in_the_same_bytes(here, opclaims, format):
    done = opclaims("exchange", "to", format, GOLD, "--out", "tool")
    assert done.exit_code == 0, done.stderr
    assert done.stderr.startswith("wrote 1 document to tool\n" + f"{format}: ")
    done = opclaims("exchange", "from", format, "tool", "--base", GOLD, "--gold", "--out", "back")
    assert done.exit_code == 0, done.stderr
    assert done.stderr == "wrote 1 document to back: 1 unchanged\n"
    assert (here / "back" / "campus-ledger.jsonl").read_bytes() == GOLD.read_bytes()


def test_what_a_format_does_not_hold_is_said(here, opclaims):
    done = opclaims("exchange", "to", "doccano-plain", GOLD, "--out", "tool")
    fields, links = "fields, ", "links, "
    assert "of the fields only the one in the label" in done.stderr
    assert "not in it: " in done.stderr and fields in done.stderr and links in done.stderr
    assert "not in it" not in opclaims("exchange", "to", "brat", GOLD, "--out", "brat").stderr


def test_tasks_that_nobody_annotated_are_counted(here, opclaims):
    opclaims("exchange", "to", "label-studio", GOLD, "--out", "tool")
    tasks = json.loads((here / "tool" / "tasks.json").read_text(encoding="utf-8"))
    (here / "export.json").write_text(json.dumps([{**tasks[0], "annotations": []}]), encoding="utf-8")
    done = opclaims("exchange", "from", "label-studio", "export.json", "--base", GOLD, "--out", "back")
    assert (done.exit_code, done.stderr) == (0, "wrote 0 documents to back: 0 unchanged; 1 not there\n")


@pytest.mark.parametrize("format", ["label-studio", "prodigy", "doccano", "w3c"])
@pytest.mark.parametrize(
    ("content", "said"), [("", "is empty"), ("no JSON", "is not JSON (Expecting value at column 1)")]
)
def test_what_no_tool_exported_is_said(here, opclaims, format, content, said):
    (here / "export.json").write_text(content)
    done = opclaims("exchange", "from", format, "export.json", "--base", GOLD, "--out", "back")
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert said in done.stderr and "export.json" in done.stderr
    assert not (here / "back").exists()


def test_a_refusal_is_one_sentence_and_writes_nothing(here, opclaims):
    opclaims("exchange", "to", "brat", GOLD, "--out", "tool")
    text = here / "tool" / "campus-ledger.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("Ohio", "Iowa"), encoding="utf-8")
    done = opclaims("exchange", "from", "brat", "tool", "--base", GOLD, "--out", "back")
    assert done.exit_code == 1 and done.stderr.count("\n") == 1
    assert "its text was edited: 'Iowa" in done.stderr
    assert not (here / "back").exists()


def test_what_gold_would_complain_of_is_said(here, opclaims):
    opclaims("exchange", "to", "brat", GOLD, "--out", "tool")
    path = here / "tool" / "campus-ledger.ann"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text(
        "".join(one for one in lines if " T1 " not in one and not one.startswith("T1\t")), encoding="utf-8"
    )
    done = opclaims("exchange", "from", "brat", "tool", "--base", GOLD, "--gold", "--out", "back")
    assert done.exit_code == 1
    assert "document campus-ledger, sentence 0: has no claim and is not skipped" in done.stderr


def test_folders_without_files_and_formats_that_there_are_not(here, opclaims):
    (here / "empty").mkdir()
    done = opclaims("exchange", "from", "inception", "empty", "--base", GOLD, "--out", "back")
    assert (done.exit_code, done.stderr) == (2, "opclaims: empty: holds no .xmi or .zip files\n")
    assert opclaims("exchange", "to", "gate", GOLD, "--out", "tool").exit_code == 2


def test_no_token_no_connection(here, opclaims, monkeypatch):
    monkeypatch.delenv("LABEL_STUDIO_TOKEN", raising=False)
    done = opclaims("exchange", "push", GOLD, "--url", "http://127.0.0.1:9", "--project", "Op-eds")
    assert done.exit_code == 2 and done.stderr.startswith(
        "opclaims: set LABEL_STUDIO_TOKEN to your access token"
    )
    monkeypatch.setenv("LABEL_STUDIO_TOKEN", "0" * 40)
    for command in (
        ("push", GOLD, "--project", "1"),
        ("pull", "--project", "1", "--base", GOLD, "--out", "back"),
    ):
        done = opclaims("exchange", *command, "--url", "http://127.0.0.1:9")
        assert done.exit_code == 1 and "cannot be reached" in done.stderr


@pytest.mark.parametrize("command", ["to", "from", "push", "pull"])
def test_every_command_has_help_with_an_example(opclaims, command):
    done = opclaims("exchange", command, "--help")
    assert done.exit_code == 0 and f"opclaims exchange {command}" in done.stdout.partition("Example")[2]
