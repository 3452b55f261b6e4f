"""The archive that benchmarks of long runs read: the same at every call, and of every kind."""

import sys
from itertools import islice
from pathlib import Path

import pytest

from pipeline.read import count, read
from pipeline.record import Article, Skip

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))
import articles  # noqa: E402


@pytest.fixture(autouse=True)
def without_data(monkeypatch, tmp_path):
    """As for somebody who has only what the project ships."""
    monkeypatch.setattr(articles, "DATA", tmp_path / "nothing")


def test_short_articles_are_short_and_no_two_are_the_same():
    texts = list(islice(articles.short(), 500))
    least, most = articles.SHORT
    assert all(least <= len(text.split()) < most + 150 for text in texts)
    assert len(set(texts)) == 500
    assert texts[:100] == list(islice(articles.short(), 100))


def test_cut_articles_are_whole_paragraphs():
    known = set(articles.paragraphs())
    for text in islice(articles.cut(300), 50):
        assert len(text.split()) >= 300 and set(text.split("\n\n")) <= known


def test_an_archive_has_copies_and_broken_lines_in_every_kind_of_file(tmp_path, monkeypatch):
    monkeypatch.setattr(articles, "FILE", 60)
    folder = articles.archive(tmp_path / "archive", 400)
    again = articles.archive(tmp_path / "again", 400)
    names = sorted(str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file())
    assert {Path(name).suffix for name in names} == {".jsonl", ".gz", ".csv", ".zip", ".txt"}
    assert all((folder / name).read_bytes() == (again / name).read_bytes() for name in names)
    items = list(read([str(folder)]))
    assert len(items) == count([str(folder)]) == 402
    good = [item for item in items if isinstance(item, Article)]
    copies = [item for item in items if isinstance(item, Skip)]
    assert len(items) - len(good) - len(copies) == 2 and copies
