"""A loader that is killed, twenty times, at moments nobody chose: never half a document, and in the end all of it."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from pipeline.store.sql import engine_of, load
from pipeline.store.sql.tables import METADATA

CODE = """
import sys
from pipeline.store.sql import load
print("ready", flush=True)
load(sys.argv[1], sys.argv[2], progress=lambda done: print(done, flush=True))
"""


def checksums(url):
    """(rows, checksum) of each table."""
    engine = engine_of(url)
    with engine.connect() as connection:
        found = {
            table.name: (
                len(rows := sorted(map(repr, connection.execute(sa.select(table))))),
                hash(tuple(rows)),
            )
            for table in METADATA.sorted_tables
        }
        if engine.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
            assert connection.exec_driver_sql("PRAGMA integrity_check").all() == [("ok",)]
    engine.dispose()
    return found


def halves(url):
    """Documents whose claims are not as many as the ledger says; None where no tables have been made yet."""
    engine = engine_of(url)
    try:
        with engine.connect() as connection:
            if "ledger" not in sa.inspect(connection).get_table_names():
                return None
            return connection.execute(
                sa.text(
                    "SELECT d.id FROM documents d LEFT JOIN ledger l ON l.document = d.id AND l.revision ="
                    " (SELECT max(revision) FROM ledger WHERE document = d.id)"
                    " WHERE l.claims IS NULL OR l.claims <> (SELECT count(*) FROM claims c WHERE c.document = d.id)"
                    " OR l.claims <> (SELECT count(*) FROM roles r WHERE r.document = d.id AND slot = 'predicate')"
                )
            ).all()
    finally:
        engine.dispose()


def killed(folder, url, chance):
    """Start a loader and kill it: before it begins, while it makes the tables, or while it writes."""
    process = subprocess.Popen([sys.executable, "-c", CODE, str(folder), url], stdout=subprocess.PIPE)
    for _ in range(chance.choice([1, 1, 2, 3, 4])):
        process.stdout.readline()
    time.sleep(chance.random() * 0.1)
    process.kill()
    process.stdout.close()
    return process.wait()


@pytest.mark.parametrize("seed", [1])
def test_twenty_kills_leave_nothing_half(new_url, records, document, seed):
    chance = random.Random(seed)
    old = [document(f"d{n}", f"Norway paid ${n + 1} million. " * (1 + n % 7)) for n in range(400)]
    new = [document(f"d{n}", f"Norway paid ${n + 2} million. Peru fell. " * (1 + n % 5)) for n in range(400)]
    folders = [records(*old, name="old"), records(*new, name="new")]
    url, clean = new_url(), new_url()
    codes = []
    for turn, folder in enumerate(folders):
        for _ in range(10):
            codes.append(killed(folder, url, chance))
            assert not halves(url), turn
        load(folder, url)
        load(folder, clean)
        assert checksums(url) == checksums(clean)
    assert codes.count(-9) >= 5  # how many were still at work is the machine's affair


WITH_WORKER = """
import sys
from pipeline.store.sql import load
load(sys.argv[1], sys.argv[2], workers=2, progress=lambda done: print(done, flush=True))
"""


def running(pid):
    """Whether a process is there and not only waiting to be buried."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux for the children of a process")
def test_a_worker_ends_with_its_parent(tmp_path, records, document):
    folder = records(*(document(f"d{n}", f"Norway paid ${n + 1} million. " * 20) for n in range(600)))
    process = subprocess.Popen(
        [sys.executable, "-c", WITH_WORKER, str(folder), f"sqlite:///{tmp_path / 'x.db'}"],
        stdout=subprocess.PIPE,
    )
    process.stdout.readline()  # the first documents are written: the worker is there
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    process.kill()
    process.wait()
    process.stdout.close()
    assert children
    for _ in range(100):
        if not any(map(running, children)):
            break
        time.sleep(0.1)
    assert [child for child in children if running(child)] == []
