"""How fast opclaims is, and where the time goes. Run by hand: `python benchmarks/speed.py [--runs N] [--json]
[--profile PATH]`.

- Cold: `opclaims run corpus/articles` in a process of its own, wall-clock seconds and peak memory.
- Warm: words a second of the trained components alone and of everything, on the same texts in the same process,
  their ratio, and each stage's share; one article at a time, as we run them.
- Claims: what the claim stages (attribution, claims, worth) take beside the trained components.
- Growth: one text, twice and four times as long: seconds a word must stay as they are.

`--profile` writes JSON Lines: each stage's seconds, then the functions of the claim stages that take the most by
themselves (cProfile, which slows small functions most).

Figures are medians over the runs. Warm and growth count processor seconds of one thread, so that other work on the
machine does not show in them; cold counts seconds on the wall, where it does.
"""

import argparse
import cProfile
import gc
import json
import os
import platform
import pstats
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from rich.console import Console
from rich.table import Table
from spacy.language import Language
from thinc.api import Config

from pipeline import extract, load
from pipeline.assemble import ORDER
from pipeline.read import read
from pipeline.readback import read_back
from pipeline.record import Article
from pipeline.run.worker import YOUNG

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = ROOT / "corpus" / "articles"
GROWTH = (1, 2, 4)
CLAIM_STAGES = ("attribution", "claims", "worth")
LISTED = 20
"""Functions in the profile."""
CLOCK = time.thread_time  # of this thread alone
Seconds = dict[str, float]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--runs", type=int, default=3, help="repeat everything so often (default 3)")
    options.add_argument("--json", action="store_true", help="print JSON instead of tables")
    options.add_argument("--profile", type=Path, help="write a profile to this file (JSON Lines)")
    options.add_argument("--articles", type=Path, default=ARTICLES, help="files to read")
    given = options.parse_args()
    figures = measure(given.articles, given.runs)
    print(json.dumps(figures, indent=2)) if given.json else show(figures)
    if given.profile:
        lines = [{"machine": figures["machine"], "articles": figures["articles"], "words": figures["words"]}]
        lines += [*stages(figures), *functions(given.articles)]
        given.profile.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def measure(folder: Path, runs: int) -> dict[str, Any]:
    """Everything, as data."""
    nlp = load()
    gc.collect()
    gc.freeze()  # as our workers do
    gc.set_threshold(YOUNG)
    articles = [article for article in read([str(folder)]) if isinstance(article, Article)]
    words = sum(len(article.text.split()) for article in articles)
    warm(nlp, articles)
    passes = [warm(nlp, articles) for _ in range(runs)]
    seconds = {name: median(each[name] for each in passes) for name in passes[0]}
    return {
        "machine": machine(),
        "runs": runs,
        "articles": len(articles),
        "words": words,
        "cold": cold(folder, runs),
        "words_per_second": {name: words / seconds[name] for name in ("trained", "whole")},
        "whole_to_trained": seconds["whole"] / seconds["trained"],
        "claims_to_trained": sum(seconds[f"· {name}"] for name in CLAIM_STAGES) / seconds["trained"],
        "share": shares(seconds),
        "seconds": seconds,
        "growth": growth(nlp, articles[0], runs),
    }


def machine() -> dict[str, Any]:
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
        "threads": os.environ.get("OMP_NUM_THREADS", "not set"),
    }


def cold(folder: Path, runs: int) -> dict[str, float]:
    """Wall-clock seconds of the command, and the most memory that one of the runs took."""
    times = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as out:
            command = [sys.executable, "-m", "pipeline", "run", str(folder), "--out", out, "--quiet"]
            started = time.perf_counter()
            subprocess.run(command, cwd=ROOT, check=True)
            times.append(time.perf_counter() - started)
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is bytes there, KiB elsewhere
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit
    return {"seconds": median(times), "fastest": min(times), "peak_mib": peak / 2**20}


