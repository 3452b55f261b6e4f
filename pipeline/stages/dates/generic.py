"""Whether a month or a season without its year is any: "in August there is none", "in winter the wards freeze".

English uses one present for what is so every year and for what is arranged ("in May the term begins"). Arranged is
the rule here; any year is meant only where the words leave no doubt: a word for how often; "there is" with an amount;
an adjective that is no plan; a season without an article whose verb is none of a calendar of events.
"""

from pipeline.lexicon import table
from pipeline.plain import Token

CUES = {row["form"]: row["role"] for row in table("generic_cues")}
INSIDE = ("in", "at", "during", "on", "through", "throughout")
DATED = ("month_alone", "season", "holiday")
"""Rules whose forms can be any year's."""


def generic(date: Token, verb: Token, rule: str) -> bool:
    """`date`: the head of the date's words; `verb`: the predicate over it, in the present tense."""
    cases = [child.text.lower() for child in date.children if child.dep_ == "case"]
    if verb.i == date.i or not cases or any(case not in INSIDE for case in cases) or _helped(verb):
        return False
    if any(CUES.get(child.text.lower()) == "often" for child in verb.children):
        return True
    if CUES.get(verb.lemma_.lower()) == "scheduled" or any(child.dep_ == "det" for child in date.children):
        return False
    if verb.lemma_ == "be" or any(child.dep_ == "expl" for child in verb.children):
        return any(_amount(child) for child in verb.children)
    if any(child.dep_ == "cop" for child in verb.children):
        return verb.pos_ == "ADJ" or _is_a_thing(verb)
    return rule == "season" and verb.pos_ == "VERB"


def _is_a_thing(noun: Token) -> bool:
    """ "In August the river is a road"; of people it may be arranged ("in May she is a guest")."""
    article = any(child.dep_ == "det" and child.lemma_ == "a" for child in noun.children)
    subject = next((child for child in noun.children if child.dep_ == "nsubj"), None)
    return article and subject is not None and (subject.pos_ == "NOUN" or subject.lower_ == "it")


def _helped(verb: Token) -> bool:
    """ "Is leaving", "has left", "will leave" are no simple present; "does not leave" is."""
    helpers = [child for child in verb.children if child.dep_.startswith("aux")]
    return any(child.lemma_ != "do" for child in helpers)


def _amount(token: Token) -> bool:
    words = [token, *(child for child in token.children if child.dep_ == "det")]
    return token.dep_ == "nsubj" and any(CUES.get(word.text.lower()) == "amount" for word in words)
