"""Pronouns inside a claim, other than its subject: named where it is known what they stand for, else said to point out
of the claim.
"""

from typing import NamedTuple

from pipeline.marks import Row
from pipeline.plain import Doc, Token
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.naming import THIRD, name_of, possessive
from pipeline.stages.claims.pieces import Piece
from pipeline.stages.claims.pointing import points
from pipeline.stages.claims.tree import base

OBJECTS = frozenset({"him", "her", "them", "it", "they", "he", "she"})
POSSESSIVES = frozenset({"his", "her", "its", "their"})
LOOSE = ("most ", "some ", "many ", "few ", "all ", "both ", "half ", "no ")
"""Begin noun phrases that would change the sense: "any of them" is not "any of most farmers"."""
OPENERS = (
    "the ",
    "these ",
    "those ",
    "this ",
    "that ",
    "my ",
    "our ",
    "your ",
    "his ",
    "her ",
    "its ",
    "their ",
    "a ",
)
LONGEST = 60  # characters of what is put in; a longer one would bury the claim


class Named(NamedTuple):
    """`pieces`: by token, what is put for it; `known`: the tokens whose noun the claim then has; `points`: what is put
    holds a pronoun whose noun is not known."""

    pieces: dict[int, Piece]
    known: set[int]
    points: bool


def named_inside(proposition: Proposition, antecedent: Row | None, stands_for: dict[int, Row]) -> Named:
    """The name for each pronoun whose noun the claim does not have: each noun once, the first time."""
    doc, subject = proposition.clause.head.doc, proposition.clause.subject
    there = [doc[i].idx for i in proposition.words]
    put, found = set[str](), Named({}, set(), False)
    if antecedent is not None and subject is not None:
        put.add(_plain(antecedent["text"]))
        found.known.add(subject.i)
        found = found._replace(points=name_of(antecedent, doc, stands_for).points)
    for i in proposition.words:
        row, token = stands_for.get(i), doc[i]
        if row is None or i in found.known or token.lower_ not in THIRD:
            continue
        if _plain(row["text"]) in put or any(row["start"] <= start < row["end"] for start in there):
            found.known.add(i)
        elif _may_be_put(token, row, doc, stands_for):
            name = name_of(row, doc, stands_for)
            found.pieces[i] = name.piece(_as_said(token, name.inside))
            found.known.add(i)
            put.add(_plain(row["text"]))
    return found


def _as_said(token: Token, name: str) -> str:
    """ "its" → "the bank’s"; "eight of them" → "eight of the shops", where these had no article."""
    if base(token) == "nmod" and token.lower_ in POSSESSIVES:
        return possessive(name)
    bare = name[0].islower() or name[0].isdigit()
    part = token.lower_ == "them" and base(token) == "nmod" and token.nbor(-1).lower_ == "of"
    return f"the {name}" if part and bare and not name.startswith(OPENERS) else name


def _may_be_put(token: Token, row: Row, doc: Doc, stands_for: dict[int, Row]) -> bool:
    name = name_of(row, doc, stands_for)
    fits = len(name.text) <= LONGEST and not name.text.lower().startswith(LOOSE)
    return fits and not name.points and token.lower_ in OBJECTS | POSSESSIVES


def _plain(text: str) -> str:
    """A noun phrase without its article: "a bank" and "The bank" are one."""
    first, _, rest = text.lower().partition(" ")
    return rest if first in ("a", "an", "the") else text.lower()


def points_out(proposition: Proposition, named: Named) -> bool:
    """A third person's pronoun, or "this" as a noun, is left whose noun the claim does not have."""
    doc = proposition.clause.head.doc
    left = (doc[i] for i in proposition.words if i not in named.known)
    return named.points or any(points(token, proposition, named.known) for token in left)
