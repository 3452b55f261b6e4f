"""Documents by number, however they are stored; what is in each; which come next in the queue."""

import gzip

import pytest

from pipeline import store
from pipeline.desk.queue import Count, Tally, count, decided, listed
from pipeline.desk.room import Room
from pipeline.desk.shelf import Shelf
from pipeline.review import Log
from pipeline.store import BadRecord


@pytest.fixture
def room(found):
    return Room(Shelf(found), Log(found / "reviews.jsonl"), "ada")


def ask(room, verdict, number, claim=None, **more):
    shelf = room.shelf
    given = {
        "id": f"decision-{number}",
        "when": "2026-03-01T10:00:00Z",
        "document": shelf.entries[0].id,
        "verdict": verdict,
        "claim": claim,
    }
    return room.decide({**given, **more})


def test_documents_are_found_by_number(found, tools):
    shelf = Shelf(found)
    assert [(each.number, each.id, each.title) for each in shelf.entries] == [
        (0, "ferry", "The ferry that never leaves"),
        (1, "second", "The ferry that never leaves"),
    ]
    assert shelf.document(1) == tools.ferry("second") and shelf.document(0) == tools.ferry()


def test_packed_shards_are_read_like_a_file(tmp_path, tools):
    (tmp_path / "shards").mkdir()
    for name in ("b", "a"):
        with gzip.open(tmp_path / "shards" / f"{name}.jsonl.gz", "wb") as file:
            file.write(store.line(tools.ferry(name)) + b"\n")
    shelf = Shelf(tmp_path)
    assert [each.id for each in shelf.entries] == ["a", "b"] and shelf.document(1).id == "b"


def test_a_record_in_another_order_of_keys_is_found_too(tmp_path, tools):
    record = tools.ferry().model_dump(mode="json")
    import json

    (tmp_path / "documents.jsonl").write_text(json.dumps(dict(reversed(record.items()))) + "\n")
    assert Shelf(tmp_path).entries[0].id == "ferry"


def test_a_log_of_reviews_beside_records_is_no_record(tmp_path, tools):
    store.write([tools.ferry()], tmp_path / "ferry.jsonl")
    room = Room(Shelf(tmp_path), Log(tmp_path / "reviews.jsonl"), "ada")
    ask(room, "accept", 1, room.shelf.document(0).claims[0].id)
    assert [each.id for each in Shelf(tmp_path).entries] == ["ferry"]


@pytest.mark.parametrize(
    "line, why",
    [("{}", "line 2: id: is missing"), ("[1]", "line 2: is a list"), ("no json", "line 2: is not JSON")],
)
def test_what_is_no_record_is_named(tmp_path, tools, line, why):
    path = tmp_path / "documents.jsonl"
    path.write_bytes(store.line(tools.ferry()) + line.encode() + b"\n")
    with pytest.raises(BadRecord, match=why):
        Shelf(path)


def test_an_id_that_comes_twice_is_named(tmp_path, tools):
    store.write([tools.ferry(), tools.ferry()], tmp_path / "documents.jsonl")
    with pytest.raises(BadRecord, match="'ferry' was given before"):
        Shelf(tmp_path)


def test_what_is_in_a_record_is_counted():
    claims = [
        {"confidence": 0.4, "check_worthiness": {"score": 0.2}},
        {"confidence": None, "check_worthiness": None},
        {"confidence": 0.9, "check_worthiness": {"score": 0.7}},
    ]
    assert count({"claims": claims}) == Count(3, 0.4, 0.7)
    assert count({}) == Count(0, None, None)


def test_what_is_decided_is_counted_once_and_what_was_undone_is_not(room):
    one, two = (claim.id for claim in room.shelf.document(0).claims[:2])
    ask(room, "accept", 1, one)
    ask(room, "flag", 2, one)
    ask(room, "reject", 3, two)
    ask(room, "comment", 4, two, note="why?")
    assert decided(room.log.decisions, room.shelf) == {0: 2}
    ask(room, "undo", 5)
    assert decided(room.log.decisions, room.shelf) == {0: 1}
    ask(room, "redo", 6)
    assert decided(room.log.decisions, room.shelf) == {0: 2}


def test_the_queue_by_words_state_and_order(found):
    shelf = Shelf(found)
    tally = Tally(shelf)
    tally.counts.update(
        {0: count({"claims": [{"confidence": 0.9}]}), 1: count({"claims": [{"confidence": 0.2}]})}
    )
    ids = lambda done, **wanted: [row["id"] for row in listed(shelf, tally, done, wanted, 0, 10)["rows"]]  # noqa: E731
    assert ids({}) == ["ferry", "second"] and ids({}, q="SEC ferry") == ["second"] and ids({}, q="boat") == []
    assert ids({}, order="confidence") == ["second", "ferry"]
    assert (
        ids({0: 1}, state="done") == ["ferry"]
        and ids({0: 1}, state="open") == ["second"]
        and ids({0: 1}, state="new") == ["second"]
    )


def test_the_desk_opens_with_what_nobody_has_begun(room, found):
    ask(room, "accept", 1, room.shelf.document(0).claims[0].id)
    assert Room(room.shelf, Log(found / "reviews.jsonl"), "bo").first == 1


def test_a_record_without_its_text_cannot_be_marked(tmp_path, tools):
    bare = tools.ferry().model_copy(update={"text": None})
    store.write([bare], tmp_path / "documents.jsonl")
    room = Room(Shelf(tmp_path), Log(tmp_path / "reviews.jsonl"), "ada")
    with pytest.raises(ValueError, match="without its text"):
        room.document(0)


def test_a_folder_may_hold_more_files_than_a_process_may_open(tmp_path, tools):
    resource = pytest.importorskip("resource")
    for n in range(90):
        store.write([tools.ferry(f"ferry-{n}")], tmp_path / f"{n:02}.jsonl")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, hard))
    try:
        assert Shelf(tmp_path).document(89).id == "ferry-89"
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_a_broken_record_is_counted_as_one_that_cannot_be_read(tmp_path, tools):
    for name in ("a", "b", "c"):
        store.write([tools.ferry(name)], tmp_path / f"{name}.jsonl")
    broken = tmp_path / "b.jsonl"
    broken.write_bytes(broken.read_bytes()[:900] + b"\n")
    shelf = Shelf(tmp_path)
    tally = Tally(shelf)
    tally._run()
    assert [tally.counts[n].claims for n in range(3)] == [5, None, 5]
    assert shelf.torn == [f"{broken} line 1"]
    assert [row["id"] for row in listed(shelf, tally, {}, {"state": "done"}, 0, 9)["rows"]] == []
    with pytest.raises(BadRecord, match=r"b\.jsonl line 1"):
        shelf.document(1)


def test_a_file_that_was_written_anew_is_not_read_at_the_old_places(tmp_path, tools):
    path = tmp_path / "documents.jsonl"
    store.write([tools.ferry()], path)
    shelf = Shelf(tmp_path)
    store.write([tools.ferry("other"), tools.ferry()], path)
    with pytest.raises(BadRecord, match="was written anew since the desk began"):
        shelf.document(0)


def test_what_an_undo_gives_back_is_still_the_decision_of_who_made_it(found, room):
    claim = room.shelf.document(0).claims[0].id
    bo = Room(Shelf(found), Log(found / "reviews.jsonl"), "bo")
    ask(bo, "reject", 1, claim)
    ask(room, "accept", 2, claim, versions={f"/claims/{claim}": 1})
    told = ask(room, "undo", 3)["standings"][f"/claims/{claim}"]
    assert (told["status"], told["who"], told["version"]) == ("rejected", "bo", 3)
