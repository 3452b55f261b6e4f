"""`opclaims gold merge` and `gold rates`, on a gold record of the corpus as if it had been found."""

from pathlib import Path

import pytest

from pipeline.review import Log, Reviewed, acts, draft
from pipeline.store import read, write

GOLD = Path(__file__).parents[2] / "corpus" / "gold" / "nairobi-clinics.jsonl"


class Desk:
    def __init__(self, document, path, who):
        self.reviewed, self.log, self.who = Reviewed(document), Log(path), who

    def decide(self, verdict, claim, patch=(), **more):
        n = len(self.log.decisions)
        decision = draft(
            self.reviewed,
            verdict,
            claim,
            patch,
            id=f"{self.who}{n}",
            when="2026-03-01T10:00:00Z",
            who=self.who,
            **more,
        )
        self.log.append(decision)
        self.reviewed.take(decision)


@pytest.fixture
def document(here):
    (document,) = read(GOLD)
    found = document.model_copy(update={"leeway": None})
    write([found], here / "documents.jsonl")
    return found


@pytest.fixture
def desk(here, document):
    return lambda name="reviews", who="ada": Desk(document, here / f"{name}.jsonl", who)


def accept_all(desk, but=()):
    for claim in desk.reviewed.original.claims:
        if claim.id not in but:
            desk.decide("accept", claim.id)


def test_a_document_on_which_all_is_decided_becomes_gold(here, opclaims, document, desk):
    first, second = document.claims[:2]
    ada = desk()
    ada.decide("edit", first.id, acts.set_field(document, first.id, "kind", "evaluation"))
    ada.decide("accept", second.id)
    accept_all(ada, but=(first.id, second.id))
    done = opclaims("gold", "merge", "documents.jsonl", "--out", "gold")
    assert (done.exit_code, done.stdout) == (0, "gold/nairobi-clinics.jsonl\n")
    n = len(document.claims)
    assert done.stderr == f"nairobi-clinics: complete; {n} claims ({n - 1} accepted, 1 edited)\n"
    (made,) = read(here / "gold")
    assert made.claims[0].kind == "evaluation" and made.made_by.model == "reviews by ada"
    assert [claim.id for claim in made.claims] == [claim.id for claim in document.claims]


def test_an_open_document_is_named_and_written_if_asked(here, opclaims, document, desk):
    left = document.claims[3].id
    accept_all(desk(), but=(left,))
    done = opclaims("gold", "merge", "documents.jsonl")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "not complete" in done.stderr and f"  {left}: nobody has decided on it" in done.stderr
    assert opclaims("gold", "merge", "documents.jsonl", "--partial").stdout == "gold/nairobi-clinics.jsonl\n"
    (made,) = read(here / "gold")
    assert left in made.leeway.optional


def test_conflicts_between_logs_are_named_and_nothing_is_written(here, opclaims, document, desk):
    claim = document.claims[0].id
    accept_all(desk("a"))
    desk("b", "bob").decide("reject", claim)
    done = opclaims("gold", "merge", "documents.jsonl", "--reviews", "a.jsonl", "--reviews", "b.jsonl")
    assert done.exit_code == 1 and not (here / "gold").exists()
    assert (
        f"conflict, reject by bob at 2026-03-01T10:00:00Z: /claims/{claim}: ada and bob decided otherwise"
        in done.stderr
    )


def test_another_extraction_is_anchored_anew_and_what_is_lost_is_named(here, opclaims, document, desk):
    accept_all(desk())
    _, *kept = document.claims
    raw = document.model_copy(update={"claims": tuple(kept)}).to_json()
    for claim in kept:
        raw = raw.replace(claim.id, claim.id[::-1])
    (here / "documents.jsonl").write_text(raw + "\n", encoding="utf-8")
    done = opclaims("gold", "merge", "documents.jsonl")
    assert done.exit_code == 1
    assert (
        "orphaned, accept by ada at 2026-03-01T10:00:00Z: it is not sure which claim has the words"
        in done.stderr
    )
    assert f"{len(kept)} claims ({len(kept)} accepted)" in done.stderr


