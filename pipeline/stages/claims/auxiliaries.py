"""The helpers, adverbs and subordinate clauses of a frame's verbs, and what they say of time."""

from pipeline.plain import Token
from pipeline.stages.claims.frame import Frame
from pipeline.stages.claims.tree import base, child


def helpers_of(frame: Frame) -> list[Token]:
    """Auxiliaries and modals, those that it shares with the verb before, too."""
    alone = [head for head in frame.chain if head.tag_ == "MD"]  # "They will not."
    helpers = (one for head in frame.chain for one in head.children if base(one) == "aux")
    return [*frame.shared, *alone, *helpers]


def modifiers_of(frame: Frame) -> list[Token]:
    """Adverbs."""
    return [one for head in frame.chain for one in head.children if base(one) == "advmod"]


def subordinate(frame: Frame) -> list[Token]:
    """Heads of adverbial clauses."""
    return [one for head in frame.chain for one in head.children if base(one) == "advcl"]


def is_perfect(frame: Frame) -> bool:
    """ "have paid", "would have paid"; not "has" nor "had"."""
    return any(one.lower_ in ("have", "'ve", "’ve") for one in helpers_of(frame))


def is_pluperfect(verb: Token) -> bool:
    """ "had listened"."""
    return any(base(one) == "aux" and one.lower_ in ("had", "'d", "’d") for one in verb.children)


def is_past(frame: Frame) -> bool:
    """The first of its finite verbs is a past form; "has paid" is none."""
    verbs = [
        *helpers_of(frame),
        *(one for head in frame.chain for one in (head, child(head, "cop")) if one is not None),
    ]
    finite = [one for one in verbs if one.tag_ in ("VBD", "VBZ", "VBP", "MD")]
    return bool(finite) and finite[0].tag_ == "VBD"
