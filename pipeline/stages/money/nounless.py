"""Numbers that stand for their noun: "one of the four", "the 60 it needed", "three short of", "four seats out of
sixteen", "the first ten"."""

from .figure import Figure
from .scan import ENDS, Token, low
from .units import is_function_word
from .vocabulary import group

_OFF = (("short", "of"), ("shy", "of"))


def stands_for_a_noun(tokens: list[Token], figure: Figure) -> bool:
    """Does a bare number from two up count something that is not said again?"""
    first, last = figure.first, figure.last
    if (low(tokens, last), low(tokens, last + 1)) in _OFF:
        return True  # "57 votes, three short of the 60"
    if low(tokens, first - 1) == "of" and first > 1 and tokens[first - 2].text in group("party of"):
        return True  # "a household of five"
    if low(tokens, first - 1) in group("numbers"):
        return _closes(tokens, last)  # "the herd numbers 61"
    if low(tokens, first - 1) == "the":
        if low(tokens, last) in group("owner"):
            return True  # "the 60 it needed"
        return (
            low(tokens, first - 2) == "of"
            and low(tokens, first - 3) in group("some of")
            and _closes(tokens, last)
        )
    if (low(tokens, first - 2), low(tokens, first - 1)) == ("out", "of"):
        return _closes(tokens, last)  # "four seats out of sixteen"
    if (low(tokens, first - 2), low(tokens, first - 1)) == ("all", "but"):
        return _closes(tokens, last)  # "all but nine were repaid"
    ranked = low(tokens, first - 2) == "the" and low(tokens, first - 1) in group("ranked")
    return ranked and _closes(tokens, last)


def _closes(tokens: list[Token], j: int) -> bool:
    """Is there no noun at token `j`?"""
    word = low(tokens, j)
    return word in ENDS or (is_function_word(word) and word != "of")
