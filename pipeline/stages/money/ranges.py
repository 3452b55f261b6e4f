"""Figures side by side: ranges ("$1–2 billion", "between $1 and $2 million") and lists that share a mark or scale."""

from dataclasses import replace
from decimal import Decimal

from .around import moves, read_change
from .bounds import read_bound
from .figure import Figure
from .labels import dated
from .levels import completed
from .scan import STOPS, Token, glued, low
from .votes import is_tally

DASHES = ("-", "–", "—", "‒", "−")
REACH = 6  # tokens between the level that was left and the "to" of the one reached
SENTENCE = 40  # tokens looked back for the verb of a list of changes
MILLION = 1_000_000
_LIST = (",", "and", "or", ", and", ", or", "&")


def joined(text: str, tokens: list[Token], figures: list[Figure]) -> list[Figure]:
    """The figures with ranges made one; lists, and the levels of a change, completed from their last member."""
    return _lists(text, tokens, completed(tokens, _ranges(text, tokens, figures), _share))


def _between(text: str, left: Figure, right: Figure) -> str:
    gap = text[left.end : right.start]
    return gap.strip().lower() if len(gap) <= 12 and "\n" not in gap else "\n"


def _lists(text: str, tokens: list[Token], figures: list[Figure]) -> list[Figure]:
    """From right to left: "5, 10 and 15 million euros" → three amounts of euros."""
    done = list(figures)
    for k in range(len(done) - 2, -1, -1):
        left, right = done[k], done[k + 1]
        if _between(text, left, right) in _LIST and _may_share(left, right) and not dated(tokens, left):
            done[k] = _share(left, right)
    return done


def _may_share(left: Figure, right: Figure) -> bool:
    if left.value is None or right.value is None or left.number.fraction:
        return False
    if left.number.words != right.number.words or 1 < right.number.scale < 1000:
        return False
    if not left.bare and (left.mark != right.mark or right.number.scale == 1):
        return False
    if right.bare and right.number.scale == 1:
        return False
    small = left.number.scale == 1 and left.number.raw < 1000 and not left.number.comma
    return small and left.number.raw < right.number.raw * 10


def _share(left: Figure, right: Figure) -> Figure:
    """`left` with the scale and the mark or unit of `right`, its own edges kept."""
    value = left.value or Decimal(0)
    if right.number.scale > 1 and not left.number.sure:
        value *= right.number.scale
    elif left.number.raw < 1000 <= right.number.raw and left.number.raw <= right.number.raw / 1000:
        value *= 1000  # "$5-8,000"
    if left.mark is None and right.mark is not None:
        value /= right.mark.divisor
    number = left.number._replace(scale=right.number.scale, sure=left.number.sure or right.number.scale > 1)
    unit, mark = left.unit or right.unit, left.mark or right.mark
    return replace(left, value=value, number=number, unit=unit, mark=mark, rule=right.rule)


def _ranges(text: str, tokens: list[Token], figures: list[Figure]) -> list[Figure]:
    done: list[Figure] = []
    for k, figure in enumerate(figures):
        merged = _range(text, tokens, done[-1], figure, figures[k + 1 : k + 3]) if done else None
        if merged is not None:
            done[-1] = merged
        else:
            done.append(figure)
    return done


def _range(text: str, tokens: list[Token], left: Figure, right: Figure, more: list[Figure]) -> Figure | None:
    """The two as one; `more`: the figures behind them."""
    left, right = _in_millions(tokens, left, right), _in_millions(tokens, right, left)
    link = _between(text, left, right).removeprefix("- ")  # "a 5- to 10-percent cut"
    most = right.value
    if left.value is None or most is None:
        return None
    if (
        is_tally(tokens, left)
        or not (_links(text, tokens, left, right, link) or _left_as_a_range(tokens, left, right, link, more))
        or dated(tokens, left)
    ):
        return None
    if right.bare:
        right = replace(right, mark=left.mark)
    if not _alike(left, right):
        return None
    first = _share(left, right) if left.number.scale == 1 and left.number.raw < right.number.raw else left
    if first.bare:
        first = replace(first, mark=right.mark, unit=right.unit)
    least = first.value
    if least is None or least >= most or (first.bare and (left.year_like or right.year_like)):
        return None
    number = right.number._replace(first=left.number.first, sure=left.number.sure or right.number.sure)
    return replace(
        right, number=number, first=left.first, start=left.start, value=None,
        low=least, high=most, rule="range", unit=right.unit or first.unit,
    )  # fmt: skip


