"""Clauses with "that" behind a verb of saying, where the parser lost the "that", the clause or the subject.

Each function takes a token and returns whether it changed it; `mend` runs them in order.
"""

from functools import cache

from spacy.tokens import Doc, Token

from pipeline.lexicon import column, table
from pipeline.stages.parse.labels import NOMINAL

SUBJECTS = ("nsubj", "nsubj:pass")
STEPS = 4  # how far up a clause is sought: a parse may be a thousand levels deep


def mend(doc: Doc) -> None:
    """Change labels and heads in place; heads stay inside their sentence."""
    for token in doc:
        if token.lower_ == "that" and token.tag_ == "IN":
            _no_determiner(token) or _no_relative(token) or _listed_that(token) or _beside(token) or _cleft(
                token
            )
        elif token.lemma_.lower() in _sayings():
            _no_passive(token) or _stolen_subject(token)


@cache
def _sayings() -> frozenset[str]:
    rows = table("reporting_verbs")
    return frozenset(row["lemma"] for row in rows if "that" in row["takes"].split())


def _no_determiner(that: Token) -> bool:
    """ "found that …, and that only two stayed": tagged as a conjunction, hung on a noun: it opens the clause."""
    if that.dep_ in ("obl", "obj", "dep") and any(c.dep_ in SUBJECTS and c != that for c in that.head.lefts):
        that.dep_ = "mark"  # "a belief that the tax pays"
        return that.i < that.head.i
    if that.dep_ not in ("det", "case", "advmod") or that.head.pos_ not in NOMINAL:
        return False
    noun, verb = that.head, that.head.head
    while noun.dep_ not in SUBJECTS and noun.dep_ in ("compound", "nmod", "nummod", "amod", "det"):
        noun, verb = verb, verb.head
    if noun.dep_ not in SUBJECTS or verb.i <= noun.i or verb.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
        return False
    that.head, that.dep_ = verb, "mark"
    return True


def _no_relative(that: Token) -> bool:
    """ "told the country, in a speech that bored it, that …": a clause under the conjunction "that" is no relative
    of the noun before it, but what the verb of saying says."""
    clause = that.head
    noun = clause.head
    if that.dep_ != "mark" or not clause.dep_.startswith("acl") or clause.i < noun.i:
        return False
    if clause.dep_ == "acl" and noun.lemma_.lower() in column("attribution_nouns", "lemma"):
        return False
    verb = _saying_above(noun)
    relative = clause.dep_ == "acl:relcl" or (
        verb is not None and noun.dep_ in ("iobj", "obj") and _has_hearer(verb)
    )
    if verb is None or not relative or any(child.dep_ == "ccomp" for child in verb.children):
        return False
    clause.head, clause.dep_ = verb, "ccomp"
    return True


def _listed_that(that: Token) -> bool:
    """ "expects that rents will fall, that wages will rise": the second is joined to the first."""
    clause, first = that.head, that.head.head
    joint = that.nbor(-1).lower_ if that.i else ""
    if that.dep_ != "mark" or clause.dep_ not in ("advcl", "parataxis", "acl") or joint not in (",", "and"):
        return False
    if first.dep_ != "ccomp" or not any(one.dep_ == "mark" and one.lower_ == "that" for one in first.lefts):
        return False
    clause.dep_ = "conj"
    return True


def _beside(that: Token) -> bool:
    """ "know — and have known since May — that …": a clause with "that" stands beside no verb, it is taken by it."""
    clause, verb = that.head, that.head.head
    if that.dep_ != "mark" or clause.dep_ != "parataxis" or verb.pos_ != "VERB" or verb.i > that.i:
        return False
    if any(one.dep_ in ("ccomp", "obj") for one in verb.children) or clause.i < that.i:
        return False
    clause.dep_ = "ccomp"
    return True


def _cleft(that: Token) -> bool:
    """ "It was in Lagos, not in London, [that it was hatched]": joined by nothing, it says what was there."""
    clause, focus = that.head, that.head.head
    if (
        that.dep_ != "mark"
        or clause.dep_ not in ("conj", "parataxis")
        or any(c.dep_ == "cc" for c in clause.lefts)
    ):
        return False
    copula = any(one.dep_ == "cop" for one in focus.lefts)
    it = any(one.lower_ == "it" and one.dep_ in (*SUBJECTS, "expl") for one in focus.lefts)
    if not (copula and it) or clause.i < focus.i:
        return False
    clause.dep_ = "ccomp"
    return True


def _saying_above(noun: Token) -> Token | None:
    for _ in range(STEPS):
        if noun.head == noun:
            return None
        noun = noun.head
        if noun.pos_ == "VERB":
            return noun if noun.lemma_.lower() in _sayings() else None
    return None


def _has_hearer(verb: Token) -> bool:
    return verb.lemma_.lower() in _told()


@cache
def _told() -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("reporting_verbs") if "hearer" in row["takes"].split())


def _no_passive(verb: Token) -> bool:
    """ "…, the minister promised in 2015": a participle with a subject and no auxiliary is a past tense."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj:pass"), None)
    helped = any(child.dep_.startswith("aux") for child in verb.children)
    if subject is None or verb.tag_ != "VBN" or helped or verb.dep_ in ("conj", "acl", "amod"):
        return False
    subject.dep_, verb.tag_ = "nsubj", "VBD"
    verb.set_morph("Mood=Ind|Tense=Past|VerbForm=Fin")
    return True


def _stolen_subject(verb: Token) -> bool:
    """ "The bank, which took no sides, calculates that rents fell": the subject before the verb is its own, not
    that of the clause behind it."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or any(child.dep_ in SUBJECTS for child in verb.children):
        return False
    clause = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    if clause is None:
        return False
    subjects = [child for child in clause.children if child.dep_ in SUBJECTS]
    before = [child for child in subjects if child.i < verb.i]
    if not before or len(subjects) < 2 or verb.dep_ in ("conj", "xcomp"):
        return False
    before[0].head, before[0].dep_ = verb, "nsubj"
    return True
