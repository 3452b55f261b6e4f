"""The process that reads: it loads the pipeline once, takes batches of articles, sends back records one by one.

What goes over the pipe is articles one way and packed records the other, never a Doc."""

import gc
import signal
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection

from pipeline.convert import Rates, converted
from pipeline.record import Article, Document, Failure
from pipeline.run.result import made
from pipeline.run.summary import Options

YOUNG = 20_000
"""Objects made between two looks for garbage; with Python's own 700 the looks took up to a tenth of the time."""
Extract = Callable[[Iterable[Article]], Iterator[Document | Failure]]
"""Gives one Document or Failure for each Article, in their order."""
Load = Callable[[Options], tuple[str, Extract]]
"""Loads a pipeline: a fingerprint of all that decides what it finds, and the pipeline."""


def load(options: Options) -> tuple[str, Extract]:
    """Ours. Raises OSError or ValueError if the model cannot be loaded."""
    from pipeline import assemble
    from pipeline.extraction import extract_all
    from pipeline.run.key import fingerprint

    nlp = assemble.load(options.model)
    gc.collect()
    gc.freeze()  # the model stays: looking through it for garbage, over and over, took a tenth of the time
    gc.set_threshold(YOUNG)  # and most of what an article makes is no garbage until it is done

    def extract(articles: Iterable[Article]) -> Iterator[Document | Failure]:
        return extract_all(articles, nlp=nlp, published=options.published, with_text=options.with_text)

    return fingerprint(nlp.path), extract


def in_currency(extract: Extract, currency: str | None) -> Extract:
    """The same, with sums of money in this currency, too. Raises NoRates, a ValueError, if there are no rates for it or
    their package is missing."""
    if currency is None:
        return extract
    rates = Rates(currency)

    def both(articles: Iterable[Article]) -> Iterator[Document | Failure]:
        for result in extract(articles):
            yield result if isinstance(result, Failure) else converted(result, rates)

    return both


def work(pipe: Connection, options: Options, load: Load) -> None:
    """The life of a worker. It says `(fingerprint, None)` or `(None, why not)`, then `(place, result)` for each
    article; when the parent is gone, so is the worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    try:
        fingerprint, extract = load(options)
        extract = in_currency(extract, options.convert)
    except (OSError, ValueError) as error:
        pipe.send((None, str(error)))
        return
    try:
        pipe.send((fingerprint, None))
        while True:
            for place, article in pipe.recv():
                (result,) = extract([article])
                pipe.send((place, made(result)))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
