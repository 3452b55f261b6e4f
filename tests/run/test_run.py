"""One batch, with a stand-in for the pipeline."""

import ast
import datetime as dt
import errno
import importlib.util
import json
import os
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from pipeline.read.sources import WRITTEN
from pipeline.record import Article
from pipeline.run import Options, differences, plan, watch
from pipeline.run.files import alone
from pipeline.run.key import _APART, _ROOT, PACKAGES, _files, fingerprint, key
from pipeline.run.work import Here

FILES = [
    "amounts.csv", "claims.csv", "dates.csv", "documents.jsonl", "entities.csv", "run.json", "shards", "sums.csv",
]  # fmt: skip


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "op-eds"
    folder.mkdir()
    (folder / "a.txt").write_text("Apples cost too much.")
    (folder / "b.txt").write_bytes(b"a\0b")
    (folder / "c.md").write_text("---\nid: c\ntitle: Of pears\npublished: 2020-02-29\n---\nPears are cheap.")
    (folder / "d.jsonl").write_text(
        '{"text": "Plums."}\n{"text": "poison"}\nplums\n{"text": "Figs.", "id": 7}\n'
    )
    (folder / "e.txt").write_text("")
    return folder


def listing(folder):
    return sorted(path.name for path in folder.iterdir())


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def lines(path):
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def counting(extract, done):
    def wrapped(articles):
        for article in articles:
            done.append(article.where.rpartition("/")[2])
            yield from extract([article])

    return wrapped


def test_whatever_can_be_read_is_done_and_the_rest_is_listed_in_order(articles, tmp_path, run):
    out = tmp_path / "out"
    summary = run([articles], out)
    assert listing(out) == sorted([*FILES, "errors.jsonl"])
    assert summary.counts.documents == 4
    names = [error["where"].rpartition("/")[2] for error in lines(out / "errors.jsonl")]
    assert names == ["b.txt", "d.jsonl line 2", "d.jsonl line 3", "e.txt"]
    assert [failure.reason for failure in summary.failures] == [
        error["reason"] for error in lines(out / "errors.jsonl")
    ]
    assert set(listing(out)) <= WRITTEN | {"run.json"}
    written = json.loads((out / "run.json").read_text())
    assert written["counts"]["claims_by_kind"]["fact"] == 4
    assert written["counts"]["failures"] == summary.failed == 4
    assert written["made_by"]["model"] == "stand-in"
    assert written["state"] == "finished"


def test_failures_keep_their_order_however_far_extraction_reads_ahead(articles, tmp_path, run, extract):
    def eager(found):
        yield from extract(list(found))

    one = run([articles], tmp_path / "one")
    two = run([articles], tmp_path / "two", extract=eager)
    assert one.failures == two.failures
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_twice_gives_the_same_bytes(articles, tmp_path, run):
    """In the same folder and in another; with workers of their own: `tests/articles/test_batch.py`."""
    run([articles], tmp_path / "out")
    first = contents(tmp_path / "out")
    run([articles], tmp_path / "out")
    run([articles], tmp_path / "elsewhere")
    assert contents(tmp_path / "out") == contents(tmp_path / "elsewhere") == first


def test_what_a_run_wrote_is_not_read_by_the_next(tmp_path, run):
    (tmp_path / "a.txt").write_text("Apples.")
    for out in (tmp_path / "out", tmp_path):
        for _ in range(2):
            summary = run([tmp_path], out)
            assert (summary.counts.documents, summary.failures) == (1, [])
        (out / "documents.jsonl").rename(out / "was.json")


def test_a_record_of_ours_can_be_read_again_if_named(tmp_path, run):
    (tmp_path / "a.txt").write_text("Apples.")
    run([tmp_path], tmp_path)
    before = (tmp_path / "documents.jsonl").read_bytes()
    assert run([tmp_path / "documents.jsonl"], tmp_path).failures == []
    assert (tmp_path / "documents.jsonl").read_bytes() == before