def test_what_is_torn_or_elsewhere_is_said(here, opclaims, document, desk):
    ada = desk()
    accept_all(ada)
    with ada.log.path.open("ab") as file:
        file.write(b'{"id":')
    write([document.model_copy(update={"id": "other"})], here / "documents.jsonl")
    done = opclaims("gold", "merge", "documents.jsonl")
    assert done.exit_code == 1
    n = len(document.claims) + 1
    assert f"reviews.jsonl line {n}: a decision was cut off by a crash (6 bytes)" in done.stderr
    assert "nairobi-clinics: was reviewed, and is not in FOUND" in done.stderr
    assert (
        done.stderr.splitlines()[-1]
        == "opclaims: nothing to merge: no document of documents.jsonl has been reviewed"
    )


def test_without_a_log_it_says_which_it_looked_for(opclaims, document):
    done = opclaims("gold", "merge", "documents.jsonl")
    assert (done.exit_code, done.stderr) == (
        1,
        "opclaims: there is no reviews.jsonl: name the log with --reviews\n",
    )


def test_a_log_that_is_none(here, opclaims, document):
    (here / "bad.jsonl").write_text('{"id": "1"}\n')
    done = opclaims("gold", "merge", "documents.jsonl", "--reviews", "bad.jsonl")
    assert (done.exit_code, done.stderr) == (1, "opclaims: bad.jsonl line 1: when: is missing\n")


def test_rates_as_a_table_and_a_file(here, opclaims, document, desk):
    with_rules = document.claims[0].model_copy(
        update={"rules": ({"field": "kind", "rule": "root/kind_past"}, {"field": "text", "rule": "[bold]x"})}
    )
    raw = document.model_copy(update={"claims": (with_rules, *document.claims[1:])})
    (here / "documents.jsonl").write_text(raw.to_json() + "\n", encoding="utf-8")
    ada = desk()
    ada.decide("accept", document.claims[0].id)
    ada.decide("reject", document.claims[1].id)
    done = opclaims("gold", "rates", "documents.jsonl", "--out", "rates.csv")
    assert done.exit_code == 0 and "claims kind kind_past" in done.stdout
    assert "claims text [bold]x" in done.stdout  # a rule of a record is no markup
    lines = (here / "rates.csv").read_text().splitlines()
    assert lines[0] == '"stage","field","rule","fired","right","precision","accepted","edited","rejected"'
    assert lines[1:3] == [
        '"claims","claim","any",2,1,0.5,1,0,1',
        '"claims","kind","kind_past",1,1,1.0,1,0,0',
    ]


@pytest.mark.parametrize("id", ["../stray", "..", "a\\b", "a\nb", "c:d", ".hidden"])
def test_an_id_that_is_no_file_name_leads_out_of_no_folder(here, opclaims, document, desk, id):
    write([document.model_copy(update={"id": id})], here / "documents.jsonl")
    (renamed,) = read(here / "documents.jsonl")
    accept_all(Desk(renamed, here / "reviews.jsonl", "ada"))
    done = opclaims("gold", "merge", "documents.jsonl", "--out", "deep/gold")
    assert done.exit_code == 1 and "its id is no file name" in done.stderr
    assert not list(here.rglob("stray*")) and not (here / "deep").exists()


def test_who_decided_cannot_steer_the_terminal(here, opclaims, document, desk):
    desk(who="eve\x1b[2J").decide("accept", document.claims[0].id)
    desk("other", who="bo").decide("reject", document.claims[0].id)
    done = opclaims(
        "gold", "merge", "documents.jsonl", "--reviews", "reviews.jsonl", "--reviews", "other.jsonl"
    )
    assert "eve␛[2J" in done.stderr and "\x1b" not in done.stderr + done.stdout
