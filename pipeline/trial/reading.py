"""A Document → the Doc that its text is read into."""

from collections.abc import Mapping
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extraction import prepared
from pipeline.marks import Row, put
from pipeline.record import Article, Document


def article(document: Document) -> Article:
    """What was read from the file. Raises ValueError for a document that was written without its text."""
    if document.text is None:
        raise ValueError(f"document {document.id} was written without its text: it cannot be read again")
    said = {
        name: getattr(document, name)
        for name in Article.model_fields
        if name not in ("where", "text", "notes")
    }
    return Article(where=document.id, text=document.text, **said)


def read(
    nlp: Language, document: Document, given: Mapping[str, list[Row]] | None = None, until: str | None = None
) -> tuple[Doc, dict[str, Any]]:
    """The Doc with what the stages left, up to the one called `until` (not run), and the metadata. A stage that is
    in `given` is not run either: these rows stand for what it would have found."""
    given = given or {}
    doc, head = prepared(article(document), nlp)
    for name, stage in nlp.pipeline:
        if name == until:
            break
        doc = put(doc, name, given[name]) if name in given else stage(doc)
    return doc, head
