"""Finite verbs that the parser left without a subject → the noun phrase before them, read from the words."""

from pipeline.stages.claims.subjects import Clause, borrow_subject
from pipeline.stages.claims.tree import (
    NOMINAL,
    base,
    is_finite,
)

STOPS = frozenset({",", ";", ":", "—", "–", "--", "(", ")", "“", "”", '"'})


TELLING = ("root", "conj", "content", "parataxis", "finite")


def recover_subjects(found: list[Clause]) -> list[Clause]:
    """A finite verb without a subject is given the noun phrase right before it, also where the parser made an
    appositive of that phrase; the clauses that are left."""
    used, given = set[int](), set[int]()
    for clause in found:
        if clause.subject is not None:
            continue
        if clause.link.name == "conj" and clause.above is not None and id(clause.above) in given:
            borrow_subject(clause, clause.above)  # "The firms …, set the price and [they] write the rules"
            continue
        if clause.link.name in TELLING and is_finite(clause.head):
            used |= _find(clause, found)
            given |= {id(clause)} if clause.subject is not None else set()
        elif clause.link.name in ("inner_conj", "participle") and clause.above is not None:
            borrow_subject(clause, clause.above)
    return [clause for clause in found if id(clause) not in used]


def _find(clause: Clause, found: list[Clause]) -> set[int]:
    """Take the phrase before the verb, else the noun that was taken for the root, else the subject above; the ids
    of the clauses that were used up."""
    words, above = set(_phrase_before(clause)), clause.above
    missing = words - set(clause.own)
    lender = next((one for one in found if one.link.name == "appositive" and set(one.own) <= words), None)
    if words and (not missing or (lender is not None and missing <= set(lender.own))):
        _take_before(clause, sorted(words))
        return {id(lender)} if missing else set()
    if above is not None and above.subject is None and not above.asserts and above.head.pos_ in NOMINAL:
        clause.subject, clause.subject_words = above.head, list(above.own)
        clause.borrowed = list(clause.subject_words)
    elif above is not None and above.subject is not None and clause.link.name != "content":
        borrow_subject(clause, above)
    return set()


def _take_before(clause: Clause, words: list[int]) -> None:
    doc = clause.head.doc
    stop = next((place for place, i in enumerate(words) if place and doc[i].pos_ == "ADP"), len(words))
    nouns = [i for i in words[:stop] if doc[i].pos_ in ("NOUN", "PROPN", "PRON")]
    if nouns:
        clause.subject, clause.subject_words = doc[nouns[-1]], words
        clause.own = sorted({*clause.own, *words})


def _phrase_before(clause: Clause) -> list[int]:
    """The words from the last comma up to the verb; none where they begin with a preposition or conjunction."""
    doc, head = clause.head.doc, clause.head
    start = head.sent.start
    helpers = [one.i for one in head.children if base(one) in ("aux", "cop") and one.i < head.i]
    last = min([head.i, *helpers]) - 1
    while last > start and doc[last].pos_ in ("ADV", "PART"):
        last -= 1
    first = last + 1
    while first > start and doc[first - 1].text not in STOPS:
        first -= 1
    words = [i for i in range(first, last + 1) if not doc[i].is_space]
    return words if words and doc[words[0]].pos_ not in ("ADP", "SCONJ", "CCONJ", "VERB", "AUX") else []
