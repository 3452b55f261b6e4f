"""Parts of a whole as percent: "two-thirds of", "cut by a third", "less than half", "one in five"."""

from decimal import Decimal

from pipeline import lexicon

from .around import read_change
from .bounds import read_bound
from .currency import word_behind
from .ratios import is_year, percent, read_ratio
from .scale import Number, fractions, number_words, scales
from .scan import Token, at, glued, low
from .spelled import of_a_point
from .units import is_function_word, units
from .vocabulary import group


def read_part(tokens: list[Token], i: int) -> Number | None:
    """The part of a whole named from token `i` on, in percent ("one in five": 20), to two decimals if it is long."""
    if of_a_point(tokens, i):
        return None
    return _spelled(tokens, i) or read_ratio(tokens, i)


def _spelled(tokens: list[Token], i: int) -> Number | None:
    first = tokens[i].low
    if first in fractions() and _of_a_ranking(tokens, i):
        return _share(Decimal(1), fractions()[first], i, i + 1)
    over, kind = (Decimal(1), "unit") if first in ("a", "an") else number_words().get(first, (Decimal(1), ""))
    j = i + 1 + (low(tokens, i + 1) == "-" and glued(tokens, i + 1))
    if first == "half" and _opens_a_part(tokens, i):
        over, j = Decimal(1), i
    elif kind != "unit":
        return None
    under = fractions().get(low(tokens, j))
    if under is None or not 0 < over < under:
        return None
    if not (_of_a_whole(tokens, j + 1, under) or _alone(tokens, i, j) or _joined(tokens, j + 1)):
        return None
    return _share(over, under, i, j + 1)


def _share(over: Decimal, under: int, first: int, last: int) -> Number:
    share = percent(over, Decimal(under))
    return Number(share, share, Decimal(1), first, last, True, True)


def _of_a_ranking(tokens: list[Token], i: int) -> bool:
    """ "the poorest tenth of our families", "the bottom half of the class"; not "the longest third of May"."""
    before = low(tokens, i - 1)
    ranked = before in group("rank") or (before.endswith("est") and len(before) > 5)
    return ranked and low(tokens, i + 1) == "of" and _of_a_whole(tokens, i + 1, 0)


def _opens_a_part(tokens: list[Token], i: int) -> bool:
    """Not "the second half of", "a year and a half of", "one half of"."""
    return low(tokens, i - 1) not in group("no part")


def _alone(tokens: list[Token], i: int, j: int) -> bool:
    """A part whose whole is not named behind it; `i` its first token, `j` the word of the part.

    "fell by a third", "grew a fifth", "a third are women", "two-thirds agreed"; not "a third time", "two quarters".
    """
    behind, last = low(tokens, j + 1), j + 1
    first = read_bound(tokens, i, last).first
    if (behind == "-" and glued(tokens, last)) or behind in group("determiner") | {"of", "a", "an"}:
        return False  # "half-hearted", "by a quarter of a million", "fell half a percent", "by half the time"
    if low(tokens, first - 1) == "by" or read_change(tokens, first, last, "percent") is not None:
        return _ends(tokens, last) or behind in group("compared")
    if tokens[i].low == "half" and low(tokens, i - 1) in lexicon.column("part_takers", "word"):
        return not behind.isalnum()  # "gave us half."
    cued = first < i or low(tokens, i - 1) in group("barely")
    if cued and _ends(tokens, last) and behind not in ("in", "of", "as"):
        return True  # "they got fewer than half", "or just over a third.", "barely an eighth"
    if behind in group("plural verb") or (behind in group("compared") and low(tokens, last + 1) == "than"):
        return True
    several = tokens[j].low.endswith("s") and not tokens[j].low.startswith("quarter")
    joined = j > i and tokens[j - 1].low == "-"
    return (several or joined) and behind.removesuffix("s") not in group("time")


def _joined(tokens: list[Token], j: int) -> bool:
    """ "one third and" of "between one third and one half of the crop", "a third to a half of"."""
    k = j + 2 + (low(tokens, j + 2) == "-")
    under = fractions().get(low(tokens, k))
    return low(tokens, j) in ("and", "to", "or") and under is not None and _of_a_whole(tokens, k + 1, under)


def _ends(tokens: list[Token], j: int) -> bool:
    """Is there no noun at token `j`: nothing, a mark, or a function word?"""
    token = at(tokens, j)
    return token is None or token.kind == "sign" or is_function_word(token.low)


def _of_a_whole(tokens: list[Token], j: int, under: int) -> bool:
    """ "of the voters", "of $3bn", "majority"; not "a quarter of a century", "a quarter of 2020"."""
    if low(tokens, j) in group("determiner") | {"a", "an"} and _names_a_whole(tokens, j, under):
        return True
    if low(tokens, j) == "majority" or (low(tokens, j) == "-" and low(tokens, j + 1) == "majority"):
        return True
    if low(tokens, j) != "of":
        return False
    k = j + 1
    while k < j + 4 and low(tokens, k) in group("determiner") | group("before a whole"):
        k += 1
    whole = at(tokens, k)
    if whole is None or whole.kind != "word":
        return _sum(tokens, k) or low(tokens, k - 1) in ("this", "that")  # "half of that."
    return whole.low.removesuffix("s") not in group("time") and whole.low not in scales()


def _names_a_whole(tokens: list[Token], j: int, under: int) -> bool:
    """ "half the city", "half her wages", "half a dose", "a fifth the size"; not "half a mile", "half the time"."""
    whole = at(tokens, j + 1)
    if whole is None or whole.kind != "word":
        return under == 2 and _sum(tokens, j + 1)
    if (
        whole.low.removesuffix("s") in group("time")
        or whole.low in group("half the time")
        or whole.low in scales()
    ):
        return False
    if low(tokens, j) in ("a", "an"):
        measured = units().starting(tokens, j + 1) or word_behind(tokens, j + 1)
        return under == 2 and low(tokens, j - 1) == "half" and not measured and whole.low != "dozen"
    return not is_function_word(whole.low) and (under == 2 or low(tokens, j) == "the")


def _sum(tokens: list[Token], k: int) -> bool:
    """ "$3bn", "KSh 7 million", "1.2 million", "400 pupils"; not "2020"."""
    k += low(tokens, k) in tuple("$€£¥₹") or (low(tokens, k).isalpha() and low(tokens, k + 1)[:1].isdigit())
    token = at(tokens, k)
    return (
        token is not None
        and token.kind == "number"
        and not (token.text.isdigit() and is_year(int(token.text)))
    )
