"""What stands behind a figure: percent, percentage points, a measure, or a noun that is counted."""

from functools import cache
from typing import NamedTuple

from pipeline import lexicon

from .labels import labels
from .phrases import Phrases
from .scan import Token, at, glued, low
from .vocabulary import group

WORDS = 5  # of a counted noun phrase, at most


class Unit(NamedTuple):
    """`per`: units that are a rate in themselves (mph, bpd)."""

    name: str
    per: str | None = None


@cache
def units() -> Phrases[Unit]:
    return Phrases(
        (
            (form, Unit(row["unit"], row["per"] or None))
            for row in lexicon.table("units")
            for form in row["forms"].split(";")
        ),
        exact_short=True,
    )


@cache
def _people() -> frozenset[str]:
    return lexicon.column("count_nouns", "noun")


@cache
def _function_words() -> frozenset[str]:
    return lexicon.column("function_words", "word")


def unit_behind(tokens: list[Token], j: int) -> tuple[Unit, int] | None:
    """The unit at token `j` (a hyphen may stand between: "3-inch") and the index behind it."""
    if low(tokens, j) == "-" and glued(tokens, j):
        found = units().starting(tokens, j) or units().starting(tokens, j + 1)
    else:
        found = units().starting(tokens, j)
        if found is None and low(tokens, j) in ("[", "<") and low(tokens, j + 2) in ("]", ">"):
            inner = units().starting(tokens, j + 1)
            found = (inner[0], j + 3) if inner and inner[1] == j + 2 else None
    if found is not None and tokens[found[1] - 1].kind == "number" and not glued(tokens, found[1] - 1):
        return None  # "12 m 2 dm" has no square metres
    if found is None or (found[0].name == "degree" and low(tokens, j) == "°" and not glued(tokens, j)):
        return None
    return found


def degrees_behind(tokens: list[Token], j: int) -> tuple[Unit, int] | None:
    """`47.8C`, `-3C`, `100F`: a letter glued to a figure that weather can have."""
    token, figure = at(tokens, j), at(tokens, j - 1)
    if token is None or figure is None or not glued(tokens, j) or token.text not in DEGREES:
        return None
    name, most = DEGREES[token.text]
    weather = (
        figure.kind == "number" and figure.text.replace(".", "", 1).isdigit() and float(figure.text) <= most
    )
    numbered = labels("before").starting(tokens, j + 1)  # "the 56C bus"
    if numbered is not None and numbered[0] == "label":
        return None
    return (Unit(name), j + 1) if weather and not _named_before(tokens, j - 1) else None


DEGREES = {"C": ("degree_celsius", 60), "F": ("degree_fahrenheit", 135)}


def _named_before(tokens: list[Token], i: int) -> bool:
    """ "Seat 12C", "Route 5F", "a Boeing 777F"."""
    before = at(tokens, i - 1)
    return (
        before is not None
        and before.kind == "word"
        and not is_function_word(before.low)
        and before.low not in group("temperature verb")
    )


def metre_behind(tokens: list[Token], j: int) -> tuple[Unit, int] | None:
    """`12 m`, `100m`: metres, once a scale (`£12m`, `12m people`) has been ruled out."""
    token = at(tokens, j)
    return (Unit("metre"), j + 1) if token is not None and token.text == "m" else None


def counts(tokens: list[Token], j: int) -> bool:
    """Is token `j` the beginning of a plural noun phrase?"""
    return counted(tokens, j) is not None


def counted(tokens: list[Token], j: int) -> int | None:
    """The plural noun of the noun phrase that begins at token `j`: up to four words stand before it.

    Without a parse, "plural" is: ends in -s and is no function word, or stands in `count_nouns.csv`. Hyphenated
    words are one, and "and" may stand inside: "20 anti-aircraft systems", "224 artillery and mortar systems".
    """
    k = j
    for _ in range(WORDS):
        token = at(tokens, k)
        if token is None or token.kind != "word" or (k > j and tokens[k - 1].end + 1 < token.start):
            return None
        if low(tokens, k + 1) == "-" and glued(tokens, k + 1) and glued(tokens, k + 2):
            k += 2
        elif is_plural(token.low):
            return k if token.text.islower() or k == j else None
        elif token.low in _function_words() and (
            token.low not in group("inside a noun phrase") or (token.low == "and" and k == j)
        ):
            return None
        else:
            k += 1
    return None


def is_plural(word: str) -> bool:
    """A noun in the plural, as far as its letters tell."""
    if word in _people():
        return True
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us"))
    return plural and not _ends_in_is(word) and word not in _function_words()


def _ends_in_is(word: str) -> bool:
    """ "basis", "thesis", "tennis", "this"; not "biryanis", "taxis", "kiwis"."""
    return word.endswith("is") and (word.endswith(_IS) or word in lexicon.column("singular_is", "noun"))


_IS = ("sis", "tis", "polis", "this")


def closes(tokens: list[Token], j: int) -> bool:
    """Does a phrase end before token `j`: no noun stands there, no "of"?"""
    word = low(tokens, j)
    return not word.isalpha() or (is_function_word(word) and word != "of")


def is_function_word(word: str) -> bool:
    """Prepositions, articles, pronouns, auxiliaries and the like (`function_words.csv`)."""
    return word in _function_words()
