"""One file of megabytes through the whole pipeline: `python benchmarks/long.py [--megabytes 1 --megabytes 5]`.

The file is paragraphs of the corpus (dev and train), repeated, each with another number in front. Looked for: parts
that are cut at empty lines and make the text again, spans that hold in the file itself, and the most memory that the
command took, beside that for a file as long as an op-ed may be.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

from fuzz_texts import ROOT, articles

from pipeline.read import MAX_CHARS
from pipeline.record import Document, spans


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--megabytes", type=float, action="append", help="default 1 and 5")
    sizes = [int(each * 1_000_000) for each in options.parse_args().megabytes or (1, 5)]
    print(
        "| characters | parts | claims | seconds | MB | spans that hold |\n| --- | --- | --- | --- | --- | --- |"
    )
    return max(one(size) for size in (MAX_CHARS - 1000, *sizes))


def one(size: int) -> int:
    """A line about a file of that many characters; 1 where something is wrong with it."""
    source = text(size)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "big.txt").write_bytes(source.encode("utf-8"))
        seconds, memory = run(Path(folder))
        with (Path(folder) / "out" / "documents.jsonl").open(encoding="utf-8") as file:
            start = parts = claims = held = checked = 0
            for line in file:
                document = Document.model_validate(json.loads(line))
                parts, claims = parts + 1, claims + len(document.claims)
                own = document.text or ""
                for record in (*document.claims, *document.amounts, *document.dates, *document.entities):
                    for span in spans(record):
                        checked += 1
                        held += source[start + span.start : start + span.end] == span.text
                start += len(own) if source.startswith(own, start) else 0
    whole = start == len(source) and held == checked
    print(
        f"| {len(source):,} | {parts} | {claims:,} | {seconds:.0f} | {memory:,.0f} | {held:,} of {checked:,} |",
        flush=True,
    )
    return 0 if whole else 1


def text(size: int) -> str:
    """Numbered paragraphs, of so many characters in all."""
    paragraphs = cycle([each for article in articles() for each in article.split("\n\n") if len(each) > 200])
    made, length, number = [], 0, 0
    while length < size:
        number += 1
        made.append(f"Chapter {number}. {next(paragraphs)}")
        length += len(made[-1]) + 2
    return "\n\n".join(made)[:size].rstrip()


def run(folder: Path) -> tuple[float, float]:
    """Seconds, and megabytes at the most."""
    command = [
        sys.executable,
        "-m",
        "pipeline",
        "run",
        "big.txt",
        "--out",
        "out",
        "--quiet",
        "--timeout",
        "9000",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    started = time.monotonic()
    with subprocess.Popen(command, cwd=folder, env=environment) as child:
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(child.returncode)
    return time.monotonic() - started, used.ru_maxrss / 1000


if __name__ == "__main__":
    sys.exit(main())
