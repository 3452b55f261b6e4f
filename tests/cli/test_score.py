"""`opclaims score`: parts, and figures that must not fall. The scores themselves are tested in tests/score."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app

GOLD = Path(__file__).parents[2] / "corpus" / "gold"


@pytest.fixture
def found(tmp_path):
    """The gold of one dev and one test text, taken for found."""
    lines = [
        (GOLD / f"{name}.jsonl").read_text(encoding="utf-8")
        for name in ("nairobi-clinics", "northern-shield")
    ]
    (tmp_path / "documents.jsonl").write_text("".join(lines), encoding="utf-8")
    return tmp_path


def run(found, *arguments):
    return CliRunner().invoke(app, ["score", str(found), "--gold", str(GOLD), *arguments])


def test_a_part_is_scored_alone(found):
    result = run(found, "--part", "dev")
    assert result.exit_code == 0
    assert "7 of 8 documents with gold were not found (campus-ledger, " in result.stderr
    assert "indus-after-flood" not in result.stderr


def test_a_part_that_is_not_there_is_named_with_those_that_are(found):
    result = run(found, "--part", "deft")
    assert result.exit_code == 2
    assert "has no part 'deft'; it has dev, test, train" in result.stderr


def test_without_a_split_nobody_knows_the_parts(found, tmp_path):
    alone = tmp_path / "elsewhere" / "gold"
    alone.mkdir(parents=True)
    shutil.copy(GOLD / "nairobi-clinics.jsonl", alone)
    result = CliRunner().invoke(app, ["score", str(found), "--gold", str(alone), "--part", "dev"])
    assert result.exit_code == 1 and "split.csv" in result.stderr


def test_a_figure_that_fell_ends_with_one_and_the_scores_are_kept(found):
    result = run(found, "--fail-under", "claims.strict=0.99", "--fail-under", "entities.strict=0")
    assert result.exit_code == 1
    assert (
        "claims.strict is 0." in result.stderr
        and "under 0.99" in result.stderr
        and "entities" not in result.stderr
    )
    assert (found / "scores.json").is_file()


@pytest.mark.parametrize("given", ["claims", "claims.strict", "claims.strict=high", "=1"])
def test_a_floor_that_is_none(found, given):
    result = run(found, "--fail-under", given)
    assert result.exit_code == 2 and "STAGE.MEASURE=F1" in result.stderr


def test_a_measure_that_is_not_there_is_named_with_those_that_are(found):
    result = run(found, "--fail-under", "claims.stricter=0.5")
    assert result.exit_code == 2
    assert "no 'claims.stricter'" in result.stderr and "claims.strict," in result.stderr


def test_a_label_may_have_a_floor(found):
    assert run(found, "--fail-under", "claims.kind.macro=0").exit_code == 0
    assert run(found, "--fail-under", "money.+bounds.currency=0").exit_code == 0
    result = run(found, "--fail-under", "claims.kind.macro=1")
    assert result.exit_code == 1 and "claims.kind.macro is 0." in result.stderr


def test_parts_may_be_joined(found):
    result = run(found, "--part", "dev", "--part", "test")
    assert "14 of 16 documents with gold were not found" in result.stderr


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("documents.jsonl", "wants the name of a .json file"),
        ("scores.csv", "wants the name of a .json file"),
        ("claims.json", "would overwrite the table claims.csv"),
    ],
)
def test_scores_overwrite_nothing_else(found, out, said):
    before = (found / "documents.jsonl").read_bytes()
    result = run(found, "--out", str(found / out))
    assert result.exit_code == 2 and said in result.stderr and result.stderr.count("\n") == 1
    assert (found / "documents.jsonl").read_bytes() == before


def test_scores_of_another_name_have_a_page_of_their_own(found):
    assert run(found, "--part", "dev", "--out", str(found / "dev.json")).exit_code == 0
    assert {path.name for path in found.iterdir()} == {
        "documents.jsonl",
        "dev.json",
        "dev.csv",
        "dev-report.html",
    }
    page = (found / "dev-report.html").read_text(encoding="utf-8")
    assert "· dev</h1>" in page and "without gold" not in page  # what belongs to another part has gold


def test_measures_are_known_before_any_work_is_done(found):
    result = run(found, "--fail-under", "claims.strikt=0.9")
    assert result.exit_code == 2 and not result.stdout
    assert not (found / "scores.json").exists()


def test_a_floor_is_a_share(found):
    assert "F1 is from 0 to 1, not 70" in run(found, "--fail-under", "claims.strict=70").stderr


def test_a_label_that_is_not_there_is_named_with_those_that_are(found):
    result = run(found, "--fail-under", "claims.kind.guess=0.5")
    assert (
        result.exit_code == 2
        and "has no label 'guess'; it has evaluation, fact, macro average" in result.stderr
    )


def test_nothing_is_cut_off_in_a_pipe(found):
    for part in ([], ["--part", "dev"]):
        assert "…" not in run(found, *part).stdout
