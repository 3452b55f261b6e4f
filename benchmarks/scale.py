"""How the time grows: with documents, with workers, with the length of one text; and what a start takes.

    python benchmarks/scale.py [start documents length] [--documents 10 100 1000] [--runs 3] [--json FILE]

- start: `opclaims run` over one sentence, until it has ended: seconds on the wall, and of the processor.
- documents: runs over short articles (articles.py) with one and with two workers: seconds on the wall (other work on
  the machine shows in them) and of the processor (where it shows little), both with the start. Of several runs the
  least; `spread` is the most of them over the least.
- length: one text of 1 to 100,000 words in this process, without the limit on an op-ed's length; processor seconds.
"""

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from articles import ROOT, line, paragraphs, short

LENGTHS = (1, 10, 100, 1_000, 10_000, 30_000, 100_000)
WORKERS = (1, 2)
SENTENCE = (
    "The council said on Monday that the new bridge had cost 3 million dollars, twice what was promised."
)
Rows = Iterator[dict[str, Any]]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("what", nargs="*", help="all, if none is named")
    options.add_argument("--documents", type=int, nargs="+", default=[10, 100, 1_000])
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--json", type=Path, help="add the rows to this file (JSON Lines)")
    given = options.parse_args()
    machine = {"cores": os.cpu_count(), "processor": processor_name(), "python": platform.python_version()}
    print(", ".join(map(str, machine.values())))
    for what in given.what or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            for row in PARTS[what](Path(folder), given):
                row = {"what": what, **row, "load": round(os.getloadavg()[0], 1)}
                print(
                    " ".join(
                        f"{name} {value:,.6g}" if isinstance(value, float) else f"{name} {value}"
                        for name, value in row.items()
                    ),
                    flush=True,
                )
                if given.json:
                    with given.json.open("a", encoding="utf-8") as file:
                        file.write(json.dumps(row) + "\n")


def start(folder: Path, given: argparse.Namespace) -> Rows:
    (folder / "a.txt").write_text(SENTENCE, encoding="utf-8")
    took = [ran(folder / "a.txt", folder / f"out{n}", 1) for n in range(given.runs)]
    yield {
        "seconds": min(took)[0],
        "median": median(wall for wall, _ in took),
        "processor": min(used for _, used in took),
    }


def documents(folder: Path, given: argparse.Namespace) -> Rows:
    for number in given.documents:
        texts = list(islice(short(), number))
        (source := folder / f"{number}.jsonl").write_text(
            "".join(line({"text": text}) for text in texts), encoding="utf-8"
        )
        runs: dict[int, list[tuple[float, float]]] = {workers: [] for workers in WORKERS}
        for n in range(given.runs):  # in turn, so that what else the machine does falls on both
            for workers in WORKERS:
                runs[workers].append(ran(source, folder / f"out-{number}-{workers}-{n}", workers))
        for workers, took in runs.items():
            seconds, used = (min(column) for column in zip(*took, strict=True))
            spread = max(wall for wall, _ in took) / seconds
            words = sum(len(text.split()) for text in texts)
            yield {
                "documents": number,
                "words": words,
                "workers": workers,
                "seconds": seconds,
                "processor": used,
                "spread": spread,
            }


def length(folder: Path, given: argparse.Namespace) -> Rows:
    from pipeline import extract, load
    from pipeline.extraction import article

    article.MAX_CHARS = 10**7  # where the length is looked at
    nlp, words = load(), " ".join(paragraphs()).split(" ")
    extract(" ".join(words[:1_000]), nlp=nlp)
    for number in LENGTHS:
        text, runs = " ".join(words[:number]), list[float]()
        for _ in range(given.runs if number <= 10_000 else 1):
            started = time.thread_time()
            extract(text, nlp=nlp)
            runs.append(time.thread_time() - started)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        yield {
            "words": number,
            "processor": min(runs),
            "microseconds a word": 1e6 * min(runs) / number,
            "MiB": peak,
        }


def ran(source: Path, out: Path, workers: int) -> tuple[float, float]:
    """Seconds of a run: on the wall, and of the processor."""
    command = [
        sys.executable,
        "-m",
        "pipeline",
        "run",
        str(source),
        "--out",
        str(out),
        "--quiet",
        "--workers",
        str(workers),
    ]
    started, used = time.perf_counter(), children()
    subprocess.run(command, cwd=ROOT, check=True)
    return time.perf_counter() - started, children() - used


def children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def processor_name() -> str:
    for text in Path("/proc/cpuinfo").read_text().splitlines():
        if text.startswith("model name"):
            return text.partition(":")[2].strip()
    return platform.machine()


PARTS = {"start": start, "documents": documents, "length": length}

if __name__ == "__main__":
    main()
