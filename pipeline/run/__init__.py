"""One batch: sources → articles → documents → files, streaming.

    summary = run(["corpus/articles"], "outputs")

Files are written under temporary names and take their own at the end, so that a folder never holds half a
table; what an interrupted run has finished is kept, and `run.json` says so. The same sources, options
and model give the same bytes, whatever the number of workers: nothing here writes a time or a folder.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from pipeline.convert import Rates, converted
from pipeline.read import read
from pipeline.record import Article, Document, Failure
from pipeline.run.manifest import manifest
from pipeline.run.output import DOCUMENTS, Output
from pipeline.run.summary import Counts, Options, Summary

__all__ = ["DOCUMENTS", "Counts", "Extract", "Options", "Summary", "extractor", "run"]

Extract = Callable[[Iterable[Article]], Iterator[Document | Failure]]
"""Gives one Document or Failure for each Article, in their order."""


def extractor(options: Options) -> Extract:
    """The pipeline, loaded. Raises OSError or ValueError if the model cannot be."""
    from pipeline.assemble import load
    from pipeline.extraction import extract_all

    nlp = load(options.model)

    def extract(articles: Iterable[Article]) -> Iterator[Document | Failure]:
        yield from extract_all(
            articles,
            nlp=nlp,
            workers=options.workers,
            published=options.published,
            with_text=options.with_text,
        )

    return extract


def run(
    sources: Sequence[str],
    out: str | Path,
    *,
    options: Options | None = None,
    extract: Extract | None = None,
    progress: Callable[[int], None] | None = None,
) -> Summary:
    """Read `sources`, extract, and write `documents.jsonl`, five tables and `run.json` into the folder `out`.

    `extract` stands in for the pipeline that `options` describe. `progress` is called with the number of
    articles extracted so far. What an earlier run left in `out` is not
    read unless it is named outright. Raises OSError if `out` cannot be written, NoRates if `options.convert` is no
    currency that has rates, or their package is missing; a bad file raises nothing, it is one of the summary's
    failures.
    """
    options = options or Options()
    rates = Rates(options.convert) if options.convert is not None else None
    out = Path(out)
    extract = extract or extractor(options)
    failures: list[tuple[int, Failure]] = []
    interrupted = False
    with Output(out) as output:
        try:
            for done, document in enumerate(_extracted(sources, out, extract, failures), start=1):
                if document is not None:
                    output.add(converted(document, rates) if rates is not None else document)
                if progress:
                    progress(done)
        except KeyboardInterrupt:
            interrupted = True
        in_order = (failure for _, failure in sorted(failures, key=lambda placed: placed[0]))
        summary = Summary(output.close(), tuple(in_order), interrupted)
        output.finish(manifest(sources, options, summary))
    return summary


def _extracted(
    sources: Sequence[str], out: Path, extract: Extract, failures: list[tuple[int, Failure]]
) -> Iterator[Document | None]:
    """Each document; None for an article that gave none. Failures go to the list with their place in the
    run, because extraction reads ahead of what it gives."""
    under_way: deque[int] = deque()

    def articles() -> Iterator[Article]:
        for place, item in enumerate(read(sources, without=[out / DOCUMENTS])):
            if isinstance(item, Failure):
                failures.append((place, item))
            else:
                under_way.append(place)
                yield item

    for result in extract(articles()):
        place = under_way.popleft()
        if isinstance(result, Failure):
            failures.append((place, result))
            yield None
        else:
            yield result
