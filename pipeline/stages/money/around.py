"""What stands around an amount: a rate ("a year", "per person") and a direction ("up", "cut by")."""

from functools import cache
from typing import NamedTuple

from pipeline import lexicon

from .phrases import Phrases
from .scale import fractions, number_words, scales
from .scan import Token, at, glued, low
from .units import is_function_word, units
from .vocabulary import group

_STOPS = frozenset(".;:!?—–(),")
REACH = 10  # tokens looked back for the verb of "… by $3 billion", "… from $5m to $8m"
PARTED = 6  # more of them where a comma sets the levels apart
PERCENT = ("percent", "percentage_points", "basis_points")


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


def read_per(tokens: list[Token], j: int) -> tuple[str, int] | None:
    """The rate that begins at token `j`, and the index behind it: a row of `per.csv`, the word behind "per", or the
    one behind "for every", "on each"."""
    k = j + 1 if low(tokens, j) == "-" and glued(tokens, j) else j
    found = _per().starting(tokens, k)
    if found is not None:
        rate = low(tokens, k) == "to" or _is_wage(tokens, k, found) or not _turns(tokens, found[1])
        return found if rate else None
    if low(tokens, k) == "per" and (kind := _kind_of_unit(tokens, k + 1)) is not None:
        return kind
    if low(tokens, k) == "per" and (unit := units().starting(tokens, k + 1)) is not None:
        return unit[0].name, unit[1]
    if low(tokens, k) == "per" and _is_thing(tokens, k + 1):
        return _thing(tokens, k + 1)
    each = low(tokens, k) in ("for", "on") and low(tokens, k + 1) in ("each", "every")
    return _thing(tokens, k + 2) if each and _is_thing(tokens, k + 2) else None


def read_price(tokens: list[Token], j: int) -> tuple[str, int] | None:
    """The rate of a price: "$1.20 a shirt", "€1 a house". A noun and nothing that it could belong to behind it."""
    noun = at(tokens, j + 1)
    if low(tokens, j) not in ("a", "an") or noun is None or noun.kind != "word" or not noun.text.islower():
        return None
    if noun.low in lexicon.column("not_rates", "noun") or is_function_word(noun.low):
        return None
    if noun.low in fractions() or noun.low in number_words():
        return None
    behind = low(tokens, j + 2)
    ends = behind == "plus" or (is_function_word(behind) and behind != "of")
    alone = not behind or not behind.isalnum() or ends
    return (noun.low, j + 2) if alone and behind != "-" and behind not in group("ago") else None


def _thing(tokens: list[Token], j: int) -> tuple[str, int]:
    """Its name and the index behind it: "boat-day" is one thing."""
    second = at(tokens, j + 2)
    joint = low(tokens, j + 1) == "-" and glued(tokens, j + 1) and glued(tokens, j + 2)
    if joint and second is not None and second.kind == "word":  # a number is an amount of its own
        return f"{tokens[j].low}_{second.low}", j + 3
    return tokens[j].low, j + 1


def _turns(tokens: list[Token], j: int) -> bool:
    """ "$3m a year earlier", "a year from now": a time; "a year since 2017", "a year from the state": a rate."""
    return low(tokens, j) in group("not a rate") or (
        low(tokens, j) == "from" and low(tokens, j + 1) in group("from now")
    )


def _is_wage(tokens: list[Token], k: int, rate: tuple[str, int]) -> bool:
    """ "300 pesos a day before the war": so small a sum is no payment of the day before."""
    sums = (at(tokens, j) for j in (k - 1, k - 2) if j >= 0 and tokens[k - 1].low not in scales())
    small = any(one is not None and one.kind == "number" for one in sums)
    return low(tokens, rate[1]) == "before" and rate[0] in group("pay period") and small


def _kind_of_unit(tokens: list[Token], j: int) -> tuple[str, int] | None:
    """ "per working day", "per registered voter": a word between "per" and its unit."""
    between = at(tokens, j)
    if between is None or between.kind != "word" or is_function_word(between.low):
        return None
    if units().starting(tokens, j) is not None or between.low in lexicon.column("per", "per"):
        return None
    noun = at(tokens, j + 1)
    return (noun.low, j + 2) if noun is not None and noun.low in lexicon.column("per", "per") else None


def _is_thing(tokens: list[Token], j: int) -> bool:
    """A word that something can be counted by: not "per cent", "for each of", "for every three"."""
    noun = at(tokens, j)
    return (
        noun is not None
        and noun.kind == "word"
        and noun.low not in ("cent", "of", "other", "one")
        and noun.low not in number_words()
    )


def read_change(tokens: list[Token], first: int, last: int, unit: str) -> str | None:
    """up or down, for the amount by which something moved; the level that it left or reached has none.

    "rose 12 percent", "up $3", "a cut of $3bn": the word stands right before. "raised its aid by $3bn": it stands
    up to ten tokens before the "by". "12 percent higher": right behind; "12 percent less stock" only compares.
    """
    if low(tokens, first) in _LEVELS:
        return None  # "fell below 60 percent"
    after = _changes("after").starting(tokens, last + (low(tokens, last) == "-" and glued(tokens, last)))
    if after is not None and unit != "count":
        compares = after[0].change == "" or low(tokens, after[1]) == "than"
        return None if compares else after[0].change
    k, moved = first, False
    while k > 0 and first - k < 5 and tokens[k - 1].low in group("change filler"):
        if (found := _direct(tokens, k, unit)) is not None:
            return found
        k -= 1
        moved = moved or tokens[k].low == "by"
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


def moves(tokens: list[Token], k: int, *, by: bool = False) -> bool:
    """Does something move from one level to another before token `k`, the "from"?

    The word stands at most `REACH` tokens before, in the same clause ("cut the fee from"), or in one that a comma
    ends right before `k`. With `by`, only words that say up or down count, not "went".
    """
    parted = low(tokens, k - 1) == ","  # "up by 9 per cent a year for a decade, from 846"
    k -= parted
    for back in range(k, max(k - REACH - PARTED * parted, 0), -1):
        word = tokens[back - 1].low
        if (word in _STOPS and not _in_figure(tokens, back - 1)) or word in group("spread"):
            return False
        hit = _changes("before").ending(tokens, back) or _changes("after").starting(tokens, back - 1)
        if hit is not None and word not in group("comparative") and (hit[0].change or not by):
            return True
    return False


def _in_figure(tokens: list[Token], j: int) -> bool:
    return glued(tokens, j) and glued(tokens, j + 1)


_LEVELS = ("above", "below")
