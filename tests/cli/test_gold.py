"""`opclaims gold`: sentences, build, check."""

import shutil
from pathlib import Path

import pytest

from pipeline.store import read

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "tests" / "gold" / "example"


@pytest.mark.parametrize("command", ["sentences", "build", "check"])
def test_every_command_has_help_with_an_example(opclaims, command):
    done = opclaims("gold", command, "--help")
    assert done.exit_code == 0
    assert f"opclaims gold {command}" in done.stdout.partition("Example")[2]


def test_sentences_are_numbered(opclaims):
    done = opclaims("gold", "sentences", EXAMPLE / "dry-wells.md")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[:2] == ["¶ 0", "  0  The ministry of water is generous."]
    assert "  3  And the pipes?\n¶ 1\n  4  Ana Prado" in done.stdout


def test_empty_notes_have_a_place_for_every_sentence(here, opclaims):
    blank = opclaims("gold", "sentences", EXAMPLE / "dry-wells.md", "--notes").stdout
    (here / "dry-wells.yaml").write_text(
        blank.replace("- s: 0\n", "- s: 0\n  skip: heading\n"), encoding="utf-8"
    )
    done = opclaims("gold", "build", "dry-wells.yaml", "--articles", EXAMPLE, "--out", "gold")
    assert done.exit_code == 1
    assert [line for line in done.stderr.splitlines() if "neither" in line] == done.stderr.splitlines()[:4]
    assert done.stderr.splitlines()[-1] == "dry-wells.yaml: 4 problems, not built"
    assert not (here / "gold").exists()


def test_built_gold_passes_the_check(here, opclaims):
    done = opclaims("gold", "build", EXAMPLE, "--articles", EXAMPLE, "--out", "corpus/gold")
    assert done.exit_code == 0
    assert (
        done.stderr
        == "corpus/gold/dry-wells.jsonl: 9 claims, 5 amounts, 2 dates, 3 entities, 2 sentences skipped\n"
    )
    (document,) = read("corpus/gold")
    assert document.id == "dry-wells"
    shutil.copytree(EXAMPLE, "corpus/articles")
    (here / "corpus" / "split.csv").write_text("document,split\ndry-wells,dev\n")
    done = opclaims("gold", "check")
    assert (done.exit_code, done.stdout) == (0, "")
    (here / "corpus" / "split.csv").write_text("document,split\n")
    done = opclaims("gold", "check", "corpus/gold")
    assert (done.exit_code, done.stdout) == (1, "split.csv, dry-wells: has gold and is in no part\n")
    assert done.stderr == "opclaims: 1 finding in corpus/gold\n"
    (here / "corpus" / "split.csv").unlink()
    done = opclaims("gold", "check", "corpus/gold")
    assert (done.exit_code, done.stdout) == (0, "") and "whether each document is in a part" in done.stderr
    shutil.move("corpus/articles", "elsewhere")
    done = opclaims("gold", "check", "corpus/gold")
    assert done.exit_code == 2 and "say with --articles where the op-eds are" in done.stderr
    assert opclaims("gold", "check", "corpus/gold", "--articles", "elsewhere").exit_code == 0


def test_the_gold_of_the_corpus_passes(opclaims):
    done = opclaims("gold", "check", ROOT / "corpus" / "gold")
    assert (done.exit_code, done.stdout) == (0, "")


def test_what_cannot_be_built(here, opclaims):
    (here / "no-such.yaml").write_text("sentences:\n")
    (here / "latin.yaml").write_bytes(b"\xff")
    (here / "empty").mkdir()
    done = opclaims("gold", "build", "no-such.yaml", "latin.yaml", "--articles", EXAMPLE, "--out", "gold")
    assert done.exit_code == 1
    assert "no-such.yaml: its article" in done.stderr
    assert "latin.yaml: cannot be read" in done.stderr
    assert opclaims("gold", "build", "empty", "--articles", EXAMPLE).exit_code == 2
    shutil.copy(EXAMPLE / "dry-wells.md", here / "other.md")
    (here / "other.yaml").write_text("sentences:\n")
    done = opclaims("gold", "build", "other.yaml", "--articles", here)
    assert "has the id 'dry-wells', not 'other'" in done.stderr


def test_an_article_that_cannot_be_read(here, opclaims):
    (here / "a.md").write_text("")
    done = opclaims("gold", "sentences", "a.md")
    assert (done.exit_code, done.stderr) == (1, "opclaims: a.md: is empty\n")
