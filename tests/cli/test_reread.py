"""`opclaims reread`: where quantulum3 reads an amount otherwise."""

import csv
import io


def test_differences_are_listed_and_counted(here, opclaims):
    (here / "a.txt").write_text("It cost €400m, or $3.2 billion; −$3 million was lost.")
    done = opclaims("reread", "a.txt")
    assert done.exit_code == 0
    rows = [line.split() for line in done.stdout.splitlines()]
    assert ["scale", "€400m", "400,000,000", "EUR", "400", "euro", "metre"] in rows
    assert ["sign", "−$3", "million", "-3,000,000", "USD", "3,000,000", "dollar"] in rows
    assert "$3.2 billion" not in done.stdout
    assert ["1", "none", "both", "read", "the", "same"] in rows


def test_some_kinds_and_only_the_numbers(here, opclaims):
    (here / "a.txt").write_text("It cost €400m, or $3.2 billion; −$3 million was lost.")
    done = opclaims("reread", "a.txt", "--difference", "sign", "--summary")
    assert done.stdout.split() == ["1", "sign", "the", "same", "figure", "with", "the", "other", "sign"]


def test_a_kind_that_is_none_is_2(here, opclaims):
    (here / "a.txt").write_text("It cost €400m.")
    done = opclaims("reread", "a.txt", "--difference", "size")
    assert done.exit_code == 2
    assert "--difference 'size' is none of none, nothing, only theirs" in done.stderr


def test_csv_has_every_amount(here, opclaims):
    (here / "a.jsonl").write_text('{"id": "x", "text": "It cost €400m, or $3.2 billion."}\n')
    done = opclaims("reread", "a.jsonl", "--csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["document"], row["start"], row["difference"]) for row in rows] == [
        ("x", "8", "scale"),
        ("x", "18", "none"),
    ]


def test_a_page_is_written_and_what_cannot_be_read_is_told(here, opclaims):
    (here / "a.txt").write_text("It cost €400m.")
    (here / "b.txt").write_bytes(b"a\0b")
    done = opclaims("reread", ".", "--html", "d.html")
    assert done.exit_code == 1
    assert done.stderr == "b.txt: holds a NUL character at position 1: is it text?\n"
    assert "<mark>€400m</mark>" in (here / "d.html").read_text(encoding="utf-8")
    assert opclaims("reread", "a.txt", "--html", "no/such/d.html").exit_code == 1


def test_a_copy_is_passed_over_and_no_failure(here, opclaims):
    for name in ("a.txt", "b.txt"):
        (here / name).write_text("It cost €400m.")
    done = opclaims("reread", ".", "--csv")
    assert (done.exit_code, done.stdout.count("400m")) == (0, 1)
    assert "b.txt" in done.stderr


def test_where_nothing_can_be_read_no_table_is_printed(here, opclaims):
    done = opclaims("reread", "missing.txt")
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", "missing.txt: does not exist\n")
