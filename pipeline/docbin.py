"""Records → spaCy Docs, the way back of `readback`: tokens of our own tokenizer, names as `doc.ents`, and what each
stage found as span groups and rows, under the stage's name.

    write(documents, Path("documents.spacy"))
    docs = DocBin().from_disk("documents.spacy").get_docs(spacy.blank("en").vocab)
"""

from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

from pipeline.marks import METADATA, declare_metadata, put, token_span
from pipeline.record import Document
from pipeline.stages.tokenize.tokenizer import make_tokenizer

STAGES = {"entities": "entities", "money": "amounts", "dates": "dates", "claims": "claims"}
"""Stage → the field of the record with its rows."""


def write(documents: Iterable[Document], to: Path) -> None:
    """A DocBin with user data. Raises ValueError for a document that was written without its text."""
    nlp = blank()
    made = DocBin(store_user_data=True)
    for document in documents:
        made.add(doc_of(document, nlp))
    made.to_disk(to)


def blank() -> Language:
    """A pipeline of nothing but our tokenizer."""
    nlp = spacy.blank("en")
    nlp.tokenizer = make_tokenizer()(nlp)
    declare_metadata()
    return nlp


def doc_of(document: Document, nlp: Language) -> Doc:
    """The Doc of a record. Names with edges inside a token take the whole token; where they overlap, the longest counts
    among `doc.ents`, and all are in `doc.spans["entities"]`."""
    if document.text is None:
        raise ValueError(f"document {document.id} was written without its text, which a Doc needs")
    doc = nlp.make_doc(document.text)
    known = {"article_id": document.id, "published": document.published and document.published.isoformat()}
    for name in METADATA:
        doc._.set(name, known[name] if name in known else getattr(document, name))
    for stage, field in STAGES.items():
        doc = put(doc, stage, [item.model_dump(mode="json") for item in getattr(document, field)])
    spans = [token_span(doc, e.span.start, e.span.end) for e in document.entities]
    labelled = [
        Span(doc, span.start, span.end, label=entity.label, span_id=entity.id)
        for span, entity in zip(spans, document.entities, strict=True)
        if span is not None
    ]
    doc.ents = filter_spans(labelled)
    return doc
