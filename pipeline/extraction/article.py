"""One article → Doc, with what is known stamped on it → Document."""

import datetime as dt
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import __version__, assemble
from pipeline.marks import METADATA
from pipeline.readback import read_back
from pipeline.record import MAX_CHARS, Article, Document, Failure, MadeBy, PublishedFrom, Span, digest
from pipeline.stages.dates import date as dates
from pipeline.stages.tokenize import layout


def tried(article: Article, nlp: Language, published: dt.date | None, with_text: bool) -> Document | Failure:
    """The record, or why there is none. `published` stands in where the article has no date."""
    try:
        return extracted(article, nlp, published, with_text)
    except Exception as error:  # one article must not end a batch of a million; the reason is kept
        kind = "" if type(error) is ValueError else f"{type(error).__name__}: "
        return Failure(where=article.where, reason=f"{kind}{error}".replace("\n", " ")[:500])


def extracted(article: Article, nlp: Language, fallback: dt.date | None, with_text: bool) -> Document:
    """The record. Raises ValueError in one sentence for a text that cannot be read."""
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
