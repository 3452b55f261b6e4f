"""`opclaims load` as a person uses it: once, again, after an edit, with a wrong address, with a file that is no records."""

import json

import pytest


@pytest.fixture
def found(here, opclaims):
    (here / "a.txt").write_text("Apples are dear.")
    (here / "b.txt").write_text("Pears are not.")
    opclaims("run", "a.txt", "b.txt", "--out", "outputs")
    return here / "outputs"


def test_once_and_again(found, opclaims):
    first = opclaims("load", "outputs")
    assert first.exit_code == 0
    assert first.stderr == "loaded documents: 2 added; claims: 0 new, 0 gone, 0 kept\n"
    assert (found / "claims.db").is_file()
    again = opclaims("load", "outputs", "--to", "sqlite:///outputs/claims.db")
    assert again.stderr == "nothing changed (documents: 2 unchanged)\n"
    assert opclaims("load", "outputs", "--quiet").stderr == ""


def test_after_an_edit(here, found, opclaims):
    opclaims("load", "outputs")
    record = json.loads((found / "documents.jsonl").read_text(encoding="utf-8").splitlines()[0])
    record["title"] = "On apples"
    (here / "edited.jsonl").write_text(json.dumps(record), encoding="utf-8")
    would = opclaims("load", "edited.jsonl", "--dry-run")
    assert would.stderr == "would load documents: 1 replaced; claims: 0 new, 0 gone, 0 kept\n"
    assert opclaims("load", "edited.jsonl").stderr.startswith("loaded documents: 1 replaced")
    assert (
        opclaims("load", "edited.jsonl", "--dry-run").stderr == "nothing changes (documents: 1 unchanged)\n"
    )


def test_a_line_that_is_no_record_is_named(here, found, opclaims):
    with (found / "documents.jsonl").open("a") as file:
        file.write('{"id": "c"}\n')
    done = opclaims("load", "outputs")
    assert done.exit_code == 1
    assert done.stderr.startswith("outputs/documents.jsonl line 3: sha256: is missing")
    assert done.stderr.endswith("loaded documents: 2 added; claims: 0 new, 0 gone, 0 kept\n")


def test_many_such_lines_are_counted(here, opclaims):
    (here / "bad.jsonl").write_text("{}\n" * 50)
    done = opclaims("load", "bad.jsonl")
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 22 and "… 50 in all were not loaded" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["outputs", "--to", "claims.db"], 2, "opclaims: 'claims.db' is no database URL; one looks like sqlite:///claims.db\n"),
        (["outputs", "--to", "sqlite:///a.txt"], 2, "opclaims: sqlite:///a.txt: the file is no SQLite database\n"),
        (["outputs", "--to", "sqlite:///"], 2, "opclaims: sqlite:/// names no file, and would be gone at the end: take sqlite:///FILE\n"),
        (["outputs", "--to", "sqlite:///:memory:"], 2, "opclaims: sqlite:///:memory: names no file, and would be gone at the end: take sqlite:///FILE\n"),
        (["a.txt"], 1, "opclaims: a.txt line 1: no record, which would begin with {\n"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_a_sentence(found, opclaims, arguments, code, said):
    done = opclaims("load", *arguments)
    assert (done.exit_code, done.stderr) == (code, said)


def test_reviews_without_a_claim_are_listed(here, opclaims, monkeypatch):
    from collections import Counter

    from pipeline.store import sql
    from pipeline.store.sql.change import Change
    from pipeline.store.sql.reviews import Moved

    lost = Change("a", "replaced", 2, reviews=(Moved("r1", "Chad fell.", None), Moved("r2", "Peru.", "c2")))
    done = sql.Loaded(("0001", "0001"), Counter(replaced=1), Counter(new=1), [lost])
    monkeypatch.setattr(sql, "load", lambda *_, **__: done)
    (here / "a.jsonl").write_text("{}")
    said = opclaims("load", "a.jsonl").stderr
    assert "a: review r1 has lost its claim, none has the words 'Chad fell.' any more\n" in said
    assert "r2" not in said


def test_reviews_of_a_log_once_again_and_after_an_undo(here, opclaims):
    import shutil
    import sqlite3
    from pathlib import Path

    from pipeline.review import Log, Reviewed, draft
    from pipeline.store import read

    shutil.copy(Path(__file__).parents[2] / "corpus" / "gold" / "nairobi-clinics.jsonl", "found.jsonl")
    (document,) = read("found.jsonl")
    reviewed, log = Reviewed(document), Log("reviews.jsonl")

    def decide(verdict, claim, **more):
        n = len(log.decisions)
        decision = draft(reviewed, verdict, claim, id=f"r{n}", when="2026-03-01T10:00:00Z", who="ada", **more)
        log.append(decision)
        reviewed.take(decision)

    def rows():
        with sqlite3.connect("claims.db") as connection:
            return connection.execute(
                "SELECT claim, verdict, reviewer, note FROM reviews ORDER BY span_start"
            ).fetchall()

    def load(*more):
        return opclaims(
            "load", "found.jsonl", "--to", "sqlite:///claims.db", "--reviews", "reviews.jsonl", *more
        )

    first, second, third = (claim.id for claim in document.claims[:3])
    decide("accept", first)
    decide("reject", second, note="no claim")
    decide("skip", third)
    assert load("--dry-run").stderr.splitlines()[-1] == "reviews: 2 would be written"
    assert load().stderr.splitlines()[-1] == "reviews: 2 added"
    assert load().stderr.splitlines()[-1] == "reviews: 2 unchanged"
    assert rows() == [(first, "accepted", "ada", None), (second, "rejected", "ada", "no claim")]
    decide("undo", first, undoes="r0")
    decide("flag", second)
    assert load().stderr.splitlines()[-1] == "reviews: 1 changed, 1 removed"
    assert rows() == [(second, "flagged", "ada", None)]
