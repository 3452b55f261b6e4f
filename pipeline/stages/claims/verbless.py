"""Stretches without a verb that name a thing and its sum: "Basic pay, Tk 6,700; house rent, Tk 3,350".

Each is a claim, its "is" left out: a noun phrase, a comma or colon, and a figure that fills all that follows.
"""

from collections.abc import Iterator

from pipeline.lexicon import column
from pipeline.marks import Row, tokens_of
from pipeline.plain import Doc, Span, Token
from pipeline.stages.claims.link import Link
from pipeline.stages.claims.subjects import Clause
from pipeline.stages.claims.tree import NOMINAL

PRICED = Link("small_clause", "conjunct_of")
NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON", "X", "ADP", "CCONJ"})
JOINTS = frozenset({",", ":", "—", "–"})


def priced(stretch: Span, amounts: list[Row]) -> list[Clause]:
    """A clause for each; none where a verb is there or one part is of another shape."""
    doc = stretch.doc
    if any(token.pos_ in ("VERB", "AUX") for token in stretch):
        return []
    parts = list(_parts(stretch))
    found = [_clause(doc, part, amounts) for part in parts]
    whole = [clause for clause in found if clause is not None]
    return whole if len(whole) == len(parts) else []


def _parts(stretch: Span) -> Iterator[list[int]]:
    part: list[int] = []
    for token in stretch:
        if token.text == ";":
            yield part
            part = []
        elif not token.is_space and not (token.text in (".", "!") and token.i == stretch.end - 1):
            part.append(token.i)
    if part:
        yield part


def _clause(doc: Doc, part: list[int], amounts: list[Row]) -> Clause | None:
    spans = (tokens_of(doc, row["span"]) for row in amounts)
    span = next((one for one in spans if one is not None and part and one.end == part[-1] + 1), None)
    if span is None or span.start - 2 < part[0] or doc[span.start - 1].text not in JOINTS:
        return None
    name = [doc[i] for i in part if i < span.start - 1]
    if name[0].tag_ == "CC":
        name = name[1:]
    named = bool(name) and all(token.pos_ in NAMING for token in name)
    noun = _head(name) if named else None
    if noun is None or noun.lemma_.lower() in column("date_units", "form"):
        return None
    clause = Clause(span.root, PRICED, None, path=PRICED.name)
    clause.subject, clause.subject_words = noun, [token.i for token in name]
    clause.own = [*clause.subject_words, *range(span.start, span.end)]
    return clause


def _head(name: list[Token]) -> Token | None:
    """The last noun before a preposition; an adjective may stand for one ("medical, Tk 750")."""
    stop = next((n for n, token in enumerate(name) if n and token.pos_ == "ADP"), len(name))
    nouns = [token for token in name[:stop] if token.pos_ in NOMINAL]
    return nouns[-1] if nouns else name[stop - 1]
