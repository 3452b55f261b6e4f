"""What is put for words of a claim when it stands alone: names for pronouns, finite verbs, "not" for "nor"."""

from pipeline.marks import Row, cut_token, tokens_of
from pipeline.plain import Doc, Token
from pipeline.stages.claims.arguments import Around
from pipeline.stages.claims.clauses import Clause
from pipeline.stages.claims.denials import bare, denied_form, unsaid
from pipeline.stages.claims.infinitives import made_finite
from pipeline.stages.claims.inflection import finite_form
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.nominative import nominative
from pipeline.stages.claims.pieces import Piece, as_inside
from pipeline.stages.claims.pronouns import named_inside
from pipeline.stages.claims.questions import answers
from pipeline.stages.claims.referring_expressions import name_of
from pipeline.stages.claims.relatives import Relative, relative_inside
from pipeline.stages.claims.sentential import as_subject, is_sentential
from pipeline.stages.claims.tree import base


def replacements(
    proposition: Proposition, antecedent: Row | None, know: Around, modality: str, denied: Row | None = None
) -> dict[int, Piece]:
    """By token index, what to put for it; a piece without words leaves it out. `denied`: the words outside that deny
    it ("denied", "I do not think")."""
    clause, own = proposition.clause, proposition.own
    found = made_finite(clause, modality) | _spelled_out(proposition, know)
    finite = finite_form(clause)
    if finite is not None:
        verb = clause.head
        found[verb.i] = Piece(finite, (cut_token(verb),), "elided_argument", "replace")
    found |= _for_subject(clause, antecedent, know)
    found = named_inside(proposition, antecedent, know).pieces | found
    said_otherwise = unsaid(clause, own) | bare(clause, own) | answers(clause)
    for index, text in said_otherwise.items():
        found[index] = Piece(text, (cut_token(clause.head.doc[index]),), "shared_predicate", "replace")
    if denied is not None:
        turned = denied_form(clause, own, {i: piece.text for i, piece in found.items()})
        found |= {i: Piece(text, (denied,), "shared_predicate", "replace") for i, text in turned.items()}
    found |= _that(proposition)
    return found | _for_relative(clause, found)


def _spelled_out(proposition: Proposition, know: Around) -> dict[int, Piece]:
    """Each abbreviation once, unless the claim holds its long form."""
    found, said = dict[int, Piece](), {proposition.clause.head.doc[i].idx for i in proposition.words}
    for index in proposition.own:
        long = know.spelled_out.get(index)
        if long is not None and long["start"] not in said:
            found[index] = Piece(long["text"], (long,), "abbreviation", "replace")
            said.add(long["start"])
    return found


def _for_subject(clause: Clause, antecedent: Row | None, know: Around) -> dict[int, Piece]:
    """Its name for a pronoun, "this" for "which" of a whole clause, the nominative for an object."""
    subject = clause.subject
    if subject is None:
        return {}
    if antecedent is not None:
        name = name_of(antecedent, clause.head.doc, know)
        piece = name.piece(as_subject(name.inside) if is_sentential(clause) else "")
        return {subject.i: piece} | _spelled(subject)
    if is_sentential(clause):
        return {subject.i: Piece("this", (cut_token(subject),), "coreference", "replace")}
    return nominative(clause)


def _for_relative(clause: Clause, found: dict[int, Piece]) -> dict[int, Piece]:
    """What "whose" and "which" inside the clause stand for; `found`: what is put already."""
    relative = relative_inside(clause)
    if relative is None:
        return {}
    if relative.verb is None:
        return put_for(relative)
    if relative.verb.i in found:
        return {}
    text = f"{relative.verb.text} {relative.text}"
    return {relative.verb.i: Piece(text, (relative.source,), "coreference", "replace")}


OPENING = 3  # words up to the "which" of "in which case"
CLITICS = {"ll": "will", "ve": "have", "re": "are", "d": "would"}


def _spelled(pronoun: Token) -> dict[int, Piece]:
    """`'ll` behind a pronoun that is named: "Rents will fall" for "they'll fall"."""
    after = pronoun.i + 1
    word = CLITICS.get(pronoun.doc[after].lower_.lstrip("'’")) if after < len(pronoun.doc) else None
    if word is None or pronoun.doc[after].lower_[0] not in "'’":
        return {}
    clitic = pronoun.doc[after]
    if word == "would" and clitic.head.tag_ == "VBN":
        word = "had"
    return {after: Piece(word, (cut_token(clitic),), "coreference", "replace")}


def _that(proposition: Proposition) -> dict[int, Piece]:
    """ "in which case they lied" → "in that case they lied"."""
    doc = proposition.clause.head.doc
    opening = [doc[i] for i in proposition.own[:OPENING]]
    which = next((one for one in opening if one.lower_ == "which" and base(one) == "det"), None)
    return (
        {which.i: Piece("that", (cut_token(which),), "coreference", "replace")} if which is not None else {}
    )


def put_for(relative: Relative) -> dict[int, Piece]:
    """The noun for "which" or "whose"; behind what is owned, where it is long."""
    found = {relative.pronoun.i: Piece(relative.text, (relative.source,), "coreference", "replace")}
    noun, name = relative.noun, relative.source["text"]
    if noun is not None:
        of = f"{noun.text} of {as_inside(_first(noun.doc, relative.source), name)}"
        found[noun.i] = Piece(of, (relative.source,), "coreference", "replace")
    return found


def _first(doc: Doc, row: Row) -> Token:
    span = tokens_of(doc, row)
    return span[0] if span is not None else doc[0]
