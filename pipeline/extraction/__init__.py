"""Articles → Documents: make the Doc, stamp its day, run the stages, read the records back."""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.language import Language

from pipeline import assemble
from pipeline.extraction.article import document, extracted, metadata, prepared, tried
from pipeline.extraction.processes import in_processes
from pipeline.record import MAX_CHARS, Article, Document, Failure

__all__ = ["MAX_CHARS", "document", "extract", "extract_all", "metadata", "prepared"]


def extract(
    text: str,
    *,
    published: dt.date | None = None,
    title: str | None = None,
    byline: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    id: str | None = None,
    nlp: Language | None = None,
) -> Document:
    """Read one op-ed. `published` is the day that "last year" is measured from.

    Raises ValueError in one sentence where the text is empty, longer than `MAX_CHARS`, holds a NUL character or is no
    valid Unicode; assemble.ModelNotFound or trust.Untrusted where `nlp` is not given and our model cannot be loaded.
    """
    article = Article(
        where="text",
        text=text,
        id=id,
        title=title,
        byline=byline,
        outlet=outlet,
        url=url,
        published=published,
    )
    return extracted(article, nlp or _shared(), None, True)


def extract_all(
    articles: Iterable[Article],
    *,
    nlp: Language | None = None,
    workers: int = 1,
    published: dt.date | None = None,
    with_text: bool = True,
) -> Iterator[Document | Failure]:
    """Read many op-eds, in the order given; an article that cannot be read gives a Failure in its place.

    `published` stands in for articles that carry no date; `with_text`: the records hold the text. With `workers` > 1
    the work is done in processes that load the model of `nlp` from where it was loaded. Each article runs alone, never
    in a batch of the model: so the records do not depend on their neighbours, nor on the number of workers.
    """
    if workers > 1:
        path = nlp.path if nlp is not None else None
        yield from in_processes(articles, path, workers, published, with_text)
    else:
        nlp = nlp or _shared()
        for article in articles:
            yield tried(article, nlp, published, with_text)


@cache
def _shared() -> Language:
    return assemble.load()
