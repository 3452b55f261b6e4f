"""Units and currencies that are said elsewhere in the sentence: "from 3 million tons to nearly 5 million",
"buying at seven cents and selling at five", "1.2 billion pesos for fountains and 90 million for clinics".

A bare figure that counts nothing borrows only from a figure whose place is like its own (`_gives`): the level that
was left, the same preposition, a like scale, "of them". The figure keeps its own edges.
"""

from dataclasses import replace

from pipeline import lexicon

from . import currency
from .around import PERCENT, moves, read_per
from .bounds import read_bound
from .currency import Mark
from .figure import Figure
from .labels import labels
from .rates import rate_of
from .scan import ENDS, STOPS, Token, at, glued, low
from .units import closes, counts, is_function_word
from .vocabulary import group

SENTENCE = 60  # tokens looked back, or on, for the figure that has a unit
GIVERS = 6  # figures looked back
NEAR = 6  # tokens between the level that was left and the one reached
_PARALLEL = ("at", "by")
_THE_REST = (("of", "the"), ("the", "other"), ("the", "remaining"), ("against", "the"))


def borrowed(tokens: list[Token], figures: list[Figure]) -> list[Figure]:
    """The figures, bare ones with what a neighbour lends them."""
    done = list(figures)
    for k, figure in enumerate(done):
        if not figure.bare or figure.year_like or figure.number.fraction or _counts(tokens, figure.last):
            continue
        if (mark := rate_of(tokens, figure)) is not None:
            done[k] = _lend(mark, None, figure)
            continue
        near = _neighbours(tokens, done, k)
        giver = next((f for f in near if _gives(tokens, f, figure, f is done[k - 1])), None)
        if _is_paid(tokens, figure):
            giver = next((f for f in near if f.mark is not None), giver)
        if giver is not None:
            done[k] = _lend(giver.mark, giver.unit, _scaled(figure, giver))
    return done


def _scaled(figure: Figure, giver: Figure) -> Figure:
    """ "$20m for clinics, 25 for schools": a small figure takes the scale of the sum before it."""
    small = figure.number.scale == 1 and not figure.number.comma and figure.number.raw < 1000
    if not small or figure.value is None or giver.mark is None or giver.number.scale < 1000:
        return figure
    return replace(figure, value=figure.value * giver.number.scale)


def _is_paid(tokens: list[Token], figure: Figure) -> bool:
    """ "a family pays 30", "most repay 61,000", "has put in 6 billion": a sum, where nothing is counted behind it."""
    start = read_bound(tokens, figure.first, figure.last).first
    put_in = _large(figure) and (low(tokens, start - 2), low(tokens, start - 1)) == ("put", "in")
    paid = low(tokens, start - 1) in group("pays") and figure.size >= 2
    return (put_in or paid) and closes(tokens, figure.last)


def _counts(tokens: list[Token], j: int) -> bool:
    """Is a figure that ends before token `j` one of things, or an hour ("6 p.m.")?"""
    return counts(tokens, j) or labels("after").starting(tokens, j) is not None


def _lend(mark: Mark | None, unit: str | None, figure: Figure) -> Figure:
    """Cents stay cents: a bare "five" beside "seven cents" is 0.05."""
    value = figure.value / mark.divisor if mark is not None and figure.value is not None else figure.value
    mark = mark._replace(basis="context") if mark is not None else None
    return replace(figure, mark=mark, unit=unit, value=value, rule="elided")


def _neighbours(tokens: list[Token], figures: list[Figure], k: int) -> list[Figure]:
    """The figures of the same sentence that have a unit or a mark: those before, the nearest first, then the next."""
    here, found = figures[k], []
    for j in range(k - 1, max(k - 1 - GIVERS, -1), -1):
        other, next_one = figures[j], figures[j + 1]
        if here.first - other.last > SENTENCE or not _together(tokens, other.last, next_one.first):
            break
        found.append(other)
    behind = figures[k + 1] if k + 1 < len(figures) else None
    if (
        behind is not None
        and behind.first - here.last <= SENTENCE
        and _together(tokens, here.last, behind.first)
    ):
        found.append(behind)
    return [f for f in found if not f.bare and f.unit != "year"]


def _together(tokens: list[Token], first: int, last: int) -> bool:
    """Does no sentence end between two token indices?"""
    return not any(tokens[j].low in STOPS and not glued(tokens, j + 1) for j in range(first, last))


