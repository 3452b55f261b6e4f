"""What stands around an amount: a rate ("a year", "per person") and a direction ("up", "cut by")."""

from functools import cache
from typing import NamedTuple

from pipeline import lexicon

from .phrases import Phrases
from .scan import Token, at, glued, low

_STOPS = frozenset(".;:!?—–(),")
_FILLERS = frozenset(
    ("a", "an", "another", "further", "additional", "the", "some", "by", "to", "of", "its", "their")
)
REACH = 10  # tokens looked back for the verb of "… by $3 billion", "from $5m to $8m"
PERCENT = ("percent", "percentage_points", "basis_points")


_NOT_A_RATE = frozenset(("earlier", "ago", "before", "later", "after", "from", "of", "into", "since"))


class Change(NamedTuple):
    """`change` is empty for phrases that only look like one ("add up to")."""

    change: str
    percent_only: bool


@cache
def _per() -> Phrases[str]:
    return Phrases((row["cue"], row["per"]) for row in lexicon.table("per"))


@cache
def _changes(place: str) -> Phrases[Change]:
    return Phrases(
        (row["cue"], Change(row["change"], row["place"].endswith("percent")))
        for row in lexicon.table("changes")
        if row["place"].startswith(place)
    )


def read_per(tokens: list[Token], j: int) -> str | None:
    """The rate that begins at token `j`: a row of `per.csv`, else the word behind "per"."""
    k = j + 1 if low(tokens, j) == "-" and glued(tokens, j) else j
    found = _per().starting(tokens, k)
    if found is not None:
        return found[0] if low(tokens, found[1]) not in _NOT_A_RATE else None
    noun = at(tokens, k + 1)
    if low(tokens, k) == "per" and noun is not None and noun.kind == "word" and noun.low != "cent":
        return noun.low
    return None


def read_change(tokens: list[Token], first: int, last: int, unit: str) -> str | None:
    """up or down, for the figure that a movement reached or moved by; the figure it came from has none.

    "rose 12 percent", "up $3", "a cut of $3bn": the word stands right before. "raised its aid by / to $3bn",
    "from $5m to $8m": it stands up to ten tokens before the "by" or "to". "12 percent higher": right behind.
    """
    after = _changes("after").starting(tokens, last + (low(tokens, last) == "-" and glued(tokens, last)))
    if after is not None and unit != "count":
        return after[0].change
    if low(tokens, first - 1) == "from":
        return None
    k, moved = first, False
    while k > 0 and first - k < 3 and tokens[k - 1].low in _FILLERS:
        if (found := _direct(tokens, k, unit)) is not None:
            return found
        k -= 1
        moved = moved or tokens[k].low in ("by", "to")
    return _direct(tokens, k, unit, free=moved) or (_verb_before(tokens, k - 1) if moved else None)


def _verb_before(tokens: list[Token], k: int) -> str | None:
    """The verb of "cut its aid … by", at most `REACH` tokens before token `k`, in the same clause."""
    for back in range(k, max(k + 1 - REACH, 0), -1):
        if tokens[back].low in _STOPS:
            return None
        hit = _changes("before").ending(tokens, back)
        if hit is not None:
            return hit[0].change or None
    return None


def _direct(tokens: list[Token], k: int, unit: str, *, free: bool = False) -> str | None:
    hit = _changes("before").ending(tokens, k)
    if hit is not None and unit == "count" and not free and tokens[k - 1].low != "of":
        return None  # "last fall 12 schools"
    if hit is None or not hit[0].change or (hit[0].percent_only and not free and unit not in PERCENT):
        return None
    return hit[0].change


def moves(tokens: list[Token], k: int) -> bool:
    """Is there a verb of movement right before token `k`, or with up to two words between ("rose sharply")?"""
    for back in range(k, max(k - 3, 0), -1):
        if tokens[back - 1].low in _STOPS:
            return False
        if _changes("before").ending(tokens, back) is not None:
            return True
    return False
