"""One batch, with a stand-in for the pipeline."""

import json
from itertools import islice

import pytest

from pipeline.run import Options, run

FILES = ["amounts.csv", "claims.csv", "dates.csv", "documents.jsonl", "entities.csv", "run.json", "sums.csv"]


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "op-eds"
    folder.mkdir()
    (folder / "a.txt").write_text("Apples cost too much.")
    (folder / "b.txt").write_bytes(b"caf\xe9")
    (folder / "c.md").write_text("---\nid: c\ntitle: Of pears\npublished: 2020-02-29\n---\nPears are cheap.")
    (folder / "d.jsonl").write_text(
        '{"text": "Plums."}\n{"text": "poison"}\nplums\n{"text": "Figs.", "id": 7}\n'
    )
    (folder / "e.txt").write_text("")
    return folder


def listing(folder):
    return sorted(path.name for path in folder.iterdir())


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_whatever_can_be_read_is_done_and_the_rest_is_listed_in_order(articles, tmp_path, extract):
    out = tmp_path / "out"
    summary = run([str(articles)], out, extract=extract)
    assert listing(out) == FILES
    assert summary.counts.documents == 4
    written = json.loads((out / "run.json").read_text())
    names = [failure["where"].rpartition("/")[2] for failure in written["failures"]]
    assert names == ["b.txt", "d.jsonl line 2", "d.jsonl line 3", "e.txt"]
    assert written["counts"]["claims_by_kind"]["fact"] == 4
    assert written["counts"]["failures"] == len(summary.failures) == 4
    assert written["made_by"]["model"] == "stand-in"


def test_failures_keep_their_order_however_far_extraction_reads_ahead(articles, tmp_path, extract):
    def eager(found):
        yield from extract(list(found))

    one = run([str(articles)], tmp_path / "one", extract=extract)
    two = run([str(articles)], tmp_path / "two", extract=eager)
    assert one.failures == two.failures
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_twice_gives_the_same_bytes(articles, tmp_path, extract):
    for _ in range(2):
        run([str(articles)], tmp_path / "out", extract=extract)
        first = contents(tmp_path / "out")
    run([str(articles)], tmp_path / "elsewhere", extract=extract, options=Options(workers=2))
    assert contents(tmp_path / "elsewhere") == first


def test_what_a_run_wrote_is_not_read_by_the_next(tmp_path, extract):
    (tmp_path / "a.txt").write_text("Apples.")
    for out in (tmp_path / "out", tmp_path):
        for _ in range(2):
            summary = run([str(tmp_path)], out, extract=extract)
            assert (summary.counts.documents, summary.failures) == (1, ())
        (out / "documents.jsonl").rename(out / "was.json")


def test_a_record_of_ours_can_be_read_again_if_named(tmp_path, extract):
    (tmp_path / "a.txt").write_text("Apples.")
    run([str(tmp_path)], tmp_path, extract=extract)
    before = (tmp_path / "documents.jsonl").read_bytes()
    assert run([str(tmp_path / "documents.jsonl")], tmp_path, extract=extract).failures == ()
    assert (tmp_path / "documents.jsonl").read_bytes() == before


def test_an_interrupted_run_keeps_what_is_finished(articles, tmp_path, extract):
    def interrupted(found):
        yield from islice(extract(found), 2)
        raise KeyboardInterrupt

    summary = run([str(articles)], tmp_path / "out", extract=interrupted)
    assert summary.interrupted
    assert listing(tmp_path / "out") == FILES
    assert json.loads((tmp_path / "out" / "run.json").read_text())["interrupted"] is True
    assert len((tmp_path / "out" / "documents.jsonl").read_bytes().splitlines()) == 2
    assert (tmp_path / "out" / "claims.csv").read_text().count("\n") == 3


def test_a_crash_leaves_the_folder_as_it_was(articles, tmp_path, extract):
    def crash(found):
        yield next(extract(found))
        raise RuntimeError

    out = tmp_path / "out"
    run([str(articles)], out, extract=extract)
    before = contents(out)
    with pytest.raises(RuntimeError):
        run([str(articles)], out, extract=crash)
    assert contents(out) == before


def test_progress_counts_articles_not_only_documents(articles, tmp_path, extract):
    seen = []
    run([str(articles)], tmp_path / "out", extract=extract, progress=seen.append)
    assert seen == [1, 2, 3, 4, 5]


def test_more_documents_than_fit_one_frame(tmp_path, extract):
    many = tmp_path / "many.jsonl"
    many.write_text("".join(f'{{"text": "Op-ed {n}"}}\n' for n in range(150)))
    run([str(many)], tmp_path / "out", extract=extract)
    rows = (tmp_path / "out" / "amounts.csv").read_text().splitlines()
    assert len(rows) == 151
    assert sum(row.startswith('"document"') for row in rows) == 1


def test_a_folder_that_cannot_be_written_raises_what_the_command_can_say(articles, extract):
    with pytest.raises(OSError, match="exists"):
        run([str(articles)], articles / "a.txt", extract=extract)
