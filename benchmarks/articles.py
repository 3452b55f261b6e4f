"""Articles for benchmarks of long runs: real ones, cut from `../shared/data/raw` (or `OPCLAIMS_DATA`; without either,
from corpus/articles), and ones made of sentences that are drawn from all of these. The same at every call.

    python benchmarks/articles.py FOLDER --documents 10000

writes a folder as an archive is: JSON lines, packed and not, CSV, plain text, web pages in a .zip; one article in a
hundred is a copy, one a copy but for a word, one of two hundred lines is broken.
"""

import argparse
import csv
import gzip
import html
import json
import os
import random
import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("OPCLAIMS_DATA", ROOT.parent / "shared" / "data")) / "raw"
CORPUS = ROOT / "corpus" / "articles"
SHORT = (80, 200)
"""Words of a short article, from and to."""
FILE = 500
"""Articles in one file of many."""
Row = dict[str, str]
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=[A-Z])")
_NOTICE = re.compile(r"Gutenberg|GUTENBERG|Produced by")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")


def paragraphs() -> Iterator[str]:
    """Of eight words or more, white space made single."""
    for path in sorted(DATA.rglob("*.txt")) or sorted(CORPUS.glob("*.md")) + sorted(CORPUS.glob("*.txt")):
        text = path.read_text(encoding="utf-8", errors="replace")
        for one in _PARAGRAPH.split(re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)):
            if len(one.split()) >= 8 and not _NOTICE.search(one):
                yield " ".join(one.split())


def cut(words: int) -> Iterator[str]:
    """Whole paragraphs, so many words or a little more at a time, for ever: when all are used, anew from one paragraph
    later, so that no two articles are the same."""
    known = list(paragraphs())
    for first in count():
        article: list[str] = []
        for paragraph in known[first % len(known) :]:
            article.append(paragraph)
            if sum(len(one.split()) for one in article) >= words:
                yield "\n\n".join(article)
                article = []


def short(seed: int = 10) -> Iterator[str]:
    """First each real passage once, then passages of sentences drawn from all texts, for ever; `SHORT` words each."""
    sentences = [one for paragraph in paragraphs() for one in _SENTENCE.split(paragraph) if len(one) < 600]
    drawn = random.Random(seed)
    yield from passages(iter(sentences), drawn)
    yield from passages((drawn.choice(sentences) for _ in count()), drawn)


def passages(sentences: Iterator[str], drawn: random.Random) -> Iterator[str]:
    """Sentences put together to so many words as are drawn, in paragraphs of one to four."""
    wanted, words, parts = drawn.randint(*SHORT), 0, list[str]()
    for sentence in sentences:
        parts.append(sentence + ("\n\n" if drawn.random() < 0.4 else " "))
        words += len(sentence.split())
        if words >= wanted:
            yield "".join(parts).strip()
            wanted, words, parts = drawn.randint(*SHORT), 0, []


def mixed(documents: int, seed: int = 10) -> Iterator[Row | None]:
    """So many articles; of each hundred one is a copy and one nearly a copy of an earlier one; between them lines that
    are broken (None)."""
    drawn, known = random.Random(seed), list[Row]()
    for number, text in enumerate(islice(short(seed), documents)):
        row = {
            "published": f"20{drawn.randint(10, 24)}-0{drawn.randint(1, 9)}-1{drawn.randint(0, 9)}",
            "text": text,
        }
        if known and number % 100 == 50:
            row = drawn.choice(known)
        if known and number % 100 == 51:
            row = {**row, "text": drawn.choice(known)["text"].replace(" the ", " this ", 1)}
        yield row
        if number % 200 == 7:
            yield None
        known = [*known[-400:], row]


def archive(folder: Path, documents: int) -> Path:
    """Write `mixed` articles as files of five kinds, `FILE` in each."""
    folder.mkdir(parents=True)
    rows = mixed(documents)
    writers = (_lines, _packed, _table, _pages, _lines, _texts)
    for number in count():
        if not (some := list(islice(rows, FILE))):
            return folder
        writers[number % len(writers)](folder / f"{number:03}", some)
    raise AssertionError


def line(row: Row | None) -> str:
    return '{"text": broken\n' if row is None else json.dumps(row) + "\n"


def _lines(path: Path, rows: Sequence[Row | None]) -> None:
    path.with_suffix(".jsonl").write_text("".join(map(line, rows)), encoding="utf-8")


def _packed(path: Path, rows: Sequence[Row | None]) -> None:
    data = "".join(map(line, rows)).encode()
    path.with_suffix(".jsonl.gz").write_bytes(gzip.compress(data, mtime=0))


def _table(path: Path, rows: Sequence[Row | None]) -> None:
    with path.with_suffix(".csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["published", "text"])
        writer.writeheader()
        writer.writerows(row or {"published": "2024-13-40", "text": "No such day."} for row in rows)


def _pages(path: Path, rows: Sequence[Row | None]) -> None:
    with zipfile.ZipFile(path.with_suffix(".zip"), "w", zipfile.ZIP_DEFLATED) as packed:
        for number, row in enumerate(rows):
            text = html.escape(row["text"] if row else "").replace("\n\n", "</p><p>")
            packed.writestr(
                f"{number:03}.html", f"<html><body><article><p>{text}</p></article></body></html>"
            )


def _texts(path: Path, rows: Sequence[Row | None]) -> None:
    path.mkdir()
    for number, row in enumerate(rows):
        (path / f"{number:03}.txt").write_text(row["text"] if row else " ", encoding="utf-8")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--documents", type=int, default=10_000)
    given = options.parse_args()
    archive(given.folder, given.documents)
    files = [one for one in given.folder.rglob("*") if one.is_file()]
    print(
        f"{given.documents:,} articles in {len(files):,} files, {sum(one.stat().st_size for one in files):,} bytes"
    )


if __name__ == "__main__":
    main()
