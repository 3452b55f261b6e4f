"""Claim → the date of the sentence before, from which a length of time in it is counted.

"Indiana tried it in 2016. Within four years defaults had fallen": within four years of 2016. Only where no reader
would count otherwise: the length opens its sentence behind a word that counts from a point; what is told is past and
holds no date of its own; and the sentence before it, in the same paragraph, holds one date with days and no other.
"""

from typing import NamedTuple

from pipeline.marks import Row, tokens_of
from pipeline.plain import Token
from pipeline.stages.claims.annotations import Annotations
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.pieces import Piece
from pipeline.stages.claims.shared_dates import is_past
from pipeline.stages.claims.tree import word_before

COUNTS_ON = ("within", "in", "after", "inside")


class Inherited(NamedTuple):
    """The date, and what is put behind which token of the length."""

    date: Row
    behind: dict[int, Piece]


def inherited_date(proposition: Proposition, noted: Annotations) -> Inherited | None:
    """The date that a claim is counted from and does not hold, or None."""
    sentence, words = proposition.clause.head.sent, set(proposition.words)
    length = next((row for row in noted.dates if _opens(row, sentence[0])), None)
    if length is None or not is_past(proposition.clause.head):
        return None
    span = tokens_of(noted.doc, length["core"])
    if span is None or not words.issuperset(range(span.start, span.end)):
        return None
    if any(row["kind"] == "date" and row["first"] for row in noted.dates):
        return None
    date = _only_date_before(sentence[0], noted)
    if date is None:
        return None
    joint = "of" if sentence[0].lower_ in ("within", "inside") else "from"
    piece = Piece(f"{joint} {' '.join(date['core']['text'].split())}", (date["core"],), "inherited_date")
    return Inherited(date, {span.end - 1: piece})


def _opens(row: Row, first: Token) -> bool:
    words = row["span"]["text"].lower().split()
    return row["kind"] == "duration" and row["span"]["start"] == first.idx and words[0] in COUNTS_ON


def _only_date_before(first: Token, noted: Annotations) -> Row | None:
    """The one date of the sentence before, if it stands in the same paragraph and lies in the past."""
    last = word_before(noted.doc, first.i)
    if last is None or noted.paragraph(last.idx) != noted.paragraph(first.idx):
        return None
    start = last.sent.start_char
    rows = [row for row in noted.every if start <= row["span"]["start"] < first.idx and row["kind"] == "date"]
    if len(rows) != 1 or rows[0]["anchored_to"] != "absolute" or not (rows[0]["first"] and rows[0]["last"]):
        return None
    return rows[0] if not noted.published or rows[0]["last"] < noted.published else None
