"""docs/licences.md names what pyproject.toml asks for, with the range that it asks for, and hides no copyleft."""

import re
import sys
from pathlib import Path

import pytest

pytest.importorskip("tomllib", reason="the script reads pyproject.toml, which Python 3.10 cannot")

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))
import licences  # noqa: E402

PAGE = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
ROWS = {
    cells[0]: cells[1:]
    for line in PAGE.split(licences.BEGIN)[1].splitlines()[3:]
    if (cells := [cell.strip() for cell in line.strip("|").split("|")])
}


@pytest.mark.parametrize("part", licences.direct())
def test_every_direct_dependency_is_there_with_its_range(part):
    for one in licences.direct()[part]:
        _, asked, needed_by, _ = [None, *ROWS[licences.canonicalize_name(one.name)]]
        assert asked == f"`{one.specifier}`", one.name
        assert part in needed_by or "opclaims" in needed_by, one.name


def test_every_licence_is_given_but_of_what_only_training_needs():
    unknown = {name: row[1] for name, row in ROWS.items() if re.search("not installed|says none", row[2])}
    assert set(unknown.values()) <= {"train"}


def test_what_is_not_permissive_is_spoken_of():
    prose = PAGE.split(licences.BEGIN)[0]
    copyleft = {name for name, row in ROWS.items() if re.search("GPL|MPL|CC BY", row[2])}
    assert {name for name in copyleft if f"`{name}`" not in prose} <= {"psycopg-binary"}
    assert {"psycopg", "num2words"} <= copyleft


def test_the_closure_follows_what_is_brought_along():
    class Package:
        def __init__(self, *requires):
            self.requires = list(requires)

    installed = {
        "a": Package("B_b>=1", "c; extra == 'more'", "never; python_version < '3'"),
        "b-b": Package("a", "d[deep]"),
        "d": Package("e; extra == 'deep'"),
    }
    asked = licences.Requirement
    assert licences.closure([asked("A>=2")], installed) == {"a", "b-b", "d", "e"}
    assert licences.closure([asked("a[more]")], installed) == {"a", "b-b", "c", "d", "e"}
