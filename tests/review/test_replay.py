"""Decisions in order → the corrected document; whatever is decided, it stays valid, and undo takes back all of it."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.record import Document, Kind, ModalityValue, names
from pipeline.review import Conflict, Refused, acts, replay

KIND = [{"op": "replace", "path": "/claims/c1/kind", "value": "evaluation"}]


def valid(document):
    return Document.model_validate_json(document.to_json()) == document


def test_a_decision_changes_its_claim_and_its_standing(desk):
    desk.decide("edit", "c1", KIND)
    assert desk.claim("c1").kind == "evaluation"
    stands = desk.reviewed.standing("/claims/c1")
    assert (stands.version, stands.status, stands.who) == (1, "edited", "ada")
    desk.decide("reject", "c2", who="bob")
    assert desk.reviewed.standing("/claims/c2").status == "rejected"
    assert desk.reviewed.standing("/claims/c3").status is None
    assert [claim.id for claim in desk.document.claims] == ["c1", "c2", "c3", "c4", "c5", "c6"]


def test_undo_and_redo(desk, document):
    desk.decide("accept", "c1")
    edit = desk.decide("edit", "c1", KIND)
    undo = desk.decide("undo", "c1", undoes=edit.id)
    assert desk.document == document
    assert (desk.reviewed.standing("/claims/c1").version, desk.reviewed.standing("/claims/c1").status) == (
        3,
        "accepted",
    )
    redo = desk.decide("redo", "c1", undoes=undo.id)
    assert desk.claim("c1").kind == "evaluation" and desk.reviewed.standing("/claims/c1").status == "edited"
    desk.decide("undo", "c1", undoes=redo.id)
    desk.decide("undo", "c1", undoes="r0")
    assert desk.reviewed.standing("/claims/c1").status is None
    assert desk.reviewed.done["ada"] == [] and len(desk.reviewed.undone["ada"]) == 2


def test_a_new_act_ends_what_can_be_redone(desk):
    edit = desk.decide("edit", "c1", KIND)
    undo = desk.decide("undo", "c1", undoes=edit.id)
    desk.decide("accept", "c2")
    with pytest.raises(Refused, match=f"ada has no decision '{undo.id}' to redo"):
        desk.decide("redo", "c1", undoes=undo.id)


def test_nobody_undoes_what_somebody_else_has_built_on(desk):
    edit = desk.decide("edit", "c1", KIND)
    desk.decide("accept", "c1", who="bob")
    with pytest.raises(Refused, match="/claims/c1: bob has changed it since, at 2026-03-01T10:00:01Z"):
        desk.decide("undo", "c1", undoes=edit.id)
    with pytest.raises(Refused, match="bob has no decision 'r0' to undo"):
        desk.decide("undo", "c1", undoes=edit.id, who="bob")


def test_a_stale_decision_is_a_conflict(desk):
    desk.decide("edit", "c1", KIND)
    with pytest.raises(Conflict, match="ada has changed it"):
        desk.decide("accept", "c1", who="bob", base=0)


@pytest.mark.parametrize(
    ("op", "path", "value", "message"),
    [
        ("replace", "/claims/c1/kind", "rumour", "/claims/c1/kind: is 'rumour', none of 'fact'"),
        ("replace", "/claims/c1/modality/value", "maybe", "/claims/c1/modality/value: is 'maybe', none of"),
        (
            "replace",
            "/claims/c1/span",
            {"start": 0, "end": 4, "text": "Veld"},
            "/claims/c1: span 0:4 says 'Veld'",
        ),
        ("replace", "/claims/c1/amounts", ["m9"], "/claims/c1: names /amounts/m9, which does not exist"),
        ("remove", "/claims/c1", None, "/claims/c2: names /claims/c1, which would go"),
        ("remove", "/amounts/m3", None, "/sums/s1: names /amounts/m3, which would go"),
        ("replace", "/claims/c1/id", "c9", "/claims/c1/id: a thing keeps its id"),
        ("replace", "/claims/c9/kind", "fact", "does not fit"),
        ("add", "/claims/c1/mood", "sad", "/claims/c1/mood: is no field that is known here"),
        ("replace", "/amounts/m1/value", 3.5, "/amounts/m1/value: money is decimal"),
        (
            "replace",
            "/dates/d1/last",
            "2018-01-01",
            "/dates/d1: date d1: first 2019-01-01 is after last 2018-01-01",
        ),
        ("replace", "/published", "soon", "/published: is 'soon', not a date"),
        ("add", "/leeway", {"optional": ["c9"]}, "leeway names 'c9', which does not exist"),
    ],
)
def test_what_would_break_the_record_is_refused_with_the_field(desk, document, op, path, value, message):
    with pytest.raises(Refused, match=message):
        desk.decide("edit", "c1", [{"op": op, "path": path, "value": value}])
    assert desk.document == document


def test_fields_of_the_document_can_be_set(desk):
    edit = desk.decide("edit", "c1", [{"op": "replace", "path": "/published", "value": "2026-02-28"}])
    assert str(desk.document.published) == "2026-02-28" and valid(desk.document)
    desk.decide("undo", "c1", undoes=edit.id)
    assert desk.document.published is None


def test_a_decision_on_another_text_is_refused(desk):
    decision = desk.decide("accept", "c1").model_copy(update={"id": "x", "text_hash": "0" * 64, "base": 1})
    with pytest.raises(Refused, match="was made on another text of norland"):
        desk.reviewed.take(decision)


def test_comments_change_nothing(desk, document):
    desk.decide("comment", "c1", note="Really?")
    assert desk.reviewed.standing("/claims/c1").version == 0
    assert [each.note for each in desk.reviewed.comments["/claims/c1"]] == ["Really?"]


def test_what_cannot_be_taken_is_told_and_the_rest_goes_on(desk, document):
    good = desk.decide("accept", "c1")
    stale = good.model_copy(update={"id": "x", "who": "bob"})
    unknown = good.model_copy(update={"id": "y", "claim": "c9"})
    elsewhere = good.model_copy(update={"id": "z", "document": "other"})
    last = desk.decide("accept", "c2")
    done = replay(document, [good, stale, unknown, elsewhere, last])
    assert [(refusal.decision.id, refusal.reason.partition(":")[0]) for refusal in done.refused] == [
        ("x", "document norland, /claims/c1"),
        ("y", "/claims/c9"),
    ]
    assert done.standing("/claims/c2").status == "accepted"


def test_log_and_replay_count_versions_alike(desk, tmp_path):
    from pipeline.review import Log

    log = Log(tmp_path / "r.jsonl")
    for decision in (desk.decide("edit", "c1", KIND), desk.decide("accept", "c2")):
        log.append(decision)
    bad = desk.decisions[0].model_copy(
        update={"id": "bad", "base": 1, "patch": ({"op": "remove", "path": "/claims/c1/kind"},)}
    )
    log.append(bad)  # a server checks before; what came into the log all the same counts
    with pytest.raises(Refused):
        desk.reviewed.check(bad)
    desk.reviewed.take_all([bad])
    assert [refusal.decision.id for refusal in desk.reviewed.refused] == ["bad"]
    assert log.versions.of("norland", "/claims/c1") == desk.reviewed.versions.of("norland", "/claims/c1") == 2


# What a desk can do, at random: each draws its numbers and may be refused.
numbers = st.integers(0, 10_000)


def _act(document, kind, a, b, c):
    ids = [claim.id for claim in document.claims]
    claim, other = ids[a % len(ids)], ids[b % len(ids)]
    size = len(document.text)
    start, end = sorted((b % (size + 1), c % (size + 1)))
    match kind:
        case "accept" | "reject" | "skip" | "flag":
            return claim, ()
        case "edit":
            if a % 2:
                return claim, acts.set_field(document, claim, "kind", names(Kind)[b % 4])
            return claim, acts.set_field(document, claim, "modality/value", names(ModalityValue)[b % 10])
        case "span":
            return claim, acts.set_span(document, claim, start, end)
        case "grow":
            return claim, acts.grow(
                document, claim, ("start", "end")[b % 2], c % 5 - 2, ("word", "character")[b % 3 == 0]
            )
        case "role":
            slot = ("subject", "object", "predicate", "place")[a % 4]
            return claim, acts.set_role(document, claim, slot, start, end)
        case "add":
            return None, acts.add(document, start, end)[1]
        case "split":
            span = document.claims[a % len(ids)].span
            return claim, acts.split(document, claim, span.start + b % len(span.text))[1]
        case "merge":
            return claim, acts.merge(document, claim, other)


VERDICTS = {"span": "edit", "grow": "edit", "role": "edit"}
KINDS = st.sampled_from(
    [
        "accept",
        "reject",
        "skip",
        "flag",
        "edit",
        "span",
        "grow",
        "role",
        "add",
        "split",
        "merge",
        "undo",
        "redo",
    ]
)


def _decide(desk, kind, who, a, b, c):
    """One decision at random; None where it is refused."""
    reviewed = desk.reviewed
    try:
        if kind in ("undo", "redo"):
            stack = (reviewed.done if kind == "undo" else reviewed.undone)[who]
            if not stack:
                return None
            turned = next(each for each in desk.decisions if each.id == stack[-1])
            return desk.decide(kind, turned.claim, undoes=turned.id, who=who)
        claim, patch = _act(desk.document, kind, a, b, c)
        return desk.decide(VERDICTS.get(kind, kind), claim, patch, who=who)
    except Refused:
        return None


steps = st.lists(st.tuples(KINDS, st.sampled_from(["ada", "bob"]), numbers, numbers, numbers), max_size=12)


@settings(max_examples=150, deadline=None)
@given(steps=steps)
def test_any_decisions_replay_to_a_valid_document(make_desk, steps):
    desk = make_desk()
    for step in steps:
        _decide(desk, *step)
        assert valid(desk.document)
    again = replay(desk.reviewed.original, desk.decisions)
    assert again.document == desk.document and not again.refused
    assert all(
        again.standing(f"/claims/{c.id}") == desk.reviewed.standing(f"/claims/{c.id}")
        for c in again.document.claims
    )


@settings(max_examples=150, deadline=None)
@given(steps=steps, last=st.tuples(KINDS, st.just("ada"), numbers, numbers, numbers))
def test_undo_takes_back_all_of_an_act(make_desk, steps, last):
    desk = make_desk()
    for step in steps:
        _decide(desk, *step)
    before = desk.document
    act = _decide(desk, *last)
    assume(act is not None and act.verdict != "undo")
    after = desk.document
    undo = desk.decide("undo", act.claim, undoes=act.id)
    assert desk.document == before
    desk.decide("redo", act.claim, undoes=undo.id)
    assert desk.document == after
