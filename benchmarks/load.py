"""How fast records go into a database, first and again. Run by hand: `python benchmarks/load.py [FOUND] [--claims N]`.

The records of FOUND (default: a run over the corpus, made first) are copied under new ids until there are N claims, and
loaded into SQLite and into a PostgreSQL server that is started for it (tests/store/sql/postgres.py); then the same
again; then all of them with another version, which replaces every document. Seconds on the wall, with one process and
with two.
"""

import argparse
import importlib.util
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from pipeline.store.jsonl import lines
from pipeline.store.sql import engine_of, load
from pipeline.store.sql.tables import METADATA

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument(
        "found", nargs="?", type=Path, help="documents.jsonl, or its folder (default: the corpus, run now)"
    )
    options.add_argument(
        "--claims", type=int, default=200_000, help="how many claims to load (default 200,000)"
    )
    options.add_argument("--workers", type=int, nargs="+", default=[1, 2], help="processes (default 1 2)")
    options.add_argument("--only", choices=["sqlite", "postgresql"], help="only this database")
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="opclaims-", dir="/tmp") as folder:
        room = Path(folder)
        room.chmod(0o755)
        found = given.found or corpus(room)
        files = [
            copies(found, room / name, given.claims, mark)
            for name, mark in (("one.jsonl", b"0.1"), ("two.jsonl", b"0.2"))
        ]
        rows = [row for workers in given.workers for row in measure(files, room, workers, given.only)]
    show(rows)


def corpus(room: Path) -> Path:
    """A run over the op-eds of the corpus."""
    command = [
        sys.executable,
        "-m",
        "pipeline",
        "run",
        str(ROOT / "corpus/articles"),
        "--out",
        str(room / "run"),
        "-q",
    ]
    subprocess.run(command, check=True)
    return room / "run"


def copies(found: Path, to: Path, claims: int, mark: bytes) -> Path:
    """The records again and again under new ids, `made_by` a version `mark`."""
    read = [(each.data, json.loads(each.data)) for each in lines(found)]
    made, turn = 0, 0
    with to.open("wb") as file:
        while made < claims:
            for data, record in read:
                old, new = json.dumps(record["id"]), json.dumps(f"{record['id']}-{turn}")
                data = data.replace(b'"id":' + old.encode(), b'"id":' + new.encode(), 1)
                version = b'"made_by":{"version":' + json.dumps(record["made_by"]["version"]).encode()
                file.write(data.replace(version, b'"made_by":{"version":"' + mark + b'"', 1) + b"\n")
                made += len(record["claims"])
            turn += 1
    return to


def measure(files: list[Path], room: Path, workers: int, only: str | None) -> Iterator[dict[str, Any]]:
    if only != "postgresql":
        yield from loads("SQLite", f"sqlite:///{room / f'claims{workers}.db'}", files, workers)
    servers = module(ROOT / "tests/store/sql/postgres.py")
    if only == "sqlite" or servers.why_not():
        print(f"no PostgreSQL: {servers.why_not() or 'not asked for'}", file=sys.stderr)
        return
    with (
        tempfile.TemporaryDirectory(prefix="opclaims-pg-", dir="/tmp") as folder,
        servers.server(Path(folder)) as url,
    ):
        yield from loads("PostgreSQL", url, files, workers)


def loads(name: str, url: str, files: list[Path], workers: int) -> Iterator[dict[str, Any]]:
    for what, file in (("first", files[0]), ("again", files[0]), ("all replaced", files[1])):
        started, used = time.perf_counter(), processor()
        done = load(file, url, workers=workers)
        seconds, used = time.perf_counter() - started, processor() - used
        claims, rows = counted(url)
        documents = done.documents.total()
        yield {"database": name, "processes": workers, "what": what, "documents": documents, "claims": claims,
               "rows": rows, "seconds": seconds, "processor": used}  # fmt: skip


def processor() -> float:
    """Processor seconds of our processes; a server's are not among them."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def counted(url: str) -> tuple[int, int]:
    """(claims, rows of all tables)."""
    engine = engine_of(url, write=False)
    with engine.connect() as connection:
        counts = {
            table.name: connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0
            for table in METADATA.sorted_tables
        }
    engine.dispose()
    return counts["claims"], sum(counts.values())


def module(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def show(rows: list[dict[str, Any]]) -> None:
    print(f"Python {platform.python_version()}, {platform.machine()}; other work on the machine shows.\n")
    names = ("database", "processes", "what", "documents", "claims", "rows", "seconds", "processor seconds",
             "claims a second", "rows a second")  # fmt: skip
    print(f"| {' | '.join(names)} |\n{'|---' * len(names)}|")
    for row in rows:
        counts = [f"{row[each]:,}" for each in ("documents", "claims", "rows")]
        rates = [f"{row[each] / row['seconds']:,.0f}" for each in ("claims", "rows")]
        cells = [
            row["database"],
            str(row["processes"]),
            row["what"],
            *counts,
            f"{row['seconds']:.1f}",
            f"{row['processor']:.1f}",
            *rates,
        ]
        print(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