@pytest.mark.parametrize("end", [KeyboardInterrupt, RuntimeError])
def test_a_run_that_broke_off_goes_on_where_it_was(articles, tmp_path, run, extract, end):
    def broken(found):
        yield from islice(extract(found), 2)
        raise end

    done: list[str] = []
    if end is KeyboardInterrupt:
        assert run([articles], tmp_path / "out", extract=broken).state == "interrupted"
    else:
        with pytest.raises(RuntimeError):
            run([articles], tmp_path / "out", extract=broken)
    assert run([articles], tmp_path / "out", extract=counting(extract, done)).state == "finished"
    assert len(done) == 3
    run([articles], tmp_path / "undisturbed")
    assert contents(tmp_path / "out") == contents(tmp_path / "undisturbed")


@pytest.mark.parametrize("ending", ["rows", "jsonl.gz", "claims.csv.gz"])
@pytest.mark.parametrize(
    "damage",
    [lambda data: b"", lambda data: data[:40], lambda data: b"\xff" * 2000],
    ids=["empty", "cut", "other"],
)
def test_a_shard_that_is_damaged_is_made_anew(articles, tmp_path, run, ending, damage):
    out = tmp_path / "out"
    run([articles], out)
    before = contents(out)
    (file,) = (out / "shards").glob(f"*.{ending}")
    file.write_bytes(damage(file.read_bytes()))
    run([articles], out)
    assert contents(out) == before


def test_a_shard_that_is_damaged_within_is_said_and_then_made_anew(articles, tmp_path, run):
    out = tmp_path / "out"
    run([articles], out)
    before = contents(out)
    (file,) = (out / "shards").glob("*-*[0-9a-f].jsonl.gz")
    data = bytearray(file.read_bytes())
    data[30] ^= 0xFF
    file.write_bytes(data)
    with pytest.raises(OSError, match=r"\.jsonl\.gz: is damaged; once more, and it is made anew"):
        run([articles], out)
    assert (out / "documents.jsonl").read_bytes() == before[Path("documents.jsonl")]
    run([articles], out)
    assert contents(out) == before


def test_an_interrupted_run_keeps_what_is_finished(articles, tmp_path, run, extract):
    def interrupted(found):
        yield from islice(extract(found), 2)
        raise KeyboardInterrupt

    run([articles], tmp_path / "out", extract=interrupted)
    assert json.loads((tmp_path / "out" / "run.json").read_text())["state"] == "interrupted"
    assert len(lines(tmp_path / "out" / "documents.jsonl")) == 2
    assert (tmp_path / "out" / "claims.csv").read_text().count("\n") == 3


def test_a_crash_leaves_the_files_of_an_earlier_run(articles, tmp_path, run, extract):
    def crash(found):
        yield next(extract(found))
        raise RuntimeError

    out = tmp_path / "out"
    run([articles], out)
    before = contents(out)
    with pytest.raises(RuntimeError):
        run([articles], out, extract=crash, fresh=True)
    after = contents(out)
    assert {name: after[name] for name in after if name.suffix == ".csv"} == {
        name: before[name] for name in before if name.suffix == ".csv"
    }
    assert json.loads((out / "run.json").read_text())["state"] == "running"


def test_only_what_is_new_or_failed_is_done_again(articles, tmp_path, run, extract):
    out, done = tmp_path / "out", []
    run([articles], out)
    (articles / "0.txt").write_text("Quinces are back.")
    (articles / "a.txt").unlink()
    summary = run([articles], out, extract=counting(extract, done))
    assert done == ["0.txt", "d.jsonl line 2"]
    assert summary.counts.documents == 4
    run([articles], tmp_path / "anew")
    assert contents(out) == contents(tmp_path / "anew")


@pytest.mark.parametrize(
    "changed",
    [{"published": "2024-05-31"}, {"with_text": False}, {"fingerprint": "another"}, {"fresh": True}],
)
def test_other_options_or_another_program_do_all_anew(articles, tmp_path, run, extract, changed):
    out, done = tmp_path / "out", []
    run([articles], out)
    run([articles], out, extract=counting(extract, done), **_day(changed))
    assert len(done) == 5
    run([articles], tmp_path / "anew", **_day(changed))
    assert contents(out) == contents(tmp_path / "anew") or changed == {"fresh": True}


