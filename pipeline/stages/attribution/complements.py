"""Sayings whose content is no full clause: "claims to", "expects it to", "called it", "rejected the claim that"."""

from pipeline.plain import Token
from pipeline.stages.attribution import clause, frames
from pipeline.stages.attribution.clause import children, first, is_passive, marked, tokens
from pipeline.stages.attribution.frames import Frame
from pipeline.stages.attribution.phrase import noun_phrase
from pipeline.stages.attribution.possible_speakers import speaking_subject
from pipeline.stages.attribution.saying import Saying, saying

GERUND_STANCES = frozenset({"deny", "concede"})
"""What is proposed has not been done, nor should who proposes it do it: that it is proposed is the claim."""


def infinitive(verb: Token, frame: Frame) -> Saying | None:
    """ "X claims to have won", "denied bombing", "expects orders to shrink", "Y is said to be ready"."""
    action = next((c for c in children(verb, "xcomp", "ccomp", "advcl") if c.i > verb.i), None)
    if action is None:
        return None
    if is_passive(verb):
        return _raised(verb, frame, action)
    to = marked(action, "to")
    told = next((c for c in children(verb, "obj", "iobj", "obl") if verb.i < c.i < action.i), None)
    if told is not None:
        speaker = speaking_subject(verb, frame)
        raises = to and "raise" in frame.takes and speaker is not None and told.dep_ != "obl"
        return saying(frame, verb, speaker, joined(told, action), "verb+object+to") if raises else None
    speaker = other_than_author(verb, frame)
    if speaker is None:
        return None
    gerund = _is_gerund(action) and frame.stance in GERUND_STANCES and action.dep_ != "advcl"
    if not gerund and not (to and "to" in frame.takes and action.dep_ == "xcomp"):
        return None
    return saying(frame, verb, speaker, unmarked(action) if gerund else tokens(action), "verb+infinitive")


def _is_gerund(action: Token) -> bool:
    """ "denied bombing", "denied having bombed"."""
    return action.tag_ == "VBG" or any(c.tag_ == "VBG" for c in children(action, "aux", "aux:pass", "cop"))


def _raised(verb: Token, frame: Frame, action: Token) -> Saying | None:
    patient, by = first(verb, "nsubj:pass"), clause.agent(verb)
    if action.dep_ != "xcomp" or not marked(action, "to") or "passive" not in frame.takes:
        return None
    content = joined(patient, action) if patient is not None else tokens(action)
    return saying(frame, verb, by, content, "passive+to", None if by is not None else "generic")


def figure(verb: Token, frame: Frame) -> Saying | None:
    """ "Bankers expect $20bn", "the plan forecast 300 jobs by May"."""
    thing = first(verb, "obj")
    if "figure" not in frame.takes or thing is None or is_passive(verb) or not is_figure(thing):
        return None
    speaker = other_than_author(verb, frame)
    if speaker is None or thing.i < verb.i:
        return None
    adjuncts = [c for c in children(verb, "obl", "obl:unmarked", "advmod") if c.i > thing.i]
    if verb.dep_ == "acl:relcl":
        return None  # "the firm that predicted 14,000": which firm it is
    words = {t.i: t for top in (thing, *adjuncts) for t in tokens(top, clause.comments(top))}
    return saying(frame, verb, speaker, [words[i] for i in sorted(words)], "verb+figure")


def other_than_author(verb: Token, frame: Frame) -> Token | None:
    """ "we ask farmers to grow" and "I called it Home" are the author's own words, not frames around them."""
    speaker = speaking_subject(verb, frame)
    return None if speaker is None or speaker.lower_ in frames.FIRST_PERSON else speaker


def is_figure(token: Token) -> bool:
    """ "put the sum at Rs 316 crore", not "at the door"."""
    return any(t.pos_ in {"NUM", "SYM"} for t in token.subtree)


def rejecting(verb: Token, frame: Frame) -> Saying | None:
    """ "X rejected the claim that …": the holder of the claim is unknown, X says no to it."""
    thing = first(verb, "obj", "nsubj:pass")
    if "noun" not in frame.takes or thing is None or thing.lemma_.lower() not in frames.nouns():
        return None
    content = first(thing, "acl", "ccomp", "acl:relcl")
    speaker = clause.agent(verb) if is_passive(verb) else speaking_subject(verb, frame)
    if content is None or speaker is None or not marked(content, "that"):
        return None
    return saying(frame, verb, speaker, tokens(content), "verb+noun+that")


def unmarked(root: Token) -> list[Token]:
    """The words of a clause or phrase without the "to", "as" or preposition that opens it, and without comments."""
    marks = [c for c in children(root, "case", "mark") if c.i < root.i]
    return tokens(root, [*marks, *clause.comments(root)])


def joined(thing: Token, action: Token) -> list[Token]:
    """The words of an object and of what is said of it, without what stands between: two fragments."""
    if thing.lower_ in clause.RELATIVES and thing.i < action.head.i:
        return unmarked(action)
    named = {t.i: t for t in [*noun_phrase(thing), *unmarked(action)]}
    return [named[i] for i in sorted(named)]
