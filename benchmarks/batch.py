"""Long runs: killed and run again, more workers, more documents, longer ones, and what memory they take.

    python benchmarks/batch.py kill --documents 1000 --words 200 --every 8
    python benchmarks/batch.py scale --documents 10 100 1000
    python benchmarks/batch.py length
    python benchmarks/batch.py memory --documents 2000

Articles are cut from `../shared/data/raw` (or `OPCLAIMS_DATA`): whole paragraphs, so many words each; when the texts
are used up they are cut anew from one paragraph later, so that no two articles are the same.
Seconds are those of the wall, so other work on the machine shows in them; the load is printed.
"""

import argparse
import json
import os
import platform
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("OPCLAIMS_DATA", ROOT.parent / "shared" / "data")) / "raw"
LENGTHS = (1, 10, 100, 1_000, 10_000, 30_000)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("what", choices=["kill", "scale", "length", "memory"])
    options.add_argument("--documents", type=int, nargs="+", default=[100])
    options.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    options.add_argument("--runs", type=int, default=1, help="of scale: the fastest of so many counts")
    options.add_argument("--words", type=int, default=700, help="words of an article")
    options.add_argument("--every", type=float, default=8.0, help="seconds between kills, about")
    given = options.parse_args()
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"{platform.machine()}, {os.cpu_count()} cores, load {load}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as folder:
        {"kill": kill, "scale": scale, "length": length, "memory": memory}[given.what](Path(folder), given)


def kill(folder: Path, given: argparse.Namespace) -> None:
    """A run killed every few seconds until it is done, beside one that is left alone."""
    source, drawn = written(folder, given.documents[0], given.words), random.Random(1)
    started, kills = time.perf_counter(), 0
    while True:
        process = subprocess.Popen(command(source, folder / "killed", 2), start_new_session=True)
        try:
            process.wait(timeout=given.every * drawn.uniform(0.7, 1.3))
            break
        except subprocess.TimeoutExpired:
            os.kill(process.pid, 9)
            process.wait()
            kills += 1
    took = time.perf_counter() - started
    print(
        f"{given.documents[0]} articles, killed {kills} times, ended with {process.returncode} after {took:.0f} s"
    )
    print(f"left alone: {seconds(source, folder / 'whole', 2):.0f} s")
    killed, whole = contents(folder / "killed"), contents(folder / "whole")
    different = sorted(str(name) for name in {*killed, *whole} if killed.get(name) != whole.get(name))
    print(
        f"{len(whole)} files, {sum(map(len, whole.values())):,} bytes: {different or 'the same, byte for byte'}"
    )


def scale(folder: Path, given: argparse.Namespace) -> None:
    """Words a second, by documents and workers; the start and the tables are in it."""
    for documents in given.documents:
        source = written(folder, documents, given.words)
        words = sum(len(json.loads(line)["text"].split()) for line in source.open())
        took = {
            w: min(seconds(source, folder / f"out{documents}-{w}-{n}", w) for n in range(given.runs))
            for w in given.workers
        }
        rates = ", ".join(f"{w} workers {t:.1f} s, {words / t:,.0f} words/s" for w, t in took.items())
        ratio = took[given.workers[0]] / took[given.workers[-1]]
        print(f"{documents:6} articles, {words:9,} words: {rates}; {ratio:.2f} ×")


def length(folder: Path, given: argparse.Namespace) -> None:
    """Seconds of this process for one text, by its words: they must grow as the words do."""
    from pipeline import extract, load

    nlp = load()
    text = " ".join(paragraphs())
    extract(text[:5_000], nlp=nlp)
    for words in LENGTHS:
        cut = " ".join(text.split(" ")[:words])
        runs = []
        for _ in range(3 if words < 10_000 else 1):
            started = time.thread_time()
            extract(cut, nlp=nlp)
            runs.append(time.thread_time() - started)
        print(f"{words:7,} words: {min(runs):8.3f} s, {1e6 * min(runs) / words:7.0f} µs a word")


def memory(folder: Path, given: argparse.Namespace) -> None:
    """Resident memory of the run and its worker, as the documents go by."""
    source = written(folder, given.documents[0], given.words)
    process = subprocess.Popen(command(source, folder / "out", 1))
    seen = 0
    while process.poll() is None:
        time.sleep(1)
        part = list((folder / "out" / "shards").glob("*.rows"))
        if len(part) * 64 >= seen + 128:
            seen = len(part) * 64
            print(
                f"{seen:6} documents: {', '.join(f'{mib:.0f} MiB' for mib in resident(process.pid))}",
                flush=True,
            )


def resident(pid: int) -> list[float]:
    """MiB of a process and its children (Linux)."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    pages = [int(Path(f"/proc/{one}/statm").read_text().split()[1]) for one in (str(pid), *children)]
    return [one * os.sysconf("SC_PAGE_SIZE") / 2**20 for one in pages]


def command(source: Path, out: Path, workers: int) -> list[str]:
    return [
        *(sys.executable, "-m", "pipeline", "run", str(source), "--out", str(out), "--quiet"),
        *("--workers", str(workers)),
    ]


def seconds(source: Path, out: Path, workers: int) -> float:
    started = time.perf_counter()
    subprocess.run(command(source, out, workers), cwd=ROOT, check=True)
    return time.perf_counter() - started


def contents(folder: Path) -> dict[Path, bytes]:
    return {one.relative_to(folder): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def written(folder: Path, documents: int, words: int) -> Path:
    path = folder / f"{documents}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(islice(articles(words), documents)):
            file.write(json.dumps({"id": f"a{number}", "published": "2001-02-03", "text": text}) + "\n")
    return path


def articles(words: int) -> Iterator[str]:
    """Whole paragraphs, so many words or a little more at a time, for ever."""
    known = list(paragraphs())
    for first in count():
        article: list[str] = []
        for paragraph in known[first % len(known) :]:
            article.append(paragraph)
            if sum(len(one.split()) for one in article) >= words:
                yield "\n\n".join(article)
                article = []


def paragraphs() -> Iterator[str]:
    for path in sorted(DATA.rglob("*.txt")):
        for one in re.split(r"\n\s*\n|\n(?=[A-Z])", path.read_text(encoding="utf-8", errors="replace")):
            if len(one.split()) >= 8 and "Gutenberg" not in one:
                yield " ".join(one.split())


if __name__ == "__main__":
    main()
