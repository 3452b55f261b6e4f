"""An object that is the subject of the claim: "expects [her to win]" → "She will win.", "declared [itself bankrupt]" →
"The city is bankrupt.".
"""

from pipeline.marks import cut_span, cut_token
from pipeline.stages.claims.clauses import Clause
from pipeline.stages.claims.pieces import Piece
from pipeline.stages.claims.tree import base

CASE = {"him": "he", "her": "she", "them": "they", "me": "I", "us": "we"}
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})


def nominative(clause: Clause) -> dict[int, Piece]:
    """By token what to put for a subject that stands in the case of an object."""
    subject = clause.subject
    if subject is None or subject.pos_ != "PRON" or base(subject) not in ("obj", "iobj"):
        return {}
    doc, here = subject.doc, cut_token(subject)
    if subject.lower_ in CASE:
        return {subject.i: Piece(CASE[subject.lower_], (here,), "elided_argument", "replace")}
    above = clause.above
    if subject.lower_ not in REFLEXIVE or above is None or above.subject is None or not above.subject_words:
        return {}
    words = doc[above.subject_words[0] : above.subject_words[-1] + 1]
    return {subject.i: Piece(" ".join(words.text.split()), (cut_span(words),), "coreference", "replace")}
