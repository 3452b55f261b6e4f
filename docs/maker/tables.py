"""The tables of rules: an index (committed), and a page for each table (made when the site is built)."""

import ast
import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from maker import LEXICON, ROOT, code, markdown_table

HERE = Path(__file__).parent
READERS = ("table", "column", "select", "mapping", "by", "lines")
"""The functions of `pipeline.lexicon` that take a table's name."""
LONG, SHOWN = 400, 100
"""Of a table with more rows than the first, so many are shown; the file holds the rest."""

HEAD = """# The tables of rules

What the rules know about words stands in tables, not in code: one row is one fact, with a sentence that proves it. A
test walks the rows. To teach opclaims a word, add a row ([how](extending.md)). This page is made from the files
(`python docs/write.py`).

`opclaims explain` names the row that decided, by file and line. What the rules do with the rows:
[how it decides](decides.md).

"""


class Table(NamedTuple):
    name: str
    purpose: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    readers: tuple[str, ...]


@cache
def tables() -> tuple[Table, ...]:
    """All, by name."""
    used = usage()
    return tuple(
        Table(name, _purposes().get(name, ""), rows[0], rows[1:], tuple(sorted(used.get(name, ()))))
        for name in sorted(path.stem for path in LEXICON.glob("*.csv"))
        if (rows := _rows(LEXICON / f"{name}.csv"))
    )


def index() -> str:
    """The page of all tables with links to the files, which GitHub shows. Without counts: a new row changes nothing."""
    rows = [
        [f"[{one.name}](../pipeline/lexicon/{one.name}.csv)", ", ".join(one.readers), one.purpose]
        for one in tables()
    ]
    return HEAD + markdown_table(["table", "read by", "what it is for"], rows)


def page(one: Table) -> str:
    """A table with all its rows or the first of them; a link to the file beside it."""
    about = [[code(name), meanings().get((one.name, name)) or meanings()["*", name]] for name in one.columns]
    shown = one.rows if len(one.rows) <= LONG else one.rows[:SHOWN]
    left = len(one.rows) - len(shown)
    more = f" The first {SHOWN} of {len(one.rows):,}; the rest is in the file." if left else ""
    cells = [[code(each) if name != "example" else _shown(each) for name, each in zip(one.columns, row, strict=True)]
             for row in shown]  # fmt: skip
    return (
        f"# {one.name}\n\n{one.purpose} Read by: {', '.join(one.readers)}.\n\n"
        f"[All rows as CSV]({one.name}.csv) · [all tables](../tables.md)\n\n## Columns\n\n"
        f"{markdown_table(['column', 'meaning'], about)}\n## Rows\n\n{len(one.rows):,} rows.{more}\n\n"
        f"{markdown_table(list(one.columns), cells)}"
    )


def usage() -> dict[str, set[str]]:
    """Table → the stages, and other packages, whose code names it."""
    names = {path.stem for path in LEXICON.glob("*.csv")}
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "pipeline").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "lexicon" in text and path.parent != LEXICON:
            for name in _named(ast.parse(text)) & names:
                found.setdefault(name, set()).add(_place(path))
    return found


def _named(tree: ast.Module) -> set[str]:
    """Words in calls of READERS and in lists; not those that are the key of a row."""
    return {
        each.value
        for node in ast.walk(tree)
        for each in _words(node)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    }


def _words(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.Call):
        called = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
        yield from node.args[:1] if called in READERS else ()
    elif isinstance(node, ast.Tuple | ast.List | ast.Set):
        yield from node.elts


def _place(path: Path) -> str:
    """`money` for a stage, `page` for a package."""
    parts = path.relative_to(ROOT / "pipeline").parts
    return parts[1] if parts[0] == "stages" else parts[0]


def _shown(text: str) -> str:
    """An example: what stands between asterisks in bold, all else as it is."""
    parts = text.replace("_", "\\_").replace("<", "&lt;").replace("$", "&#36;").split("*")
    return "".join(f"**{part}**" if n % 2 and n + 1 < len(parts) else part for n, part in enumerate(parts))


def missing() -> list[str]:
    """What nobody has said yet of a table or a column, or says of one that is gone; a sentence each."""
    columns = {(one.name, name) for one in tables() for name in one.columns}
    shared = {name for table, name in meanings() if table == "*"}
    wanted = {(table, name) for table, name in columns if name not in shared}
    said = {(table, name) for table, name in meanings() if table != "*"}
    named = {one.name for one in tables()}
    return [
        *(f"docs/maker/tables.csv: say what {one.name} is for" for one in tables() if not one.purpose),
        *(f"docs/maker/tables.csv: there is no table {name}" for name in sorted(_purposes().keys() - named)),
        *(
            f"docs/maker/columns.csv: say what {name} in {table} means"
            for table, name in sorted(wanted - said)
        ),
        *(
            f"docs/maker/columns.csv: there is no column {name} in {table}"
            for table, name in sorted(said - wanted)
        ),
    ]


@cache
def _purposes() -> dict[str, str]:
    return dict(_rows(HERE / "tables.csv")[1:])  # type: ignore[arg-type]


@cache
def meanings() -> dict[tuple[str, str], str]:
    """(table, column) → what the column means; `*` for those that all tables share."""
    return {(table, column): meaning for table, column, meaning in _rows(HERE / "columns.csv")[1:]}


def _rows(path: Path) -> tuple[tuple[str, ...], ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(tuple(row) for row in csv.reader(file) if row)
