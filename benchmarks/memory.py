"""Memory and speed as documents go by: `python benchmarks/memory.py [--documents 20000] [--json FILE]`.

A run of short articles (articles.py, one file of JSON lines) with one worker; at each thousand documents: resident
memory of the worker and of the process that reads and writes (MiB), and the worker's processor seconds for the
thousand, which other work on the machine changes little. Linux: it looks into /proc.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from articles import ROOT, line, short
from processes import busiest, mebibytes, seconds

from pipeline.run.shards import SHARD

STEP = 1_000


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--documents", type=int, default=20_000)
    options.add_argument("--json", type=Path, help="write the rows to this file (JSON Lines)")
    given = options.parse_args()
    rows = []
    print(
        "| documents | words | worker, MiB | reads and writes, MiB | its seconds | words/s |\n"
        + "|---" * 6
        + "|"
    )
    for row in measured(given.documents):
        rows.append(row)
        rate = row["words"] / row["seconds"]
        print(
            f"| {row['documents']:,} | {row['words']:,} | {row['worker']:.0f} | {row['parent']:.0f} "
            f"| {row['seconds']:.1f} | {rate:,.0f} |",
            flush=True,
        )
        if given.json:
            given.json.write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
    print(verdict(rows))


def verdict(rows: list[dict[str, float]]) -> str:
    after = rows[1:] or rows
    rates = [row["words"] / row["seconds"] for row in after]
    return (
        f"worker grows {after[-1]['worker'] - rows[0]['worker']:.0f} MiB after the first thousand, "
        f"most {max(row['peak'] for row in rows):.0f} MiB; {min(rates):,.0f} to {max(rates):,.0f} words/s"
    )


def measured(documents: int) -> Iterator[dict[str, float]]:
    """A row at each thousand documents: `seconds` and `words` are of this thousand."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "in.jsonl", Path(folder) / "out"
        texts = list(islice(short(), documents))
        with source.open("w", encoding="utf-8") as file:
            file.writelines(line({"published": "2001-02-03", "text": text}) for text in texts)
        words = [len(text.split()) for text in texts]
        command = [sys.executable, "-m", "pipeline", "run", str(source), "--out", str(out), "--quiet"]
        process = subprocess.Popen(command, cwd=ROOT)
        done, before = 0, 0.0
        while process.poll() is None:
            time.sleep(0.5)
            now = SHARD * sum(1 for _ in (out / "shards").glob("*.rows"))
            if now // STEP > done // STEP or (now >= documents and done < documents):
                now = min(now, documents)
                if (worker := busiest(process.pid)) is None:
                    continue
                used = seconds(worker)
                yield {
                    "documents": now, "words": sum(words[done:now]), "worker": mebibytes(worker),
                    "peak": mebibytes(worker, "VmHWM"), "parent": mebibytes(process.pid), "seconds": used - before,
                }  # fmt: skip
                done, before = now, used
        if process.returncode:
            sys.exit(f"the run ended with {process.returncode}")


if __name__ == "__main__":
    main()
