"""Relative clauses on "which" that are about the whole clause before them: "The dam broke, which surprised nobody".

Standing alone, that clause takes the place of the pronoun: "That the dam broke surprised nobody".
"""

from pipeline.lexicon import column
from pipeline.marks import Row, cut_span
from pipeline.stages.claims.subjects import Clause
from pipeline.stages.claims.tree import base, is_finite, runs

LONGEST = 80  # characters; a longer clause would bury the claim


def is_sentential(clause: Clause) -> bool:
    """The pronoun is the subject, and the clause hangs on the verb, or on a time that does nothing."""
    subject = clause.subject
    if clause.link.name != "relative" or subject is None or subject.lower_ != "which":
        return False
    noun, lemma = clause.head.head, clause.head.head.lemma_.lower()
    time = lemma in column("date_units", "form") or lemma in column("months", "form") or noun.like_num
    return clause.head.dep_ == "advcl:relcl" or (time and clause.head.dep_ == "acl:relcl")


def main_clause(clause: Clause) -> Row | None:
    """The span row of the clause that is meant; None where it is too long, in pieces, or no full clause."""
    above, doc = clause.above, clause.head.doc
    if above is None or not clause.own or above.subject is None or not is_finite(above.head):
        return None
    start = min(clause.own)
    pieces = list(runs(doc, [i for i in above.own if i < start]))
    whole = len(pieces) == 1 and above.subject.i in set(above.own) and above.head.i < start
    if not whole or any(base(one) == "advcl" and one.i < start for one in above.head.children):
        return None
    row = cut_span(pieces[0])
    return row if len(row["text"]) <= LONGEST else None


def as_subject(text: str) -> str:
    """ "the dam broke" → "that the dam broke"."""
    words = f"that {text}"
    return f"{words}," if "," in words else words