def _day(options):
    return {
        name: dt.date.fromisoformat(value) if name == "published" else value
        for name, value in options.items()
    }


def test_options_that_differ_are_named(articles, tmp_path, run):
    out = tmp_path / "out"
    assert differences(out, Options(), "p") == []
    run([articles], out)
    assert differences(out, Options(workers=3, limit=2), "stand-in") == []
    assert differences(out, Options(model="m", with_text=False), "other") == [
        "another version, model or library",
        "--model: none then, m now",
        "--without-text: no then, yes now",
    ]
    assert differences(out, Options(convert="EUR"), "stand-in") == ["--convert: none then, EUR now"]


def test_other_rates_are_named(articles, tmp_path, run):
    out, options = tmp_path / "out", Options(convert="EUR")
    run([articles], out, convert="EUR")
    assert differences(out, options, "stand-in") == []
    written = json.loads((out / "run.json").read_text())
    written["versions"]["CurrencyConverter"] = "0.0"
    (out / "run.json").write_text(json.dumps(written))
    assert differences(out, options, "stand-in") == ["other rates of currencies"]


def test_two_runs_do_not_write_to_one_folder(articles, tmp_path, run):
    run([articles], tmp_path / "out")
    with alone(tmp_path / "out" / "shards" / "lock"), pytest.raises(BlockingIOError):
        run([articles], tmp_path / "out")


@pytest.mark.parametrize("first", ["{", '{"text": "poison"}'], ids=["not read", "not extracted"])
def test_the_first_failure_stops_it_where_that_is_asked(tmp_path, run, extract, first):
    """When the block of 64 that it is in is done: those are under way already."""
    many, done = tmp_path / "many.jsonl", []
    many.write_text(f"{first}\n" + "".join(f'{{"text": "Op-ed {n}"}}\n' for n in range(150)))
    summary = run([many], tmp_path / "out", extract=counting(extract, done), stop=True)
    assert (summary.state, summary.failed) == ("stopped", 1)
    assert summary.counts.documents == 63 and set(done) <= {f"many.jsonl line {n}" for n in range(1, 65)}


def test_a_limit_takes_the_first_articles(articles, tmp_path, run):
    summary = run([articles], tmp_path / "out", limit=2)
    assert (summary.counts.documents, summary.failed) == (2, 1)


def test_a_plan_says_what_is_to_do_and_writes_nothing(articles, tmp_path, run, extract):
    out = tmp_path / "out"
    work = Here(extract, "stand-in")
    found = plan([str(articles)], out, Options(), work)
    assert (found.todo, found.done, found.failed, found.words) == (5, 0, 3, 10)
    assert not out.exists()
    run([articles], out)
    before = contents(out)
    found = plan([str(articles)], out, Options(), work)
    assert (found.todo, found.done, found.failed) == (1, 4, 3)
    assert contents(out) == before


def test_copies_and_near_copies_are_marked_and_not_dropped(tmp_path, run):
    folder = tmp_path / "op-eds"
    folder.mkdir()
    text = " ".join(
        f"The river rose {n} metres in the year that the mill number {n} closed." for n in range(20)
    )
    (folder / "a.md").write_text(f"---\noutlet: Daily Bell\n---\n{text}")
    (folder / "b.md").write_text(f"---\noutlet: Evening Post\n---\n{text}")
    (folder / "c.txt").write_text(text.replace("number 3", "number three") + " So it was.")
    (folder / "d.md").write_text(f"---\noutlet: Daily Bell\n---\n{text}")
    (folder / "e.txt").write_text("Something else altogether, and quite short.")
    summary = run([folder], tmp_path / "out")
    assert (summary.counts.documents, summary.near, summary.copies, summary.failed) == (4, 2, 1, 0)
    head, *rows = (tmp_path / "out" / "duplicates.csv").read_text().splitlines()
    first, second, _, _ = (one["id"] for one in lines(tmp_path / "out" / "documents.jsonl"))
    assert head == '"document","where","of","kind","similarity"'
    assert second == f"{first}-2"
    kinds = [row.split(",")[3] for row in rows]
    assert kinds == ['"same words"', '"near"', '"copy"']
    assert all(f'"{first}"' in row.split(",")[2] for row in rows)


