"""Records as spaCy Docs, and what spaCy reads of them again."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin

from pipeline.docbin import STAGES, blank, doc_of, write
from pipeline.marks import declare, read
from pipeline.store import read as records

GOLD = Path(__file__).parents[1] / "corpus" / "gold" / "rice-and-promises.jsonl"


@pytest.fixture(scope="module")
def document():
    return next(records(GOLD))


def test_a_docbin_is_read_by_spacy(document, tmp_path):
    write([document, document], tmp_path / "x.spacy")
    docs = list(
        DocBin(store_user_data=True).from_disk(tmp_path / "x.spacy").get_docs(spacy.blank("en").vocab)
    )
    assert [doc.text for doc in docs] == [document.text] * 2
    by_id = {entity.id: entity for entity in document.entities}
    assert len(docs[0].ents) >= 0.9 * len(document.entities)
    for ent in docs[0].ents:
        assert ent.label_ == by_id[ent.id_].label
        assert by_id[ent.id_].span.text in ent.text


def test_what_the_stages_found_is_there_under_their_names(document, tmp_path):
    write([document], tmp_path / "x.spacy")
    (doc,) = DocBin(store_user_data=True).from_disk(tmp_path / "x.spacy").get_docs(spacy.blank("en").vocab)
    for stage, field in STAGES.items():
        declare(stage)
        items = getattr(document, field)
        assert len(doc.spans[stage]) == len(items) == len(read(doc, stage)) > 0
        for span, item in zip(
            doc.spans[stage], sorted(items, key=lambda i: (i.span.start, i.span.end)), strict=True
        ):
            assert item.span.text in span.text
    assert doc._.article_id == document.id and doc._.published == document.published.isoformat()


def test_a_document_without_its_text_is_refused_in_a_sentence(document):
    with pytest.raises(
        ValueError, match=r"^document rice-and-promises was written without its text, which a Doc needs$"
    ):
        doc_of(document.model_copy(update={"text": None}), blank())
