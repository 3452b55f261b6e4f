"""The person behind "the minister": the only one so far whose name stood beside that noun.

"Health Minister Ana Lima … The minister said": Lima. Where a second holder was named, or the noun stood with other
words and no name ("the finance minister"), nobody is meant for certain. Which nouns: the persons of table speakers.
"""

from dataclasses import dataclass
from functools import cache

from pipeline.lexicon import mapping
from pipeline.marks import Row
from pipeline.plain import Doc, Span, Token
from pipeline.stages.claims.tree import base

MODIFIERS = frozenset({"compound", "amod", "nmod:poss", "nmod", "nummod"})
NAMING = frozenset({"appos", "flat", "compound", "nmod:desc"})


@dataclass(frozen=True)
class Holder:
    """One place where a noun for a person stands: `at` its token index, `of` the words beside it, `who` the entity row
    of the name beside it, if there is one."""

    at: int
    of: frozenset[str]
    who: Row | None


def holders_of(doc: Doc, entity_at: dict[int, Row]) -> dict[str, list[Holder]]:
    """Lemma of a noun for a person → where it stands in the singular, in order of the text."""
    found: dict[str, list[Holder]] = {}
    for token in doc:
        lemma = token.lower_
        if lemma in _persons() and token.pos_ in ("NOUN", "PROPN"):
            found.setdefault(lemma, []).append(
                Holder(token.i, _beside(token, entity_at), _name(token, entity_at))
            )
    return found


@cache
def _persons() -> frozenset[str]:
    kinds = mapping("speakers", "lemma", "source_type")
    return frozenset(lemma for lemma, kind in kinds.items() if kind == "person")


def office_holder(words: Span, holders: dict[str, list[Holder]]) -> Row | None:
    """The entity row of whoever "the minister" is, None where that is not certain."""
    noun = words.root
    before = [one for one in holders.get(noun.lower_, ()) if one.at < words.start]
    if noun.pos_ != "NOUN" or words[0].lower_ != "the" or not before:
        return None
    wanted = next((one.of for one in holders[noun.lower_] if one.at == noun.i), frozenset())
    named = [one for one in before if one.who is not None]
    people = {one.who.get("same_as") or one.who["id"] for one in named if one.who is not None}
    known = frozenset[str]().union(*(one.of for one in named))
    others = [one for one in before if one.who is None and not one.of <= known]
    if len(people) != 1 or others or not wanted <= known:
        return None
    return named[-1].who


def _beside(noun: Token, entity_at: dict[int, Row]) -> frozenset[str]:
    """The words that tell which one: "*health* minister", "minister of *health*", "*a* minister"."""
    top = noun.head if noun.head.i in entity_at and base(noun) in NAMING else noun
    near = [one for one in (*noun.children, *top.children) if one.dep_ in MODIFIERS]
    near = [one for one in near if not _is_person(one, entity_at)]
    new = {"a" for one in noun.children if one.lower_ in ("a", "an", "another", "one")}
    return frozenset({one.lower_ for one in near if one != noun} | new)


def _is_person(one: Token, entity_at: dict[int, Row]) -> bool:
    return one.i in entity_at and entity_at[one.i]["label"] == "PERSON"


def _name(noun: Token, entity_at: dict[int, Row]) -> Row | None:
    """The person's name right behind the noun, or an apposition on either side."""
    behind = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    apposed = [one for one in noun.children if base(one) in NAMING and one.i > noun.i]
    above = [noun.head] if base(noun) == "appos" else []
    rows = [entity_at[one.i] for one in (behind, *apposed, *above) if one.i in entity_at]
    return next((row for row in rows if row["label"] == "PERSON"), None)
