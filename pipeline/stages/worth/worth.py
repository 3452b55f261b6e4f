"""Gives every claim row its check-worthiness."""

from spacy.tokens import Doc

from pipeline.marks import Row, put, read, token_span
from pipeline.stages.worth.features import Word, features
from pipeline.stages.worth.score import score


class Worth:
    """Doc → Doc: `row["check_worthiness"]` of each row of `doc._.claims`; without claims nothing happens."""

    def __call__(self, doc: Doc) -> Doc:
        rows = read(doc, "claims")
        if not rows:
            return doc
        return put(doc, "claims", [{**row, "check_worthiness": _worth(doc, row)} for row in rows])


def _worth(doc: Doc, row: Row) -> Row:
    found = score(features(row, words(doc, row["span"]["start"], row["span"]["end"])))
    parts = [{"name": part.name, "weight": part.weight} for part in found.parts]
    return {"score": found.value, "features": parts}


def words(doc: Doc, start: int, end: int) -> list[Word]:
    """The words between two code points, as the features read them."""
    span = token_span(doc, start, end)
    return [
        Word(token.lower_, token.lemma_.lower(), token.pos_, token.tag_, str(token.morph))
        for token in (span if span is not None else ())
    ]
