"""Who can be made to say something at all: people, bodies and documents, not "this" and not events."""

from pipeline.plain import Token
from pipeline.stages.attribution import clause, frames
from pipeline.stages.attribution.frames import Frame

DEMONSTRATIVES = frozenset({"this", "that", "these", "what", "there", "who", "whoever", "which"})
NOBODYS = frozenset({"history", "experience", "time", "life", "reality", "logic", "nature"})
"""Where "History shows that" speaks, it is the author who does."""
ANYBODY = frozenset({"it", "you", "one"})


def speaking_subject(verb: Token, frame: Frame) -> Token | None:
    """The subject, if it is one that can speak."""
    found = _inverted(verb, frame) or clause.subject(verb)
    if found is None or found.lower_ in DEMONSTRATIVES or found.dep_ == "expl":
        return None
    return None if frame.evidence and not can_show(found) else found


def _inverted(verb: Token, frame: Frame) -> Token | None:
    """ "…, said one councillor", where the parser took the speaker for an object."""
    after = clause.first(verb, "obj", "iobj")
    if "quote" not in frame.takes or after is None or clause.first(verb, *clause.SUBJECTS) is not None:
        return None
    near = after.left_edge.i == verb.i + 1 and verb.i > 0 and verb.nbor(-1).is_punct
    speaks = after.pos_ == "PROPN" or after.lemma_.lower() in frames.speaker_types()
    return after if near and speaks and "hearer" not in frame.takes else None


def can_show(speaker: Token) -> bool:
    """May this be the subject of "shows", "suggests", "urged"? People and documents, not "it" and not events."""
    if speaker.lower_ in ANYBODY | NOBODYS:
        return False
    if speaker.lemma_.lower() in frames.speaker_types() or speaker.lower_ in frames.FIRST_PERSON:
        return True
    return speaker.pos_ in {"PROPN", "PRON"} or bool(speaker.ent_type_)
