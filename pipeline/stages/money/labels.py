"""Words that stand at a figure and say that it is no amount: months, "chapter", "years", "times"."""

from functools import cache

from pipeline import lexicon

from .figure import Figure
from .phrases import Phrases
from .scan import Token, low
from .vocabulary import group


@cache
def labels(place: str) -> Phrases[str]:
    """The words `before` or `after` a figure, each with the reason."""
    return Phrases((row["word"], row["why"]) for row in lexicon.table("not_amounts") if row["place"] == place)


LAST_DAY = 31


def may_be_dated(figure: Figure) -> bool:
    """May it be the day of a month, or a year? Both stand in bare digits."""
    return figure.year_like or not (figure.number.words or figure.number.sure or figure.size > LAST_DAY)


def dated(tokens: list[Token], figure: Figure) -> bool:
    """Does a bare figure stand in a date: "in 2001", "since March 2001", "on 9 March"; "2001" before "to $5"?"""
    if not figure.bare:
        return False
    before = labels("before").ending(tokens, figure.first)
    if before is not None and before[0] in ("date", "year") and figure.number.scale == 1:
        return before[0] == "year" or tokens[before[1]].text[:1].isupper()
    after = labels("after").starting(tokens, figure.last)
    if after is not None and after[0] == "date" and tokens[figure.last].text[:1].isupper():
        return True
    return figure.year_like and low(tokens, figure.first - 1) in group("dated")
