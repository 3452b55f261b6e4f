"""Verbs with a particle, which a small parser takes for a preposition: "hand [over] the ground", "run [out] of water".

Table: phrasal_verbs, whose column `takes` says what follows the particle: an `object`, or the preposition that stands
there ("run out *of*"). The particle becomes `compound:prt` of the verb, what it was thought to govern the object.
"""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Doc, Token

from pipeline.lexicon import select, table
from pipeline.stages.parse.labels import is_month_or_weekday

NOTHING: frozenset[str] = frozenset()
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
    known, adverbs = phrasal(), select("particles", "word", "always", "1")
    for verb in doc[:-2] if len(doc) > 2 else ():
        if verb.pos_ != "VERB":
            continue
        lemma, particle = verb.lemma_.lower(), verb.nbor()
        takes = known.get((lemma, particle.lower_), NOTHING)
        may = bool(takes) or particle.lower_ in adverbs
        if may and particle.dep_ != "compound:prt" and particle.sent == verb.sent:
            noun = particle.head
            if particle.nbor().lower_ in takes and (noun == verb or noun.i > particle.i):
                _hang(particle, verb)
            elif "object" in takes and _is_object(noun, particle, verb):
                _hang(particle, verb)
                noun.dep_ = "obj"
            elif _is_astray(particle, verb):
                _hang(particle, verb)
        for one in verb.rights:  # "throws three quarters of it away"
            if one.dep_ == "advmod" and "object" in known.get((lemma, one.lower_), NOTHING):
                _hang(one, verb)


def _is_astray(particle: Token, verb: Token) -> bool:
    """`walked [out] to the circle`, hung on "circle"; "up to 40 people" is not "walked up"."""
    noun, after = particle.head, particle.nbor()
    if (
        particle.dep_ != "advmod"
        or particle.lower_ not in select("particles", "word", "always", "1")
        or noun.i < particle.i
        or noun.head != verb
    ):
        return False
    counted = noun.pos_ in ("NUM", "SYM") or any(one.dep_ == "nummod" for one in noun.children)
    return after.dep_ == "case" and after.head == noun and not counted


def _is_object(noun: Token, particle: Token, verb: Token) -> bool:
    """What the particle seems to govern, where it governs nothing: "hand over *the ground*"; not "in March"."""
    if noun.head != verb or particle.dep_ != "case" or noun.dep_ != "obl" or noun.i < particle.i:
        return False
    others = [one for one in noun.children if one.dep_ == "case" and one != particle]
    timely = noun.like_num or (noun.text[0].isupper() and is_month_or_weekday(noun))
    return not (others or timely or any(one.dep_ in ("obj", "nsubj:pass") for one in verb.children))


def _hang(particle: Token, verb: Token) -> None:
    particle.head, particle.dep_ = verb, "compound:prt"
    particle.tag_ = "RP"
