"""Inputs that a coverage-guided fuzzer (atheris) makes: `python benchmarks/fuzz_guided.py TARGET [--seconds N]`.

Targets: `money` and `dates`, the pure readers of text; `files`, the readers of files (the first byte says of which
kind). It begins from the sentences and files of the tests, and its dictionary is the lexicon. What is looked for: an
exception, a span that is out of the text or of order, a record that `record/` refuses, another answer when asked
again, and more than `--slow` seconds of processor time for an input, which has at most 2,000 bytes.

A finding does not end it: the first of each place in the code is printed, and kept in `--keep`. Ends with the number
of inputs and of findings; exits with 1 where there are any. Needs `pip install atheris` (Linux, Python 3.11 to 3.13).
"""

import argparse
import csv
import datetime as dt
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
sys.path.insert(1, str(ROOT / "tests" / "read"))

with atheris.instrument_imports(include=["pipeline.stages.money", "pipeline.stages.dates", "pipeline.read"]):
    from pipeline.read import read_file
    from pipeline.read.sources import find as find_files
    from pipeline.stages.dates.date import find as find_dates
    from pipeline.stages.money.amount import find as find_amounts

import files as samples  # noqa: E402

from pipeline.record import Article, Date, Failure  # noqa: E402

SUFFIXES = (
    ".txt",
    ".md",
    ".jsonl",
    ".csv",
    ".html",
    ".rss",
    ".pdf",
    ".docx",
    ".zip",
    ".gz",
    ".txt.gz",
    ".tsv",
    ".parquet",
)
LONGEST = 2000
DAYS = (None, dt.date(2024, 2, 29), dt.date.min, dt.date.max)


def money(data: bytes) -> None:
    """The first byte is left to the fuzzer; the rest is the text."""
    text = data[1:].decode("utf-8", "replace")
    found = find_amounts(text)
    end = 0
    for one in found:
        assert end <= one.start <= one.core_start < one.core_end <= one.end <= len(text), one
        end = one.end
        figures = [figure for figure in (one.value, one.low, one.high) if figure is not None]
        assert all(figure.is_finite() for figure in figures), one
        assert one.low is None or one.high is None or one.low <= one.high, one
    assert found == find_amounts(text), "another answer"


def dates(data: bytes) -> None:
    """The first byte chooses the day of publication."""
    text, published = data[1:].decode("utf-8", "replace"), DAYS[data[0] % len(DAYS)]
    found = find_dates(text, published=published)
    end = 0
    for one in found:
        row = one.row(text, "d1")
        Date.model_validate(row)
        assert end <= row["span"]["start"] < row["span"]["end"] <= len(text), row
        end = row["span"]["end"]
        assert f"{row['timex']}{row['edtf']}".isascii(), row
    assert found == find_dates(text, published=published), "another answer"


def files(data: bytes) -> None:
    """The first byte chooses the suffix; the rest is what is in the file."""
    path = FOLDER / f"a{SUFFIXES[data[0] % len(SUFFIXES)]}"
    path.write_bytes(data[1:])
    for found in find_files([str(path)]):
        items = [found] if isinstance(found, Failure) else list(read_file(found, path, {}))
        assert items, "neither an article nor a failure"
        for item in items:
            assert isinstance(item, (Article, Failure)), item
            if isinstance(item, Failure):
                assert item.reason and "\n" not in item.reason, item
            else:
                assert item.text.strip() and "\0" not in item.text
                item.text.encode("utf-8")


TARGETS: dict[str, Callable[[bytes], None]] = {"money": money, "dates": dates, "files": files}
FOLDER = Path(tempfile.mkdtemp(prefix="fuzz-"))


