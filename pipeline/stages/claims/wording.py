"""Proposition → the claim as a sentence that stands alone, and the edits that made it so.

Nothing is reworded: borrowed words are put in, a pronoun is replaced by its name, and each such piece is an edit
that points to where its words come from.
"""

from dataclasses import replace
from itertools import dropwhile

from pipeline.marks import Row, cut_span
from pipeline.plain import Doc
from pipeline.stages.claims.arguments import Around
from pipeline.stages.claims.borrowed_words import lent_adjunct, lent_subject, shared_predicate
from pipeline.stages.claims.inflection import agreeing
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.own_words import copula, own_words
from pipeline.stages.claims.pieces import Piece, borrowed, sentence
from pipeline.stages.claims.relatives import where_it_is
from pipeline.stages.claims.restored_clauses import with_restored_clause
from pipeline.stages.claims.tree import base, runs


def wording(
    proposition: Proposition,
    antecedent: Row | None,
    know: Around,
    modality: str = "asserted",
    behind: dict[int, Piece] | None = None,
    denied: Row | None = None,
) -> tuple[str, list[Row]]:
    """`(text, edits)`. `antecedent`: a span row whose words replace the subject's pronoun; `know`: what abbreviations
    and pronouns stand for; `behind`: by token, what is put behind it; `denied`: the words outside that deny it."""
    doc = proposition.clause.head.doc
    whole, antecedent = with_restored_clause(proposition, antecedent, know)
    own = set(proposition.own)
    lent = [cut_span(span) for span in runs(doc, [i for i in whole.own if i not in own])]
    proposition = whole
    subject = proposition.subject_words
    predicate = list(dropwhile(lambda i: doc[i].is_punct, proposition.predicate_words))
    # "it is time for us to …": keep the order of the text
    if subject and predicate and predicate[0] < subject[0]:
        subject, predicate = [], sorted({*subject, *predicate})
    adjuncts = lent_adjunct(doc, proposition)
    whole = [piece for piece in adjuncts if piece.text[:3].lower() == "of "]  # "Of nine bills he vetoed one"
    first = adjuncts if proposition.lent and not whole and _ends_in_a_clause(proposition) else []
    pieces = _gapped(proposition, know) or [
        *(one for piece in whole for one in (piece, Piece(","))),
        *first,
        *lent_subject(proposition, subject, antecedent, know),
        *_comma(proposition, subject),
        *_copula(proposition),
        *shared_predicate(proposition, predicate),
        *own_words(proposition, antecedent, know, modality, behind, denied),
        *(piece for piece in adjuncts if piece not in (*whole, *first)),
        *borrowed(doc, proposition.clause.shared, "elided_argument"),
        *_where(proposition),
    ]
    edits = [
        {"op": "insert", "text": one["text"], "source": [one], "reason": "shared_predicate"} for one in lent
    ]
    edits += [
        {"op": piece.op, "text": piece.text, "source": list(piece.source), "reason": piece.reason}
        for piece in pieces
        if piece.reason is not None
    ]
    return sentence(pieces), edits


def _ends_in_a_clause(proposition: Proposition) -> bool:
    """ "We were asked to give back what we had not spent": a day behind it would be the day of the spending."""
    doc, head = proposition.clause.head.doc, proposition.clause.head
    below = ("acl", "ccomp", "xcomp", "advcl")
    return any(base(doc[i]) in below and doc[i].pos_ == "VERB" and i > head.i for i in proposition.own)


def _where(proposition: Proposition) -> list[Piece]:
    found = where_it_is(proposition.clause)
    return [Piece(found[0], (found[1],), "coreference")] if found is not None else []


def _comma(proposition: Proposition, subject: list[int]) -> list[Piece]:
    """ "The ministry, in a move that surprised it, closed": what stands between a lent subject and the verb ends in a
    comma, and begins with one."""
    verb, words = proposition.clause.head, proposition.predicate_words or proposition.own
    if not subject or verb.i not in words:
        return []
    group = [verb.i, *(one.i for one in verb.children if base(one) in ("aux", "cop") and one.i in set(words))]
    between = [i for i in words if subject[-1] < i < min(group)]
    said = any(not verb.doc[i].is_punct for i in between)
    ends = said and verb.doc[between[-1]].text == ","
    return [Piece(",")] if ends else []


def _gapped(proposition: Proposition, know: Around) -> list[Piece]:
    """`Of the nine billion, [$95 million] went [to the regions]`: the verb is put into its gap."""
    if not proposition.gap:
        return []
    doc, own = proposition.clause.head.doc, proposition.own
    parts = ([i for i in own if i < proposition.gap], [i for i in own if i >= proposition.gap])
    before, behind = (own_words(replace(proposition, own=part), None, know) for part in parts)
    front = borrowed(doc, proposition.adjunct_words, "shared_adjunct")
    front += [Piece(",")] if front else []
    return [*front, *before, *_agreeing(doc, proposition), *behind]


def _agreeing(doc: Doc, proposition: Proposition) -> list[Piece]:
    """The verb that is put into the gap, with the ending that the item's own subject asks for."""
    pieces = borrowed(doc, proposition.predicate_words, "shared_predicate")
    named = [i for i in proposition.own if i < proposition.gap]
    subject = doc[named[0] : named[-1] + 1].root
    for piece in pieces:
        words = piece.text.split(" ")
        words[0] = agreeing(words[0], subject, _is_plural_present(proposition, words[0]))
        piece.text = " ".join(words)
    return pieces


def _is_plural_present(proposition: Proposition, word: str) -> bool:
    verb = proposition.clause.head
    return verb.tag_ == "VBP" and verb.text == word


def _copula(proposition: Proposition) -> list[Piece]:
    """`Rana, a former judge` → "Rana is a former judge": the one word that no source shows."""
    clause = proposition.clause
    if clause.link.name != "appositive" or clause.subject is None:
        return []
    return [copula(clause, clause.subject)]