def test_above_so_many_documents_the_shards_are_the_output(tmp_path, run, monkeypatch):
    from pipeline.store import read

    many = tmp_path / "many.jsonl"
    many.write_text("".join(f'{{"text": "Op-ed {n}", "id": {n}}}\n' for n in range(150)))
    run([many], tmp_path / "whole")
    monkeypatch.setattr("pipeline.run.output.write.__defaults__", (100,))
    summary = run([many], tmp_path / "out")
    assert not summary.assembled
    assert listing(tmp_path / "out") == ["run.json", "shards"]
    assert list(read(tmp_path / "out")) == list(read(tmp_path / "whole"))
    assert [one.id for one in read(tmp_path / "out")] == [str(n) for n in range(150)]


def test_progress_counts_what_is_done_and_the_words_that_were_read(articles, tmp_path, run):
    seen = []
    run([articles], tmp_path / "out", progress=seen.append)
    assert seen[0] == (3, 0, 8, 3, 10)
    assert seen[-1] == (8, 10, 8, 3, 10) and len(seen) == 6
    run([articles], tmp_path / "out", progress=seen.append)
    assert [told.known for told in seen[6:]] == [7, 7]  # what failed is tried again


def test_more_documents_than_fit_one_frame_or_shard(tmp_path, run):
    many = tmp_path / "many.jsonl"
    many.write_text("".join(f'{{"text": "Op-ed {n}"}}\n' for n in range(150)))
    run([many], tmp_path / "out")
    rows = (tmp_path / "out" / "amounts.csv").read_text().splitlines()
    assert len(rows) == 151
    assert sum(row.startswith('"document"') for row in rows) == 1
    assert len(list((tmp_path / "out" / "shards").glob("*.rows"))) == 3


def test_a_folder_that_cannot_be_written_raises_what_the_command_can_say(articles, run):
    with pytest.raises(OSError, match=r"exists|directory"):
        run([articles], articles / "a.txt")


def test_a_full_disk_costs_nothing_that_was_finished(articles, tmp_path, run, monkeypatch):
    whole, left = os.fsync, iter([None, None])

    def full(handle):
        if next(left, "none") == "none":
            raise OSError(errno.ENOSPC, "No space left on device")
        whole(handle)

    with monkeypatch.context() as patched:
        patched.setattr("pipeline.run.shards.os.fsync", full)
        patched.setattr("pipeline.run.shards.PAUSE", 0)
        with pytest.raises(OSError, match="No space"):
            run([articles], tmp_path / "out")
    assert run([articles], tmp_path / "out").state == "finished"
    run([articles], tmp_path / "undisturbed")
    assert contents(tmp_path / "out") == contents(tmp_path / "undisturbed")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="asks the kernel for a limit")
