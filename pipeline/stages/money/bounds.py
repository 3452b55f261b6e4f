"""Comparators ("more than", "up to", "-odd", "or so") and the bounds they put on a figure.

The policy, all of it (factors in `lexicon/comparators.csv`, one row a cue):

- eq: low = high = value.
- gt, ge ("more than", "just over", "at least"): low = value, high open.
- lt, le ("less than", "just under", "up to"): high = value, low open (nothing says that it is not negative).
- approx ("about", "some", "-odd"): ±10 %. "nearly", "almost": 0.9 × value to value.
- range: both ends as written, both included; value null.
- vague ("millions", "several thousand"): low = one of the largest unit named, high open, value null.

`low` of gt and `high` of lt are the figure itself: whether the end belongs to it is told by the comparator.
"""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pipeline import lexicon

from .phrases import Phrases
from .scan import ENDS, Token, glued, low
from .units import is_function_word
from .vocabulary import group


class Cue(NamedTuple):
    """`place`: before, after, verb (tells the comparator but stays outside the span), block (no comparator)."""

    text: str
    place: str
    comparator: str
    low: Decimal | None
    high: Decimal | None


NOT = Cue("not", "before", "lt", None, Decimal(1))
"""Before a part of a whole: "not a tenth of it is used"."""


class Bound(NamedTuple):
    """Token indices of the span with its cues; `cue` None = the plain figure."""

    first: int
    last: int
    cue: Cue | None


@cache
def _table(*places: str) -> Phrases[Cue]:
    return Phrases((row["cue"], _cue(row)) for row in lexicon.table("comparators") if row["place"] in places)


def _cue(row: dict[str, str]) -> Cue:
    ends = (Decimal(row[end]) if row[end] else None for end in ("low", "high"))
    return Cue(row["cue"], row["place"], row["comparator"], *ends)


def read_bound(tokens: list[Token], first: int, last: int) -> Bound:
    """The cues around the tokens `first` to `last` of a figure. Of two in a row ("up to about") the outer decides;
    one before the figure goes before one behind it."""
    begin, cue = _before(tokens, first)
    outer = _before(tokens, begin) if cue is not None else (begin, None)
    if outer[1] is not None and outer[1].place == "before":
        begin, cue = outer
    end, after = _after(tokens, last)
    if after is not None and (cue is None or cue.comparator == "approx"):
        cue = after
    return Bound(begin, end if after is not None else last, cue)


def _before(tokens: list[Token], first: int) -> tuple[int, Cue | None]:
    k = (
        first - 1
        if low(tokens, first - 1) in ("a", "the") and low(tokens, first - 2) in group("cue before an article")
        else first
    )
    found = _table("before", "verb", "block").ending(tokens, k)
    if found is None or found[0].place == "block":
        return first, None
    cue, begin = found
    if cue.text == "about" and low(tokens, begin - 1) == "than" and _said_about(tokens, begin - 1):
        return first, None  # "less about insurance than about Rs 300"
    if (
        tokens[begin].kind == "sign"
        and tokens[begin].low in "<>"
        and begin > 0
        and low(tokens, begin - 1) in "<=>"
    ):
        return first, None  # an arrow
    return (first, cue) if cue.place == "verb" else (begin, cue)


def _said_about(tokens: list[Token], k: int) -> bool:
    return any(low(tokens, j) == "about" for j in range(k - 1, max(k - 8, -1), -1))


def _after(tokens: list[Token], last: int) -> tuple[int, Cue | None]:
    j = last + 1 if low(tokens, last) in (",", "-") else last
    found = _table("after").starting(tokens, j)
    if found is None:
        return last, None
    cue, end = found
    if cue.text == "odd" and low(tokens, last) != "-":
        return last, None
    if cue.text == "+" and not glued(tokens, last):
        return last, None
    if cue.text in group("comparative cue") and low(tokens, end) in ("than", "importantly"):
        return last, None
    if cue.text == "or so" and low(tokens, end) in group("teller"):
        return last, None
    if cue.text == "and more" and low(tokens, end) == "of":
        return last, None
    if cue.text in ("plus", "at least", "at most", "give or take") and not _closes(tokens, last, end):
        return last, None
    return end, cue


def _closes(tokens: list[Token], last: int, end: int) -> bool:
    """Is the cue hyphenated to the figure, or the last thing in its clause?"""
    return low(tokens, last) == "-" or low(tokens, end) in ENDS or is_function_word(low(tokens, end))


def limits(value: Decimal, cue: Cue | None) -> tuple[Decimal | None, Decimal | None]:
    """`low` and `high` by the policy above."""
    if cue is None:
        return value, value
    below = value * cue.low if cue.low is not None else None
    above = value * cue.high if cue.high is not None else None
    return (above, below) if value < 0 and cue.comparator == "approx" else (below, above)
