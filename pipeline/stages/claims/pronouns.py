"""Pronouns inside a claim, other than its subject: named where it is known what they stand for, else said to point out
of the claim.
"""

from typing import NamedTuple

from pipeline.marks import Row
from pipeline.plain import Doc, Token
from pipeline.stages.claims.arguments import Around
from pipeline.stages.claims.context_dependence import depends_on_context, has_relative
from pipeline.stages.claims.definites import Fuller, is_of_before
from pipeline.stages.claims.elliptical import is_cut_off
from pipeline.stages.claims.left_out import left_out
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.pieces import Piece
from pipeline.stages.claims.referring_expressions import THIRD, Name, name_of, possessive
from pipeline.stages.claims.tree import base

OBJECTS = frozenset({"him", "her", "them", "it", "they", "he", "she"})
POSSESSIVES = frozenset({"his", "her", "its", "their"})
LOOSE = ("more ", "fewer ", "less ", "most ", "some ", "many ", "few ", "all ", "both ", "half ", "no ")
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


def named_inside(proposition: Proposition, antecedent: Row | None, know: Around) -> Named:
    """The name for each pronoun whose noun the claim does not have, the full words for each bare noun: each once, the
    first time."""
    doc, subject, stands_for = proposition.clause.head.doc, proposition.clause.subject, know.stands_for
    put, found = set[str](), Named({}, set(), False)
    if antecedent is not None and subject is not None:
        put.add(_plain(antecedent["text"]))
        found.known.add(subject.i)
        found = found._replace(points=name_of(antecedent, doc, know).points)
    words = proposition.words
    for i in words:
        if i in know.fuller:
            _spell(know.fuller[i], proposition, put, found)
        row = stands_for.get(i)
        if row is None or i in found.known or doc[i].lower_ not in THIRD:
            continue
        token = doc[i]
        if _plain(row["text"]) in put or any(row["start"] <= doc[one].idx < row["end"] for one in words):
            found.known.add(i)
        elif _may_be_put(token, row, doc, know):
            name = name_of(row, doc, know)
            found.pieces[i] = name.piece(_as_said(token, name))
            found.known.add(i)
            put.add(_plain(row["text"]))
    return found


def _spell(fuller: Fuller, proposition: Proposition, put: set[str], found: Named) -> None:
    """The full words for a bare noun phrase, where the claim does not have them."""
    doc, row, noun = proposition.clause.head.doc, fuller.source, proposition.clause.head.doc[fuller.words[-1]]
    words = [doc[i] for i in proposition.words]
    again = any(one.lemma_ == noun.lemma_ and one.i not in fuller.words for one in words)
    inside = any(row["start"] <= one.idx < row["end"] for one in words)
    if again or inside or _plain(fuller.text) in put or not set(fuller.words) <= set(proposition.words):
        return
    put.add(_plain(fuller.text))
    found.pieces[fuller.words[0]] = Piece(fuller.text, (row,), "coreference", "replace")
    found.pieces.update({i: Piece("") for i in fuller.words[1:]})
    found.known.add(fuller.words[0])


def _as_said(token: Token, said: Name) -> str:
    """ "its" → "the bank’s"; "eight of them" → "eight of the shops", where these had no article."""
    if base(token) == "nmod" and token.lower_ in POSSESSIVES:
        return possessive(said.owner)
    name = said.inside
    bare = name[0].islower() or name[0].isdigit()
    part = token.lower_ == "them" and base(token) == "nmod" and token.nbor(-1).lower_ == "of"
    return f"the {name}" if part and bare and not name.startswith(OPENERS) else name


def _may_be_put(token: Token, row: Row, doc: Doc, know: Around) -> bool:
    name = name_of(row, doc, know)
    fits = len(name.text) <= LONGEST and not name.text.lower().startswith(LOOSE)
    return fits and not name.points and token.lower_ in OBJECTS | POSSESSIVES


def _plain(text: str) -> str:
    """A noun phrase without its article: "a bank" and "The bank" are one."""
    first, _, rest = text.lower().partition(" ")
    return rest if first in ("a", "an", "the") else text.lower()


def _is_unnamed(noun: Token, proposition: Proposition, named: Named) -> bool:
    """ "the exemption", where neither the claim nor what is put in tells which."""
    first = noun.i - 1
    if first in named.known or not is_of_before(noun):
        return False
    return not any(one.lemma_ == noun.lemma_ and one.i < first for one in proposition.tokens)


def points_out(proposition: Proposition, named: Named) -> bool:
    """A third person's pronoun, or "this" as a noun, is left whose noun the claim does not have."""
    doc = proposition.clause.head.doc
    left = (doc[i] for i in proposition.words if i not in named.known)
    return (
        named.points
        or (is_cut_off(proposition) and not left_out(proposition.clause))
        or has_relative(proposition, named.known)
        or any(depends_on_context(token, proposition, named.known) for token in left)
        or any(_is_unnamed(one, proposition, named) for one in proposition.tokens)
    )
