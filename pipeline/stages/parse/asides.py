"""Sayings set off by commas or dashes, found by the row of their parts of speech, whatever the parser made of them.

"…, the bank said in May, …", "…, say critics, …", "…, I am told." A stretch between two such marks is written as a
string of letters, one a token, and matched: `D` determiner, `A` adjective, `N` nominal, `P` preposition, `R` adverb,
`X` auxiliary, `S` verb of saying, `c` conjunction, `'` possessive; `-` is anything else.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from pipeline.lexicon import column, mapping, table

MARKS = frozenset({",", "—", "–", "--"})
ENDS = MARKS | frozenset({".", ";", ":", "?", "!"})
OPENING = frozenset('“‘«„"')
LONGEST = 16  # tokens of a saying
MOST = 400  # tokens of a sentence: a longer one is no sentence, and each saying walks all of it
LETTERS = {
    "DET": "D", "ADJ": "A", "NOUN": "N", "PROPN": "N", "PRON": "N", "NUM": "A", "ADP": "P", "ADV": "R", "AUX": "X",
    "CCONJ": "c", "PART": "'",
}  # fmt: skip
NAMES = r"(?:[DANR]|N'|NPD?|Nc){0,9}N"
LATER = r"(?:R|P[DAN']{0,4}N|(?<!S)[DA]N){0,3}"
ACTIVE = re.compile(rf"(?P<lead>cR|R)?(?P<who>{NAMES})(?P<aux>[RX]{{0,4}})S(?P<told>D?A?N)?(?P<tail>{LATER})")
INVERTED = re.compile(rf"S(?P<who>{NAMES})(?P<tail>)")
TOLD = frozenset({"me", "us", "them", "him", "her", "you"})
NAMED_BY_PRONOUN = frozenset({"i", "we", "he", "she", "they", "it", "one", "you"})
TIMES = frozenset({"last", "this", "next", "yesterday", "today", "tonight"})
SO = frozenset({"so", "or so"})


class Aside(NamedTuple):
    """Tokens `start` to `end` (half-open) are a saying; `verb` its verb, `who` the tokens of its speaker."""

    start: int
    end: int
    verb: Token
    who: Span


@cache
def _verbs() -> dict[str, frozenset[str]]:
    """Lemma → what it takes, of the verbs that can stand beside what is said."""
    rows = ((row["lemma"], frozenset(row["takes"].split())) for row in table("reporting_verbs"))
    return {lemma: takes for lemma, takes in rows if takes & {"that", "quote"}}


def asides(doc: Doc) -> Iterator[Aside]:
    """All of them, sentence by sentence."""
    for sentence in doc.sents:
        if len(sentence) > MOST:
            continue
        marks = [token.i for token in sentence if token.text in ENDS]
        for left, right in pairwise([*marks, sentence.end]):
            opens = right + 1 < len(doc) and doc[right + 1].text in OPENING  # "…, Ana Silva said, “…”"
            if doc[left].text in MARKS and 1 < right - left <= LONGEST and not opens:
                found = _read(doc[left + 1 : right])
                if found is not None:
                    yield found


def _read(stretch: Span) -> Aside | None:
    shape = "".join(_letter(token) for token in stretch)
    if shape.count("S") != 1:
        return None
    verb = stretch[shape.index("S")]
    found = ACTIVE.fullmatch(shape) or INVERTED.fullmatch(shape)
    if found is None:
        return None
    who = stretch[slice(*found.span("who"))]
    fits = _inverted(verb, who) if found.re is INVERTED else _stated(verb, who, found, stretch)
    return Aside(stretch.start, stretch.end, verb, who) if fits else None


def _letter(token: Token) -> str:
    if (
        token.pos_ != "AUX"
        and token.lemma_.lower() in _verbs()
        and token.tag_ not in ("VBG", "NN", "NNS", "JJ")
    ):
        return "S" if token.pos_ in ("VERB", "INTJ") else LETTERS.get(token.pos_, "-")
    if helps(token) or (token.lower_ == "to" and token.i and helps(token.nbor(-1))):
        return "X"
    return LETTERS.get(token.pos_, "-")


def helps(token: Token) -> bool:
    """The "used" of "my aunt used to say"."""
    known = mapping("saying_helpers", "lemma", "said").get(token.lemma_.lower()) == "1"
    return known and token.pos_ == "VERB" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to"


def _stated(verb: Token, who: Span, found: "re.Match[str]", stretch: Span) -> bool:
    """Somebody who can speak, in the active or told in the passive; behind the verb at most who was told, and when."""
    lead = stretch[slice(*found.span("lead"))].text.lower() if found["lead"] else "so"
    helpers = [token for token in stretch[slice(*found.span("aux"))] if token.pos_ == "AUX" or helps(token)]
    passive = any(token.lemma_ == "be" for token in helpers)
    if lead not in SO or (verb.tag_ == "VB" and not helpers):
        return False
    if passive:
        return verb.tag_ == "VBN" and found["told"] is None and who.text.lower() in NAMED_BY_PRONOUN
    if found["told"] is not None:
        told = stretch[slice(*found.span("told"))]
        if told[0].lower_ not in TIMES and not (
            "hearer" in _verbs()[verb.lemma_.lower()] or told.text.lower() in TOLD
        ):
            return False
    return _speaks(who, verb)


def _inverted(verb: Token, who: Span) -> bool:
    """ "say the optimists"; not ", reported cases," nor ", told residents,"."""
    hearer = "hearer" in _verbs()[verb.lemma_.lower()]
    return not hearer and verb.tag_ != "VBN" and _speaks(who, verb)


def _speaks(who: Span, verb: Token) -> bool:
    head = top(who, verb)
    if head.pos_ == "PRON":
        return who.text.lower() in NAMED_BY_PRONOUN
    sure = "that" in _verbs()[verb.lemma_.lower()]  # not "…, the war continued, …"
    subject = sure and head.head == verb and head.dep_ == "nsubj" and verb.tag_ != "VBN"
    return subject or head.pos_ == "PROPN" or head.lemma_.lower() in column("speakers", "lemma")


def top(who: Span, verb: Token) -> Token:
    """The head of a noun phrase whose words the parser may have torn apart: the first noun before a preposition
    or comma, the last of its row."""
    head = who[-1]
    for token in who:
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            after = token.nbor() if token.i + 1 < len(token.doc) else token
            if after.i >= who.end or after.pos_ in ("ADP", "CCONJ", "VERB", "ADV", "PUNCT"):
                return token
            head = token
    return head
