"""A claim with a denied alternative → two: "every three years and [not every five]", "a target, [not a date]".

The second lends all that stands before the first of the two ("wages should be set"); it is denied. Where it has a verb
of its own it is a clause (see `openers.py`), not the business of this file.
"""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.plain import Doc, Token
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.polarity import is_focused
from pipeline.stages.claims.tree import SUBJECTS, base, child, subtree

DENIALS = frozenset({"not", "never"})


def contrasted(proposition: Proposition, doc: Doc) -> Iterator[Proposition]:
    """The proposition, and the denied one at its end, if it has one."""
    own = proposition.own
    both = _not_only(proposition, doc)
    if both:
        yield from both
        return
    denied = next((found for i in own if (found := _denied(doc[i], own))), None)
    kept = own[: own.index(denied[0])] if denied else []
    while kept and (doc[kept[-1]].lower_ in ("and", ",", "but") or doc[kept[-1]].is_space):
        kept.pop()
    first = _first(doc[denied[-1]], denied, proposition) if denied else None
    if not denied or first is None or not kept or kept[-1] < first:
        yield proposition
        return
    behind = own[own.index(denied[0]) + len(denied) :]
    yield replace(proposition, own=[*kept, *behind])
    subject = [*proposition.subject_words, *(i for i in kept if i in set(proposition.clause.subject_words))]
    shared = [i for i in kept if i < first and i not in set(subject)]
    yield replace(
        proposition, own=denied[:-1], subject_words=sorted(set(subject)),
        predicate_words=sorted({*proposition.predicate_words, *shared}), path=f"{proposition.path}/not",
        denial=denied[0], gap=0,  # nothing of it stands before the gap
    )  # fmt: skip


def _not_only(proposition: Proposition, doc: Doc) -> list[Proposition]:
    """`lends [not only] to farmers [but also] to fishermen`: two, both affirmed."""
    own, verb = proposition.own, proposition.clause.head
    at = next(
        (n for n, i in enumerate(own[:-1]) if doc[i].lower_ == "not" and is_focused(doc[own[n + 1]])), None
    )
    but = next(
        (n for n, i in enumerate(own) if at is not None and n > at + 2 and doc[i].lower_ == "but"), None
    )
    if (
        at is None
        or but is None
        or own[at] < verb.i
        or any(doc[i].pos_ in ("VERB", "AUX") for i in own[at + 2 : but])
    ):
        return []
    first, second = own[at + 2 : but], own[but + 1 :]
    if second and doc[second[0]].lower_ in ("also", "as"):
        second = second[1:]
    while first and doc[first[-1]].is_punct:
        first = first[:-1]
    if not second or any(doc[i].pos_ in ("VERB", "AUX") and doc[i].head.i not in second for i in second):
        return []
    subject = set(proposition.clause.subject_words)
    before = [*proposition.predicate_words, *own[:at]]
    return [
        replace(proposition, own=[*own[:at], *first]),
        replace(
            proposition, own=second, path=f"{proposition.path}/also",
            subject_words=sorted({*proposition.subject_words, *(i for i in before if i in subject)}),
            predicate_words=sorted(i for i in before if i not in subject),
        ),
    ]  # fmt: skip


def _denied(token: Token, own: list[int]) -> list[int]:
    """The words of a conjunct that "not" opens behind a comma or "and", then the conjunct's own index once more."""
    if (
        base(token) != "conj"
        or token.pos_ in ("VERB", "AUX")
        or any(one.dep_ in SUBJECTS for one in token.children)
    ):
        return []
    inside = set(own)
    words = [i for i in subtree(token) if i in inside]
    while words and (token.doc[words[0]].lower_ in ("and", "but") or token.doc[words[0]].is_punct):
        words.pop(0)
    joint = token.doc[words[0] - 1].lower_ if words and words[0] else ""
    opens = words and token.doc[words[0]].lower_ in DENIALS and joint in ("and", ",", "but")
    only = opens and is_focused(token.doc[min(words[0] + 1, len(token.doc) - 1)])
    whole = opens and words == list(range(words[0], words[-1] + 1)) and token.i in words
    return [*words, token.i] if whole and not only else []


def _first(conjunct: Token, denied: list[int], proposition: Proposition) -> int | None:
    """Where the first of the two begins: what the denied one stands for."""
    head = conjunct.head
    if head.i in set(proposition.clause.subject_words):
        return None
    copula = child(head, "cop")
    if copula is not None:
        return int(copula.i) + 1
    if head.pos_ not in ("VERB", "AUX"):
        return min(i for i in subtree(head, frozenset({conjunct.i})))
    case = child(conjunct, "case")
    like = [
        one for one in head.children
        if head.i < one.i < denied[0] and (own := child(one, "case")) is not None and case is not None
        and own.lower_ == case.lower_
    ]  # fmt: skip
    return subtree(like[-1])[0] if like else None
