"""What our stages cost on top of the parse, beside the usual three libraries. `python benchmarks/peers.py [--runs N]`.

On the Docs that the trained model leaves, the same for both: ours is everything after it, to the record; theirs is
subject–verb–object triples (textacy's where it is installed, else those of pipeline/trial), quantulum3 over each
sentence, and dateparser's search over the text. They read less than we do: no attribution, kind or entities.
Processor seconds of one thread, the least of the runs.
"""

import argparse
import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from pipeline import load
from pipeline.extraction import document, prepared
from pipeline.read import read
from pipeline.record import Article
from pipeline.stages.dates import parser as dateparser
from pipeline.stages.money import quantulum
from pipeline.trial.triples import triples

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--runs", type=int, default=2, help="repeat everything so often (default 2)")
    options.add_argument("--articles", type=int, default=6, help="how many of the corpus (default 6)")
    given = options.parse_args()
    nlp = load()
    gc.collect()
    gc.freeze()
    articles = [each for each in read([str(ROOT / "corpus/articles")]) if isinstance(each, Article)]
    articles = articles[: given.articles]
    words = sum(len(article.text.split()) for article in articles)
    runs = [dict(measure(nlp, articles)) for _ in range(given.runs)]
    least = {name: min(run[name] for run in runs) for name in runs[0]}
    ours, theirs = least["ours"], sum(least[name] for name in least if name.startswith("their "))
    print(f"{len(articles)} articles, {words:,} words\n\n| what | µs a word |\n|---|---|")
    for name, seconds in least.items():
        print(f"| {name} | {1e6 * seconds / words:,.0f} |")
    print(f"| theirs together | {1e6 * theirs / words:,.0f} |\n\ntheirs costs {theirs / ours:.1f} × ours")


def measure(nlp: Any, articles: list[Article]) -> Iterator[tuple[str, float]]:
    """(what, processor seconds over all articles)."""
    from time import thread_time

    parsed = [name for name, _ in nlp.pipeline][: nlp.pipe_names.index("parse")]
    kept = []
    for article in articles:
        doc, head = prepared(article, nlp)
        for name in parsed:
            doc = nlp.get_pipe(name)(doc)
        kept.append((article, head, doc))

    def timed(work: Callable[..., Any]) -> float:
        started = thread_time()
        for each in kept:
            work(*each)
        return thread_time() - started

    yield f"their triples ({svo()[0]})", timed(lambda article, head, doc: list(svo()[1](doc)))
    yield (
        "their quantities (quantulum3)",
        timed(lambda article, head, doc: each_sentence(doc, quantulum.quantities)),
    )
    yield (
        "their dates (dateparser)",
        timed(lambda article, head, doc: dateparser.search(article.text, article.published)),
    )

    def ours(article: Article, head: dict[str, Any], doc: Doc) -> None:
        for _, stage in nlp.pipeline[len(parsed) :]:
            doc = stage(doc)
        document(doc, article, head, nlp)

    yield "ours", timed(ours)


def svo() -> tuple[str, Callable[[Doc], Any]]:
    try:
        from textacy.extract import subject_verb_object_triples
    except ImportError:
        return "pipeline/trial", lambda doc: triples(doc, doc.text, (), ())
    return "textacy", subject_verb_object_triples


def each_sentence(doc: Doc, work: Callable[[str], Any]) -> None:
    for sentence in doc.sents:
        list(work(sentence.text) or ())


if __name__ == "__main__":
    main()
