"""Arrow tables of articles: Spark and Ray Data give the records of a local run."""

import os
import shutil
import sys
from pathlib import Path

import pytest

pa = pytest.importorskip("pyarrow", reason="needs opclaims[parquet]")

from pipeline.record import Article  # noqa: E402
from pipeline.run import arrow  # noqa: E402

STAND_INS = Path(__file__).parent / "stand_ins"


@pytest.fixture
def deadly(monkeypatch):
    """In place of the pipeline."""
    monkeypatch.syspath_prepend(STAND_INS)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(STAND_INS), str(Path(__file__).parents[2])]))
    import deadly

    monkeypatch.setattr(arrow, "load", deadly.load)
    arrow._loaded.cache_clear()
    yield deadly
    arrow._loaded.cache_clear()


def local(deadly, rows):
    return sorted(next(deadly.extract([Article(where="x", **row)])).to_json() for row in rows)


def rows_of(count):
    return [{"id": f"d{n}", "text": f"The levy brought in {n} million dollars."} for n in range(count)]


def test_a_table_becomes_a_table_row_by_row(deadly):
    rows = [
        *rows_of(2),
        {"id": "x", "text": None},
        {"id": "y", "text": "fail"},
        {"text": "No id.", "id": None},
    ]
    found = arrow.Records()(pa.Table.from_pylist([{**row, "more": 1} for row in rows])).to_pylist()
    assert [row["reason"] for row in found] == [None, None, "has no text", "fails", None]
    assert [row["record"] for row in found[:2]] == local(deadly, rows_of(2))
    assert [row["id"] for row in found[:4]] == ["d0", "d1", "x", "y"] and len(found[4]["id"]) == 16


def test_batches_change_nothing(deadly):
    table = pa.Table.from_pylist(rows_of(50))
    whole = pa.Table.from_batches(arrow.records(table.to_batches()))
    assert pa.Table.from_batches(arrow.records(table.to_batches(max_chunksize=7))) == whole
    assert sorted(whole["record"].to_pylist()) == local(deadly, rows_of(50))


@pytest.mark.parametrize("text", ["2024-05-31", "31 May"])
def test_a_day_that_is_none_is_said(deadly, text):
    (row,) = arrow.Records()(pa.Table.from_pylist([{"text": "A levy.", "published": text}])).to_pylist()
    assert (row["record"] is None) == (text == "31 May") and (row["reason"] is None) == (
        row["record"] is not None
    )


@pytest.fixture(scope="module")
def spark():
    """A local Spark of one task at a time, which may be tried four times."""
    sql = pytest.importorskip("pyspark.sql", reason="needs pyspark (pip install 'opclaims[spark]')")
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        pytest.skip("needs a Java runtime (apt-get install default-jre-headless)")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = os.pathsep.join([str(STAND_INS), str(Path(__file__).parents[2])])
    builder = sql.SparkSession.builder.master("local[1,4]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.host", "127.0.0.1").getOrCreate()
    yield session
    session.stop()


def through(spark, rows, load, folder):
    """The recipe of docs/scale.md, from Parquet to Parquet, with `load` for the model."""

    def records(batches):
        arrow.load = load
        return arrow.records(batches)

    columns = [(row["id"], row["text"]) for row in rows]
    spark.createDataFrame(columns, "id string, text string").write.parquet(str(folder / "articles"))
    articles = spark.read.parquet(str(folder / "articles")).repartition(4)
    articles.mapInArrow(records, arrow.SPARK).write.parquet(str(folder / "records"))
    return sorted(row.record for row in spark.read.parquet(str(folder / "records")).collect())


def test_spark_gives_the_records_of_a_local_run(deadly, spark, tmp_path):
    assert through(spark, rows_of(500), deadly.load, tmp_path) == local(deadly, rows_of(500))


def test_a_worker_of_spark_that_is_killed_loses_nothing(deadly, spark, tmp_path):
    rows = [*rows_of(500), {"id": "d500", "text": f"die once {tmp_path / 'died'}"}]
    found = through(spark, rows, deadly.load, tmp_path)
    assert (tmp_path / "died").exists()
    assert found == local(deadly, rows)