def test_a_disk_that_is_full_is_said_and_costs_nothing(tmp_path, run, extract):
    """The kernel refuses files beyond a size, as a small quota would."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(70):
        (folder / f"{number}.txt").write_text(
            " ".join(f"It built {number * n} new roads." for n in range(1, 90))
        )
    code = (
        "import resource, sys\n"
        "from pipeline.run import Options, run\n"
        "from pipeline.run.work import Here\n"
        "import deadly\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))\n"
        "try:\n    run([sys.argv[1]], sys.argv[2], options=Options(any_language=True), work=Here(deadly.extract, 'deadly'))\n"
        "except OSError as error:\n    sys.exit(error.strerror)\n"
    )
    here = [str(Path(__file__).parent / "stand_ins"), str(Path(__file__).parents[2])]
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder), str(tmp_path / "out")],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(here)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, "File too large\n")
    finished = []
    assert (
        run(
            [folder], tmp_path / "out", extract=counting(deadly_extract(), finished), fingerprint="deadly"
        ).counts.documents
        == 70
    )
    assert 0 < len(finished) < 70  # what was finished before was kept


def deadly_extract():
    spec = importlib.util.spec_from_file_location("deadly", Path(__file__).parent / "stand_ins" / "deadly.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.extract


def test_a_watch_runs_when_something_new_has_come_to_rest(tmp_path, extract):
    folder, out, done, told = tmp_path / "in", tmp_path / "out", [], []
    folder.mkdir()
    (folder / "a.txt").write_text("Apples.")
    (folder / "b.txt").write_text("poison")

    def tell(summary):
        told.append((summary.counts.documents, summary.failed))
        if len(told) == 2:
            raise KeyboardInterrupt
        (folder / "c.txt").write_text("Cherries.")

    work = Here(counting(extract, done), "stand-in")
    with pytest.raises(KeyboardInterrupt):
        watch([str(folder)], out, options=Options(), work=work, told=tell, pause=0.01)
    assert told == [(1, 1), (2, 1)]
    assert sorted(done) == ["a.txt", "b.txt", "c.txt"]


def test_the_key_is_of_all_that_decides_the_record_and_of_nothing_else(monkeypatch):
    article = Article(where="a.txt", text="Apples.", id="x")
    same = key(article, Options(), "p")
    assert same == key(
        article.model_copy(update={"where": "b.txt", "notes": ("guessed",)}), Options(workers=2), "p"
    )
    others = [
        key(article.model_copy(update={"outlet": "Bell"}), Options(), "p"),
        key(article.model_copy(update={"text": "Pears."}), Options(), "p"),
        key(article, Options(published=dt.date(2024, 5, 31)), "p"),
        key(article, Options(with_text=False), "p"),
        key(article, Options(convert="EUR"), "p"),
        key(article, Options(convert="USD"), "p"),
        key(article, Options(), "q"),
    ]
    assert len({same, *others}) == 8
    monkeypatch.setattr("pipeline.run.key.installed", lambda package: f"another {package}")
    assert same == key(article, Options(), "p")
    assert others[5] != key(article, Options(convert="EUR"), "p")


def test_all_that_a_worker_imports_is_in_the_program():
    """Of `read`, whose articles are in the key, nothing has to be."""
    code = "import sys, pipeline.run.worker, pipeline.extraction; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    ours = {
        name.removeprefix("pipeline.").replace(".", "/") + "/"
        for name in loaded
        if name.startswith("pipeline.")
    }
    assert {name for name in ours if name.startswith(_APART) and not name.startswith("read/")} == set()
    assert any(name.startswith("stages/") for name in ours)


def test_every_library_that_a_stage_imports_is_in_the_program():
    """A new version of it can change a record."""
    trees = (ast.parse(path.read_text("utf-8")) for path in (_ROOT / "stages").rglob("*.py"))
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    libraries = (
        {name.split(".")[0].replace("_", "-") for name in names} - sys.stdlib_module_names - {"pipeline"}
    )
    harmless = {"srsly", "dateutil"}  # one only saves a model, of the other we ask only when Easter is
    assert libraries - harmless <= set(PACKAGES)
    assert {"onnxruntime", "hijridate"} <= libraries


def test_the_program_is_another_when_a_rule_or_the_model_changes(tmp_path, monkeypatch):
    (tmp_path / "stages").mkdir()
    (tmp_path / "cli").mkdir()
    (tmp_path / "store" / "sql").mkdir(parents=True)
    (tmp_path / "model").mkdir()
    monkeypatch.setattr("pipeline.run.key._ROOT", tmp_path)
    seen = []
    for name in (
        "",
        "cli/bar.py",
        "store/sql/load.py",
        "store/flat.py",
        "stages/rule.py",
        "stages/units.csv",
        "model/meta.json",
    ):
        if name:
            (tmp_path / name).write_text(name)
        _files.cache_clear()
        seen.append(fingerprint(tmp_path / "model"))
    _files.cache_clear()
    assert seen[0] == seen[1] == seen[2]
    assert len(set(seen)) == 5
