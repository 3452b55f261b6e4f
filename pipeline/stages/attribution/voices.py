"""Who can be made to say something at all: people, bodies and documents, not "this" and not events."""

from spacy.tokens import Token

from pipeline.stages.attribution import clause, frames
from pipeline.stages.attribution.frames import Frame

DEMONSTRATIVES = frozenset({"this", "that", "these", "what", "there", "who", "whoever", "which"})
ANYBODY = frozenset({"it", "you", "one"})


def speaking_subject(verb: Token, frame: Frame) -> Token | None:
    """The subject, if it is one that can speak."""
    found = clause.subject(verb)
    if found is None or found.lower_ in DEMONSTRATIVES or found.dep_ == "expl":
        return None
    return None if frame.evidence and not can_show(found) else found


def can_show(speaker: Token) -> bool:
    """May this be the subject of "shows", "suggests", "urged"? People and documents, not "it" and not events."""
    if speaker.lower_ in ANYBODY:
        return False
    if speaker.lemma_.lower() in frames.speaker_types() or speaker.lower_ in frames.FIRST_PERSON:
        return True
    return speaker.pos_ in {"PROPN", "PRON"} or bool(speaker.ent_type_)
