"""Nouns in a row of which each has a figure: "a president, 500 deputies and 128 senators" → the stretches.

Read from the tree, behind the verb; the first may do without a figure, for the others tell that each is counted.
"""

from itertools import pairwise

from pipeline.plain import Doc, Token
from pipeline.stages.claims.subjects import Clause
from pipeline.stages.claims.tree import NOMINAL, base, is_listed, subtree

FEWEST = 3  # nouns, where the first has no figure


def counted_nouns(clause: Clause, doc: Doc, figures: list[tuple[int, int]]) -> list[list[int]]:
    """The token indices of each noun phrase, in order; none where the clause has no such row."""
    own, subject = set(clause.own), set(clause.subject_words)
    for i in sorted(own):
        if i < clause.head.i or doc[i].pos_ not in NOMINAL or i in subject:
            continue
        found = _row(doc[i], own, figures)
        if found:
            return found
    return []


def _row(noun: Token, own: set[int], figures: list[tuple[int, int]]) -> list[list[int]]:
    others = [one for one in noun.children if one.i in own and is_listed(one)]
    if not others or not any(base(one) == "cc" for one in others[-1].children):
        return []
    without = frozenset(one.i for one in others)
    cases = {one.i for one in noun.children if base(one) in ("case", "cop", "nsubj", "advmod")}
    first = [i for i in subtree(noun, without) if i in own and i < others[0].i and i not in cases]
    parts = [_stripped(noun.doc, [i for i in subtree(one) if i in own]) for one in others]
    parts = [_stripped(noun.doc, first), *parts]
    counted = [any(start in part for start, _ in figures) for part in map(set, parts)]
    enough = all(counted[1:]) and (counted[0] or len(parts) >= FEWEST)
    apart = all(one and two and one[-1] < two[0] for one, two in pairwise(parts))
    return parts if enough and apart else []


def _stripped(doc: Doc, words: list[int]) -> list[int]:
    while words and (doc[words[0]].lower_ in ("and", ",") or doc[words[0]].is_space):
        words = words[1:]
    while words and (doc[words[-1]].text in (",", ".") or doc[words[-1]].is_space):
        words = words[:-1]
    return words
