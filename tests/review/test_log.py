"""The log: nothing is lost, nothing overwritten, whatever crashes and whoever writes beside."""

import multiprocessing

import pytest

from pipeline.record import digest
from pipeline.review import BadLog, Conflict, Decision, Log

TEXT = "Japan gave $3 million."


def decision(id, claim="c1", verdict="accept", who="ada", **more):
    return Decision(
        id=id, when="2026-03-01T10:00:00Z", who=who, document="a", text_hash=digest(TEXT), claim=claim, verdict=verdict,
        **more,
    )  # fmt: skip


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path / "reviews.jsonl")


def test_what_is_appended_is_read_again(log):
    assert log.append(decision("1", note="wörds\nand lines\u2028")) == [log.decisions[0]]
    log.append(decision("2", base=1, patch=({"op": "replace", "path": "/claims/c1/kind", "value": "fact"},)))
    assert Log(log.path).decisions == log.decisions
    assert [each.id for each in log.decisions] == ["1", "2"]
    assert log.path.read_bytes().count(b"\n") == 2


def test_the_same_decision_twice_is_written_once(log):
    log.append(decision("1"))
    assert log.append(decision("1")) == []
    with pytest.raises(ValueError, match="'1' is that of another decision"):
        log.append(decision("1", verdict="reject", base=1))
    assert len(Log(log.path).decisions) == 1


def test_a_decision_on_an_older_version_is_refused_and_says_whose_is_newer(log):
    edit = {"op": "replace", "path": "/claims/c1/kind", "value": "prediction"}
    log.append(decision("1", verdict="edit", patch=(edit,)))
    with pytest.raises(
        Conflict, match=r"claims/c1: ada has changed it at 2026-03-01T10:00:00Z .*kind = 'prediction'"
    ) as told:
        log.append(decision("2", who="bob"))
    assert told.value.other.id == "1"
    with pytest.raises(Conflict, match="no version 7, the present one is 1"):
        log.append(decision("3", base=7))
    log.append(decision("4", who="bob", base=1))
    log.append(decision("5", claim="c2"))
    assert [each.id for each in Log(log.path).decisions] == ["1", "4", "5"]


def test_other_things_that_a_patch_touches_have_versions_too(log):
    money = {"op": "replace", "path": "/amounts/m1/value", "value": "4"}
    log.append(decision("1", verdict="edit", patch=(money,)))
    with pytest.raises(Conflict, match="/amounts/m1: ada has changed it"):
        log.append(decision("2", claim="c2", verdict="edit", patch=(money,)))
    log.append(decision("3", claim="c2", verdict="edit", patch=(money,), also={"/amounts/m1": 1}))
    assert log.versions.of("a", "/amounts/m1") == 2


def test_comments_stand_in_nobodys_way(log):
    log.append(decision("1"))
    log.append(decision("2", verdict="comment", note="Sure?"))
    log.append(decision("3", base=1))
    assert log.versions.of("a", "/claims/c1") == 2


def test_what_another_process_wrote_comes_first(log):
    other = Log(log.path)
    other.append(decision("1"))
    assert [each.id for each in log.append(decision("2", claim="c2"))] == ["1", "2"]
    assert [each.id for each in other.refresh()] == ["2"]
    assert other.refresh() == []


def test_it_survives_truncation_at_every_byte(log):
    for n in range(3):
        log.append(decision(str(n), claim=f"c{n}", note="ü" * n))
    whole = log.path.read_bytes()
    ends = [at for at in range(len(whole)) if whole[at : at + 1] == b"\n"]
    for cut in range(len(whole) + 1):
        log.path.write_bytes(whole[:cut])
        left = Log(log.path)
        complete = sum(cut >= end for end in ends)  # a line that lacks only its end is whole
        assert [each.id for each in left.decisions] == [str(n) for n in range(complete)]
        assert len(left.torn) == (cut > 0 and cut not in {*ends, *(end + 1 for end in ends)})
        left.append(decision("new", claim="new"))
        again = Log(log.path)
        assert again.decisions == left.decisions and not again.torn
        assert [each.id for each in again.decisions] == [*(str(n) for n in range(complete)), "new"]


def test_what_is_torn_is_told(log):
    log.append(decision("1"))
    with log.path.open("ab") as file:
        file.write(b'{"id":"2","when":')
    (torn,) = Log(log.path).torn
    assert str(torn) == f"{log.path} line 2: a decision was cut off by a crash (17 bytes) and does not count"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"nonsense\n", "line 2: is not JSON"),
        (b'{"id":"2"}\n', "line 2: when: is missing"),
    ],
)
def test_a_line_that_is_no_decision_is_named(log, line, message):
    log.append(decision("1"))
    with log.path.open("ab") as file:
        file.write(line)
    with pytest.raises(BadLog, match=message):
        Log(log.path)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"verdict": "maybe"}, "verdict"),
        ({"when": "yesterday"}, "when"),
        ({"who": ""}, "who"),
        ({"base": -1}, "base"),
        ({"patch": [{"op": "replace", "path": "/claims", "value": {}}]}, "cannot change '/claims'"),
        ({"patch": [{"op": "replace", "path": "/text", "value": ""}]}, "cannot change '/text'"),
        ({"patch": [{"op": "burn", "path": "/claims/c1"}]}, "'burn' is none of"),
        ({"patch": [{"op": "add", "path": "/claims/c1"}]}, "add: has no value"),
    ],
)
def test_what_is_no_decision_is_refused_with_its_field(change, message):
    with pytest.raises(ValueError, match=message):
        Decision.model_validate({**decision("1").model_dump(), **change})


def test_nothing_is_half_written(log, monkeypatch):
    log.append(decision("1"))
    before = log.path.read_bytes()
    monkeypatch.setattr("os.fsync", lambda file: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        log.append(decision("2", base=1))
    assert log.path.read_bytes() == before
    monkeypatch.undo()
    log.append(decision("3", base=1))
    assert [each.id for each in Log(log.path).decisions] == ["1", "3"]


def _write(path, who):
    log = Log(path)
    for n in range(25):
        log.append(decision(f"{who}{n}", claim=f"{who}{n}", who=who))


def test_two_processes_append_at_once(log):
    several = multiprocessing.get_context("spawn")
    both = [several.Process(target=_write, args=(log.path, who)) for who in ("ada", "bob")]
    for process in both:
        process.start()
    for process in both:
        process.join()
    log.refresh()
    assert [process.exitcode for process in both] == [0, 0]
    assert sorted(each.id for each in log.decisions) == sorted(
        f"{who}{n}" for who in ("ada", "bob") for n in range(25)
    )
