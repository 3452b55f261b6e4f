"""Stage `tokenize`: where paragraphs, quotations and sentences begin and end, and what is not the body.

Runs right after the tokenizer and before the parser, because sentence starts cannot be changed after it.
Reads the tokens; writes `token.is_sent_start` and rows `{"span", "kind", ...}` into `doc._.tokenize`:

- `paragraph` with its `index` from 0;
- `region` with `region` headline, dateline, byline or boilerplate (body is the rest);
- `quote` with `inner` (the span without its marks) and `scare` (a few words that attribute nothing);
- `found` with `field` title, byline, outlet, published or place.
"""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.marks import Row, cut, declare, metadata, put, text_of
from pipeline.stages.tokenize import layout, quotes
from pipeline.stages.tokenize.sentences import mark_starts


class Tokenize:
    """Doc → Doc, without state."""

    def __call__(self, doc: Doc) -> Doc:
        text = text_of(doc)
        page = layout.read(text, byline=metadata(doc, "byline"))
        starts = {start for start, _ in page.paragraphs} | {region.end for region in page.regions}
        mark_starts(doc, frozenset(starts))
        return put(doc, "tokenize", [*_layout_rows(doc, page), *_quote_rows(doc, page)])


@Language.factory("opclaims_tokenize", assigns=["token.is_sent_start", "doc._.tokenize"])
def make(nlp: Language, name: str) -> Tokenize:
    """The component `opclaims_tokenize`; it has no settings."""
    declare("tokenize")
    return Tokenize()


def _layout_rows(doc: Doc, page: layout.Layout) -> list[Row]:
    rows: list[Row] = []
    for index, (start, end) in enumerate(page.paragraphs):
        rows.append({"span": cut(doc, start, end), "kind": "paragraph", "index": index})
    for region in page.regions:
        rows.append({"span": cut(doc, region.start, region.end), "kind": "region", "region": region.kind})
    for field in page.fields:
        rows.append({"span": cut(doc, field.start, field.end), "kind": "found", "field": field.field})
    return rows


def _quote_rows(doc: Doc, page: layout.Layout) -> list[Row]:
    return [
        {
            "span": cut(doc, quote.start, quote.end),
            "kind": "quote",
            "inner": cut(doc, *quote.inner),
            "scare": quote.scare,
        }
        for quote in quotes.read(text_of(doc), page.paragraphs)
    ]
