"""The predicate over a word, and its tense as the tree tells it."""

from pipeline.plain import Token
from pipeline.stages.dates.tense import Tense

AHEAD = ("will", "shall", "'ll", "’ll", "wo", "must", "should", "ought")
WILL = ("will", "shall", "'ll", "’ll", "wo")
MAYBE = ("would", "could", "may", "might", "can", "ca")  # what was going to be, what can be
BEHIND = ("had", "was", "were", "did", "'d", "’d")
PERFECT = ("have", "has", "had", "'ve", "’ve", "having")
DEEPEST = 8  # clauses one above the other


def verb_over(token: Token) -> Token | None:
    """The predicate over a token: a verb, or a noun or adjective with a copula or an auxiliary."""
    for above in (token, *token.ancestors):
        if above.pos_ == "VERB" or any(child.dep_.startswith(("aux", "cop")) for child in above.children):
            return above
    return None


def tense_of(verb: Token, *, bound: bool, depth: int = 0) -> Tense:
    """Of its helpers and its form; `bound`: whether "by", "until" or the like stands before the date."""
    helpers = [child for child in verb.children if child.dep_.startswith(("aux", "cop"))]
    words = {child.text.lower() for child in helpers}
    if not words.isdisjoint((*AHEAD, *MAYBE)):
        if not words.isdisjoint(PERFECT):
            # "by May it will have paid"; but "you will have read on Monday"
            return "future" if bound and not words.isdisjoint(WILL) else "past"
        joined = "would" in words and verb.dep_ == "conj" and depth < DEEPEST
        if joined and tense_of(verb.head, bound=bound, depth=depth + 1) == "past":
            return "past"  # "They voted, and by Friday nobody would own to it"
        return "future" if not words.isdisjoint(AHEAD) else "present"
    if not words.isdisjoint((*BEHIND, *PERFECT)):
        return "past" if not words.isdisjoint(BEHIND) else "perfect"
    finite = [token for token in (verb, *helpers) if "Fin" in token.morph.get("VerbForm", [])]
    if any("Past" in token.morph.get("Tense", []) for token in finite):
        return "past"
    if any("Pres" in token.morph.get("Tense", []) for token in finite):
        return "past" if verb.lemma_ == "date" or _lacks_its_s(verb, helpers) else "present"
    if finite:  # an imperative
        return "future"
    return _unfinished(verb, bound, depth)


def _lacks_its_s(verb: Token, helpers: list[Token]) -> bool:
    """ "The feast cost much": a present would be "costs", so the tagger took one form for the other."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if helpers or subject is None or subject.pos_ not in ("NOUN", "PROPN") or verb.text.endswith("s"):
        return False
    joined = any(child.dep_ == "conj" for child in subject.children)
    return "Sing" in subject.morph.get("Number", []) and not joined


def _unfinished(verb: Token, bound: bool, depth: int) -> Tense:
    """An infinitive or a participle takes the tense of the clause above it; "signed in March" is past anyway,
    but for a term that is set ("anything shipped after 1 December")."""
    above = verb_over(verb.head) if verb.head.i != verb.i and depth < DEEPEST else None
    higher = tense_of(above, bound=bound, depth=depth + 1) if above is not None else None
    if any(child.dep_ == "mark" and child.text.lower() == "to" for child in verb.children):
        return "open" if higher in ("past", "perfect") else "future"
    if "Past" in verb.morph.get("Tense", []) or verb.tag_ in ("VBN", "VBD"):
        return higher if bound and higher in ("future", "present") else "past"
    return higher or "past"
