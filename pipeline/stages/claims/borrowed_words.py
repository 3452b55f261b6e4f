"""Words that a claim borrows, as they stand in its sentence: a subject, a day, what the items of a list share."""

from dataclasses import replace

from pipeline.lexicon import column
from pipeline.marks import Row
from pipeline.plain import Doc, Span
from pipeline.stages.claims.arguments import Around
from pipeline.stages.claims.inflection import finite_form, past_form
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.pieces import Piece, borrowed, borrowed_piece
from pipeline.stages.claims.pronouns import named_inside
from pipeline.stages.claims.referring_expressions import name_of
from pipeline.stages.claims.relatives import whose_lent
from pipeline.stages.claims.substitutions import put_for
from pipeline.stages.claims.tree import runs

PLAIN_WORDS = ("in", "on", "at", "by", "since", "from", "between", "during", "after", "before", "last", "next", "this",
               "the", "until", "over", "throughout", "around")  # fmt: skip


def lent_subject(
    proposition: Proposition, words: list[int], antecedent: Row | None, know: Around
) -> list[Piece]:
    """A borrowed subject; a pronoun is named there, too."""
    doc, subject = proposition.clause.head.doc, proposition.clause.subject
    if antecedent is not None and subject is not None and words == [subject.i]:
        name = name_of(antecedent, doc, know)
        return [Piece(name.text, name.source, "elided_argument", small=name.small)]
    named = named_inside(proposition, antecedent, know).pieces
    whose = whose_lent(proposition.clause, words)
    named = named | put_for(whose) if whose is not None else named
    pieces = [
        piece
        for span in runs(doc, words)
        for piece in _with_names(span, {i: replace(one, op="insert") for i, one in named.items()})
    ]
    if pieces and (proposition.clause.link.name == "summative" or _stands_between_commas(proposition, words)):
        pieces[-1].text += ","
    return pieces


def _stands_between_commas(proposition: Proposition, words: list[int]) -> bool:
    """ "Curtis, the welder, drives"."""
    doc = proposition.clause.head.doc
    last = list(runs(doc, words))[-1]
    return any(token.text == "," for token in last) and last.end < len(doc) and doc[last.end].text == ","


def _with_names(span: Span, named: dict[int, Piece]) -> list[Piece]:
    """Borrowed words, what is put for their pronouns between them."""
    pieces, start = list[Piece](), span.start
    for i in (*(i for i in range(span.start, span.end) if i in named), span.end):
        if start < i:
            part = span.doc[start:i]
            pieces.append(borrowed_piece(part, "elided_argument"))
        pieces += [named[i]] if i in named else []
        start = i + 1
    return pieces


def lent_adjunct(doc: Doc, proposition: Proposition) -> list[Piece]:
    """What a neighbour lends at the end; a day that it lends is when this was, though the neighbour began then."""
    words = [i for i in proposition.adjunct_words if i not in set(proposition.clause.shared)]
    pieces = [_inside(piece) for piece in borrowed(doc, words, "shared_adjunct")]
    if proposition.lent and len(pieces) == 1:
        words = pieces[0].text.split(" ")
        if words[0] in ("since", "from", "until"):
            if words[0] == "since" and _is_perfect(proposition):
                return pieces  # "had redeemed four since last Christmas"
            words = words[1:]
        elif not (words[0].isdigit() or words[0].lower() in column("months", "form")):
            return pieces
        day = any(word.strip(",").isdigit() and len(word.strip(",")) < 3 for word in words)
        marker = [] if words[0] in ("last", "this", "next") else ["on" if day else "in"]
        pieces[0].text = " ".join([*marker, *words])
    return pieces


def _is_perfect(proposition: Proposition) -> bool:
    verb = proposition.clause.head
    helpers = [*verb.children, *(verb.doc[i] for i in proposition.clause.borrowed)]
    return any(one.lemma_.lower() == "have" and one.pos_ == "AUX" for one in helpers)


def _inside(piece: Piece) -> Piece:
    """ "In 2019" from the head of a sentence is "in 2019" at the end of one."""
    if piece.text.split(" ")[0].lower() in PLAIN_WORDS:
        piece.text = piece.text[0].lower() + piece.text[1:]
    return piece


def shared_predicate(proposition: Proposition, words: list[int]) -> list[Piece]:
    """What the items of a list share, the participle made finite there, too."""
    verb = proposition.clause.head
    finite = past_form(verb) if proposition.past else finite_form(proposition.clause)
    pieces = borrowed(verb.doc, words, "shared_predicate")
    for piece in pieces:
        if finite is not None and piece.text.split(" ")[-1] == verb.text:
            piece.text = piece.text.removesuffix(verb.text) + finite
    if pieces and ":" in (verb.doc[words[-1]].text, verb.doc[min(words[-1] + 1, len(verb.doc) - 1)].text):
        pieces[-1].text += ":"  # "Let the tariff move: 15% when …"
    return pieces
