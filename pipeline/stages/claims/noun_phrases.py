"""A noun → the words of its phrase."""

from pipeline.plain import Token
from pipeline.stages.claims.tree import (
    base,
    is_set_off,
    subtree,
)

CLAUSAL = ("cop", "aux", "nsubj", "csubj", "expl")
"""What a noun has only as a predicate: "the pot is the fund, which was set up"."""


def phrase_of(noun: Token) -> list[int]:
    """The words of a noun phrase, without what is said about it in clauses of their own."""
    skip = frozenset(
        one.i
        for one in noun.children
        if base(one)
        in ("acl", "appos", "conj", "cc", "case", "punct", "parataxis", "dep", "advcl", "mark", *CLAUSAL)
        and not _inside(one, noun)
    )
    words = subtree(noun, skip)
    while len(words) > 1 and noun.doc[words[0]].pos_ == "ADP":
        words.pop(0)
    first = words[0]
    if noun.pos_ == "SYM" and first and noun.doc[first - 1].is_alpha and not noun.doc[first - 1].whitespace_:
        words.insert(0, first - 1)  # the "F" of "F$9m", wherever the parser hung it
    return words


def _inside(one: Token, noun: Token) -> bool:
    """A restrictive modifier or the possessive 's of a modifier belongs to the name of the thing."""
    return (base(one) == "acl" and not is_set_off(one)) or (base(one) == "punct" and one.i < noun.i)
