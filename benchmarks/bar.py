"""Is the time left that the bar says to be trusted? `python benchmarks/bar.py [--documents 1000] [--json FILE]`.

A run with one worker over articles of very different lengths, in the order in which they would mislead: short ones
first, then long, then any. What the bar is told is timed, and its answer at each twentieth of the run is put beside
what was then left. Seconds on the wall, so the machine should have nothing else to do, or all the time the same.
"""

import argparse
import json
import random
import tempfile
import time
from itertools import cycle
from pathlib import Path

from articles import line, paragraphs

from pipeline.run import Options, Pace, Told, run, workers

SHOWN = 20


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--documents", type=int, default=1_000)
    options.add_argument("--json", type=Path, help="write the rows to this file (JSON Lines)")
    given = options.parse_args()
    seen, took = timed(given.documents)
    rows = answers(seen, took, given.documents)
    print(
        "| at, s | done | words | left, as said, s | left in truth, s | off, of the whole |\n"
        + "|---" * 6
        + "|"
    )
    for row in rows:
        left, truth = row["left"], row["truth"]
        said = (
            f"– | {truth:.0f} |"
            if left is None
            else f"{left:.0f} | {truth:.0f} | {(left - truth) / took:+.0%}"
        )
        print(f"| {row['at']:.0f} | {row['done']} | {row['words']:,} | {said} |")
    if given.json:
        given.json.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def timed(documents: int) -> tuple[list[tuple[float, Told]], float]:
    """What a run told, and when; how long it took."""
    with tempfile.TemporaryDirectory() as folder:
        source, seen = Path(folder) / "in.jsonl", list[tuple[float, Told]]()
        source.write_text("".join(line({"text": text}) for text in uneven(documents)), encoding="utf-8")
        options = Options()
        with workers(options) as work:
            started = time.monotonic()
            run(
                [str(source)],
                Path(folder) / "out",
                options=options,
                work=work,
                progress=lambda told: seen.append((time.monotonic() - started, told)),
            )
            return seen, time.monotonic() - started


def answers(seen: list[tuple[float, Told]], took: float, total: int) -> list[dict[str, float | None]]:
    """What the bar says, twenty times."""
    pace, rows, step = Pace(), list[dict[str, float | None]](), took / SHOWN
    for at, told in seen:
        pace.tell(at, told)
        if at >= step * (len(rows) + 1):
            left = pace.left(total)
            rows.append(
                {
                    "at": round(at, 1),
                    "done": told.done,
                    "words": told.words,
                    "left": left and round(left, 1),
                    "truth": round(took - at, 1),
                }
            )
    return rows


def uneven(documents: int) -> list[str]:
    """A fifth of 60 words, a fifth of 300, the rest drawn from 30 to 600 by a long tail."""
    drawn = random.Random(5)
    wanted = [60] * (documents // 5) + [300] * (documents // 5)
    wanted += [min(600, 30 + int(drawn.expovariate(1 / 90))) for _ in range(documents - len(wanted))]
    known, texts = cycle(paragraphs()), list[str]()
    for words in wanted:
        text = ""
        while len(text.split()) < words:
            text += f"{next(known)}\n\n"
        texts.append(" ".join(text.split()[:words]))
    return texts


if __name__ == "__main__":
    main()
