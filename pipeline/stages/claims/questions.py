"""Questions that assert, told by their form: "Would anyone lend to it?" → "No one would lend to it".

Yes-no questions only, with a modal before the subject, whose answer stands in the words: "any-", or "a more …".
Guidelines, 3: the text gives the assertion, the modality is `question`.
"""

from pipeline.plain import Span, Token
from pipeline.stages.claims.subjects import Clause
from pipeline.stages.claims.tree import base, subtree

NOBODY = {"anyone": "no one", "anybody": "nobody", "anything": "nothing", "any": "no"}
MODALS = frozenset({"would", "could", "can", "will", "should"})
CLOSING = "\"'”’»)* \n\r"


def denied_by(sentence: Span) -> Token | None:
    """The word that makes the question a denial; None for a genuine question."""
    head = sentence.root
    if not sentence.text.rstrip(CLOSING).endswith("?"):
        return None
    helper = next((one for one in head.lefts if base(one) == "aux" and one.lower_ in MODALS), None)
    subject = next((one for one in head.children if base(one) in ("nsubj", "expl")), None)
    if helper is None or subject is None or not helper.i < subject.i:
        return None
    before = [one for one in sentence if one.i < helper.i and not one.is_punct]
    if any(one.tag_.startswith("W") for one in before) or any(
        one.lower_ in ("not", "n't", "n’t") for one in head.children
    ):
        return None
    words = [head.doc[i] for i in subtree(head) if i > helper.i]
    anybody = next((one for one in words if one.lower_ in NOBODY and _is_own(one, head)), None)
    return anybody or next((one for one in words if one.lower_ in ("a", "an") and _compares(one.head)), None)


def _is_own(word: Token, head: Token) -> bool:
    noun = word.head if base(word) == "det" else word
    return noun.head == head and base(noun) in ("nsubj", "obj")


def _compares(noun: Token) -> bool:
    """`a better plan`, `a more honest welcome`"""
    return any(
        one.tag_ == "JJR" or any(more.lower_ in ("more", "less") for more in one.children)
        for one in noun.children
        if base(one) == "amod"
    )


def asked(clause: Clause) -> Token | None:
    """The denying word, where this clause is the question."""
    return denied_by(clause.head.sent) if clause.head.dep_ == "ROOT" else None


def answers(clause: Clause) -> dict[int, str]:
    """By token index, what to put for the words of the question."""
    word = asked(clause)
    if word is None:
        return {}
    alone = word.pos_ == "PRON" or base(word) != "det"  # "any of this"
    return {word.i: "none" if alone and word.lower_ == "any" else NOBODY.get(word.lower_, "no")}
