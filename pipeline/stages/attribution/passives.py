"""Sayings in the passive, where the speaker is named behind "by" or not at all."""

from pipeline.plain import Token
from pipeline.stages.attribution import clause, frames
from pipeline.stages.attribution.clause import children, first, is_passive, tokens
from pipeline.stages.attribution.frames import Frame
from pipeline.stages.attribution.saying import Saying, saying

DUTY = frozenset({"must", "should", "need", "ought"})
EVERYBODY = frozenset({"we", "you"})


def passive(verb: Token, frame: Frame, said: list[Token]) -> Saying | None:
    """ "It is said that", "we are told that", "I was told by X that", "it must be said that"."""
    by = clause.agent(verb)
    if by is not None:
        return saying(frame, verb, by, said, "passive+that")
    if any(c.lower_ in DUTY for c in children(verb, "aux")):
        return saying(frame, verb, None, said, "duty+that", "author")
    told = clause.subject(verb)
    hearer = "hearer" in frame.takes and told is not None and told.dep_ != "expl" and told.lower_ != "it"
    if hearer and clause.is_negated(verb, told):
        return None  # who was not told may still be sure of it
    kind = "unnamed" if hearer and not _spreads(verb, told) else "generic"
    return saying(frame, verb, None, said, "passive+that", kind)


def _spreads(verb: Token, told: Token | None) -> bool:
    """ "we are told" and "voters are told" again and again by everybody; "I am told", "we were told" by somebody."""
    present = any(c.tag_ in {"VBP", "VBZ"} for c in children(verb, "aux", "aux:pass"))
    if not present or told is None:
        return False
    return told.lower_ in EVERYBODY or frames.speaker_types().get(told.lemma_.lower()) == "generic"


def impersonal(verb: Token, frame: Frame) -> Saying | None:
    """ "It is said that …" where the clause is the subject."""
    content = first(verb, "csubj:pass", "csubj")
    if content is None or content.i < verb.i or not is_passive(verb) or not frame.takes & {"that", "passive"}:
        return None
    return passive(verb, frame, tokens(content))
