"""How fast trained pipelines are, side by side: words a second of one thread, seconds to load.

    python scripts/speed.py MODEL_DIR… [--texts ../corpus/articles] [--runs 5]

All read the same texts in turns, in one process, so that what else the machine does strikes all alike; the first is
what the others are compared with. Processor seconds of this thread; medians over the runs.
"""

import argparse
import time
from pathlib import Path
from statistics import median

import spacy
from spacy.language import Language

from pipeline.read import read
from pipeline.record import Article


def loaded(path: str) -> tuple[Language, float]:
    start = time.perf_counter()
    nlp = spacy.load(path)
    return nlp, time.perf_counter() - start


def words_a_second(nlp: Language, texts: list[str]) -> float:
    start, words = time.thread_time(), 0
    for text in texts:
        words += sum(not token.is_space for token in nlp(text))
    return words / (time.thread_time() - start)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("models", nargs="+")
    options.add_argument("--texts", default=str(Path(__file__).parents[2] / "corpus" / "articles"))
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    texts = [article.text for article in read([chosen.texts]) if isinstance(article, Article)]
    models = {path: loaded(path) for path in chosen.models}
    for nlp, _ in models.values():
        nlp(texts[0])  # what is made at the first use is not counted
    runs = [[words_a_second(nlp, texts) for nlp, _ in models.values()] for _ in range(chosen.runs)]
    ratios = [median(run[at] / run[0] for run in runs) for at in range(len(models))]
    for at, (path, (_, seconds)) in enumerate(models.items()):
        speed = median(run[at] for run in runs)
        print(f"{path}: {speed:.0f} words a second, {ratios[at]:.2f} × the first; loaded in {seconds:.2f} s")


if __name__ == "__main__":
    main()
