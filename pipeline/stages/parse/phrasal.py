"""Verbs with a particle, which a small parser takes for a preposition: "hand [over] the ground", "run [out] of water".

Table: phrasal_verbs, whose column `takes` says what follows the particle: an `object`, or the preposition that stands
there ("run out *of*"). The particle becomes `compound:prt` of the verb, what it was thought to govern the object.
"""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Doc, Token

from pipeline.lexicon import column, table

Taken = Mapping[tuple[str, str], frozenset[str]]


@cache
def phrasal() -> Taken:
    """(lemma, particle) → what may follow."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for row in table("phrasal_verbs"):
        key = row["verb"], row["particle"]
        found[key] = found.get(key, frozenset()) | {row["takes"]}
    return found


def tie(doc: Doc) -> None:
    """Hang particles on their verbs, in place."""
    known = phrasal()
    for verb in doc[:-2] if len(doc) > 2 else ():
        takes = known.get((verb.lemma_.lower(), verb.nbor().lower_)) if verb.pos_ == "VERB" else None
        particle = verb.nbor()
        if takes is None or particle.dep_ == "compound:prt" or particle.sent != verb.sent:
            continue
        noun = particle.head
        if particle.nbor().lower_ in takes and (noun == verb or noun.i > particle.i):
            _hang(particle, verb)
        elif "object" in takes and _is_object(noun, particle, verb):
            _hang(particle, verb)
            noun.dep_ = "obj"


def _is_object(noun: Token, particle: Token, verb: Token) -> bool:
    """What the particle seems to govern, where it governs nothing: "hand over *the ground*"; not "in March"."""
    if noun.head != verb or particle.dep_ != "case" or noun.dep_ != "obl" or noun.i < particle.i:
        return False
    others = [one for one in noun.children if one.dep_ == "case" and one != particle]
    timely = noun.like_num or noun.lower_ in column("months", "form") | column("weekdays", "form")
    return not (others or timely or any(one.dep_ in ("obj", "nsubj:pass") for one in verb.children))


def _hang(particle: Token, verb: Token) -> None:
    particle.head, particle.dep_ = verb, "compound:prt"
    particle.tag_ = "RP"
