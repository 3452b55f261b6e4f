"""docs/licences.md: every package that opclaims or one of its extras brings along, and under which licence it comes.

    python benchmarks/licences.py [--write] [--also SITE_PACKAGES …]

Read from what the packages say of themselves where they are installed: in this environment (`pip install ".[all]"`),
and in the folders given with `--also`. For Python on this machine; markers for other systems are not followed.
"""

import argparse
import sys
from importlib import metadata
from importlib.metadata import Distribution
from pathlib import Path
from typing import NamedTuple

import tomllib
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "licences.md"
BEGIN = "<!-- python benchmarks/licences.py -->\n"
LEFT_OUT = ("all", "readers", "test", "docs", "dev")
"""Extras that gather others, and those of people who work on opclaims itself."""


class Row(NamedTuple):
    """A package: its name, the range that pyproject.toml asks for (direct ones), what needs it, its licence."""

    name: str
    range: str
    needed_by: list[str]
    licence: str


def direct() -> dict[str, list[Requirement]]:
    """ "opclaims" and each extra → what it asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {"opclaims": project["dependencies"], **project["optional-dependencies"]}
    return {
        name: [Requirement(one) for one in many if not one.startswith("opclaims[")]
        for name, many in asked.items()
        if name not in LEFT_OUT
    }


def closure(roots: list[Requirement], installed: dict[str, Distribution]) -> set[str]:
    """Canonical names of all that the roots bring along."""
    seen: set[tuple[str, str]] = set()
    waiting = [(canonicalize_name(one.name), extra) for one in roots for extra in ("", *one.extras)]
    while waiting:
        name, extra = waiting.pop()
        if (name, extra) in seen:
            continue
        seen.add((name, extra))
        for text in (installed[name].requires or []) if name in installed else []:
            one = Requirement(text)
            if one.marker is None or one.marker.evaluate({"extra": extra}):
                waiting += [(canonicalize_name(one.name), more) for more in ("", *one.extras)]
    return {name for name, _ in seen}


def licence(found: Distribution | None) -> str:
    """In the package's own words: an SPDX expression, else a short field, else a classifier, else its file."""
    if found is None:
        return "not installed where this list was made"
    said = found.metadata
    for words in (said.get("License-Expression"), said.get("License")):
        if words and len(words) < 80 and "\n" not in words:
            return words.strip()
    kinds = [
        each.split(" :: ")[-1] for each in said.get_all("Classifier") or [] if each.startswith("License")
    ]
    return "; ".join(kinds) or _file(found)


def _file(found: Distribution) -> str:
    for path in found.files or []:
        if path.name.upper().startswith(("LICENSE", "LICENCE", "COPYING")):
            lines = path.read_text(encoding="utf-8").split("\n")
            return next((f"{line.strip()} (its file {path.name})" for line in lines if line.strip()), "empty")
    return "says none"


def rows(also: list[str]) -> list[Row]:
    """Direct ones and what they bring, by name."""
    installed = {
        canonicalize_name(found.metadata["Name"]): found
        for found in reversed([*metadata.distributions(), *metadata.distributions(path=also)])
    }
    asked = direct()
    ranges = {canonicalize_name(one.name): str(one.specifier) for many in asked.values() for one in many}
    needed: dict[str, list[str]] = {}
    for part, roots in asked.items():
        for name in closure(roots, installed):
            if part == "opclaims" or "opclaims" not in needed.get(name, []):
                needed.setdefault(name, []).append(part)
    return [
        Row(name, ranges.get(name, ""), needed[name], licence(installed.get(name))) for name in sorted(needed)
    ]


def table(found: list[Row]) -> str:
    head = ["| package | range asked for | needed by | licence |", "| --- | --- | --- | --- |"]
    lines = [
        f"| {row.name} | {f'`{row.range}`' if row.range else ''} | {', '.join(row.needed_by)} | {row.licence} |"
        for row in found
    ]
    return "\n".join([*head, *lines]) + "\n"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--write", action="store_true", help="into docs/licences.md")
    options.add_argument("--also", nargs="*", default=[], metavar="SITE_PACKAGES")
    chosen = options.parse_args()
    made = table(rows(chosen.also))
    if not chosen.write:
        sys.exit(print(made))
    before = PAGE.read_text(encoding="utf-8").split(BEGIN)[0]
    PAGE.write_text(f"{before}{BEGIN}\n{made}", encoding="utf-8")


if __name__ == "__main__":
    main()
