"""Without an extra, one sentence says which `pip install` adds it; `--help` needs neither extras nor heavy libraries.

Each command runs in a process of its own, in which one library is as if it were not installed.
"""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "corpus" / "gold" / "campus-ledger.jsonl"
WITHOUT = """
import sys

sys.modules[sys.argv[1]] = None  # also in processes that this one starts, which run this file again


def extract(articles):
    for one in articles:
        yield from ()


if __name__ == "__main__":
    from pipeline.cli import app

    app(sys.argv[3:], obj={"extract": extract} if sys.argv[2] == "stand-in" else None)
"""
RUN = ["run", "--out", "out", "--quiet"]
CASES = [
    ("html", "trafilatura", [*RUN, "a.html"]),
    ("html", "feedparser", [*RUN, "a.rss"]),
    ("pdf", "pypdf", [*RUN, "a.pdf"]),
    ("docx", "docx", [*RUN, "a.docx"]),
    ("parquet", "pyarrow", [*RUN, "a.parquet"]),
    ("parquet", "pyarrow", ["export", GOLD, "--as", "parquet", "--out", "out"]),
    ("xlsx", "xlsxwriter", ["export", GOLD, "--as", "xlsx", "--out", "out.xlsx"]),
    ("db", "sqlalchemy", ["load", GOLD, "--to", "sqlite:///a.db"]),
    ("db", "alembic", ["load", GOLD, "--to", "sqlite:///a.db"]),
    ("db", "sqlalchemy", ["query", "money", "--db", "sqlite:///a.db"]),
    ("postgres", "psycopg", ["load", GOLD, "--to", "postgresql+psycopg://127.0.0.1/a"]),
    ("convert", "currency_converter", [*RUN, "a.txt", "--convert", "EUR"]),
    ("exchange", "cassis", ["exchange", "to", "inception", GOLD, "--out", "out"]),
    ("review", "starlette", ["review", GOLD, "--no-browser"]),
    ("review", "uvicorn", ["review", GOLD, "--no-browser"]),
    ("ray", "ray", [*RUN, "a.txt", "--engine", "ray"]),
]


@pytest.fixture
def without(tmp_path):
    script = tmp_path / "without.py"
    script.write_text(WITHOUT)
    for suffix in ("html", "rss", "pdf", "parquet", "txt"):
        (tmp_path / f"a.{suffix}").write_text("Norway paid.")
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as packed:
        packed.writestr("word/document.xml", "<document/>")

    def run(library, *arguments, stand_in=True):
        command = [sys.executable, script, library, "stand-in" if stand_in else "-", *arguments]
        return subprocess.run(
            [str(each) for each in command],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
        )

    return run


@pytest.mark.parametrize(("extra", "library", "arguments"), CASES, ids=lambda each: str(each)[:20])
def test_a_missing_extra_is_one_sentence_with_its_command(without, extra, library, arguments):
    done = without(library, *arguments, stand_in=extra != "ray")
    assert done.returncode in (1, 2)
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert re.search(rf"pip install ['\"]opclaims\[{extra}\]['\"]", done.stderr), done.stderr


def test_every_extra_for_users_is_tried():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    section = text.split("[project.optional-dependencies]\n")[1].split("\n[project.scripts]")[0]
    gathered = {"readers", "all", "train", "test", "dev"}
    gathered |= {"docs", "spark"}  # serve no command of ours
    assert set(re.findall(r"^([a-z]+) = \[", section, re.MULTILINE)) - gathered == {
        extra for extra, *_ in CASES
    }


HEAVY = ("spacy", "thinc", "numpy", "pandas", "scipy", "onnxruntime", "dateparser", "quantulum3", "jinja2", "sqlalchemy",
         "alembic", "starlette", "uvicorn", "ray", "pyarrow", "lxml", "trafilatura", "cassis")  # fmt: skip


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["exchange", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(arguments):
    code = (
        "import atexit, sys\n"
        f"atexit.register(lambda: print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr))\n"
        "from pipeline.cli import app\n"
        f"app({arguments!r})\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "[]\n")
