"""What is written is what is read, to the byte; a bad line is named."""

import gzip
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.record import Document, MadeBy, digest
from pipeline.store import BadRecord, line, read, write
from pipeline.store.jsonl import is_log, lines


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_round_trip(tmp_path_factory, any_document, data):
    documents = data.draw(st.lists(any_document, max_size=2))
    folder = tmp_path_factory.mktemp("trip")
    write(documents, folder / "a.jsonl")
    again = list(read(folder / "a.jsonl"))
    write(again, folder / "b.jsonl")
    assert again == documents
    assert (folder / "a.jsonl").read_bytes() == (folder / "b.jsonl").read_bytes()
    assert (folder / "a.jsonl").read_bytes().count(b"\n") == len(documents)


@pytest.fixture
def good():
    made_by = MadeBy(version="0", model="none", config="0")
    return Document(id="good", sha256=digest("Good."), text="Good.", made_by=made_by)


def test_a_bad_line_is_named_with_what_is_wrong(tmp_path, good):
    file = tmp_path / "found.jsonl"
    whole = json.loads(line(good))
    wrong_sha = {**whole, "text": "x", "sha256": "0" * 64}
    for record, complaint in [
        ({**whole, "mood": "sad"}, "mood: is no field that is known here"),
        (wrong_sha, "sha256 is not that of its text"),
        ({**whole, "published": "2023-02-29"}, "published: is '2023-02-29', not a date"),
    ]:
        file.write_bytes(line(good) + b"\n" + json.dumps(record).encode() + b"\n")
        with pytest.raises(BadRecord) as error:
            list(read(file))
        assert str(error.value).startswith(f"{file} line 3: ")
        assert complaint in str(error.value)
        assert "\n" not in str(error.value)


def test_a_line_that_is_not_json(tmp_path):
    file = tmp_path / "found.jsonl"
    for data in (b"{", b"\xff", b"[]", b"null"):
        file.write_bytes(data)
        with pytest.raises(BadRecord, match="line 1: "):
            list(read(file))


def test_a_folder_is_its_files_in_order(tmp_path, good):
    for name in ("b", "a"):
        write([good.model_copy(update={"id": name})], tmp_path / f"{name}.jsonl")
    (tmp_path / "run.json").write_text("{}")
    assert [document.id for document in read(tmp_path)] == ["a", "b"]


def test_of_what_a_run_wrote_the_whole_is_read_or_else_its_shards(tmp_path, good):
    shards = tmp_path / "shards"
    shards.mkdir()
    one, other = (good.model_copy(update={"id": id}) for id in "ab")
    (shards / "000001-f.jsonl.gz").write_bytes(gzip.compress(line(other)))
    (shards / "000000-f.jsonl.gz").write_bytes(gzip.compress(line(good)) + gzip.compress(line(one)))
    (tmp_path / "errors.jsonl").write_text('{"where": "x", "reason": "y"}\n')
    assert [document.id for document in read(tmp_path)] == ["good", "a", "b"]
    assert [each.where for each in lines(shards / "000000-f.jsonl.gz")] == [
        f"{shards / '000000-f.jsonl.gz'} line {number}" for number in (1, 2)
    ]
    write([other], tmp_path / "documents.jsonl")
    assert [document.id for document in read(tmp_path)] == ["b"]


def test_a_folder_without_records(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"holds no \.jsonl files"):
        list(read(tmp_path))


def test_a_log_of_reviews_beside_records_is_no_record(tmp_path):
    (tmp_path / "reviews-ada.jsonl").write_text('{"id":"1","verdict":"accept"}\n')
    with pytest.raises(FileNotFoundError, match=r"holds no \.jsonl files"):
        list(read(tmp_path))
    (tmp_path / "reviews-of-books.jsonl").write_text("{}\n")
    with pytest.raises(BadRecord, match=r"reviews-of-books\.jsonl line 1"):
        list(read(tmp_path))


def test_packed_files_of_a_folder_are_read_with_the_others_in_order(tmp_path, good):
    a, b, c = (good.model_copy(update={"id": id}) for id in "abc")
    write([b], tmp_path / "b.jsonl")
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"\n" + line(a) + b"  \n"))
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(line(c)))
    (tmp_path / "notes.txt").write_text("x")
    assert [document.id for document in read(tmp_path)] == ["a", "b", "c"]
    assert [document.id for document in read(str(tmp_path / "a.jsonl.gz"))] == ["a"]
    assert [each.where.removeprefix(f"{tmp_path}/") for each in lines(tmp_path / "a.jsonl.gz")] == [
        "a.jsonl.gz line 2"
    ]


@pytest.mark.parametrize(
    "damage",
    [lambda data: data[:-9], lambda data: b"x" + data[1:], lambda data: data[:20] + b"xx" + data[22:]],
)
def test_a_packed_file_that_is_damaged_is_named(tmp_path, good, damage):
    file = tmp_path / "a.jsonl.gz"
    file.write_bytes(damage(gzip.compress(line(good))))
    with pytest.raises(BadRecord, match=r"a\.jsonl\.gz: is damaged"):
        list(read(file))


def test_of_several_complaints_the_first_is_told_and_the_others_are_counted(tmp_path, good):
    whole = json.loads(line(good))
    for more, count in (({"mood": "sad"}, ""), ({"mood": "sad", "tone": "low"}, " (and 1 more)"), (
        {"mood": "sad", "tone": "low", "language": 5}, " (and 2 more)")):  # fmt: skip
        (tmp_path / "a.jsonl").write_text(json.dumps(whole | more))
        with pytest.raises(BadRecord) as error:
            list(read(tmp_path / "a.jsonl"))
        assert str(error.value).endswith(f"is no field that is known here{count}") or count == " (and 2 more)"
        assert (" more)" in str(error.value)) == bool(count) and count in str(error.value)


def test_a_log_is_told_by_its_first_line_and_by_its_name(tmp_path, good):
    log, record = b'{"id":"1","verdict":"accept"}\n', line(good)
    for name, data, is_one in (
        ("reviews.jsonl", log, True), ("other.jsonl", log, False), ("reviews.jsonl", record, False),
        ("reviews-1.jsonl", record.replace(b'"title"', b'"verdict":1,"title"'), False),
    ):  # fmt: skip
        (tmp_path / name).write_bytes(data)
        assert is_log(tmp_path / name) is is_one
