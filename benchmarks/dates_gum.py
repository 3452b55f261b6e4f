"""GUM: `<date when="…">` in the XML layer of its trees, beside what the finder reads in the same sentences."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from pipeline.stages.dates import parser
from pipeline.stages.dates.date import find

WHEN = re.compile(r'<date when:::"([^"]+)"')
Marked = tuple[int, int, str]


def run(folder: Path, system: str) -> None:
    """Print how many of the marked dates are found, and how many of those with the value that is marked."""
    files = sorted(folder.glob("gum-clean-*.conllu"))
    if not files:
        print(f"GUM: skipped, {folder}/gum-clean-*.conllu is not there")
        return
    gold = found = right = 0
    for text, day, marks in (sentence for file in files for sentence in read(file)):
        rows = _ours(text, day) if system == "ours" else _searched(text, day)
        for start, end, value in marks:
            there = [row for row in rows if row[0] < end and start < row[1]]
            gold += 1
            found += bool(there)
            right += any(value in row[2] for row in there)
    print(
        f"GUM, {system}: marked {gold}, found {found / max(1, gold):.3f}, value right {right / max(1, gold):.3f}"
    )


def read(file: Path) -> Iterator[tuple[str, dt.date | None, list[Marked]]]:
    """Each sentence with marked dates: its text, the day of its document, start, end and value of each."""
    text, day, marks, open_, at = "", None, [], None, 0
    for row in file.read_text(encoding="utf-8").splitlines():
        if row.startswith("# meta::dateCreated"):
            day = _iso(row.split("=")[1].strip())
        elif row.startswith("# text ="):
            text, marks, open_, at = row[9:], [], None, 0
        elif not row and marks:
            yield text, day, marks
        fields = row.split("\t")
        if len(fields) != 10 or not fields[0].isdigit():
            continue
        start = text.find(fields[1], at)
        at = start + len(fields[1]) if start >= 0 else at
        if match := WHEN.search(fields[9]):
            open_ = (start, match[1])
        if open_ and "</date>" in fields[9]:
            marks.append((open_[0], at, open_[1]))
            open_ = None


def _ours(text: str, day: dt.date | None) -> list[tuple[int, int, set[str]]]:
    return [
        (d.start, d.end, set((d.timex or "").replace("XXXX", "-").split("/")))
        for d in find(text, published=day)
    ]


def _searched(text: str, day: dt.date | None) -> list[tuple[int, int, set[str]]]:
    """A day is right here for the month or the year that it lies in: the search gives days only."""
    found = parser.search(text, day)
    return [(a, b, {when.isoformat(), when.isoformat()[:7], when.isoformat()[:4]}) for a, b, when in found]


def _iso(words: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        return None
