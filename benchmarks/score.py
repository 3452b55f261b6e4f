"""How long scoring takes: `python benchmarks/score.py`. To hold: 24 op-eds of 60 claims in under ten seconds.

Gold of the corpus is scored against gold with every fifth claim left out and every fifth name mislabelled, so that
there is something to pair, to count and to list.

Measured on 25 November 2026 (2 cores, Python 3.11) on 24 documents with 2,384 claims, 10,000 resamples: pairing and
counting 1.1 s, figures with intervals 0.1 s, errors 0.1 s, page 0.2 s, against another run 0.4 s.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pipeline.record import Document
from pipeline.report import render
from pipeline.score import compare, score
from pipeline.score.interval import RESAMPLES
from pipeline.store import read

GOLD = Path(__file__).parent.parent / "corpus" / "gold"


def main() -> None:
    """Print seconds for each part, and what it was measured on."""
    gold = list(read(GOLD))
    found = [thinned(document) for document in gold]
    scores, seconds = timed(lambda: score(found, gold))
    rows, more = timed(scores.rows)
    print(f"{len(gold)} documents, {sum(len(d.claims) for d in gold)} claims, {RESAMPLES} resamples")
    print(f"pairing and counting        {seconds:6.2f} s")
    print(f"figures with intervals      {more:6.2f} s   ({len(rows)} figures)")
    errors, seconds = timed(scores.errors)
    print(f"errors in their sentences   {seconds:6.2f} s   ({len(errors)} errors)")
    page, seconds = timed(lambda: render(scores))
    print(f"report.html                 {seconds:6.2f} s   ({len(page) // 1000} kB)")
    other = score(gold, gold)
    _, seconds = timed(lambda: compare(scores, other))
    print(f"against another run         {seconds:6.2f} s")


def thinned(document: Document) -> Document:
    """Without every fifth claim; nothing may point to what is gone."""
    kept = [claim for at, claim in enumerate(document.claims) if at % 5]
    ids = {claim.id for claim in kept}
    whole = [
        c if c.parent is None or c.parent.claim in ids else c.model_copy(update={"parent": None})
        for c in kept
    ]
    entities = tuple(
        e.model_copy(update={"label": "ORG"}) if at % 5 == 0 else e for at, e in enumerate(document.entities)
    )
    return document.model_copy(update={"claims": tuple(whole), "entities": entities, "leeway": None})


def timed(do: Callable[[], Any]) -> tuple[Any, float]:
    """What it gives, and how long it took."""
    began = time.perf_counter()
    made = do()
    return made, time.perf_counter() - began


if __name__ == "__main__":
    main()
