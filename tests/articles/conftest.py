"""The only tests that load the trained model. The real op-ed lies in ../shared, which a stranger's clone lacks."""

import datetime as dt
from pathlib import Path

import pytest

from pipeline import extract, load
from pipeline.read import read

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "articles" / "cambodia-japan.txt"


@pytest.fixture(scope="session")
def nlp():
    return load()


@pytest.fixture(scope="session")
def corpus():
    return list(read([str(ROOT / "corpus" / "articles")]))


@pytest.fixture(scope="session")
def real(nlp):
    if not REAL.is_file():
        pytest.skip(f"{REAL} is not here; it is never part of the project")
    return extract(REAL.read_bytes().decode("utf-8"), published=dt.date(2025, 11, 3), nlp=nlp)
