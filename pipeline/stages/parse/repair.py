"""Slips that a small parser makes over and over in newspaper prose, put right where the words leave no doubt.

Each function takes a token and returns whether it changed it; `repair` runs them in order.
"""

from spacy.tokens import Doc, Token

from pipeline.lexicon import column
from pipeline.stages.parse.labels import is_month_or_weekday
from pipeline.stages.parse.mends import Mends

CURRENCY = frozenset("$€£¥₦₹₩₽₺₫₱฿")


def repair(doc: Doc) -> None:
    """Change labels and heads in place; heads stay inside their sentence."""
    MENDS.run(doc)


def _no_agent(token: Token) -> bool:
    """ "finished by 2027", "fell by 3%": a date or a figure does nothing, it is `obl`."""
    if token.dep_ != "obl:agent":
        return False
    passive = any(child.dep_ == "aux:pass" for child in token.head.children) or token.head.tag_ == "VBN"
    timely = token.pos_ in ("NUM", "SYM") or is_month_or_weekday(token)
    if passive and not timely:
        return False
    token.dep_ = "obl"
    return True


def _no_passive(token: Token) -> bool:
    """ "would be back", "was gone": nobody does it, so the "be" is a copula."""
    if token.dep_ != "aux:pass" or token.lemma_ != "be":
        return False
    if token.head.pos_ == "VERB" and token.head.lower_ != "gone":
        return False
    token.dep_ = "cop"
    for one in token.head.children:
        if one.dep_ in ("nsubj:pass", "csubj:pass"):
            one.dep_ = one.dep_.removesuffix(":pass")
    return True


def _no_conjunct(token: Token) -> bool:
    """ "billion in loans": what a preposition ties to its head without "and" or a comma is no conjunct."""
    if token.dep_ != "conj" or token.i < token.head.i:
        return False
    between = token.doc[token.head.i + 1 : token.i]
    if any(t.pos_ in ("CCONJ", "PUNCT") for t in between) or not any(t.dep_ == "case" for t in token.lefts):
        return False
    token.dep_ = "obl" if token.head.pos_ in ("VERB", "ADJ", "ADV") else "nmod"
    return True


def _listed_amount(token: Token) -> bool:
    """ "$2 in loans, $3 in grants, and $4 in food": amounts in a row are conjuncts of the first."""
    if token.text not in CURRENCY:
        return False
    first = _first_of_list(token)
    if first is None or first == token.head or token.is_ancestor(first):
        return False
    token.head, token.dep_ = first, "conj"
    return True


def _first_of_list(token: Token) -> Token | None:
    """The first of the amounts before this one, each tied to the next by a comma or "and", no verb between."""
    doc, first, at = token.doc, None, token.i - 1
    joined = at > token.sent.start and doc[at].lower_ in (",", "and", "or")
    while joined and at > token.sent.start:
        at -= 1
        if doc[at].pos_ in ("VERB", "AUX", "PRON"):
            break
        if doc[at].text in CURRENCY:
            first = doc[at]
            joined = doc[at - 1].lower_ in (",", "and", "or")
    return first


def _interrupted(token: Token) -> bool:
    """ "The dam, critics say, displaced thousands": of two subjects before a verb between commas the first one is
    that of the clause that goes on behind it."""
    if token.pos_ != "VERB" or token.i + 1 == len(token.doc) or token.nbor().text != ",":
        return False
    subjects = [child for child in token.lefts if child.dep_ in ("nsubj", "nsubj:pass")]
    if len(subjects) != 2:
        return False
    first, second = subjects
    between = token.doc[first.i + 1 : second.i]
    verb = next((child for child in token.rights if child.dep_ in ("ccomp", "parataxis", "conj")), None)
    if verb is None and token.head.i > token.i and token.dep_ in ("parataxis", "ccomp", "advcl"):
        verb = token.head
    if verb is None or not any(word.text == "," for word in between):
        return False
    if any(child.dep_.startswith("nsubj") for child in verb.children):
        return False
    first.head, first.dep_ = verb, "nsubj"
    return True


def _inverted(token: Token) -> bool:
    """ "Rents will rise, warned the bank": a verb of saying right behind a comma, joined by nothing and with its
    noun right behind it, is said by that noun."""
    if token.dep_ != "conj" or token.head.i > token.i or token.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    if (
        token.i < 2
        or token.nbor(-1).text != ","
        or token.lemma_.lower() not in column("reporting_verbs", "lemma")
    ):
        return False
    if any(child.dep_ in ("cc", "aux", "mark") for child in token.lefts):
        return False
    noun = next((child for child in token.rights if child.dep_ == "obj"), None)
    clause = any(child.dep_ in ("ccomp", "xcomp") for child in token.rights)
    if noun is None or clause or noun.left_edge.i != token.i + 1:
        return False
    token.dep_, noun.dep_ = "parataxis", "nsubj"
    return True


def _is_to(token: Token) -> bool:
    """ "A line is to carry the power": "is" helps the verb; it is a copula only where the subject names what is told
    ("the aim is to …", `identities.csv`)."""
    if token.dep_ != "cop" or token.i + 1 >= len(token.doc) or token.nbor().lower_ != "to":
        return False
    verb = token.head
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj:outer"), None)
    passive = verb.tag_ == "VBN" and any(child.dep_ == "aux:pass" for child in verb.lefts)
    if subject is None or verb.pos_ != "VERB" or not (verb.tag_ == "VB" or passive):
        return False
    if subject.lemma_.lower() in column("identities", "noun") or subject.lower_ in column(
        "identities", "noun"
    ):
        return False
    token.dep_, subject.dep_ = "aux", "nsubj:pass" if passive else "nsubj"
    return True


def _whose(token: Token) -> bool:
    """ "firms, whose names the bureau knows", "the bank, on whose board she sat": the verb is the relative clause, the
    noun behind "whose" is in it."""
    if not token.n_lefts or token.pos_ != "NOUN" or not any(one.tag_ == "WP$" for one in token.lefts):
        return False
    verb = next((one for one in token.rights if one.dep_ == "acl:relcl" and one.pos_ == "VERB"), None)
    before = token.left_edge.i - 1
    if verb is None or before < token.sent.start:
        return False
    noun = token.head if token.dep_ == "acl:relcl" else token.doc[before - (token.doc[before].text == ",")]
    while token.dep_ != "acl:relcl" and noun.dep_ in ("nmod", "compound", "flat") and noun.head.i < before:
        noun = noun.head
    if noun.pos_ not in ("NOUN", "PROPN") or token.is_ancestor(noun):
        return False
    verb.head = noun
    case = any(one.dep_ == "case" for one in token.lefts)
    named = any(one.dep_.startswith("nsubj") for one in verb.lefts)
    token.head, token.dep_ = verb, "obl" if case else "obj" if named else "nsubj"
    return True


MENDS = Mends(
    (_no_agent, frozenset({"obl:agent"})),
    (_no_passive, frozenset({"aux:pass"})),
    (_no_conjunct, frozenset({"conj"})),
    (_listed_amount, frozenset({"parataxis", "conj", "appos", "dep", "obl:unmarked"})),
    (_interrupted, None),
    (_inverted, frozenset({"conj"})),
    (_is_to, frozenset({"cop"})),
    (_whose, None),
)
