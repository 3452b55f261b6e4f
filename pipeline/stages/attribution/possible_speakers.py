"""Who can be made to say something at all: people, bodies and documents, not "this" and not events."""

from pipeline.lexicon import column
from pipeline.plain import Token
from pipeline.stages.attribution import clause, frames
from pipeline.stages.attribution.clause import SUBJECTS, children
from pipeline.stages.attribution.frames import Frame

DEMONSTRATIVES = frozenset({"this", "that", "these", "what", "there", "who", "whoever", "which"})
PLACES = frozenset({"GPE", "LOC"})
HEARING = frozenset({"hear", "watch", "see"})
NAMING = frozenset({"flat", "compound"})
ANYBODY = frozenset({"it", "you", "one"})


def speaking_subject(verb: Token, frame: Frame) -> Token | None:
    """The subject, if it is one that can speak."""
    found = _inverted(verb, frame) or _heard(verb) or clause.subject(verb)
    if found is None or found.lower_ in DEMONSTRATIVES or found.dep_ == "expl":
        return None
    if frame.example and found.ent_type_ in PLACES:
        return None  # "Peru shows that it can be done": an example, no witness
    return None if frame.evidence and not can_show(found) else found


def _inverted(verb: Token, frame: Frame) -> Token | None:
    """ "…, said one councillor", where the parser took the speaker for an object."""
    after = clause.first(verb, "obj", "iobj")
    own = clause.first(verb, *SUBJECTS)
    told = frame.takes & {"quote", "figure"}
    if not told or after is None or not (own is None or (own.i > verb.i and is_torn(after, own))):
        return None
    near = after.left_edge.i == verb.i + 1 and verb.i > 0 and verb.nbor(-1).is_punct
    speaks = after.pos_ == "PROPN" or after.lemma_.lower() in frames.speaker_types()
    return after if near and speaks and "hearer" not in frame.takes else None


def is_torn(one: Token, other: Token) -> bool:
    """Two words of one name behind the verb, which the parser took for subject and object: "says Ana Lima, who …"."""
    return one.pos_ == other.pos_ == "PROPN" and one.head == other.head and abs(one.i - other.i) == 1


def _heard(verb: Token) -> Token | None:
    """ "We heard the chairman say that …": whoever stands before the bare verb is heard, seen or made to say it."""
    if (
        verb.tag_ not in {"VB", "VBP"}
        or verb.i == verb.sent.start
        or children(verb, *SUBJECTS, "aux", "mark")
    ):
        return None
    who = verb.nbor(-1)
    while who.dep_ in NAMING and who.head.i < who.i:
        who = who.head
    hearing = who.head.lemma_.lower() in HEARING and who.head.i < who.i
    return who if hearing and who.dep_ in {"nsubj", "obj", "ccomp", "iobj"} else None


def can_show(speaker: Token) -> bool:
    """May this be the subject of "shows", "suggests", "urged"? People and documents, not "it" and not events."""
    if speaker.lower_ in ANYBODY | column("personifications", "word"):
        return False
    if speaker.lemma_.lower() in frames.speaker_types() or speaker.lower_ in frames.FIRST_PERSON:
        return True
    return speaker.pos_ in {"PROPN", "PRON"} or bool(speaker.ent_type_)
