"""Pronouns inside a claim, other than its subject: named where it is known what they stand for, else said to point out
of the claim.
"""

from pipeline.marks import Row
from pipeline.plain import Token
from pipeline.stages.claims.coreference import POINTING
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.pieces import Piece
from pipeline.stages.claims.relatives import as_inside
from pipeline.stages.claims.tree import base

OBJECTS = frozenset({"him", "her", "them", "it", "they", "he", "she"})
POSSESSIVES = frozenset({"his", "her", "its", "their"})
ELLIPTIC = frozenset(
    {"none", "both", "neither", "others", "another", "some", "most", "few", "many", "several"}
)
LOOSE = ("most ", "some ", "many ", "few ", "all ", "both ", "half ", "no ")
"""Begin noun phrases that would change the sense: "any of them" is not "any of most farmers"."""
LONGEST = 60  # characters of what is put in; a longer one would bury the claim


def named_inside(
    proposition: Proposition, antecedent: Row | None, stands_for: dict[int, Row]
) -> dict[int, Piece]:
    """By token, the name for a pronoun whose noun the claim does not have: each noun once, the first time."""
    doc, subject = proposition.clause.head.doc, proposition.clause.subject
    there = [doc[i].idx for i in proposition.words]
    put = [antecedent["text"].lower()] if antecedent is not None else []
    found: dict[int, Piece] = {}
    for i in proposition.own:
        row, token = stands_for.get(i), doc[i]
        if row is None or token == subject or row["text"].lower() in put or len(row["text"]) > LONGEST:
            continue
        if row["text"].lower().startswith(LOOSE):
            continue
        if (
            any(row["start"] <= start < row["end"] for start in there)
            or token.lower_ not in OBJECTS | POSSESSIVES
        ):
            continue
        found[i] = _named(token, row)
        put.append(row["text"].lower())
    return found


def _named(token: Token, row: Row) -> Piece:
    first = next(one for one in token.doc if one.idx >= row["start"])
    text = as_inside(first, row["text"])
    if base(token) == "nmod" and token.lower_ in POSSESSIVES:
        text += "’" if text.endswith("s") else "’s"
    return Piece(text, (row,), "coreference", "replace", small=text != row["text"])


def points_out(proposition: Proposition, named: set[int], stands_for: dict[int, Row]) -> bool:
    """A third person's pronoun, or "this" as a noun, is left whose noun the claim does not have. `named`: tokens for
    which something is put."""
    doc = proposition.clause.head.doc
    there = [doc[i].idx for i in proposition.words]
    for i in proposition.own:
        token, row = doc[i], stands_for.get(i)
        inside = row is not None and any(row["start"] <= start < row["end"] for start in there)
        personal = token.lower_ in OBJECTS | POSSESSIVES | {"they"} and token.pos_ == "PRON"
        if i in named or inside or base(token) == "expl":
            continue
        if (personal and not _has_noun_before(proposition, token)) or _points(token):
            return True
    return False


def _points(token: Token) -> bool:
    """ "this", "those rules", "None came": what is meant stands before; not "those who pay", "none of the mills"."""
    number = token.pos_ == "NUM" or token.lower_ in ("dozen", "dozens")  # "six were shut": of what?
    bare = (token.lower_ in ELLIPTIC or number) and base(token) in ("nsubj", "obj")
    pointing = token.lower_ in POINTING and token.tag_ == "DT"
    noun = token.head if base(token) == "det" else token
    told = any(base(one) in ("acl", "nmod") and one.i > token.i for one in noun.children)
    return (bare or pointing) and not told


def _has_noun_before(proposition: Proposition, pronoun: Token) -> bool:
    """Something in the claim that it may well mean: its subject, if that is a noun, for a pronoun behind it."""
    subject = proposition.clause.subject
    return subject is not None and subject.i < pronoun.i and subject.pos_ in ("NOUN", "PROPN")
