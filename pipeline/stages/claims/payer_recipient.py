"""A move of money → who pays, who receives, what for: the subject and object by the verb's row in transfer_verbs, the
rest by its preposition (table transfer_markers) and by whether it can hold money."""

from collections.abc import Iterator

from pipeline.lexicon import by, column, select
from pipeline.marks import Row
from pipeline.plain import Token
from pipeline.stages.claims.amount_syntax import MONEY, is_passive, kind_of, marker_of
from pipeline.stages.claims.transfer_context import TransferContext
from pipeline.stages.claims.transfer_verb import ANY, Move
from pipeline.stages.claims.tree import SUBJECTS, base, child, is_infinitive, mark_of


def parties_of(move: Move, context: TransferContext) -> dict[str, Row]:
    """`payer`, `recipient`, `purpose`: span rows; what is not said is left out."""
    found: dict[str, Row] = {}
    for slot, token in _phrases(move, context):
        span = context.span(token) if slot and slot not in found else None
        if span is not None:
            found[slot] = span
    slot, subject = _slot_of_actor(move, found, context), context.actor_span(move)
    if slot and subject is not None:
        found.setdefault(slot, subject)
    payment = context.payment(move)
    payer = (
        next((one for one in payment.children if one.dep_ == "nsubj"), None) if payment is not None else None
    )
    if payer is not None and payer.tag_ not in ("WDT", "WP") and (span := context.span(payer)) is not None:
        found.setdefault("payer", span)
    return found


def _slot_of_actor(move: Move, found: dict[str, Row], context: TransferContext) -> str:
    """What the subject is; who builds with a loan "from Japan" or signs one is on the side that is left."""
    slot = _slot_of_subject(move, context)
    actor = context.actor(move)
    holds = slot not in ("payer", "recipient") or (actor is not None and context.is_party(actor))
    if move.row["lemma"] == ANY and not holds:
        return ""  # "a flag went up at a cost of $3 million"
    if slot == "either":
        return "recipient" if "payer" in found else "payer" if "recipient" in found else ""
    return "recipient" if slot == "payer" and "payer" in found else slot


def _slot_of_subject(move: Move, context: TransferContext) -> str:
    """By the verb's row; "the state was allotted $3 million": who is given it; "the land sells for $3 million": what
    is sold."""
    passive = is_passive(move.verb)
    slot = move.row["object" if passive else "subject"]
    own = move.verb in context.frame.chain and move.row["subject"] == "payer"
    if passive and not slot and own and _is_object(move):
        return "recipient"
    bare = not passive and move.row["object"] == "purpose" and slot == "recipient"
    return "purpose" if bare and child(move.verb, "obj") is None else slot


def _is_object(move: Move) -> bool:
    return "object" in move.row["sum"].split() and base(move.carriers[-1]) == "obj"


def _phrases(move: Move, context: TransferContext) -> Iterator[tuple[str, Token]]:
    """Everything beside subject and sum that fills a slot, in order of the text."""
    own, heads = set(context.proposition.own), _heads(move, context)
    for token in (move.verb.doc[i] for i in context.proposition.words):
        item = context.proposition.is_item and token.i in own and token.head.i not in own
        figure = token.i in context.know.dates or token.i in context.know.figure_at
        if token not in heads and (token.head in heads or item) and not figure:
            yield _slot(move, token, context), token


def _heads(move: Move, context: TransferContext) -> set[Token]:
    """What they may hang on: the verbs, the sum, and nouns for its sort ("*aid* to Peru", "in *damages* to Peru")."""
    verbs = context.frame.chain if move.verb in context.frame.chain else [move.verb]
    heads = {*verbs, *move.carriers}
    actor = context.actor(move)
    if actor is not None and not move.row["subject"] and kind_of(actor):
        heads.add(actor)
    sorts = (move.verb.doc[i] for i in context.proposition.words)
    heads |= {
        one for verb in verbs for one in verb.children if one.lower_ in column("particles", "word")
    }  # "back to its schools"
    heads |= {
        one
        for one in sorts
        if kind_of(one) in MONEY and marker_of(one, move.amount) == "in" and one.head in heads
    }
    return heads


def _slot(move: Move, token: Token, context: TransferContext) -> str:
    label = base(token)
    if token.dep_ in SUBJECTS or token.tag_ in ("WDT", "WP") or (label == "obj" and token.i < move.verb.i):
        return ""
    if label == "compound" and token.head == move.carriers[0]:  # "cost the treasury $3 million"
        return move.row["object"]
    if label in ("obj", "iobj") and token.tag_.startswith("JJ") and not context.is_party(token):
        return ""  # "lent 18 crore, interest-free"
    if label in ("obj", "iobj") and token.head not in move.carriers:
        particle = child(token.head, "compound:prt")
        if particle is not None and particle.lower_ in column("transfer_markers", "marker"):
            return _behind(move, particle.lower_, token, context)  # "goes on design": the parser's slip
        return move.row["object"]
    if label in ("advcl", "acl", "xcomp"):
        aims = mark_of(token) == "so that" or (is_infinitive(token) and not mark_of(token))
        return "purpose" if aims and not _is_aside(token) else ""
    if token.tag_ == "WP$":
        return ""
    if token.dep_ == "nmod:poss":  # "Japan's aid", "Peru's debt"; but Peru gets "its grant"
        return "payer" if kind_of(token.head) and move.row["subject"] != "recipient" else ""
    return _behind(move, marker_of(token, move.amount), token, context) if label in ("obl", "nmod") else ""


def _behind(move: Move, marker: str, token: Token, context: TransferContext) -> str:
    """By the preposition; a row's own ones (`to=payer`) come first, where `party` leaves it to the noun."""
    if marker == "by":
        return move.row["subject"] if is_passive(move.verb) else ""
    if marker == "to" and any(kind_of(one) == "expense" for one in move.carriers):
        return "payer"  # "at a cost to the exchequer of $3 million"
    charged = any(kind_of(one) in ("charge", "penalty") for one in move.carriers)
    if marker in ("on", "against") and charged and move.row["subject"] != "payer":
        return "payer"  # "a fine on the firm"
    special = dict(pair.split("=") for pair in move.row["behind"].split())
    if marker in special:
        held = "recipient" if context.is_party(token) else "purpose"
        return held if special[marker] == "party" else special[marker]
    row = next(iter(by("transfer_markers", "marker").get(marker, ())), None)
    return row["party" if context.is_party(token) else "thing"] if row else ""


def _is_aside(token: Token) -> bool:
    """ "to be sure", "to be fair", "to be repaid by 2030": no aim."""
    if token.lemma_ in ("repay", "return") and is_passive(token):
        return True
    return child(token, "cop") is not None and token.lower_ in select("asides", "word", "form", "to be")
