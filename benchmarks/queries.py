"""The page docs/queries.md, with results from a run: `python benchmarks/queries.py outputs --write`.

Without `--write` it prints the page; with `--check` it ends with 1 if docs/queries.md is another one. Op-eds of the
part `test` are left out: nobody should learn from a page what the program does with them.
"""

import argparse
import datetime as dt
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.cli.records import of_parts
from pipeline.store import read, write
from pipeline.store.sql import load
from pipeline.store.sql.query import Answer, ask
from pipeline.store.sql.views import questions

ROOT = Path(__file__).resolve().parents[1]
PAGE, CORPUS = ROOT / "docs" / "queries.md", ROOT / "corpus"
AS_OF = dt.date(2025, 6, 1)
ROWS = 6
WIDEST = 10
"""Columns that a page has room for; rows of more stand side by side, a column of theirs in each line."""
BESIDE = 3
"""Rows that stand side by side."""
HEAD = """# Questions

```
opclaims load outputs
opclaims query                            # the list
opclaims query money --where payer=Japan  # a table; --csv for all of it, --chart for bars
opclaims query due --as-of 2025-06-01     # no default: no clock is asked behind your back
```

Each question is also a view of the database: `SELECT * FROM money WHERE currency = 'USD'` works in any client.
`--where COLUMN=VALUE` compares whole values, capitals or not, and can be repeated. `--as-of today` asks the clock,
because you said so.

The results below are the first rows from a run over the op-eds of `dev` and `train` in the corpus, as the program wrote
them, mistakes and all (made by `python benchmarks/queries.py outputs --write`).
"""
NOTES = {
    "money": "Nothing is added up: two claims may tell of the same sum, and a cumulative figure holds the annual ones. "
    "Compare `status`, `aggregation` and `comparator` first.",
    "due": "With `--as-of 2025-06-01`. A conditional prediction is listed too; its `modality` says so.",
    "unreviewed": "Write into `reviews`, and a claim leaves this list.",
    "repeated": "Exact on purpose: same name, same verb, same sum or object. Paraphrases are not found.",
    "named": "What the other views are made of.",
}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("found", type=Path, help="documents.jsonl, or its folder")
    options.add_argument("--write", action="store_true", help="write docs/queries.md")
    options.add_argument("--check", action="store_true", help="end with 1 if docs/queries.md is another page")
    given = options.parse_args()
    made = page(given.found)
    if given.write:
        PAGE.write_text(made, encoding="utf-8", newline="")
    elif given.check:
        sys.exit(0 if PAGE.read_text(encoding="utf-8") == made else f"{PAGE} is old: {__doc__.split('`')[1]}")
    else:
        print(made, end="")


def page(found: Path) -> str:
    """The whole page."""
    with tempfile.TemporaryDirectory() as room:
        known = {
            document.id
            for document in of_parts(list(read(CORPUS / "gold")), ["dev", "train"], CORPUS / "gold")
        }
        write((document for document in read(found) if document.id in known), Path(room) / "documents.jsonl")
        url = f"sqlite:///{room}/claims.db"
        load(Path(room), url)
        answers = [ask(name, url, as_of=AS_OF if each.as_of else None) for name, each in questions().items()]
        answers.sort(
            key=lambda answer: answer.question.name == "named"
        )  # what the others are made of comes last
    return "\n".join([HEAD, *(line for answer in answers for line in section(answer))])


def section(answer: Answer) -> Iterator[str]:
    """A question: its title, what to know, its first rows, its columns."""
    question = answer.question
    yield f"## {question.name}\n\n{question.title} {NOTES.get(question.name, '')}".rstrip() + "\n"
    if answer.rows:
        shown = answer.rows[: ROWS if len(question.columns) <= WIDEST else BESIDE]
        yield from lines(list(question.columns), shown)
        more = len(answer.rows) - len(shown)
        yield f"\n{f'… and {more} more rows. ' if more > 0 else ''}The columns:\n"
    else:
        yield "No row: no claim of this corpus is made in two of its op-eds. The columns:\n"
    yield from (f"- `{column}`: {meaning}" for column, meaning in question.columns.items())
    yield ""


def lines(columns: list[str], rows: list[dict[str, Any]]) -> Iterator[str]:
    """A table in Markdown."""
    cells = [[cell(row[column]) for column in columns] for row in rows]
    if len(columns) > WIDEST:
        columns, cells = (
            ["", *map(str, range(1, len(rows) + 1))],
            [[f"`{column}`", *values] for column, *values in zip(columns, *cells, strict=True)],
        )
    yield f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}"
    yield from (f"| {' | '.join(row)} |" for row in cells)


def cell(value: object) -> str:
    return "" if value is None else " ".join(str(value).split()).replace("|", "\\|")


if __name__ == "__main__":
    main()