def _in_millions(tokens: list[Token], figure: Figure, other: Figure) -> Figure:
    """ "$4m-5m", "between 4m and £5m": beside a sum in millions a letter is millions, too, and no metres."""
    i = figure.last - 1
    if other.mark is None or other.number.scale != MILLION or figure.unit != "metre" or figure.value is None:
        return figure
    if tokens[i].text != "m" or not glued(tokens, i):
        return figure
    number = figure.number._replace(scale=Decimal(MILLION), sure=True)
    return replace(figure, value=figure.value * MILLION, number=number, unit=None, rule="number")


def _left_as_a_range(tokens: list[Token], left: Figure, right: Figure, link: str, more: list[Figure]) -> bool:
    """ "went from 2 to 4 percent in 2013 to 56 percent": what was left is a range, for another "to" follows."""
    if link != "to" or low(tokens, left.first - 1) != "from" or dated(tokens, left):
        return False
    reached = next((figure for figure in more if not dated(tokens, figure)), None)
    if reached is None or reached.first - right.last > REACH:
        return False
    return low(tokens, read_bound(tokens, reached.first, reached.last).first - 1) == "to" and _alike(
        right, reached
    )


def _links(text: str, tokens: list[Token], left: Figure, right: Figure, link: str) -> bool:
    before = low(tokens, left.first - 1)
    if link in DASHES:
        return left.end + 1 >= right.start - 1 and text[right.start - 1 : right.start] != "−"
    if link in ("to", "through"):
        if before == "from" and _level_left(tokens, left.first - 1):
            return False  # "went from 2 percent to 5 percent"
        if left.bare and not right.bare:
            return True
        if left.unit is not None and left.unit != "year" and right.bare:
            return False  # "fell by half to 3,000"
        unit = left.unit or ("currency" if left.mark else "count")
        if before == "of":
            return True  # "growth of 7 percent to 8 percent"
        moved = read_change(tokens, left.first - (before == "from"), left.last, unit)
        return moved is None and (before == "from" or not _moves(tokens, left.first))
    if link == "and":
        return before == "between" or (
            before in ("about", "around") and low(tokens, left.first - 2) == "between"
        )
    reach = left.number.raw if left.bare else left.number.raw / 4  # "P17 or P18", not "$500 or $1,000"
    near = right.number.raw - left.number.raw <= reach
    return link == "or" and (left.bare or left.mark == right.mark) and left.number.scale == 1 and near


def _level_left(tokens: list[Token], k: int) -> bool:
    """Is the "from" at token `k` that of a move, also with the verb said once: "rice went from $2 to $3, eggs from
    $4 to $6"?"""
    if moves(tokens, k):
        return True
    for back in range(k - 1, max(k - SENTENCE, 0), -1):
        if low(tokens, back) in (*STOPS, ";"):
            return False
        if low(tokens, back) == "from" and moves(tokens, back):
            return True
    return False


def _moves(tokens: list[Token], first: int) -> bool:
    return low(tokens, first - 1) in ("by", "from")


def _alike(left: Figure, right: Figure) -> bool:
    if left.mark is not None and right.mark is not None:
        return bool(set(left.mark.codes) & set(right.mark.codes))
    if left.mark is not None or right.mark is not None:
        return left.unit is None and right.unit is None
    return left.unit is None or right.unit is None or left.unit == right.unit
