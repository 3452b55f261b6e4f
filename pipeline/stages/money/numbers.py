"""Tokens → a number with its scale, written in digits or in words."""

from .numerals import in_digits
from .scale import LetterTest, Number
from .scan import Token
from .spelled import in_words


def read_number(tokens: list[Token], i: int, letters: LetterTest) -> Number | None:
    """The number that begins at token `i`, or None."""
    if tokens[i].kind in ("number", "fraction"):
        return in_digits(tokens, i, letters)
    return in_words(tokens, i) if tokens[i].kind == "word" else None
