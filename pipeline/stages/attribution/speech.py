"""Verbs of saying with a clause, on the parse: who said that what. Each pattern is one function and names its rule."""

from collections.abc import Callable, Iterator

from pipeline.lexicon import select
from pipeline.plain import Doc, Token
from pipeline.stages.attribution import clause, frames
from pipeline.stages.attribution.asides import as_clause, beside, is_inverted
from pipeline.stages.attribution.clausal import that_clause
from pipeline.stages.attribution.clause import children, first, is_passive
from pipeline.stages.attribution.complements import figure, infinitive, rejecting
from pipeline.stages.attribution.frames import Frame
from pipeline.stages.attribution.naming import naming
from pipeline.stages.attribution.passives import DUTY, impersonal
from pipeline.stages.attribution.saying import Saying

SET_PHRASES = frozenset(
    {"needless to", "is to", "'s to", "’s to", "let us", "let 's", "let ’s", "let me", "it to", "so to"}
)
UNDONE = frozenset({"could", "should", "would"})
HAD = frozenset({"had", "'d", "’d"})


def find(doc: Doc) -> Iterator[Saying]:
    """Every saying that a verb of the table makes, in text order of the verbs."""
    for verb in doc:
        if verb.pos_ not in ("VERB", "AUX") and (
            verb.pos_ not in ("NOUN", "ADJ") or not first(verb, "ccomp")
        ):
            continue
        if frames.known_as(verb.lemma_.lower(), verb.lower_) is None or _set_phrase(verb) or _is_owed(verb):
            continue
        frame = frames.verb(verb.lemma_.lower(), _companions(verb), verb.lower_)
        if frame is None or _is_another(verb, frame) or clause.is_thing(verb):
            continue
        found = (pattern(verb, frame) for pattern in PATTERNS)
        yield from [one for one in found if one is not None][:1]


def _companions(verb: Token) -> list[str]:
    """Words that may belong to the verb: particles, and the prepositions of its obliques ("call on")."""
    near = children(verb, "compound:prt", "advmod", "obl", "mark", "case")
    near += [c for c in children(verb, "obj", "iobj", "expl") if c.lower_ == "it"]  # "rumour has it that"
    near += [c for c in children(verb, "xcomp") if c.pos_ == "ADJ"]  # "made clear that"
    words = [c.lower_ for c in near if c.i > verb.i]
    cases = [g.lower_ for c in children(verb, "obl", "advcl", "ccomp") for g in children(c, "case", "mark")]
    return words + cases


def _is_another(verb: Token, frame: Frame) -> bool:
    """ "ruled out that" is not "ruled that": a particle makes another verb."""
    particle = first(verb, "compound:prt")
    return particle is not None and particle.i == verb.i + 1 and particle.lower_ not in frame.lemma.split()


def _set_phrase(verb: Token) -> bool:
    """ "needless to say", "that is to say", "let us say", "goes without saying", "assuming that"."""
    if verb.i >= 1 and verb.nbor(-1).lower_ == "without":
        return True
    if verb.lower_ in select("asides", "word", "form", "that") and verb.dep_ == "advcl":
        return True
    if verb.lemma_ != "say" or verb.i < 2:
        return False
    return f"{verb.nbor(-2).lower_} {verb.nbor(-1).lower_}" in SET_PHRASES


def _is_owed(verb: Token) -> bool:
    """ "The law must say that …", "he refused to say that …": nobody has said it yet; "we must admit that …" the
    author does."""
    helper = frames.helpers().get(verb.head.lemma_.lower()) if verb.dep_ == "xcomp" else None
    if helper is False or (helper and any(c.lower_ == "yet" for c in verb.head.subtree if c.i < verb.i)):
        return True  # "refused to say", "has yet to say"
    helpers = {c.lower_ for c in children(verb, "aux")}
    better = verb.i > 1 and verb.nbor(-1).lower_ == "better" and verb.nbor(-2).lower_ in HAD
    if better or (helpers & HAD and is_inverted(verb)):
        return True  # "had he said so", "they had better say so"
    owed = bool(helpers & DUTY) or (bool(helpers & UNDONE) and "have" in helpers)  # "could have said that"
    speaker = clause.subject(verb) if owed and not is_passive(verb) else None
    return speaker is not None and speaker.lower_ not in frames.FIRST_PERSON


PATTERNS: tuple[Callable[[Token, Frame], Saying | None], ...] = (
    as_clause,
    that_clause,
    impersonal,
    rejecting,
    naming,
    infinitive,
    figure,
    beside,
)
