"""What the rules know: tables as files, and this one door to them.

Every row of every table carries an example that proves it; `tests/lexicon` walks the rows.
"""

import csv
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `<name>.csv`, in file order, each a dict from column to text (stripped; empty = "")."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            {key: (value or "").strip() for key, value in row.items()} for row in csv.DictReader(file)
        )


@cache
def column(name: str, key: str) -> frozenset[str]:
    """The distinct values of one column of a table, lower-cased."""
    return frozenset(row[key].lower() for row in table(name) if row[key])


@cache
def select(name: str, key: str, other: str, value: str) -> frozenset[str]:
    """The distinct values of one column in the rows whose other column has this value."""
    return frozenset(row[key] for row in table(name) if row[other] == value)


@cache
def mapping(name: str, key: str, value: str) -> dict[str, str]:
    """One column of a table by another; of rows with the same key the last one counts. Shared: not to be changed."""
    return {row[key]: row[value] for row in table(name)}


@cache
def by(name: str, key: str) -> dict[str, tuple[dict[str, str], ...]]:
    """The rows of a table by one of its columns, each group in file order: to look up, where a table has many rows.
    Shared: not to be changed."""
    found: dict[str, tuple[dict[str, str], ...]] = {}
    for row in table(name):
        found[row[key]] = (*found.get(row[key], ()), row)
    return found


@cache
def lines(name: str) -> tuple[int, ...]:
    """The line in its file on which each row of a table ends, from 1; for a person who wants to look it up."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return tuple(reader.line_num for _ in reader)


def place(name: str) -> str:
    """Where a table lies, from the root of the package."""
    return f"pipeline/lexicon/{name}.csv"
