"""Proposition → the claim as a sentence that stands alone, and the edits that made it so.

Nothing is reworded: borrowed words are put in, a pronoun is replaced by its name, and each such piece is an edit
that points to where its words come from.
"""

from dataclasses import replace
from itertools import dropwhile

from pipeline.lexicon import column
from pipeline.marks import Row, cut_span
from pipeline.plain import Doc, Span, Token
from pipeline.stages.claims.arguments import Around
from pipeline.stages.claims.clauses import Clause
from pipeline.stages.claims.denials import straightened, uninverted
from pipeline.stages.claims.inflection import agreeing, finite_form, form_of_be, past_form
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.pieces import Piece, sentence
from pipeline.stages.claims.pronouns import named_inside
from pipeline.stages.claims.referring_expressions import name_of
from pipeline.stages.claims.relatives import as_inside, relative_inside, where_it_is, whose_lent
from pipeline.stages.claims.restored_clauses import with_restored_clause
from pipeline.stages.claims.substitutions import put_for, replacements
from pipeline.stages.claims.tree import base, runs

PLAIN_WORDS = ("in", "on", "at", "by", "since", "from", "between", "during", "after", "before", "last", "next", "this",
               "the", "until", "over", "throughout", "around")  # fmt: skip


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
    adjuncts = _adjunct(doc, proposition)
    whole = [piece for piece in adjuncts if piece.text[:3].lower() == "of "]  # "Of nine bills he vetoed one"
    first = adjuncts if proposition.lent and not whole and _ends_in_a_clause(proposition) else []
    pieces = _gapped(proposition, know) or [
        *(one for piece in whole for one in (piece, Piece(","))),
        *first,
        *_lent_subject(proposition, subject, antecedent, know),
        *_comma(proposition, subject),
        *_copula(proposition),
        *_shared_predicate(proposition, predicate),
        *_own(doc, proposition, antecedent, know, modality, behind, denied),
        *(piece for piece in adjuncts if piece not in (*whole, *first)),
        *_borrowed(doc, proposition.clause.shared, "elided_argument"),
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


def _lent_subject(
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


def _with_names(span: Span, named: dict[int, Piece]) -> list[Piece]:
    """Borrowed words, what is put for their pronouns between them."""
    pieces, start = list[Piece](), span.start
    for i in (*(i for i in range(span.start, span.end) if i in named), span.end):
        if start < i:
            part = span.doc[start:i]
            pieces.append(Piece(_plain(part), (cut_span(part),), "elided_argument", small=_is_small(part[0])))
        pieces += [named[i]] if i in named else []
        start = i + 1
    return pieces


def _gapped(proposition: Proposition, know: Around) -> list[Piece]:
    """`Of the nine billion, [$95 million] went [to the regions]`: the verb is put into its gap."""
    if not proposition.gap:
        return []
    doc, own = proposition.clause.head.doc, proposition.own
    parts = ([i for i in own if i < proposition.gap], [i for i in own if i >= proposition.gap])
    before, behind = (_own(doc, replace(proposition, own=part), None, know) for part in parts)
    front = _borrowed(doc, proposition.adjunct_words, "shared_adjunct")
    front += [Piece(",")] if front else []
    return [*front, *before, *_agreeing(doc, proposition), *behind]


def _agreeing(doc: Doc, proposition: Proposition) -> list[Piece]:
    """The verb that is put into the gap, with the ending that the item's own subject asks for."""
    pieces = _borrowed(doc, proposition.predicate_words, "shared_predicate")
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


def _borrowed(doc: Doc, words: list[int], reason: str) -> list[Piece]:
    return [
        Piece(_plain(span), (cut_span(span),), reason, small=_is_small(span[0])) for span in runs(doc, words)
    ]


def _is_small(first: Token) -> bool:
    return as_inside(first, first.text) != first.text


def _adjunct(doc: Doc, proposition: Proposition) -> list[Piece]:
    """What a neighbour lends at the end; a day that it lends is when this was, though the neighbour began then."""
    words = [i for i in proposition.adjunct_words if i not in set(proposition.clause.shared)]
    pieces = [_inside(piece) for piece in _borrowed(doc, words, "shared_adjunct")]
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


def _shared_predicate(proposition: Proposition, words: list[int]) -> list[Piece]:
    """What the items of a list share, the participle made finite there, too."""
    verb = proposition.clause.head
    finite = past_form(verb) if proposition.past else finite_form(proposition.clause)
    pieces = _borrowed(verb.doc, words, "shared_predicate")
    for piece in pieces:
        if finite is not None and piece.text.split(" ")[-1] == verb.text:
            piece.text = piece.text.removesuffix(verb.text) + finite
    if pieces and ":" in (verb.doc[words[-1]].text, verb.doc[min(words[-1] + 1, len(verb.doc) - 1)].text):
        pieces[-1].text += ":"  # "Let the tariff move: 15% when …"
    return pieces


def _copula(proposition: Proposition) -> list[Piece]:
    """`Rana, a former judge` → "Rana is a former judge": the one word that no source shows."""
    clause = proposition.clause
    if clause.link.name != "appositive" or clause.subject is None:
        return []
    return [_be(clause, clause.subject)]


def _be(clause: Clause, subject: Token) -> Piece:
    return Piece(form_of_be(clause, subject), (), "shared_predicate")


def _own(
    doc: Doc,
    proposition: Proposition,
    antecedent: Row | None,
    know: Around,
    modality: str = "asserted",
    behind: dict[int, Piece] | None = None,
    denied: Row | None = None,
) -> list[Piece]:
    """The claim's own words, with the pronoun named, the participle made finite, an abbreviation spelled out once."""
    parts = uninverted(proposition.clause, proposition.own)
    if parts is not None:  # "nor does it freeze"
        subject, helper, rest = (
            _own(doc, replace(proposition, own=part), antecedent, know) for part in parts
        )
        return [*subject, *helper, Piece("not", (), "shared_predicate"), *rest]
    plain = straightened(proposition.clause, proposition.own)
    if plain is not None:  # "not only did the council borrow"
        return [
            piece for part in plain for piece in _own(doc, replace(proposition, own=part), antecedent, know)
        ]
    new = replacements(proposition, antecedent, know, modality, denied)
    clause, pieces = proposition.clause, list[Piece]()
    lacks = (
        clause.link.name in ("small_clause", "partitive") and clause.subject is not None
    )  # "called [the levy] [unjust]"
    relative = relative_inside(clause)
    dropped = relative.pronoun.i if relative is not None and relative.verb is not None else None
    before = None
    for span in runs(doc, [i for i in proposition.own if i != dropped]):
        start = span.start
        if before is not None and _is_open(before, span, clause):
            pieces[-1].text += ","  # "Okello, 61, [a widow,] sells"
        before = span
        inside = span.start in proposition.clause.subject_words and doc[span.start].pos_ != "CCONJ"
        if pieces and inside and doc[span.start - 1].text == ",":
            pieces[
                -1
            ].text += ","  # "In May, which was dry, Peru …": the comma behind a phrase before the subject
        for token in span:
            if lacks and clause.subject is not None and token.i > clause.subject_words[-1]:
                pieces += [_piece(doc[start : token.i])] if token.i > start else []
                pieces.append(_be(clause, clause.subject))
                lacks, start = False, token.i
            if behind and token.i in behind:
                pieces += [_piece(doc[start : token.i + 1]), behind[token.i]]
                start = token.i + 1
            if token.i not in new:
                continue
            pieces += [_piece(doc[start : token.i])] if token.i > start else []
            pieces.append(new[token.i])
            start = token.i + 1
        pieces += [_piece(doc[start : span.end])] if start < span.end else []
    return pieces


def _is_open(before: Span, span: Span, clause: Clause) -> bool:
    """A comma opens something at the end of the subject, and closed it before what was taken out."""
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


def _piece(span: Span) -> Piece:
    return Piece(_plain(span), small=_is_small(span[0]))


def _plain(span: Span) -> str:
    """The words on one line."""
    return " ".join(span.text.split())