def seeds(target: str) -> Iterator[bytes]:
    """What the tests hold of it."""
    if target == "files":
        page, feed = samples.PAGE.encode(), samples.FEED.encode()
        text = "\n\n".join(samples.TEXT).encode()
        yield from (
            b"\x00" + text,
            b"\x01---\ntitle: A\ndate: 2024-05-31\n---\n" + text,
            b"\x04" + page,
            b"\x05" + feed,
        )
        yield b'\x02{"text": "Japan paid.", "published": "2024-05-31", "title": "A"}\n{"id": 1}\n'
        yield b'\x03id,text,published\n1,Japan paid.,2024-05-31\n2,"a\nb",x\n'
        yield b"\x06" + samples.pdf([["The minister paid.", "It was late."]])
        yield b"\x07" + samples.docx()
        yield b"\x08" + samples.zipped({"a.txt": text, "b.html": page, "c.zip": b"PK"})
        yield b"\x0a" + samples.gzipped(text)
        yield b"\x0c" + samples.parquet({"id": ["1"], "text": ["Japan paid."]})
        return
    for name in ("forms.csv", "negatives.csv"):
        path = ROOT / "tests" / "stages" / target / name
        with path.open(encoding="utf-8", newline="") as file:
            yield from (b"\x01" + row["text"].encode() for row in csv.DictReader(file))


def dictionary(path: Path) -> Path:
    """The cells of the lexicon, as libFuzzer wants them."""
    cells = {
        part.strip()
        for table in (ROOT / "pipeline" / "lexicon").glob("*.csv")
        for line in csv.reader(table.open(encoding="utf-8", newline=""))
        for cell in line
        for part in cell.split(";")
        if 0 < len(part.strip()) < 25
    }
    shown = ("".join(f"\\x{byte:02x}" for byte in cell.encode()) for cell in sorted(cells))
    path.write_text("".join(f'"{cell}"\n' for cell in shown), encoding="ascii")
    return path


class Watched:
    """The target; findings are kept by the line of the code where they came from."""

    def __init__(self, target: Callable[[bytes], None], slow: float, keep: Path | None) -> None:
        self.target, self.slow, self.keep = target, slow, keep
        self.inputs, self.found = 0, dict[str, str]()

    def __call__(self, data: bytes) -> None:
        if not data:
            return
        self.inputs += 1
        try:
            seconds = self.timed(data)
            if seconds > self.slow and (seconds := self.timed(data)) > self.slow:  # not what is loaded once
                self.note("slow", f"{seconds:.1f} s for {len(data)} bytes", data)
        except Exception as error:
            frames = [
                each for each in traceback.extract_tb(error.__traceback__) if "pipeline" in each.filename
            ]
            at = frames[-1] if frames else traceback.extract_tb(error.__traceback__)[-1]
            self.note(f"{type(error).__name__} {Path(at.filename).name}:{at.lineno}", f"{error}"[:300], data)

    def timed(self, data: bytes) -> float:
        started = time.thread_time()
        self.target(data)
        return time.thread_time() - started

    def note(self, place: str, what: str, data: bytes) -> None:
        if place in self.found:
            return
        self.found[place] = what
        print(f"FOUND {place}: {what}\n  {data[:300]!r}", flush=True)
        if self.keep is not None:
            self.keep.mkdir(parents=True, exist_ok=True)
            (self.keep / f"{self.target.__name__}-{len(self.found)}").write_bytes(data)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("target", choices=TARGETS)
    options.add_argument("--seconds", type=int, default=60, help="of processor time (default 60)")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--slow", type=float, default=1.0, help="seconds that an input may take (default 1)")
    options.add_argument("--keep", type=Path, help="keep what was found in this folder")
    given = options.parse_args()
    corpus = FOLDER / "corpus"
    corpus.mkdir()
    for number, data in enumerate(seeds(given.target)):
        (corpus / f"{number}").write_bytes(data)
    watched = Watched(TARGETS[given.target], given.slow, given.keep)
    end = time.process_time() + given.seconds

    def one(data: bytes) -> None:
        watched(data)
        if time.process_time() > end:
            print(
                f"{given.target}: {watched.inputs:,} inputs in {given.seconds} s, {len(watched.found)} findings",
                flush=True,
            )
            os._exit(min(1, len(watched.found)))

    atheris.Setup(
        [sys.argv[0], str(corpus), f"-max_len={LONGEST}", f"-seed={given.seed}", "-timeout=60", "-rss_limit_mb=4000",
         f"-dict={dictionary(FOLDER / 'lexicon.dict')}", f"-artifact_prefix={FOLDER}/", "-verbosity=0"],
        one,
    )  # fmt: skip
    atheris.Fuzz()


if __name__ == "__main__":
    main()
