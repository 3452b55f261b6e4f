"""Noun phrases that a pronoun can stand for, and what is known of each: number, person or thing, gender."""

from dataclasses import dataclass
from functools import cache

from pipeline.lexicon import column, mapping, table
from pipeline.marks import Row
from pipeline.plain import Token

PRONOUNS = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
    "it": "it", "its": "it", "itself": "it",
    "they": "they", "them": "they", "their": "they", "theirs": "they", "themselves": "they",
}  # fmt: skip
PLURAL = ("NNS", "NNPS")
PARTS_OF_NAMES = frozenset({"compound", "flat", "nmod:desc", "goeswith", "fixed"})
NOBODY = frozenset(
    {"no", "any", "every", "each", "either", "neither", "none", "nobody", "what", "which", "whatever"}
)
LEFT_OUT = frozenset(
    {"acl", "appos", "conj", "cc", "parataxis", "dep", "advcl", "mark", "cop", "case", "punct", "orphan"}
)


@dataclass(frozen=True)
class Mention:
    """`kind`: person, thing, body (can be "it" and "they") or unknown; `of`: the pronoun that its gender asks for, or
    ""; `same`: what mentions of one thing have in common: an entity's id, or the words' lemma; `members`: heads
    joined by "and" that are meant together, else this one alone."""

    head: Token
    kind: str
    plural: bool
    of: str
    same: str
    named: bool
    members: tuple[Token, ...]

    def fits(self, group: str) -> bool:
        """Number, gender, and person or thing: what no weight may overrule."""
        if group == "they":
            return self.plural or self.kind == "body"
        if self.plural:
            return False
        if group == "it":
            return self.kind != "person"
        return self.kind in ("person", "unknown") and self.of in ("", group)


def mentions_of(token: Token, entity: Row | None, busy: set[int], same: str = "") -> list[Mention]:
    """The mentions that this token heads: itself, and itself with those that "and" joins to it. `busy`: tokens of
    dates and amounts, for which no pronoun of ours stands; `same`: what it renames, if it is an apposition."""
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ in PARTS_OF_NAMES or token.i in busy:
        return []
    lemma = token.lemma_.lower()
    time = entity is None and (lemma == "time" or lemma in column("date_units", "form"))
    if time or token.dep_ == "nmod:unmarked" or any(one.lower_ in NOBODY for one in token.children):
        return []
    found = [_single(token, entity, same)]
    joined = [one for one in token.children if one.dep_ == "conj" and one.pos_ in ("NOUN", "PROPN")]
    together = any(cc.lower_ == "and" for one in joined for cc in one.children if cc.dep_ == "cc")
    if joined and together:
        same = " and ".join(one.lemma_.lower() for one in (token, *joined))
        found.append(Mention(token, found[0].kind, True, "", same, found[0].named, (token, *joined)))
    return found


def renamed(token: Token) -> Token | None:
    """ "the mayor, [Ana Okoro]", "Corvane, [a fund]": what an apposition says again, in other words."""
    if token.dep_ != "appos":
        return None
    noun = token.head
    alike = (noun.tag_ in PLURAL) == (token.tag_ in PLURAL)
    joined = any(one.dep_ == "conj" for one in (*noun.children, *token.children))
    named = "PROPN" in (noun.pos_, token.pos_) and noun.pos_ in ("NOUN", "PROPN")
    return noun if named and alike and not joined else None


def relative_of(token: Token) -> Token | None:
    """The noun of a relative pronoun that is a subject: "the bank, *which* lost its head", which is a mention of it."""
    verb = token.head
    opens = token.tag_ in ("WDT", "WP") and token.dep_.startswith("nsubj") and verb.dep_ == "acl:relcl"
    return verb.head if opens and verb.head.i < token.i else None


def _single(token: Token, entity: Row | None, same: str) -> Mention:
    same = same or (str(entity["same_as"] or entity["id"]) if entity is not None else token.lemma_.lower())
    plural = token.tag_ in PLURAL or "Plur" in token.morph.get("Number")
    return Mention(
        token, _kind(token, entity, plural), plural, _gender(token), same, entity is not None, (token,)
    )


def _kind(token: Token, entity: Row | None, plural: bool) -> str:
    lemma = token.lemma_.lower()
    if entity is not None:
        label = entity["label"]
        if label == "PERSON":
            return "person"
        return "body" if label == "ORG" else "thing"
    if token.pos_ == "PROPN" and lemma not in _persons():
        return "person" if _gender(token) else "unknown"
    if lemma in _persons() or lemma in column("genders", "word"):
        return "person"
    return "body" if lemma in _bodies() else "thing"


def _gender(token: Token) -> str:
    """By a title or by the noun itself: "Mrs Okoro", "the widow"."""
    genders = mapping("genders", "word", "pronoun")
    words = [token, *(one for one in token.children if one.dep_ in PARTS_OF_NAMES)]
    return next(
        (genders[w.lower_] for w in words if w.lower_ in genders), genders.get(token.lemma_.lower(), "")
    )


@cache
def _persons() -> frozenset[str]:
    people = {row["lemma"] for row in table("speakers") if row["source_type"] in ("person", "unnamed")}
    return column("professions", "word") | column("human_nouns", "noun") | people


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("speakers") if row["source_type"] == "organisation")


def words_of(mention: Mention) -> list[int]:
    """Token indices of the noun phrase, in order: without relative clauses, appositions and what joins on; of several
    joined by "and", from the first to the last."""
    if len(mention.members) > 1:
        first, last = _phrase(mention.members[0]), _phrase(mention.members[-1])
        return list(range(first[0], last[-1] + 1))
    return _phrase(mention.head)


def _phrase(head: Token) -> list[int]:
    found, todo = [], [head]
    while todo:
        one = todo.pop()
        found.append(one.i)
        todo += [child for child in one.children if not _left_out(child, head)]
    found.sort()
    here = found.index(head.i)
    first = here
    while first and found[first - 1] == found[first] - 1:
        first -= 1
    last = here
    while last + 1 < len(found) and found[last + 1] == found[last] + 1:
        last += 1
    return found[first : last + 1]


def _left_out(child: Token, head: Token) -> bool:
    base = child.dep_.split(":")[0]
    if child.dep_ == "nmod:poss" or base in ("det", "amod", "nummod", "compound", "flat"):
        return False
    return (base in LEFT_OUT and child.head == head) or (child.text in '"“”()—–' and base == "punct")
