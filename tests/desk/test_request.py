"""What the page asks for becomes one decision, on the versions that the person saw."""

import pytest

from pipeline.desk.room import Conflict, Room, Unfit
from pipeline.desk.shelf import Shelf
from pipeline.review import Log


@pytest.fixture
def room(found):
    return Room(Shelf(found), Log(found / "reviews.jsonl"), "ada")


@pytest.fixture
def ids(room):
    return [claim.id for claim in room.shelf.document(0).claims]


def ask(room, verdict, claim=None, id="decision-1", **more):
    given = {
        "id": id,
        "when": "2026-03-01T10:00:00Z",
        "document": "ferry",
        "verdict": verdict,
        "claim": claim,
    }
    return room.decide({**given, **more})


def euros(value):
    return [{"op": "replace", "path": "/amounts/m1/value", "value": value}]


def test_the_same_decision_twice_is_written_once_and_answered_twice(room, ids):
    first, again = ask(room, "accept", ids[0]), ask(room, "accept", ids[0])
    assert len(room.log.decisions) == 1
    assert again["standings"] == first["standings"] or again["version"] == first["version"] == 1


def test_a_version_that_is_old_is_a_conflict_and_says_with_whom(room, ids, found):
    bo = Room(room.shelf, Log(found / "reviews.jsonl"), "bo")
    ask(bo, "reject", ids[0], id="decision-of-bo")
    with pytest.raises(Conflict, match="bo"):
        ask(room, "accept", ids[0], versions={f"/claims/{ids[0]}": 0})
    assert [each.who for each in Log(found / "reviews.jsonl").decisions] == ["bo"]


def test_an_amount_has_a_version_of_its_own(room, ids):
    ask(room, "edit", ids[0], patch=euros("41000000"), versions={f"/claims/{ids[0]}": 0, "/amounts/m1": 0})
    with pytest.raises(Conflict, match="/amounts/m1"):
        ask(
            room,
            "edit",
            ids[1],
            id="decision-2",
            patch=euros("42000000"),
            versions={f"/claims/{ids[1]}": 0, "/amounts/m1": 0},
        )
    told = ask(room, "edit", ids[1], id="decision-3", patch=euros("43000000"), versions={"/amounts/m1": 1})
    assert (
        told["things"]["/amounts/m1"]["value"] == "43000000"
        and told["standings"]["/amounts/m1"]["version"] == 2
    )


def test_what_is_told_is_what_has_changed_and_how_it_is_said(room, ids):
    told = ask(room, "edit", ids[0], patch=euros("41000000"))
    assert set(told["things"]) == {f"/claims/{ids[0]}", "/amounts/m1"}
    assert told["things"]["/amounts/m1"]["said"] == "> 41,000,000 EUR"
    assert (told["undo"], told["redo"], told["others"]) == (1, 0, [])


def test_what_others_did_is_told_since(room, ids, found):
    bo = Room(room.shelf, Log(found / "reviews.jsonl"), "bo")
    room.document(0)
    ask(bo, "flag", ids[2], id="decision-of-bo")
    told = room.since(0, 0)
    assert told["others"] == ["bo"] and told["standings"][f"/claims/{ids[2]}"]["status"] == "flagged"
    assert room.since(0, told["version"])["things"] == {}


def test_a_decision_of_another_document_is_not_told(room, ids):
    given = {"id": "decision-9", "when": "2026-03-01T10:00:00Z", "document": "second", "verdict": "accept"}
    room.decide({**given, "claim": room.shelf.document(1).claims[0].id})
    assert room.since(0, 0)["things"] == {}


@pytest.mark.parametrize(
    "more, why",
    [
        ({"verdict": "undo"}, "nothing to undo"), ({"verdict": "split", "act": {"name": "split", "at": [0, 1]}}, "claim"),
        ({"verdict": "edit", "act": {"name": "take", "other": "x"}}, "no other version"), ({"verdict": "edit", "act": {"name": "burn"}}, "act.name"),
        ({"verdict": "add", "act": {"name": "add", "at": [10, 10]}}, "no words"), ({"verdict": "add", "act": {"name": "add", "at": [-1, 10]}}, "act.at"),
        ({"verdict": "accept", "id": "short"}, "id"), ({"verdict": "accept", "note": "x" * 10_001}, "note"), ({"verdict": "accept", "extra": 1}, "extra"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_the_field(room, more, why):
    given = {"id": "decision-1", "when": "2026-03-01T10:00:00Z", "document": "ferry"}
    with pytest.raises(Unfit, match=why):
        room.decide({**given, **more})
    assert room.log.decisions == []


def test_undo_takes_ones_own_last_decision_back(room, ids, found):
    bo = Room(room.shelf, Log(found / "reviews.jsonl"), "bo")
    ask(room, "reject", ids[0])
    ask(bo, "accept", ids[1], id="decision-of-bo")
    told = ask(room, "undo", id="decision-2")
    assert told["standings"][f"/claims/{ids[0]}"]["status"] is None
    assert room.log.decisions[-1].undoes == "decision-1" and told["redo"] == 1
