"""Gives every claim row its check-worthiness and its confidence."""

from functools import cached_property

import spacy.tokens

from pipeline.marks import Row, arcs, metadata, put, read, token_span, tokens_of, votes
from pipeline.plain import Doc, Span, plain
from pipeline.stages.worth.confidence import confidence
from pipeline.stages.worth.features import Word, features, word_of
from pipeline.stages.worth.score import DIGITS, Part, score, weights
from pipeline.stages.worth.unknown import unknown
from pipeline.stages.worth.wording import NAME, Heard, heard, named


class Worth:
    """Doc → Doc: `check_worthiness`, `confidence`, more reasons of `abstained` in each row of `doc._.claims`; without
    claims nothing happens."""

    def __call__(self, doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        rows = read(doc, "claims")
        if not rows:
            return doc
        page = Page(plain(doc))
        return put(doc, "claims", [{**row, **_judged(page, row)} for row in rows])


class Page:
    """What the earlier stages left on a Doc, read once for all its claims."""

    def __init__(self, doc: Doc):
        self.doc, self.votes, self.arcs = doc, votes(doc), arcs(doc) or ()
        self.amounts, self.dates = read(doc, "money"), read(doc, "dates")
        self.published = metadata(doc, "published")
        self._sure: dict[int, float] = {}

    @cached_property
    def words(self) -> list[Word]:
        """A word for each token."""
        return words(self.doc, 0, len(self.doc.text))

    def measured(self, row: Row) -> tuple[int, float | None]:
        """How many words a claim has, and how sure the tree of the sentence it stands in is; None where no network has
        said so."""
        pieces = [tokens_of(self.doc, one) for one in row.get("fragments") or [row["span"]]]
        count = sum(not (token.is_punct or token.is_space) for piece in pieces for token in piece or ())
        span = tokens_of(self.doc, row["span"])
        return count, self._of_tree(span.sent) if span is not None and self.arcs else None

    def _of_tree(self, sentence: Span) -> float:
        """The mean log-probability of the heads of a sentence's words, the same for all its claims."""
        if sentence.start not in self._sure:
            said = [self.arcs[token.i] for token in sentence if not (token.is_punct or token.is_space)]
            self._sure[sentence.start] = sum(said) / max(1, len(said))
        return self._sure[sentence.start]


def _judged(page: Page, row: Row) -> Row:
    found: Row = {
        "check_worthiness": _worth(page, row),
        "confidence": confidence(row, *page.measured(row)),
    }
    if not row["amounts"] and not row["dates"]:
        return found
    open_ = unknown(row, page.amounts, page.dates, page.published)
    return {**found, "abstained": [*(row.get("abstained") or ()), *open_]} if open_ else found


def _worth(page: Page, row: Row) -> Row:
    span = tokens_of(page.doc, row["span"])
    found = features(row, page.words[span.start : span.end] if span is not None else ())
    wording = _heard(span, page.votes)
    if wording is None:
        result = score(found, weights("alone"))
        parts = list(result.parts)
    else:
        result = score({**found, NAME: wording.value})
        parts = [part for part in result.parts if part.name != NAME]
        parts += [Part(name, round(weight, DIGITS)) for name, weight in named(wording, weights())]
    shown = sorted(parts, key=lambda part: (-abs(part.weight), part.name))
    return {
        "score": result.value,
        "features": [{"name": part.name, "weight": part.weight} for part in shown if part.weight],
    }


def listened(doc: Doc, start: int, end: int) -> Heard | None:
    """What the network says of the words between two code points; None where it has not voted."""
    return _heard(token_span(doc, start, end), votes(doc))


def _heard(span: Span | None, pairs: list[list[float]] | None) -> Heard | None:
    if pairs is None or span is None:
        return None
    said = [token for token in span if not token.is_space]
    return heard([token.lower_ for token in said], [(pairs[token.i][0], pairs[token.i][1]) for token in said])


def words(doc: Doc, start: int, end: int) -> list[Word]:
    """The words between two code points, as the features read them."""
    span = token_span(doc, start, end)
    return [
        word_of(token.lower_, token.lemma_.lower(), token.pos_, token.tag_, str(token.morph))
        for token in (span if span is not None else ())
    ]
