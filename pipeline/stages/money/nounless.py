"""Numbers that stand for their noun: "one of the four", "the 60 it needed", "three short of", "four seats out of
sixteen", "the first ten"."""

from .figure import Figure
from .scan import Token, low
from .units import is_function_word

_PARTS = (
    "one",
    "two",
    "each",
    "none",
    "some",
    "most",
    "all",
    "any",
    "neither",
    "either",
    "half",
    "rest",
    "least",
)
_OWNERS = ("it", "he", "she", "they", "we", "i", "you")
_RANKS = ("first", "top")
_OFF = (("short", "of"), ("shy", "of"))
_GROUPS = (
    "household",
    "family",
    "staff",
    "crew",
    "team",
    "party",
    "group",
    "gang",
    "panel",
    "mother",
    "father",
)
_COUNTS = ("numbers", "numbered", "totals", "totalled", "totaled")
_CLOSE = ("", ".", ",", ";", ":", "!", "?", ")", "—", "–")


def stands_for_a_noun(tokens: list[Token], figure: Figure) -> bool:
    """Does a bare number from two up count something that is not said again?"""
    first, last = figure.first, figure.last
    if (low(tokens, last), low(tokens, last + 1)) in _OFF:
        return True  # "57 votes, three short of the 60"
    if low(tokens, first - 1) == "of" and first > 1 and tokens[first - 2].text in _GROUPS:
        return True  # "a household of five"
    if low(tokens, first - 1) in _COUNTS:
        return _closes(tokens, last)  # "the herd numbers 61"
    if low(tokens, first - 1) == "the":
        if low(tokens, last) in _OWNERS:
            return True  # "the 60 it needed"
        return low(tokens, first - 2) == "of" and low(tokens, first - 3) in _PARTS and _closes(tokens, last)
    if (low(tokens, first - 2), low(tokens, first - 1)) == ("out", "of"):
        return _closes(tokens, last)  # "four seats out of sixteen"
    if (low(tokens, first - 2), low(tokens, first - 1)) == ("all", "but"):
        return _closes(tokens, last)  # "all but nine were repaid"
    ranked = (low(tokens, first - 2), low(tokens, first - 1)) in (("the", rank) for rank in _RANKS)
    return ranked and _closes(tokens, last)


def _closes(tokens: list[Token], j: int) -> bool:
    """Is there no noun at token `j`?"""
    word = low(tokens, j)
    return word in _CLOSE or (is_function_word(word) and word != "of")
