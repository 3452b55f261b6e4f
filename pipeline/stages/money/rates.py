"""Rates of exchange: "a naira that traded at 463", "the lira has fallen, from 8.5 to the euro": money of the currency
that the sentence names."""

from .currency import Mark, words
from .figure import Figure
from .scan import STOPS, Token, glued, low
from .vocabulary import group

NEAR = 6  # tokens between a currency and its rate: "a naira that traded at 463"
CLAUSE = 16  # tokens between a currency and what it is worth in another: "the lira has fallen, from 8.5 to the euro"


def rate_of(tokens: list[Token], figure: Figure) -> Mark | None:
    """The currency of a bare figure that tells its rate; None for any other figure."""
    if low(tokens, figure.first - 1) == "at":
        return _named_before(tokens, figure.first - 1, NEAR, (*STOPS, ","))
    other = _in_another(tokens, figure.last)
    if other is None:
        return None
    mark = _named_before(tokens, figure.first, CLAUSE, (*STOPS, ";"))
    return mark if mark is not None and not set(mark.codes) & set(other.codes) else None


def _in_another(tokens: list[Token], j: int) -> Mark | None:
    """ "to the euro", "to a dollar", "per dollar", "against the pound" from token `j` on: the other currency."""
    if low(tokens, j) not in ("to", "per", "against"):
        return None
    word = words().starting(tokens, j + 1 + (low(tokens, j + 1) in ("the", "a", "one")))
    return word[0] if word is not None and word[0].divisor == 1 and not word[0].weak else None


def _named_before(tokens: list[Token], first: int, reach: int, ends: tuple[str, ...]) -> Mark | None:
    """The currency word nearest before token `first`, with its article: "a naira", "the peso"."""
    for k in range(first, max(first - reach, 0), -1):
        if tokens[k - 1].low in ends and not glued(tokens, k):
            return None
        word = words().ending(tokens, k)
        if word is not None:
            named = (
                word[0].divisor == 1
                and not word[0].weak
                and low(tokens, word[1] - 1) in group("currency article")
            )
            return word[0] if named else None
    return None
