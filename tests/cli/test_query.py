"""`opclaims query` as a person uses it."""

import csv
import io
import json
from pathlib import Path

import pytest

GOLD = Path(__file__).parents[2] / "corpus" / "gold" / "rice-and-promises.jsonl"


@pytest.fixture
def db(here, opclaims):
    assert opclaims("load", GOLD, "--to", "sqlite:///claims.db", "-q").exit_code == 0
    return "sqlite:///claims.db"


def test_without_a_name_the_questions_are_listed(opclaims):
    done = opclaims("query")
    assert done.exit_code == 0
    assert done.stdout.startswith("money ") and "Money that moves, by payer" in done.stdout


def test_rows_with_the_claim_beneath(db, opclaims):
    done = opclaims("query", "money", "--db", db)
    lines = done.stdout.splitlines()
    assert lines[0].split()[:3] == ["payer", "recipient", "year"]
    assert len(lines) == 1 + 2 * int(done.stderr.split()[0])
    assert lines[2].startswith("    ") and " · rice-and-promises · " in lines[2]


def test_csv_has_everything_in_full(db, opclaims):
    rows = list(csv.DictReader(io.StringIO(opclaims("query", "recommendations", "--db", db, "--csv").stdout)))
    gold = json.loads(GOLD.read_bytes())
    assert {row["claim"] for row in rows} == {
        c["id"] for c in gold["claims"] if c["kind"] == "recommendation"
    }


def test_bars(db, opclaims):
    done = opclaims("query", "sources", "--db", db, "--chart")
    assert "█" * 40 in done.stdout.splitlines()[0]
    assert opclaims("query", "money", "--db", db, "--chart").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["mony"], "no question is called 'mony'; there are named, money,"),
        (["money", "--where", "pay=1"], "money has no column 'pay'; it has payer, "),
        (["money", "--where", "payer"], "--where takes COLUMN=VALUE, not 'payer'"),
        (["due"], "due needs the day to look from: give --as-of DATE (or today)"),
        (["due", "--as-of", "soon"], "soon"),
        (["money", "--as-of", "today"], "money does not depend on a day"),
        (["money", "--db", "sqlite:///nothing.db"], "nothing.db does not exist"),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(db, opclaims, arguments, said):
    done = opclaims("query", *arguments, *(() if "--db" in arguments else ("--db", db)))
    assert done.exit_code == 2
    assert done.stderr.startswith("opclaims: ") and said in done.stderr and done.stderr.count("\n") == 1


def test_no_row_is_said(db, opclaims):
    done = opclaims("query", "repeated", "--db", db)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "0 rows\n")
