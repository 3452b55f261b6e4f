"""Two rows side by side → a claim for each pair: "mining and fishing bring in $2bn and $7m respectively"."""

from pipeline.marks import Row, tokens_of
from pipeline.plain import Doc, Token
from pipeline.stages.claims.clauses import Clause
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.noun_phrases import phrase_of
from pipeline.stages.claims.tree import base

FEWEST = 2


def respective(clause: Clause, doc: Doc, amounts: list[Row]) -> list[Proposition]:
    """One proposition a pair; none where the clause says no "respectively" or the rows are not of one length."""
    own = set(clause.own)
    word = next((i for i in clause.own if doc[i].lower_ == "respectively"), None)
    if word is None or clause.subject is None:
        return []
    things = _row(clause.subject)
    spans = (tokens_of(doc, row["span"]) for row in amounts)
    known = (one for one in spans if one is not None and one.start in own)
    figures = [(one.start, one.end) for one in known if one.start > clause.head.i]
    if len(figures) != len(things) or len(figures) < FEWEST:
        return []
    group = [i for i in clause.own if things[-1].i < i < figures[0][0] and i not in set(clause.subject_words)]
    behind = [i for i in clause.own if i > figures[-1][1] - 1 and i != word and not doc[i].is_punct]
    return [
        Proposition(
            clause, sorted({*phrase_of(thing), *range(*figure)}), [], group, behind,
            clause.path if number == 1 else f"{clause.path}/item{number}", gap=figure[0],
        )
        for number, (thing, figure) in enumerate(zip(things, figures, strict=True), 1)
    ]  # fmt: skip


def _row(noun: Token) -> list[Token]:
    return [noun, *(one for one in noun.children if base(one) == "conj")]
