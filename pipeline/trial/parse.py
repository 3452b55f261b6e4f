"""How the sentence of a claim is parsed: the words with their heads, after our repairs."""

from math import exp
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Token

from pipeline.marks import arcs, token_span
from pipeline.record import Claim, Document
from pipeline.trial.alone import FIRST_OF_OURS
from pipeline.trial.reading import read


class Word(NamedTuple):
    """`at` and `head` count tokens of the op-ed, a root's head is itself; `sure`: how likely the network takes the head
    that it gave, 0 to 1, None where it does not say; `own`: one of the claim's words."""

    at: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    start: int
    end: int
    sure: float | None
    own: bool


def parsed(nlp: Language, document: Document, claim: Claim) -> list[Word]:
    """The words of the sentences that the claim's own words stand in. Raises ValueError for a document that was written
    without its text."""
    doc, _ = read(nlp, document, until=FIRST_OF_OURS)
    sure = arcs(doc)
    spans = [token_span(doc, piece.start, piece.end) for piece in claim.fragments]
    own = {token.i for span in spans if span is not None for token in span}
    starts = {doc[at].sent.start for at in sorted(own)}
    inside = [token for sentence in doc.sents if sentence.start in starts for token in sentence]
    return [_word(token, sure, token.i in own) for token in inside if not token.is_space]


def _word(token: Token, sure: list[float] | None, own: bool) -> Word:
    certain = None if sure is None else round(exp(sure[token.i]), 2)
    place = (token.head.i, token.idx, token.idx + len(token))
    return Word(token.i, token.text, token.lemma_.lower(), token.pos_, token.dep_, *place, certain, own)
