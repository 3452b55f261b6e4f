"""Gives every claim row its check-worthiness and its confidence."""

import spacy.tokens

from pipeline.marks import Row, arcs, metadata, put, read, token_span, tokens_of, votes
from pipeline.plain import Doc, plain
from pipeline.stages.worth.confidence import confidence
from pipeline.stages.worth.features import Word, features
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
        page = plain(doc)
        said = words(page, 0, len(page.text))
        return put(doc, "claims", [{**row, **_judged(page, said, row)} for row in rows])


def _judged(doc: Doc, said: list[Word], row: Row) -> Row:
    """`said`: a word for each token of the Doc."""
    found: Row = {
        "check_worthiness": _worth(doc, said, row),
        "confidence": confidence(row, *measured(doc, row)),
    }
    if not row["amounts"] and not row["dates"]:
        return found
    open_ = unknown(row, read(doc, "money"), read(doc, "dates"), metadata(doc, "published"))
    return {**found, "abstained": [*(row.get("abstained") or ()), *open_]} if open_ else found


def _worth(doc: Doc, said: list[Word], row: Row) -> Row:
    span = tokens_of(doc, row["span"])
    found = features(row, said[span.start : span.end] if span is not None else ())
    wording = listened(doc, row["span"]["start"], row["span"]["end"])
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
    pairs, span = votes(doc), token_span(doc, start, end)
    if pairs is None or span is None:
        return None
    said = [token for token in span if not token.is_space]
    return heard([token.lower_ for token in said], [(pairs[token.i][0], pairs[token.i][1]) for token in said])


def words(doc: Doc, start: int, end: int) -> list[Word]:
    """The words between two code points, as the features read them."""
    span = token_span(doc, start, end)
    return [
        Word(token.lower_, token.lemma_.lower(), token.pos_, token.tag_, str(token.morph))
        for token in (span if span is not None else ())
    ]


def measured(doc: Doc, row: Row) -> tuple[int, float | None]:
    """How many words a claim has, and how sure the tree of the sentence it stands in is: the mean log-probability of
    the heads of its words; None where no network has said so."""
    pieces = [tokens_of(doc, one) for one in row.get("fragments") or [row["span"]]]
    count = sum(not (token.is_punct or token.is_space) for piece in pieces for token in piece or ())
    sure, span = arcs(doc), tokens_of(doc, row["span"])
    if sure is None or span is None:
        return count, None
    said = [sure[token.i] for token in span.sent if not (token.is_punct or token.is_space)]
    return count, sum(said) / max(1, len(said))
