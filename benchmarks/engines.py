"""What Ray, Ray Data and Spark cost beside a local run of one worker, and whether their records are the same.

    pip install 'opclaims[ray]' pyspark        # and a Java runtime, 17 or later: apt-get install default-jre-headless
    python benchmarks/engines.py [--documents 500] [--kill] [--json FILE]

Short articles (articles.py) go through `opclaims run`, `opclaims run --engine ray`, and the two recipes of
docs/scale.md, each with one worker and in processes of its own: seconds on the wall until one article is done (the
start: engine, model), and articles a second from there to the last. Records are compared byte for byte after sorting.
With `--kill` the process that reads is killed in the midst (`kill -9`), and nothing may be missing. An engine that is
not installed is passed over.
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from articles import ROOT, line, short
from processes import below, command, seconds

PARTS = 4
READERS = (
    "multiprocessing.spawn import spawn_main",
    "ray::Reader",
    "ray::MapWorker",
    "pyspark.daemon",
    "pyspark/daemon",
)
"""What the command line of a process that reads has in it."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--documents", type=int, default=500)
    options.add_argument("--kill", action="store_true", help="kill the process that reads, once")
    options.add_argument("--json", type=Path, help="write the figures to this file")
    options.add_argument("--run", nargs=3, metavar=("ENGINE", "SOURCE", "OUT"), help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.run:
        engine, source, out = given.run
        ENGINES[engine](Path(source), Path(out))
        return
    found = dict(compared(given.documents, given.kill))
    print("| engine | start, s | articles/s | of local | records |\n|---|---|---|---|---|")
    for name, row in found.items():
        share = row["rate"] / found["local"]["rate"]
        print(f"| {name} | {row['start']:.1f} | {row['rate']:.1f} | {share:.2f} | {row['records']} |")
    if given.json:
        given.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def compared(documents: int, kill: bool) -> Iterator[tuple[str, dict[str, object]]]:
    with tempfile.TemporaryDirectory() as name:
        one, many = Path(name) / "one", Path(name) / "many"
        written(one, 1)
        written(many, documents)
        local: list[str] = []
        for engine in ENGINES:
            if missing := absent(engine):
                print(f"{engine}: needs {missing}", file=sys.stderr)
                continue
            start = timed(engine, one, Path(name) / f"{engine}-one", None)
            whole = timed(engine, many, Path(name) / f"{engine}-many", start + 3 if kill else None)
            records = sorted(lines(Path(name) / f"{engine}-many"))
            local = local or records
            said = f"{len(records):,}, {'the same' if records == local else 'OTHERS'}"
            yield engine, {"start": start, "rate": (documents - 1) / (whole - start), "records": said}


def timed(engine: str, source: Path, out: Path, kill_at: float | None) -> float:
    """Seconds; `kill_at`: when its reader is killed."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYSPARK_PYTHON": sys.executable,
        "OMP_NUM_THREADS": "1",
    }
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, __file__, "--run", engine, str(source), str(out)],
        cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    if kill_at:
        time.sleep(kill_at)
        print(f"{engine}: killed {killed(process.pid)}", file=sys.stderr)
    _, said = process.communicate()
    if process.returncode:
        sys.exit(f"{engine} ended with {process.returncode}: {said.decode()[-2000:]}")
    return time.perf_counter() - started


def killed(pid: int) -> str:
    """End the busiest process that reads, below this one."""
    readers = [one for one in below(pid) if any(sign in command(one) for sign in READERS)]
    one = max(readers, key=seconds)
    name = command(one)[:60].strip()
    os.kill(one, signal.SIGKILL)
    return name


def absent(engine: str) -> str | None:
    if engine.startswith("ray") and not find_spec("ray"):
        return "ray"
    if engine == "spark" and not find_spec("pyspark"):
        return "pyspark"
    if engine == "spark" and not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        return "a Java runtime"
    return None


def written(folder: Path, documents: int) -> None:
    """`in.jsonl`, and the same articles as Parquet files."""
    import pyarrow as pa
    from pyarrow import parquet

    (folder / "parquet").mkdir(parents=True)
    rows = [
        {"id": f"a{n:05}", "published": "2001-02-03", "text": text}
        for n, text in enumerate(islice(short(), documents))
    ]
    (folder / "in.jsonl").write_text("".join(map(line, rows)), encoding="utf-8")
    for part in range(PARTS):
        parquet.write_table(
            pa.Table.from_pylist(rows[part::PARTS], schema=pa.schema([(n, pa.string()) for n in rows[0]])),
            folder / "parquet" / f"{part}.parquet",
        )


def lines(out: Path) -> list[str]:
    from pyarrow import parquet

    if (out / "documents.jsonl").exists():
        return (out / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    return list(parquet.read_table(out, columns=["record"])["record"].to_pylist())


def local(source: Path, out: Path) -> None:
    from pipeline.cli import app

    app(["run", str(source / "in.jsonl"), "--out", str(out), "--quiet", "--workers", "1"])


def ray(source: Path, out: Path) -> None:
    from pipeline.cli import app

    app(["run", str(source / "in.jsonl"), "--out", str(out), "--quiet", "--workers", "1", "--engine", "ray"])


def ray_data(source: Path, out: Path) -> None:
    import ray
    import ray.data

    from pipeline.run.arrow import Records

    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    ray.init(address="local", include_dashboard=False, log_to_driver=False, logging_level="error")
    articles = ray.data.read_parquet(str(source / "parquet"))
    found = articles.map_batches(Records, batch_format="pyarrow", batch_size=64, concurrency=1, num_cpus=1)
    found.write_parquet(str(out))
    ray.shutdown()


def spark(source: Path, out: Path) -> None:
    from pyspark.sql import SparkSession

    from pipeline.run import arrow

    builder = SparkSession.builder.master("local[1,4]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.host", "127.0.0.1")
    session = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", 64).getOrCreate()
    articles = session.read.parquet(str(source / "parquet")).repartition(PARTS)
    articles.mapInArrow(arrow.records, arrow.SPARK).write.parquet(str(out))
    session.stop()


ENGINES: dict[str, Callable[[Path, Path], None]] = {
    "local": local,
    "ray": ray,
    "ray-data": ray_data,
    "spark": spark,
}

if __name__ == "__main__":
    main()
