"""Articles → Documents: make the Doc, stamp its day, run the stages, read the records back."""

import datetime as dt
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import __version__, assemble
from pipeline.marks import METADATA
from pipeline.readback import read_back
from pipeline.record import Article, Document, Failure, MadeBy, PublishedFrom, Span, digest
from pipeline.stages.dates import date as dates
from pipeline.stages.tokenize import layout

BATCH = 2  # articles handed to a worker at once; more would hold back what is finished
MAX_CHARS = 200_000  # code points; no op-ed is longer, and memory grows with the text


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

    Raises ValueError in one sentence where the text is empty, longer than `MAX_CHARS` or no valid Unicode.
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
    return _document(article, nlp or _shared(), None, True)


def extract_all(
    articles: Iterable[Article],
    *,
    nlp: Language | None = None,
    workers: int = 1,
    published: dt.date | None = None,
    with_text: bool = True,
) -> Iterator[Document | Failure]:
    """Read many op-eds, in the order given; an article that cannot be read gives a Failure in its place.

    `published` stands in for articles that carry no date. With `workers` > 1 the work is done in processes that
    load the model of `nlp` from where it was loaded. Each article runs alone, never in a batch of the model:
    so the records do not depend on their neighbours, nor on the number of workers.
    """
    if workers > 1:
        path = nlp.path if nlp is not None else None
        yield from _in_processes(articles, path, workers, published, with_text)
    else:
        nlp = nlp or _shared()
        for article in articles:
            yield _try(article, nlp, published, with_text)


@cache
def _shared() -> Language:
    return assemble.load()


def _try(article: Article, nlp: Language, published: dt.date | None, with_text: bool) -> Document | Failure:
    try:
        return _document(article, nlp, published, with_text)
    except Exception as error:  # one article must not end a batch of a million; the reason is kept
        kind = "" if type(error) is ValueError else f"{type(error).__name__}: "
        return Failure(where=article.where, reason=f"{kind}{error}".replace("\n", " ")[:500])


def _document(article: Article, nlp: Language, fallback: dt.date | None, with_text: bool) -> Document:
    doc, head = prepared(article, nlp, fallback)
    return document(nlp(doc), article, head, nlp, with_text=with_text)


def prepared(article: Article, nlp: Language, fallback: dt.date | None = None) -> tuple[Doc, dict[str, Any]]:
    """A Doc of tokens alone, with the metadata that stages read stamped on it; and these metadata.

    Raises ValueError in one sentence for a text that cannot be read."""
    _check(article.text)
    head = metadata(article, fallback)
    doc = nlp.make_doc(article.text)
    stamps = {**head, "article_id": head["id"], "published": head["published"] and str(head["published"])}
    for name in METADATA:
        doc._.set(name, stamps[name])
    return doc, head


def document(
    doc: Doc, article: Article, head: dict[str, Any], nlp: Language, *, with_text: bool = True
) -> Document:
    """What the stages left on a Doc, as a record."""
    model, config = assemble.describe(nlp)
    return Document(
        **head,
        sha256=digest(article.text),
        url=article.url,
        language=article.language,
        text=article.text if with_text else None,
        made_by=MadeBy(version=__version__, model=model, config=config),
        **read_back(doc),
    )


def _check(text: str) -> None:
    if not text.strip():
        raise ValueError("is empty")
    if len(text) > MAX_CHARS:
        raise ValueError(f"has {len(text):,} characters; an op-ed has at most {MAX_CHARS:,}")
    if "\0" in text:
        raise ValueError(f"has a NUL character (at character {text.index(chr(0))}), which is no text")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValueError(f"is not valid Unicode (a lone surrogate at character {error.start})") from error


def metadata(article: Article, fallback: dt.date | None = None) -> dict[str, Any]:
    """`id title byline outlet published published_from found`: what was given, else what the text says."""
    page = layout.read(article.text, byline=article.byline)
    found = {field.field: Span.of(article.text, field.start, field.end) for field in page.fields}
    published, source = _published(article, found.get("published"), fallback)
    head: dict[str, Any] = {"id": article.id or digest(article.text)[:16]}
    for name in ("title", "byline", "outlet"):
        given = getattr(article, name)
        head[name] = given or (found[name].text if name in found else None)
    head |= {"published": published, "published_from": source}
    head["found"] = tuple({"field": name, "span": span} for name, span in found.items())
    return head


def _published(
    article: Article, dateline: Span | None, fallback: dt.date | None
) -> tuple[dt.date | None, PublishedFrom]:
    if article.published is not None:
        return article.published, "metadata"
    if dateline is not None:
        days = [value for value in dates.find(dateline.text, published=None) if value.grain == "day"]
        if days and days[0].first is not None:
            return days[0].first, "dateline"
    return (fallback, "option") if fallback is not None else (None, "none")


def _in_processes(
    articles: Iterable[Article], path: Path | None, workers: int, published: dt.date | None, with_text: bool
) -> Iterator[Document | Failure]:
    """A window of batches in flight, results taken in order: memory stays bounded however many articles come."""
    todo = iter(articles)
    window: deque[Future[list[Document | Failure]]] = deque()
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _start, (path, published, with_text))
    try:
        while True:
            while len(window) < 2 * workers and (batch := list(islice(todo, BATCH))):
                window.append(pool.submit(_work, batch))
            if not window:
                return
            yield from window.popleft().result()
    finally:  # also when the reader stops early: what has not begun is dropped
        pool.shutdown(cancel_futures=True)


_WORKER: dict[str, Any] = {}  # what a worker process keeps between batches


def _start(path: Path | None, published: dt.date | None, with_text: bool) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends the pool
    _WORKER.update(nlp=assemble.load(path), published=published, with_text=with_text)


def _work(batch: list[Article]) -> list[Document | Failure]:
    return [_try(article, **_WORKER) for article in batch]
