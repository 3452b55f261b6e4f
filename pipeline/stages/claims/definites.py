"""A bare noun that was said in full before: "the scheme" ← "a cash-transfer scheme for widows", "the fund" ← "Corvane
Partners, a Luxembourg fund".

Only where nothing competes: the full words are the first mention of that noun, and no other mention has words that
tell of another thing.
"""

from functools import cache
from typing import NamedTuple

from pipeline.lexicon import column, table
from pipeline.marks import Row, cut_span, tokens_of
from pipeline.plain import Doc, Token
from pipeline.stages.claims.noun_phrases import phrase_of
from pipeline.stages.claims.tree import base, child, mark_of

BARE = frozenset({"the", "this", "that", "these", "those"})
TELLING = frozenset({"compound", "nmod", "acl", "flat"})
AGAIN = frozenset({"same", "whole", "entire", "very"})
NAMED = frozenset({"ORG", "FAC", "LAW", "EVENT", "PRODUCT", "WORK_OF_ART"})
BESIDE = frozenset({"det", "punct", "case", "cc", "conj", "cop", "nsubj", "appos", "mark", "aux", "expl"})
LONGEST = 50  # characters of the full words; longer ones would bury the claim
NEAR = 80  # tokens over which "the cost" is "the cost of repairs"
QUOTES = frozenset('"“”')


class Fuller(NamedTuple):
    """`words`: the tokens of the bare noun phrase; `text`: what is put for it, from `source`."""

    words: range
    text: str
    source: Row


class _Said(NamedTuple):
    """The first mention of a noun in full, and what tells of it."""

    text: str
    source: Row
    tells: frozenset[str]
    near: int
    """The last token up to which it is what the bare noun means."""


def fuller_at(doc: Doc, entities: list[Row]) -> dict[int, Fuller]:
    """By the first token of a bare noun phrase, what it was called in full."""
    named = _named_at(doc, entities)
    known: dict[tuple[str, bool], _Said | None] = {}  # None: more than one thing, or first said without
    found: dict[int, Fuller] = {}
    for token in doc:
        if token.i in named:
            _learn(known, _key(token), named[token.i])
        if token.pos_ != "NOUN" or token.ent_type_ or token.lemma_.lower() in column("date_units", "form"):
            continue
        bare, said = _bare(token), known.get(_key(token))
        if bare is None:
            if not any(one.lower_ in AGAIN for one in token.children):
                _learn(known, _key(token), _full(token))
        elif said is not None and said.near >= token.i:
            found[bare.start] = Fuller(bare, said.text, said.source)
        else:
            known.setdefault(_key(token), None)
    return found


def is_of_before(noun: Token) -> bool:
    """ "The exemption must go": which one was said before. Not people, bodies and places, which a reader mostly
    knows from the title, nor what there is one of ("the sea": the larger situation of Hawkins 1978, 3.3), nor what is
    filled right there ("the trouble is that …")."""
    if noun.pos_ != "NOUN" or noun.ent_type_ or base(noun) not in ("nsubj", "obj") or _bare(noun) is None:
        return False
    filled = child(noun.head, "cop") is not None and mark_of(noun.head) == "that"
    lemma = noun.lemma_.lower()
    return not filled and lemma not in _known_nouns() and not lemma[0].isdigit()


@cache
def _known_nouns() -> frozenset[str]:
    said_by = {
        row["lemma"] for row in table("speakers") if row["source_type"] != "document"
    }  # the minister, the bank
    people = column("professions", "word") | column("human_nouns", "noun")
    places = column("place_nouns", "lemma") | column("facility_nouns", "noun")
    return people | places | said_by | column("unique_nouns", "lemma") | column("date_units", "form")


def _key(token: Token) -> tuple[str, bool]:
    return token.lemma_.lower(), token.tag_ in ("NNS", "NNPS")


def _learn(known: dict[tuple[str, bool], _Said | None], key: tuple[str, bool], said: _Said | None) -> None:
    """The first mention counts; one that tells something else of the noun makes it unsure for good."""
    before = known.setdefault(key, said)
    if before is not None and (said is None or not said.tells <= before.tells):
        known[key] = None


def _bare(noun: Token) -> range | None:
    """ "the scheme", with nothing beside it that tells which."""
    det = child(noun, "det")
    if det is None or det.lower_ not in BARE or det.i != noun.i - 1:
        return None
    behind = noun.nbor(1).lower_ if noun.i + 1 < len(noun.doc) else ""
    told = any(base(one) not in BESIDE for one in noun.children)
    return None if told or behind in ("of", "that", "who", "which", "-") else range(det.i, noun.i + 1)


def _full(noun: Token) -> _Said | None:
    """What tells of the noun: words before it and, if no pronoun is among them, behind it."""
    doc, name = noun.doc, _name_beside(noun)
    if name is not None or not any(_is_telling(one) for one in noun.children):
        return name
    words = phrase_of(noun)
    if words != list(range(words[0], words[-1] + 1)) or _unfit(doc, words):
        words = list(range(words[0], noun.i + 1))
    tells = {base(one) for one in noun.children if one.i in words and _is_telling(one)}
    if not tells or _unfit(doc, words):
        return None
    start = words[1:] if doc[words[0]].tag_ == "DT" else words
    text = " ".join(doc[start[0] : words[-1] + 1].text.split())
    if any(one.dep_ == "nmod:poss" for one in noun.children):
        return None  # "its budget", "the town's budget": of others, too
    near = noun.i + NEAR if tells == {"nmod"} else len(doc)
    source = cut_span(doc[words[0] : words[-1] + 1])
    return _Said(f"the {text}", source, _tells(doc, start, noun), near)


def _is_telling(one: Token) -> bool:
    return base(one) in TELLING or one.pos_ == "SYM"  # "a $250,000 grant"


def _tells(doc: Doc, words: list[int], noun: Token) -> frozenset[str]:
    return frozenset(
        doc[i].lower_ for i in words if i != noun.i and doc[i].pos_ not in ("ADP", "DET", "PUNCT")
    )


def _unfit(doc: Doc, words: list[int]) -> bool:
    text = doc[words[0] : words[-1] + 1].text
    said = (doc[i] for i in words)
    return len(text) > LONGEST or any(
        one.pos_ == "PRON" or one.text in QUOTES or one.text == "," for one in said
    )


def _name_beside(noun: Token) -> _Said | None:
    """The name in "Corvane Partners, a fund" and in "the fund, Corvane Partners"."""
    above = noun.head if base(noun) == "appos" else None
    name = above if above is not None and above.pos_ == "PROPN" else child(noun, "appos")
    if name is None or name.pos_ != "PROPN" or not name.ent_type_ or name.ent_type_ in ("PERSON", "GPE"):
        return None
    words = [i for i in phrase_of(name) if noun.doc[i].ent_type_]
    if not words:
        return None
    source = cut_span(noun.doc[words[0] : words[-1] + 1])
    return _Said(source["text"], source, frozenset(source["text"].lower().split()), len(noun.doc))


def _named_at(doc: Doc, entities: list[Row]) -> dict[int, _Said]:
    """By the last token of a name, the name, where its last word is a common noun: "the Nairobi Clinics Fund"."""
    found: dict[int, _Said] = {}
    for row in entities:
        span = tokens_of(doc, row["span"])
        if span is None or row["label"] not in NAMED or len(span) < 2:
            continue
        the = span.start > 0 and doc[span.start - 1].lower_ == "the"
        tells = frozenset(one.lower_ for one in span if one.i != span.end - 1)
        found[span.end - 1] = _Said(f"the {span.text}" if the else span.text, row["span"], tells, len(doc))
    return found
