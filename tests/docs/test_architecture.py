"""ARCHITECTURE.md against the tree: what it lists is there, and what is there it lists."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from thinc.api import Config

from maker import tables

if sys.version_info >= (3, 11):
    import tomllib
else:
    tomllib = pytest.importorskip("tomli")

ROOT = Path(__file__).parents[2]
PIPELINE = ROOT / "pipeline"
PAGE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


def section(heading):
    """The text under a heading, up to the next."""
    return re.split(r"^##+ ", PAGE.split(f"## {heading}\n")[1], maxsplit=1, flags=re.MULTILINE)[0]


def table(text):
    """The cells of each row but the head, as text."""
    return [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("|")][2:]


def code(text):
    return re.findall(r"`([^`]+)`", text)


HOUSE = {name: said for names, said in table(section("The house")) for name in code(names)}


def here(name):
    """The path that the house table means: it leaves `pipeline/` out behind the first of several."""
    return ROOT / name if (ROOT / name).exists() else PIPELINE / name


@pytest.mark.parametrize("name", HOUSE)
def test_what_the_house_names_is_there(name):
    assert here(name).exists()


def test_the_house_names_all_that_is_there():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("no checkout")
    paths = [Path(line) for line in listed.stdout.splitlines()]
    tops = {path.parts[0] for path in paths if len(path.parts) > 1 and not path.parts[0].startswith(".")}
    rooms = {path.parts[1] for path in paths if path.parts[0] == "pipeline"}
    rooms -= {"__init__.py", "__main__.py", "default.cfg", "py.typed"}
    named = {here(name).relative_to(ROOT).as_posix().rstrip("/") for name in HOUSE}
    assert tops - {"pipeline", "outputs"} <= named
    assert {f"pipeline/{room}" for room in rooms} <= named


@pytest.mark.parametrize(
    "name", [name for name in HOUSE if name.startswith("pipeline/") and name.endswith("/")]
)
def test_files_that_a_row_of_the_house_names_are_in_the_folder(name):
    words = [word for word in code(HOUSE[name]) if re.fullmatch(r"[a-z_]+", word)]
    absent = [word for word in words if not [*(PIPELINE.parent / name).glob(f"{word}.py")]]
    assert absent == []


def test_imports_go_the_way_that_the_contract_holds():
    chain = re.search(r"^Imports go one way: (.*?)\. `lint-imports`", PAGE, re.MULTILINE | re.DOTALL)
    assert chain is not None
    told = [set(code(layer)) for layer in chain[1].split("→")]
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(one["layers"] for one in contracts if one["type"] == "layers")
    assert told == [set(layer.split(" | ")) for layer in layers if layer != "__main__"]


def test_every_file_of_the_scorer_is_told():
    told = [name for files, _ in table(section("Gold and scores")) for name in code(files)]
    files = sorted(path.name for path in (PIPELINE / "score").glob("*.py") if path.name != "__init__.py")
    assert sorted(told) == files


STAGES = {row[0].strip("`*"): row[3] for row in table(section("The stages"))}


def test_the_stages_are_those_of_the_order():
    assert list(STAGES) == Config().from_disk(PIPELINE / "default.cfg")["nlp"]["pipeline"]


@pytest.mark.parametrize("stage", [stage for stage in STAGES if stage != "model"])
def test_a_stage_reads_the_tables_that_are_named(stage):
    """All of them; where the row ends with …, among others."""
    read = {one.name for one in tables.tables() if stage in one.readers}
    named = set(code(STAGES[stage]))
    assert named <= read if STAGES[stage].endswith("…") else named == read
