"""What the tree says of a number that text alone leaves open: "61 gave water", "it had replaced six", "she is 79".

A number that fills the slot of a noun counts something that is not said again. Without tags and a parse nothing is
told, and the stage only finds less.
"""

from functools import cache
from typing import Literal

from pipeline import lexicon
from pipeline.plain import Doc, Token

from .ages import OLDEST

Standing = Literal["subject", "object", "age"]
"""A count in the place of a subject (or told of one), a count in that of an object, or an age."""
ARGUMENTS = ("nsubj", "nsubj:pass", "obj")
PERSONS = ("i", "he", "she", "who", "you")


def standings(doc: Doc) -> dict[int, Standing]:
    """Where a number begins (code points) that is a noun phrase of its own → what it gives."""
    if not (doc.has_annotation("DEP") and doc.has_annotation("POS")):
        return {}
    told: dict[int, Standing] = {}
    for token in doc:
        if token.pos_ != "NUM":
            continue
        standing = _age(token) or _count(token) or _same_as_its_head(token, told) or _as_before(token, told)
        if standing is not None:
            told[token.idx] = standing
    return told


def _count(token: Token) -> Standing | None:
    if token.lower_ == "one":
        return "subject" if _counts_one(token) else None
    if token.lower_ == "zero" or not token.text[:1].isalnum():
        return None
    if token.dep_ in ARGUMENTS and token.head.pos_ in ("VERB", "AUX", "ADJ", "NOUN", "ADP", "ADV"):
        if token.dep_ == "obj":
            return None if _lasts(token.head) else "object"
        return "subject"
    more = token.dep_ == "nummod" and token.head.lower_ in ("more", "others") and token.head.dep_ in ARGUMENTS
    chosen = any(child.dep_ == "acl" for child in token.children) and _preposition(token) == "of"
    named = (
        token.dep_ == "nummod"
        and token.head.tag_ == "NNPS"
        and token.i < token.head.i
        and token.text.islower()
    )
    left = token.dep_ == "obl" and _preposition(token) in _AGAINST and token.head.pos_ == "VERB"
    return "subject" if more or chosen or named or left or _is_said_of(token, ()) else None


def _counts_one(token: Token) -> bool:
    """ "one law", "one policy bank": not "one day", "the one thing", "no one man"."""
    noun = token.head
    near = token.dep_ == "nummod" and noun.pos_ == "NOUN" and 0 < noun.i - token.i <= 3
    before = token.nbor(-1).lower_ if token.i > 0 else ""
    return near and noun.lemma_ not in lexicon.column("not_one", "noun") and before not in ("no", "any", "-")


def _lasts(verb: Token) -> bool:
    """ "took seven months in 2015 and takes 13 now": the same verb had a length of time for its object."""
    for token in verb.sent:
        if token.i >= verb.i:
            return False
        if token.lemma_ == verb.lemma_ and any(_names_time(c) for c in token.children if c.dep_ == "obj"):
            return True
    return False


def _names_time(noun: Token) -> bool:
    """ "seven months", "30 days' supplies"."""
    owners = (child for child in noun.children if child.dep_ == "nmod:poss")
    return any(t.lemma_ in lexicon.column("date_units", "form") for t in (noun, *owners))


def _same_as_its_head(token: Token, told: dict[int, Standing]) -> Standing | None:
    """ "signed two, vetoed one and sent four": here also "one" counts."""
    standing = told.get(token.head.idx) if token.dep_ == "conj" else None
    return "subject" if standing == "object" else standing


def _as_before(token: Token, told: dict[int, Standing]) -> Standing | None:
    """ "six agreed, two dissented and *one* did not", "1,400 died in the first year and *350* in the second"."""
    earlier = any(told.get(other.idx) in ("subject", "object") for other in _before(token))
    if not earlier:
        return None
    some = token.lower_ == "one" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "of"
    argument = token.dep_ in ARGUMENTS and token.head.pos_ in ("VERB", "AUX") and not some
    joined = token.i > 0 and token.nbor(-1).lower_ in ("and", ",")
    elided = joined and token.i + 1 < len(token.doc) and token.nbor().lower_ in ("in", "from", "at")
    return "subject" if argument or (elided and token.lower_ != "one") else None


def _before(token: Token) -> list[Token]:
    return [other for other in token.sent if other.i < token.i and other.pos_ == "NUM"]


def _age(token: Token) -> Standing | None:
    """ "she is 79", "who turns 35", "a clerk of 26"."""
    if not _may_be_an_age(token.text):
        return None
    turned = token.dep_ == "obj" and token.head.lemma_ == "turn"
    of_a_person = token.dep_ == "nmod" and _preposition(token) == "of" and _is_person(token.head)
    return "age" if turned or of_a_person or _is_said_of(token, PERSONS) else None


def _may_be_an_age(text: str) -> bool:
    return text.lower() != "one" if text.isalpha() else text.isdecimal() and 0 < int(text[:4]) <= OLDEST


def _is_person(noun: Token) -> bool:
    """One of whom an age is told: a person by the tables, and not two of them ("the age of three ministers")."""
    named = noun.lemma_ in _persons() and noun.lower_ == noun.lemma_
    return named and any(child.lower_ in ("a", "an", "the", "this") for child in noun.children)


@cache
def _persons() -> frozenset[str]:
    return lexicon.column("people", "noun") | lexicon.column("professions", "word")


def _is_said_of(token: Token, subjects: tuple[str, ...]) -> bool:
    """Is it the complement of "is": of one of these subjects, or (none given) of a noun or "ours", "mine"?"""
    if not any(child.dep_ == "cop" for child in token.children) or _preposition(token):
        return False  # "I have been on two"
    for child in token.children:
        if child.dep_ == "nsubj":
            if subjects and child.lemma_ == "age":
                return True  # "the average age is 19"
            if subjects:
                return child.lower_ in subjects or _is_somebody(child)
            return child.lower_ in _OURS
    return False


_AGAINST = ("against", "among", "without")
_OURS = ("ours", "mine", "theirs", "hers", "yours", "answer", "figure", "number", "total", "target", "quota")


def _is_somebody(noun: Token) -> bool:
    """ "her son", "Maria": one person, by the tables or as a name."""
    if noun.pos_ == "PROPN":
        return noun.ent_type_ == "PERSON"
    return noun.lower_ == noun.lemma_ and noun.lemma_ in _persons()


def _preposition(token: Token) -> str:
    return next((child.lower_ for child in token.children if child.dep_ == "case"), "")
