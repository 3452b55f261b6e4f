"""What a stage reads, some stage leaves: `read` of a name that nobody writes gives no rows and no error."""

import ast
from configparser import ConfigParser
from pathlib import Path

import pytest

import pipeline

ROOT = Path(pipeline.__file__).parent
BESIDE = {"skipped"}  # rows that a stage leaves under another name than its own: claims


def stages() -> set[str]:
    config = ConfigParser()
    config.read(ROOT / "default.cfg")
    return set(ast.literal_eval(config["nlp"]["pipeline"])) - {"model"}


def asked(path: Path) -> list[str]:
    """The names in `read(doc, "name")` and `marks.read(doc, "name")`."""
    calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    return [
        call.args[1].value
        for call in calls
        if getattr(call.func, "id", getattr(call.func, "attr", "")) == "read"
        and len(call.args) > 1
        and isinstance(call.args[1], ast.Constant)
    ]


FILES = [path for path in (*ROOT.glob("stages/**/*.py"), ROOT / "readback.py") if asked(path)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_rows_that_are_read_are_left_by_a_stage(path):
    assert set(asked(path)) <= stages() | BESIDE


def test_the_search_finds_what_is_read():
    assert len(FILES) > 10
    assert {"claims", "money", "dates", "entities", "tokenize"} <= {
        name for path in FILES for name in asked(path)
    }
