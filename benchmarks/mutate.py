"""Would the tests notice? `python benchmarks/mutate.py [--room NAME] [--number N] [--seed N] [--out FILE]`.

One thing in a file is made wrong (`mutants.py`), and the tests of that room are run until the first one fails: then
the mutant is killed (`mutate_room.py` says how). Rooms: the record, the readers of money and of dates, the scorer, the
flat tables (store) and those of databases (sql), gold, the readers of files. A seeded sample of each. A mutant that
needs four times the processor time of its room's tests is killed, too.

Prints a table, and each survivor as `file:line kind: before → after`. `--again FILE` tries those of an earlier `--out`
that survived; `--list` shows what would be tried; `--without around` leaves the tests with that in their name out, for
a quick look (a figure found so can only be too low). Nothing is written into the tree. Needs `pip install coverage`.
"""

import argparse
import ast
import importlib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from mutants import ROOT, Mutant, Site, sites, words
from mutate_room import ALIVE, FAILED, LATE, Room, verdicts

sys.path.insert(0, str(ROOT))  # the package of this tree, not an installed one
ROOMS = {
    room.name: room
    for room in (
        Room("record", ("pipeline/record",), ("tests/record", "tests/store/test_schema.py")),
        Room(
            "money", ("pipeline/stages/money",), ("tests/lexicon/test_money_tables.py", "tests/stages/money")
        ),
        Room(
            "dates", ("pipeline/stages/dates",), ("tests/lexicon/test_dates_tables.py", "tests/stages/dates")
        ),
        Room("score", ("pipeline/score",), ("tests/score",)),
        Room(
            "store",
            ("pipeline/store",),
            (
                "tests/store/test_cells.py",
                "tests/store/test_jsonl.py",
                "tests/store/test_tables.py",
                "tests/store/export",
                "tests/cli/test_extras.py",
            ),
        ),
        Room("sql", ("pipeline/store/sql",), ("tests/store/sql",)),
        Room("gold", ("pipeline/gold",), ("tests/gold",)),
        Room("read", ("pipeline/read",), ("tests/read",)),
    )
}
SHARED = (
    "pytest", "_pytest.main", "coverage", "hypothesis", "hypothesis.strategies", "pydantic", "spacy", "spacy.lang.en",
    "pandas", "numpy", "scipy.optimize", "dateparser", "dateparser.search", "quantulum3.parser", "hijridate",
    "sqlalchemy", "jsonschema", "alembic", "typer", "typer.testing", "rich", "yaml", "onnxruntime",
    "curated_tokenizers",
)  # fmt: skip
"""Loaded once, before the forks."""


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--room", action="append", choices=ROOMS, help="this room (default all)")
    options.add_argument("--number", type=int, default=100, help="mutants of each room (default 100)")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", default="", help="files whose path has this in it")
    options.add_argument("--out", type=Path, help="a line of JSON for each mutant")
    options.add_argument("--again", type=Path, help="those that survived in this file")
    options.add_argument("--list", action="store_true", help="try nothing")
    options.add_argument("--without", action="append", default=[], help="leave tests of this name out")
    given = options.parse_args()
    os.environ["CI"] = "true"  # hypothesis draws the same examples each time
    os.chdir(ROOT)
    tried = again(given.again) if given.again else drawn(given)
    if given.list:
        print(*(f"{one.file}:{words(one)}" for one in tried), sep="\n")
        return 0
    for name in SHARED:
        importlib.import_module(name)
    sys.modules["quantulum3.parser"].parse("5 kPa")  # reads its tables of units: seconds, once
    left_out = ("-k", f"not ({' or '.join(given.without)})") if given.without else ()
    results: dict[Mutant, str] = {}
    for room in dict.fromkeys(one.room for one in tried):
        asked = ROOMS[room]._replace(tests=(*ROOMS[room].tests, *left_out))
        for one, verdict in verdicts(asked, [each for each in tried if each.room == room]):
            results[one] = verdict
            tell(one, verdict, given.out)
    table(results)
    return 0


def everything(room: str, only: str = "") -> Iterator[tuple[Mutant, Site]]:
    """All mutants of a room, by file, and what each changes."""
    for place in (ROOT / one for one in ROOMS[room].places):
        for path in sorted(place.glob("*.py")) if place.is_dir() else [place]:
            if only in (file := path.relative_to(ROOT).as_posix()):
                for number, site in enumerate(sites(ast.parse(path.read_text(encoding="utf-8")))):
                    yield Mutant(room, file, number), site


def drawn(given: argparse.Namespace) -> list[Mutant]:
    """A sample of each room, in random order: where the clock cuts it short, it is a random sample still."""
    tried: list[Mutant] = []
    for room in given.room or ROOMS:
        found = [one for one, _ in everything(room, given.only)]
        print(f"{room}: {len(found):,} mutants", flush=True)
        tried += Random(f"{given.seed} {room}").sample(found, min(given.number, len(found)))
    return tried


def again(path: Path) -> list[Mutant]:
    """Those that survived, found again by their words: the lines may have moved."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    alive = [row for row in rows if row["verdict"] == ALIVE]
    known = {(row["file"], row["words"]) for row in alive}
    return [
        one
        for room in dict.fromkeys(row["room"] for row in alive)
        for one, site in everything(room)
        if (one.file, site.change) in known
    ]


def tell(one: Mutant, verdict: str, out: Path | None) -> None:
    if verdict == ALIVE:
        print(f"{one.file}:{words(one)}", flush=True)
    if out is not None:
        row = {**one._asdict(), "words": words(one).split(" ", 1)[1], "verdict": verdict}
        with out.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def table(results: dict[Mutant, str]) -> None:
    print("\n| room | tried | killed | out of time | survived | killed of tried |")
    print("| --- | --- | --- | --- | --- | --- |")
    for room in [*dict.fromkeys(one.room for one in results), None]:
        counts = Counter(verdict for one, verdict in results.items() if room in (one.room, None))
        dead = (counts[FAILED] + counts[LATE]) / max(1, counts.total())
        numbers = " | ".join(str(counts[verdict]) for verdict in (FAILED, LATE, ALIVE))
        print(f"| {room or 'all'} | {counts.total()} | {numbers} | {dead:.1%} |")


if __name__ == "__main__":
    sys.exit(main())
