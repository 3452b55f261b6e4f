"""Sums whose currency only the paragraph tells: "The club owes 11.7 billion lira. Its revenue had been 3.2 billion."

A bare figure of a million or more that counts nothing, said of something that is paid, owed or earned
(`sum_nouns.csv`), or a part of the sum before it ("of which some 7.9 billion fall due"), is of the money that was
named before it. So is a letter: "sold for 410m lira and again for 690m".
"""

from dataclasses import replace

from pipeline import lexicon

from .bounds import read_bound
from .currency import Mark
from .doubles import retold
from .figure import Figure
from .scan import STOPS, Token, glued, low
from .units import closes, counts
from .vocabulary import group

PARAGRAPH = 150  # tokens looked back for the sum that names the currency
CLAUSE = 16  # tokens looked back for what the figure is said of
MILLION = 1_000_000


def carried(text: str, tokens: list[Token], figures: list[Figure]) -> list[Figure]:
    """The figures; a bare sum with the mark of the sum before it in its paragraph."""
    done, last = list(figures), None
    for k, figure in enumerate(done):
        if figure.mark is not None:
            if last is None or not retold(tokens, last, figure):
                last = figure
            continue
        if last is None or last.mark is None or not _near(text, tokens, last, figure):
            continue
        taken = _lettered(tokens, last, figure) or _said_of_a_sum(tokens, figure)
        if taken is not None:
            done[k] = last = replace(taken, mark=_same(last.mark), unit=None, rule="elided")
    return done


def _same(mark: Mark) -> Mark:
    return mark._replace(basis="context")


def _near(text: str, tokens: list[Token], giver: Figure, taker: Figure) -> bool:
    return taker.first - giver.last <= PARAGRAPH and "\n" not in text[giver.end : taker.start]


def _said_of_a_sum(tokens: list[Token], figure: Figure) -> Figure | None:
    if not figure.bare or figure.number.scale < MILLION or figure.value is None:
        return None
    if counts(tokens, figure.last):
        return None
    first = read_bound(tokens, figure.first, figure.last).first
    if (low(tokens, first - 2), low(tokens, first - 1)) == ("of", "which"):
        return figure
    told = closes(tokens, figure.last) and _before(tokens, first, lexicon.column("sum_nouns", "noun"))
    return figure if told else None


def _before(tokens: list[Token], first: int, words: frozenset[str]) -> bool:
    """Does one of these words stand before token `first`, in its clause?"""
    for back in range(first - 1, max(first - 1 - CLAUSE, -1), -1):
        word = low(tokens, back)
        if word in (*STOPS, ";", ":") and not glued(tokens, back + 1):
            return False
        if word in words:
            return True
    return False


def _lettered(tokens: list[Token], giver: Figure, figure: Figure) -> Figure | None:
    """ "for 690m", in the sentence of "410m lira": millions, no metres."""
    letter = tokens[figure.last - 1]
    if (
        figure.unit != "metre"
        or letter.text != "m"
        or not glued(tokens, figure.last - 1)
        or figure.value is None
    ):
        return None
    first = read_bound(tokens, figure.first, figure.last).first
    parted = any(tokens[j].low in STOPS and not glued(tokens, j + 1) for j in range(giver.last, first))
    if parted or giver.number.scale < MILLION or low(tokens, first - 1) not in group("paid"):
        return None
    paid = group("sold") | lexicon.column("money_verbs", "verb") | lexicon.column("sum_nouns", "noun")
    if not closes(tokens, figure.last) or not _before(tokens, first, paid):
        return None
    number = figure.number._replace(scale=figure.number.scale * MILLION, sure=True)
    return replace(figure, value=figure.value * MILLION, number=number)
