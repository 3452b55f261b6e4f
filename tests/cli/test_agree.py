"""`opclaims agree`, of records and of logs."""

from pathlib import Path

import pytest

from pipeline.review import Log, Reviewed, acts, blank, draft
from pipeline.store import read, write

GOLD = Path(__file__).parents[2] / "corpus" / "gold" / "nairobi-clinics.jsonl"


@pytest.fixture
def document(here):
    (document,) = read(GOLD)
    write([document.model_copy(update={"leeway": None})], here / "documents.jsonl")
    return next(read(here / "documents.jsonl"))


def annotate(document, path, who, act, blind=False):
    """A log in which `act(n, claim)` says what becomes of the first claims; of the others all is accepted."""
    reviewed, log = Reviewed(blank(document) if blind else document), Log(path)
    for n, claim in enumerate(document.claims):
        verdict, id, patch = act(reviewed.document, n, claim)
        if verdict is None:
            continue
        decision = draft(
            reviewed, verdict, id, patch, id=f"{who}{n}", when="2026-03-01T10:00:00Z", who=who, blind=blind
        )
        log.append(decision)
        reviewed.take(decision)


def accept(document, n, claim):
    return "accept", claim.id, ()


def test_two_logs(here, opclaims, document):
    def other(document, n, claim):
        if n == 0:
            kind = "fact" if claim.kind != "fact" else "evaluation"
            return "edit", claim.id, acts.set_field(document, claim.id, "kind", kind)
        return ("reject" if n == 1 else "accept"), claim.id, ()

    annotate(document, here / "a.jsonl", "ada", accept)
    annotate(document, here / "b.jsonl", "bob", other)
    done = opclaims("agree", "a.jsonl", "b.jsonl", "--found", "documents.jsonl", "--list")
    assert done.exit_code == 0 and "Krippendorff's α" in done.stdout and "claims kind" in done.stdout
    told = [line for line in done.stdout.splitlines() if " | " in line]
    assert any("claims.kind wrong: " in line for line in told)
    assert any("claims merge: " in line for line in told) and len(told) < 20
    same = opclaims("agree", "a.jsonl", "a.jsonl", "--found", "documents.jsonl", "--list")
    assert (
        " | " not in same.stdout
        and "0." not in same.stdout.partition("Krippendorff")[2].partition("claims kind")[2]
    )


def test_blind_logs(here, opclaims, document):
    def add(document, n, claim):
        if n > 4:
            return None, None, ()
        new, patch = acts.add(document, claim.span.start, claim.span.end)
        patch[0]["value"]["abstained"] = []  # as if the predicate had been set
        return "add", new, patch

    annotate(document, here / "a.jsonl", "ada", add, blind=True)
    annotate(
        document,
        here / "b.jsonl",
        "bob",
        lambda d, n, c: add(d, n, c) if n < 4 else (None, None, ()),
        blind=True,
    )
    done = opclaims("agree", "a.jsonl", "b.jsonl", "--found", "documents.jsonl", "--list")
    strict = next(line for line in done.stdout.splitlines() if "claims strict" in line)
    assert done.exit_code == 0 and "0.89" in strict  # 2 · 4 / (5 + 4)


def test_a_log_needs_the_records(here, opclaims, document):
    annotate(document, here / "a.jsonl", "ada", accept)
    done = opclaims("agree", "a.jsonl", "documents.jsonl")
    assert done.exit_code == 2 and "a.jsonl is a log of reviews: name the records" in done.stderr


def test_what_a_log_leaves_open_is_left_out(here, opclaims, document):
    annotate(document, here / "a.jsonl", "ada", lambda d, n, c: ("skip" if n == 2 else "accept", c.id, ()))
    done = opclaims("agree", "a.jsonl", "documents.jsonl", "--found", "documents.jsonl")
    assert done.exit_code == 1
    assert "nairobi-clinics: left out, a.jsonl leaves 1 claim open" in done.stderr


def test_records_and_a_log(here, opclaims, document):
    annotate(document, here / "a.jsonl", "ada", accept)
    done = opclaims("agree", "a.jsonl", GOLD, "--found", "documents.jsonl")
    assert done.exit_code == 0 and "1 document." in done.stdout