def warm(nlp: Language, articles: list[Article]) -> Seconds:
    """One pass: seconds of the trained components, of every part, and of the whole with its records."""
    ours = set(Config().from_disk(ORDER)["nlp"]["pipeline"])
    seconds: Seconds = {}
    for article in articles:
        doc = lap(seconds, "· tokenizer", nlp.make_doc, article.text)
        for name, stage in nlp.pipeline:
            doc = lap(seconds, f"· {name}" if name in ours else "· model", stage, doc)
        lap(seconds, "· records", read_back, doc)
        lap(seconds, "whole", lambda text: extract(text, nlp=nlp), article.text)
    seconds["trained"] = seconds["· model"]
    return seconds


def shares(seconds: Seconds) -> dict[str, float]:
    parts = {name: each for name, each in seconds.items() if name.startswith("· ")}
    return {name.removeprefix("· "): each / sum(parts.values()) for name, each in parts.items()}


def stages(figures: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Each part: its seconds over all articles, and those over the trained components'."""
    trained = figures["seconds"]["trained"]
    for name, seconds in figures["seconds"].items():
        if name.startswith("· "):
            part = {"stage": name.removeprefix("· "), "seconds": round(seconds, 3)}
            yield {**part, "to_trained": round(seconds / trained, 3)}


def functions(folder: Path) -> Iterator[dict[str, Any]]:
    """The functions that the claim stages spend most of their own time in."""
    nlp, profile = load(), cProfile.Profile()
    for article in read([str(folder)]):
        if isinstance(article, Article):
            doc = nlp.make_doc(article.text)
            for name, stage in nlp.pipeline:
                doc = profile.runcall(stage, doc) if name in CLAIM_STAGES else stage(doc)
    rows = pstats.Stats(profile).get_stats_profile().func_profiles
    ordered = sorted(rows.items(), key=lambda row: (-row[1].tottime, row[0]))
    for name, found in ordered[:LISTED]:
        place = Path(found.file_name)
        place = place.relative_to(ROOT) if place.is_relative_to(ROOT) else Path(place.name)
        where = f"{place}:{found.line_number}" if found.line_number else "built in"
        yield {
            "function": name,
            "where": where,
            "calls": found.ncalls,
            "own_seconds": round(found.tottime, 3),
        }


def growth(nlp: Language, article: Article, runs: int) -> list[dict[str, float]]:
    """Seconds for a text that gets longer; `per_word` in microseconds."""
    rows = []
    for times in GROWTH:
        text = "\n\n".join([article.text] * times)
        took: Seconds = {}
        for number in range(runs):
            lap(took, str(number), lambda text: extract(text, nlp=nlp), text)
        seconds = median(took.values())
        rows.append({"times": times, "seconds": seconds, "per_word": 1e6 * seconds / len(text.split())})
    return rows


def lap(seconds: Seconds, name: str, work: Callable[[Any], Any], given: Any) -> Any:
    """Do the work, add its seconds under the name."""
    started = CLOCK()
    result = work(given)
    seconds[name] = seconds.get(name, 0.0) + CLOCK() - started
    return result


def show(figures: dict[str, Any]) -> None:
    console = Console(width=100)
    note = ", ".join(f"{name} {value}" for name, value in figures["machine"].items())
    console.print(f"{figures['articles']} articles, {figures['words']} words, {figures['runs']} runs; {note}")
    start = figures["cold"]
    console.print(
        f"cold start to finish: {start['seconds']:.1f} s (fastest {start['fastest']:.1f} s), "
        f"peak memory {start['peak_mib']:.0f} MiB"
    )
    speed = figures["words_per_second"]
    console.print(
        f"words a second: trained components {speed['trained']:,.0f}, "
        f"everything {speed['whole']:,.0f}; everything takes {figures['whole_to_trained']:.2f} × as long"
    )
    console.print(f"claim stages: {figures['claims_to_trained']:.1%} of the trained components' time")
    console.print(table("share of the time", ((n, f"{s:6.1%}") for n, s in figures["share"].items())))
    rows = (
        (f"{r['times']} ×", f"{r['seconds']:.2f} s", f"{r['per_word']:.0f} µs a word")
        for r in figures["growth"]
    )
    console.print(table("growth", rows))


def table(title: str, rows: Iterator[tuple[str, ...]]) -> Table:
    made = Table(title=title, show_header=False, box=None, title_justify="left", title_style="bold")
    for row in rows:
        made.add_row(*row)
    return made


if __name__ == "__main__":
    main()
