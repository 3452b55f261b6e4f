"""Where a new clause opens: one rule for each relation of Universal Dependencies under which a claim may stand.

Each rule looks at a token and the head of the clause around it and answers with a Link, or None where the words
stay in the clause. The longer rules are in `coordinated_clauses`, `complement_clauses`, `adjunct_clauses` and
`appositives`. Rulings: corpus/GUIDELINES.md, 2.
"""

from pipeline.plain import Token
from pipeline.stages.claims.adjunct_clauses import adnominal, adverbial, oblique
from pipeline.stages.claims.appositives import appositive, is_quality, sums_up
from pipeline.stages.claims.complement_clauses import clausal_subject, complement, open_complement
from pipeline.stages.claims.coordinated_clauses import coordinated
from pipeline.stages.claims.link import Link
from pipeline.stages.claims.tree import (
    base,
    child,
    is_finite,
    is_infinitive,
    is_predicate,
    is_set_off,
    subject_of,
    subtree,
)


def opens(token: Token, head: Token, cues: frozenset[int]) -> Link | None:
    """Does a new clause open at `token`, inside the clause of `head`?"""
    if sums_up(token, head):
        return Link("summative", "elaborates")
    if is_aside(token):
        return Link("aside")
    if _is_question(token):
        return None
    rule = OPENERS.get(base(token))
    link = WHY if is_reason(head, token) else rule(token, head, cues) if rule else None
    if link is None and token.i in cues and is_predicate(token) and base(token) in ("parataxis", "advcl"):
        return Link("saying")
    return link


def is_aside(token: Token) -> bool:
    """ "The bank, *it turned out*, had failed": a few words of the author's between commas, behind the subject."""
    if base(token) not in ("parataxis", "advcl", "ccomp") or not is_finite(token):
        return False
    words = [token.doc[i] for i in subtree(token) if not token.doc[i].is_punct] or [token]
    subject, after = subject_of(token.head), words[-1].i + 1
    if len(words) > LONGEST_ASIDE or words[0].lower_ not in ("it", "i", "we", "one") or subject is None:
        return False
    closed = after < len(token.doc) and token.doc[after].text in (",", "—", "–")
    between = subject.i < words[0].i and token.head.i > after
    return closed and between and is_set_off(token)


def _is_question(token: Token) -> bool:
    """ "Nobody disputes that it is dying, *only who killed it*": no relative clause."""
    if base(token) not in ("advcl", "acl"):
        return False
    words = [token.doc[i] for i in subtree(token) if not token.doc[i].is_punct][:2] or [token]
    asks = words[-1].tag_ in ("WP", "WRB", "WDT", "WP$")
    return words[0].lower_ in ("only", "not", "just") and asks


def is_reason(why: Token, token: Token) -> bool:
    """ "which is why *the young left*": what has a reason is told, that it has one is not news."""
    if why.lower_ != "why" or child(why, "cop") is None:
        return False
    return token.head == why and token.i > why.i and is_finite(token) and subject_of(token) is not None


def _parataxis(token: Token, head: Token, cues: frozenset[int]) -> Link | None:
    if is_quality(token):
        return Link("appositive", "elaborates")
    if any(base(one) == "cc" and one.lower_ == "let" for one in token.lefts):
        return None  # "let alone …"
    if is_tag(token):
        return Link("aside")
    if token.lower_ == "mind" and any(one.lower_ == "you" for one in token.children):
        return Link("aside")  # "mind you"
    purpose = is_infinitive(token) and subject_of(token) is None
    return Link("parataxis") if is_predicate(token) and token.i not in cues and not purpose else None


def is_tag(token: Token) -> bool:
    """ "The tax is fair, *isn't it*?" """
    words = [one for one in token.subtree if not one.is_punct]
    if len(words) not in (2, 3):
        return False
    helped = words[0].pos_ in ("AUX", "VERB") and words[-1].tag_ in ("PRP", "EX")
    behind = words[-1].i + 1 < len(token.doc) and token.doc[words[-1].i + 1].text == "?"
    return helped and behind and all(one.lower_ in ("not", "n't", "n’t") for one in words[1:-1])


LONGEST_ASIDE = 5  # words
WHY = Link("why", "elaborates")
OPENERS = {
    "xcomp": open_complement,
    "conj": coordinated,
    "parataxis": _parataxis,
    "ccomp": complement,
    "csubj": clausal_subject,
    "advcl": adverbial,
    "acl": adnominal,
    "appos": appositive,
    "obl": oblique,
    "nmod": oblique,
}
