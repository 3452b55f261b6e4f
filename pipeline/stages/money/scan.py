"""Text → tokens, for amounts only: figures stay whole ("1,234.5", "40 000"), everything else comes apart.

Linear in the text: every repetition is bounded and no two alternatives can start at the same character and
both be long. Offsets are code points of the text.
"""

import re
from typing import NamedTuple

SPACES = " \u00a0\u202f\u2009"
ENDS = ("", ".", ",", ";", ":", "!", "?", ")", "”", "—", "–")
"""What stands behind the last word of a clause; "" behind that of the text."""
STOPS = (".", "!", "?")
FRACTIONS = "½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚"
_TOKEN = re.compile(
    rf"(?P<word>[^\W\d_{FRACTIONS}]{{1,60}})"  # first, because most tokens are words
    rf"|(?P<number>[0-9]{{1,3}}(?:[{SPACES}'’][0-9]{{3}}(?![0-9])){{1,8}}(?![0-9]|,[0-9])(?:\.[0-9]{{1,30}})?"
    r"|[0-9]{1,30}(?:[.,][0-9]{1,30}){0,12}"
    r"|(?<![0-9A-Za-z.])\.[0-9]{1,30})"
    rf"|(?P<fraction>[{FRACTIONS}])"
    r"|(?P<sign>\S)"
)


class Token(NamedTuple):
    """`kind` is number, fraction, word or sign; `low` is the text in lower case."""

    kind: str
    low: str
    text: str
    start: int
    end: int


def scan(text: str) -> list[Token]:
    """The tokens of a text, in order; white space is none."""
    found, new = [], tuple.__new__
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = text[start:end]
        found.append(
            new(Token, (match.lastgroup, word.lower(), word, start, end))
        )  # half the time of Token()
    return found


def at(tokens: list[Token], i: int) -> Token | None:
    """The token at `i`, or None outside the list (also below 0)."""
    return tokens[i] if 0 <= i < len(tokens) else None


def low(tokens: list[Token], i: int) -> str:
    """The lower-cased token at `i`, or "" outside the list."""
    return tokens[i].low if 0 <= i < len(tokens) else ""


def glued(tokens: list[Token], i: int) -> bool:
    """Does the token at `i` stand right behind the one before it, without white space?"""
    return 0 < i < len(tokens) and tokens[i - 1].end == tokens[i].start