def _gives(tokens: list[Token], giver: Figure, taker: Figure, nearest: bool) -> bool:
    """`nearest`: no other figure stands between."""
    start, given = (read_bound(tokens, f.first, f.last).first for f in (taker, giver))
    if giver.first > taker.first:
        partly = low(tokens, taker.last) == "of" and low(tokens, taker.last + 1) in group("of a whole")
        if partly and giver.first == taker.last + 2 and giver.mark is None:
            return giver.unit != "percent"  # "6,000 of the 11,000 hectares"
        return _of_one_sum(tokens, giver, taker, start, given) or _falls_to(tokens, giver, taker)
    before, follows = low(tokens, start - 1), low(tokens, taker.last)
    if before == "to" and _reached(tokens, giver, taker, start, given):
        return True
    beside = before == "against" and nearest and start - giver.last <= NEAR
    if beside and taker.number.scale == 1:
        return giver.mark is None or giver.number.scale == 1  # "9.40 pesos, against 6.10 now"
    if before == "at" and _put(tokens, start - 1) and giver.unit in PERCENT:
        return taker.number.scale == 1  # "would take 0.8 points off; Kestrel puts the damage at 0.3"
    if before in _PARALLEL and before == low(tokens, given - 1):
        return taker.size >= 2
    if (before in ("and", ",") and follows == low(tokens, giver.last) in group("spent") | {"by"}) or _gapped(
        tokens, start, taker
    ):
        return (
            taker.size >= 2
        )  # "2 gigawatts by 2030 and 6 by 2034", "10,000 baht by one and 20,000 by the other"
    if (low(tokens, given - 2), low(tokens, given - 1)) in (("of", "every"), ("of", "each")):
        return (
            follows in group("spent") and taker.size < giver.size
        )  # "of every 100 rupees 61 went on salaries"
    if giver.mark is not None:
        apiece = (
            before == "," and giver.last == start - 1 and follows == "apiece"
        )  # "three dollars, one apiece"
        return apiece or _of_one_sum(tokens, giver, taker, start, given)
    if taker.rule == "tree.object" and giver.unit is not None:  # "pawned 61 hectares and redeemed four"
        return nearest and giver.rule != "part" and (giver.unit != "percent" or taker.size <= 100)
    of_them = (follows, low(tokens, taker.last + 1)) == ("of", "them")
    if of_them or (low(tokens, start - 2), before) == ("the", "other"):
        return giver.unit != "percent" and taker.size >= 2 and (nearest or not of_them)
    return follows == low(tokens, giver.last) == "of" and (
        taker.number.sure or _is_stuff(tokens, taker.last + 1)
    )


def _put(tokens: list[Token], k: int) -> bool:
    """ "puts the damage at": the verb a few tokens before token `k`."""
    return any(low(tokens, j) in ("put", "puts", "putting") for j in range(k - 1, max(k - NEAR, -1), -1))


def _reached(tokens: list[Token], giver: Figure, taker: Figure, start: int, given: int) -> bool:
    """The level after a "to": "from 3 million tons to nearly 5 million", "580 megawatts; a leak has cut it to 430"."""
    rate = read_per(tokens, giver.last)  # "from 8.5 to the euro in 2020 to more than 44"
    if low(tokens, given - 1) == "from" and start - (rate[1] if rate else giver.last) <= NEAR:
        return moves(tokens, given - 1)
    share = giver.unit == "percent" and taker.size > 100
    return giver.unit is not None and giver.rule != "part" and not share and moves(tokens, start - 1, by=True)


def _is_stuff(tokens: list[Token], j: int) -> bool:
    """ "(one kilowatt-hour of current into three) of warmth": a noun without article."""
    noun = at(tokens, j)
    return noun is not None and noun.kind == "word" and not is_function_word(noun.low)


def _gapped(tokens: list[Token], start: int, taker: Figure) -> bool:
    """ "Spain draws 57 per cent from wind, Poland 29, and Malta about 11": a land, the figure, and a mark behind it."""
    k = start - 2 * (low(tokens, start - 1) == "s" and low(tokens, start - 2) in ("'", "’"))
    land = currency.lands().ending(tokens, k)
    ends = low(tokens, taker.last) in (*ENDS, "and", "but")
    return land is not None and ends and tokens[land[1]].text[:1].isupper()


def _of_one_sum(tokens: list[Token], giver: Figure, taker: Figure, start: int, given: int) -> bool:
    """Sums of millions: "of the nine billion, US$240 million went"; "3 billion pesos to schools, 90 million to
    clinics"; "priced at €120m and came to a billion". Not "a nation of 40 million that owes $3 billion"."""
    if giver.mark is None or not (_large(taker) and _large(giver)):
        return False
    before = (low(tokens, start - 2), low(tokens, start - 1))
    listed = low(tokens, taker.last) in group("spent") and low(tokens, taker.last) == low(tokens, giver.last)
    added = before[1] == "and" and giver.last < taker.first and closes(tokens, taker.last)
    paid = before[1] in lexicon.column("money_verbs", "verb") or (
        before[1] == "to" and before[0] in group("come to")
    )
    whole = (low(tokens, given - 2), low(tokens, given - 1)) == ("of", "the")
    return (
        listed
        or (
            whole and closes(tokens, taker.last)
        )  # "of the 94 billion francs voted only 31 billion had been spent"
        or added
        or paid
        or before in _THE_REST
    )


def _falls_to(tokens: list[Token], giver: Figure, taker: Figure) -> bool:
    """ "rejected by 78 to 22 per cent": the larger first is no range, but two shares."""
    near = low(tokens, taker.last) == "to" and giver.first == taker.last + 1
    return (
        near
        and giver.unit == "percent"
        and taker.size > giver.size
        and low(tokens, taker.first - 1) != "from"
    )


def _large(figure: Figure) -> bool:
    return figure.number.scale >= 1_000_000
