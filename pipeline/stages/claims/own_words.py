"""The claim's own words as they stand alone: pronouns named, participles made finite, inverted words put in order."""

from dataclasses import replace

from pipeline.marks import Row
from pipeline.plain import Span, Token
from pipeline.stages.claims.arguments import Around
from pipeline.stages.claims.clauses import Clause
from pipeline.stages.claims.denials import straightened, uninverted
from pipeline.stages.claims.inflection import form_of_be
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.pieces import Piece, own_piece
from pipeline.stages.claims.relatives import relative_inside
from pipeline.stages.claims.substitutions import replacements
from pipeline.stages.claims.tree import base, runs


def own_words(
    proposition: Proposition,
    antecedent: Row | None,
    know: Around,
    modality: str = "asserted",
    behind: dict[int, Piece] | None = None,
    denied: Row | None = None,
) -> list[Piece]:
    """The claim's own words, with the pronoun named, the participle made finite, an abbreviation spelled out once.
    Arguments as those of `wording`."""
    clause, doc = proposition.clause, proposition.clause.head.doc
    parts = uninverted(clause, proposition.own)
    if parts is not None:  # "nor does it freeze"
        subject, helper, rest = (
            own_words(replace(proposition, own=part), antecedent, know) for part in parts
        )
        return [*subject, *helper, Piece("not", (), "shared_predicate"), *rest]
    plain = straightened(clause, proposition.own)
    if plain is not None:  # "not only did the council borrow"
        return [
            piece for part in plain for piece in own_words(replace(proposition, own=part), antecedent, know)
        ]
    instead = replacements(proposition, antecedent, know, modality, denied)
    relative = relative_inside(clause)
    dropped = relative.pronoun.i if relative is not None and relative.verb is not None else None
    spans = list(runs(doc, [i for i in proposition.own if i != dropped]))
    before = _copula_inside(clause, spans)
    pieces = list[Piece]()
    for last, span in zip([None, *spans], spans, strict=False):
        if last is not None and (_is_open(last, span, clause) or _closes(span, clause)):
            pieces[-1].text += ","
        pieces += _woven(span, before, instead, behind or {})
    return pieces


def _woven(
    span: Span, before: dict[int, Piece], instead: dict[int, Piece], behind: dict[int, Piece]
) -> list[Piece]:
    """The words of a span with what is put before, instead of and behind its tokens."""
    pieces, start = list[Piece](), span.start

    def told(end: int) -> list[Piece]:
        return [own_piece(span.doc[start:end])] if start < end else []

    for i in range(span.start, span.end):
        if i in before:
            pieces, start = [*pieces, *told(i), before[i]], i
        if i in instead:
            pieces, start = [*pieces, *told(i), instead[i]], i + 1
        if i in behind:
            pieces, start = [*pieces, *told(i + 1), behind[i]], i + 1
    return [*pieces, *told(span.end)]


def _copula_inside(clause: Clause, spans: list[Span]) -> dict[int, Piece]:
    """`called [the levy] [unjust]`: "is" before what is said of it, by the token that it stands before."""
    if clause.link.name not in ("small_clause", "partitive") or clause.subject is None:
        return {}
    after = (token.i for span in spans for token in span if token.i > clause.subject_words[-1])
    first = next(after, None)
    return {first: copula(clause, clause.subject)} if first is not None else {}


def copula(clause: Clause, subject: Token) -> Piece:
    """The one word that no source shows."""
    return Piece(form_of_be(clause, subject), (), "shared_predicate")


def _closes(span: Span, clause: Clause) -> bool:
    """ "In May, which was dry, [Peru] …": the comma behind a phrase before the subject."""
    inside = span.start in clause.subject_words and span[0].pos_ != "CCONJ"
    return inside and span.doc[span.start - 1].text == ","


def _is_open(before: Span, span: Span, clause: Clause) -> bool:
    """ "Okello, 61, [a widow,] sells": a comma opens something at the end of the subject, and closed it before what was
    taken out."""
    subject, head = set(clause.subject_words), clause.subject
    if head is None or any(base(one) == "conj" for one in head.children):
        return False  # the comma of a list opens nothing
    ends = (
        before[-1].i in subject
        and span.start not in subject
        and span.start > 0
        and span.doc[span.start - 1].text == ","
    )
    return ends and sum(one.text == "," and one.i in subject for one in before) % 2 == 1
