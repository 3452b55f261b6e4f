"""Ray: the same bytes as on one machine, whoever dies."""

import os
import signal
from pathlib import Path

import pytest

from pipeline.record import Article, Failure
from pipeline.run import Options
from pipeline.run import run as run_batch
from pipeline.run.cluster import Cluster
from pipeline.store.missing import MissingExtra

pytest.importorskip("ray", reason="needs opclaims[ray]")
STAND_INS = Path(__file__).parent / "stand_ins"


@pytest.fixture
def deadly(monkeypatch):
    """Also found by the actors, which are other processes."""
    monkeypatch.syspath_prepend(STAND_INS)
    root = Path(__file__).parents[2]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(STAND_INS), str(root)]))
    import deadly

    return deadly


def results(work, *texts):
    batch = [(place, Article(where=f"{text}.txt", text=text)) for place, text in enumerate(texts)]
    found = dict(work([batch[:3], *([task] for task in batch[3:])]))
    return [found[place] for place in range(len(texts))]


def test_actors_die_hang_and_fail_and_each_costs_what_it_held(deadly, tmp_path):
    with Cluster(Options(seconds=4), deadly.load, readers=2) as work:
        assert work.fingerprint == "deadly"
        found = results(work, "a", f"die once {tmp_path / 'died'}", "b", "c", "fail", "die", "sleep", "d")
        again = results(work, "a")
    reasons = [each.reason if isinstance(each, Failure) else None for each in found]
    assert reasons == [
        None, None, None, None, "fails", "ended the process that read it, twice", "took longer than 4 s", None
    ]  # fmt: skip
    assert (tmp_path / "died").exists() and again == found[:1]


def test_a_cluster_gives_the_bytes_of_one_process_though_an_actor_is_killed(deadly, tmp_path):
    source = tmp_path / "in"
    source.mkdir()
    for number in range(500):
        (source / f"{number:03}.txt").write_text(
            f"The levy brought in {number} million dollars. " * (1 + number % 9)
        )
    _, extract = deadly.load(Options())
    from pipeline.run.work import Here

    run_batch([str(source)], tmp_path / "one", options=Options(), work=Here(extract, "deadly"))
    killed = []

    def kill(told):
        if told.words and told.done > 100 and not killed:
            import ray

            killed.append(ray.get(work._all[0].__ray_call__.remote(lambda self: os.getpid())))
            os.kill(killed[0], signal.SIGKILL)

    with Cluster(Options(), deadly.load, readers=2) as work:
        run_batch([str(source)], tmp_path / "many", options=Options(), work=work, progress=kill)
    assert killed
    names = sorted(path.name for path in (tmp_path / "one").iterdir() if path.is_file())
    assert "documents.jsonl" in names
    for name in names:
        assert (tmp_path / "many" / name).read_bytes() == (tmp_path / "one" / name).read_bytes(), name


def test_a_cluster_that_is_not_there_is_said_in_a_line(deadly):
    said = r"^no Ray cluster is at 127\.0\.0\.1:1 \(Connection refused\)$"
    with pytest.raises(OSError, match=said), Cluster(Options(), deadly.load, address="127.0.0.1:1"):
        pass


def test_without_ray_a_sentence_says_how_to_get_it(deadly, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "ray", None)
    with pytest.raises(MissingExtra, match=r"opclaims\[ray\]"), Cluster(Options(), deadly.load):
        pass


def test_ray_data_gives_the_records_of_a_local_run(deadly, tmp_path):
    """The recipe of docs/scale.md, with a stand-in for the model; one article ends the actor that reads it."""
    data = pytest.importorskip("ray.data", reason="needs opclaims[ray]")
    pa, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    import ray

    rows = [{"id": f"d{n}", "text": f"The levy brought in {n} million dollars."} for n in range(499)]
    rows.append({"id": "d499", "text": f"die once {tmp_path / 'died'}"})
    for part in range(5):
        parquet.write_table(pa.Table.from_pylist(rows[part::5]), tmp_path / f"{part}.parquet")
    ray.init(address="local", include_dashboard=False, log_to_driver=False, logging_level="error")
    try:
        articles = data.read_parquet(str(tmp_path))
        found = articles.map_batches(
            deadly.Records, batch_format="pyarrow", batch_size=32, concurrency=1, num_cpus=1
        )
        found.write_parquet(str(tmp_path / "out"))
    finally:
        ray.shutdown()
    assert (tmp_path / "died").exists()
    local = sorted(next(deadly.extract([Article(where="x", **row)])).to_json() for row in rows)
    assert sorted(parquet.read_table(tmp_path / "out")["record"].to_pylist()) == local
