"""Databases of both sorts, empty; and records to load, made by hand."""

import importlib.util
import shutil
import tempfile
from itertools import count
from pathlib import Path

import pytest

from pipeline.record import Document
from pipeline.store import write

HERE = Path(__file__).parent


def _module(name):
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


postgres = _module("postgres")
made = _module("made")
_numbers = count()


@pytest.fixture(scope="session")
def server():
    """The URL of a PostgreSQL server that was started for these tests."""
    if reason := postgres.why_not():
        pytest.skip(reason)
    folder = Path(tempfile.mkdtemp(prefix="opclaims-pg-", dir="/tmp"))
    try:
        with postgres.server(folder) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def new_postgres(server):
    return lambda: postgres.database(server, f"t{next(_numbers)}")


@pytest.fixture(params=["sqlite", "postgresql"])
def new_url(request, tmp_path):
    """Makes empty databases: `new_url()` is the URL of another one."""
    if request.param == "postgresql":
        return request.getfixturevalue("new_postgres")
    return lambda: f"sqlite:///{tmp_path / f'claims{next(_numbers)}.db'}"


@pytest.fixture
def url(new_url):
    return new_url()


@pytest.fixture
def document():
    return made.document


@pytest.fixture
def records(tmp_path):
    """Writes documents to a file of records; gives its path."""

    def put(*documents, name="found"):
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        write(documents, folder / "documents.jsonl")
        return folder

    return put


@pytest.fixture(scope="session")
def gold():
    """Documents with everything in them: the gold of the training part, read as they stand."""
    folder = HERE.parents[2] / "corpus"
    rows = (folder / "split.csv").read_text(encoding="utf-8").splitlines()[1:]
    names = sorted(row.split(",")[0] for row in rows if row.split(",")[1] == "train")
    return [
        Document.model_validate_json((folder / "gold" / f"{name}.jsonl").read_bytes()) for name in names[:3]
    ]
