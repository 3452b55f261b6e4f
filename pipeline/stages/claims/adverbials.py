"""What a clause on "when", "since" or "as" is to the clause above: an argument of it, a claim beside it, or neither.

Rulings: corpus/GUIDELINES.md, 2 and 10 (52, 59); tables: months, seasons, weekdays, date_units, asking_verbs.
"""

import re

from pipeline.lexicon import column
from pipeline.plain import Token
from pipeline.stages.claims.tree import base, is_set_off, subtree, verb_group, word_before

YEAR = re.compile(r"\d{4}s?")
POINTING = frozenset({"this", "that", "last", "next", "same"})
HELPERS = frozenset({"nsubj", "mark", "punct", "advmod"})


def is_of_a_date(token: Token) -> bool:
    """`on 7 May, [when the bank closed]`: a relative clause on the date right before its comma."""
    doc = token.doc
    first = next((i for i in subtree(token) if not doc[i].is_punct and not doc[i].is_space), token.i)
    comma = word_before(doc, first)
    last = word_before(doc, comma.i) if comma is not None and comma.text == "," else None
    return last is not None and ends_a_date(last)


def ends_a_date(word: Token) -> bool:
    """`1995`, `7 May`, `May 7`, `the 1980s`, `this month`: the word before is looked at, too."""
    if YEAR.fullmatch(word.text) or _names_a_time(word):
        return True
    before = word_before(word.doc, word.i)
    if word.lower_ in column("date_units", "form"):
        return before is not None and before.lower_ in POINTING
    return word.like_num and before is not None and before.lower_ in column("months", "form")


def _names_a_time(word: Token) -> bool:
    return any(word.lower_ in column(name, "form") for name in ("months", "seasons", "weekdays"))


def gives_a_reason(token: Token) -> bool:
    """`since nobody donates`: told as now, or beside a main clause that is not perfect; else "since" tells the time."""
    if any(
        "Pres" in verb.morph.get("Tense", []) and verb.tag_ in ("VBZ", "VBP") for verb in verb_group(token)
    ):
        return True
    perfect = any(one.lemma_.lower() == "have" for one in verb_group(token.head) if base(one) == "aux")
    return not perfect and (is_set_off(token) or token.i < token.head.i)


def is_asked(token: Token) -> bool:
    """ "asks *when the pump will come*": a question right behind a verb of asking, not the time of it."""
    if token.head.lemma_.lower() not in column("asking_verbs", "lemma") or token.i < token.head.i:
        return False
    return not is_set_off(token) and not any(base(one) == "obj" for one in token.head.children)


def is_told(token: Token) -> bool:
    """`as` opens a claim where it stands before the main clause or behind a comma, and tells more than a helper verb:
    not in "as long as I remember", "grows as they say", "as states will"."""
    if token.head.pos_ not in ("VERB", "AUX", "NOUN", "PROPN") and _is_measured(token.head):
        return False
    if not is_set_off(token) and token.i > token.head.i:
        return False
    return token.pos_ != "AUX" or any(base(one) not in HELPERS for one in token.children)


def _is_measured(word: Token) -> bool:
    """`as long`, `so far`, `as good`"""
    before = word_before(word.doc, word.i)
    return before is not None and before.lower_ in ("as", "so")
