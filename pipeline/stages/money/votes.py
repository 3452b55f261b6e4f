"""Tallies of votes: "voted 9–2", "by 512 to 206", "a 6–3 ruling": two counts, and neither a score nor a range."""

from functools import cache

from pipeline import lexicon

from .figure import Figure
from .phrases import Phrases
from .scan import Token, at, glued, low
from .vocabulary import group

_LINKS = ("-", "–", "to")
REACH = 4  # tokens between the word of voting and the tally


@cache
def _words(place: str) -> Phrases[str]:
    return Phrases((row["word"], row["word"]) for row in lexicon.table("votes") if row["place"] == place)


def is_tally(tokens: list[Token], figure: Figure) -> bool:
    """Is a bare figure one of the two numbers of a vote?"""
    if not figure.bare or figure.number.scale > 1:
        return False
    first, last = figure.first, figure.last
    named = 1 if low(tokens, first - 2) == "votes" else 0  # "51 votes to 49"
    return _pair(tokens, first, last) or _pair(tokens, first - 2 - named, first - 1 - named)


def _pair(tokens: list[Token], first: int, last: int) -> bool:
    """Does the tally begin at token `first`, with its link at token `last`?"""
    voted = low(tokens, last) == "votes"
    last += voted
    one, link, other = at(tokens, first), at(tokens, last), at(tokens, last + 1)
    if one is None or link is None or other is None or link.low not in _LINKS:
        return False
    dashed = link.low != "to"
    if one.kind != other.kind or dashed != glued(tokens, last) or dashed != glued(tokens, last + 1):
        return False
    if not dashed and low(tokens, first - 1) == "by" and low(tokens, last + 2) not in group("share"):
        k = first - 1 - (low(tokens, first - 2) == ",")
        if _words("by").ending(tokens, k) is not None or _words("before").ending(tokens, k) is not None:
            return True  # "the motion was carried by 312 to 298"
    return voted or _voted_before(tokens, first) or _words("after").starting(tokens, last + 2) is not None


def _voted_before(tokens: list[Token], first: int) -> bool:
    k = first
    while first - k < REACH and low(tokens, k - 1) in group("vote filler"):
        k -= 1
    return _words("before").ending(tokens, k) is not None
