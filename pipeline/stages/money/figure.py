"""Tokens → figures: a number with its mark, scale and unit. No cues, no bounds, no judgement yet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from pipeline import lexicon

from . import currency, units
from .numbers import Number, number_words, read_number, read_scale, scales
from .phrases import Phrases
from .quantulum import read_unit
from .scan import Token, at, glued, low

MINUS = ("-", "−", "﹣")


@dataclass(frozen=True, slots=True)
class Figure:
    """`first`, `last`: token indices of the core, half-open. `start`, `end`: its code points. `value` None: vague,
    then `low` holds. `high`: only of a range."""

    number: Number
    first: int
    last: int
    start: int
    end: int
    value: Decimal | None
    low: Decimal | None
    rule: str
    high: Decimal | None = None
    mark: currency.Mark | None = None
    unit: str | None = None
    per: str | None = None

    @property
    def size(self) -> Decimal:
        """The largest figure that is written, without its sign."""
        return abs(self.value or self.high or self.low or Decimal(0))

    @property
    def bare(self) -> bool:
        """Neither money nor percent nor a measure: at most a count."""
        return self.mark is None and self.unit is None


def figures(text: str, tokens: list[Token]) -> Iterator[Figure]:
    """Every figure of the text, in order, not overlapping."""
    starters, behind, floor = _starters(), 0, 0
    for i, token in enumerate(tokens):
        if i < behind or not (token.low in starters or token.kind in ("number", "fraction")):
            continue
        found = figure_at(text, tokens, i, floor)
        if found is not None:
            behind, floor = found.last, found.end
            yield found


def figure_at(text: str, tokens: list[Token], i: int, floor: int) -> Figure | None:
    """The figure whose number begins at token `i`; its mark may not begin before code point `floor`."""
    vague = _vague(tokens, i)
    start, mark, last = tokens[i].start, None, i
    negative, begin = _sign(tokens, i)
    before = currency.mark_before(text, tokens[begin].start)
    if before is not None and before[0] >= floor:
        start, mark, _ = before
        if negative and begin == i:
            negative = False
    if vague is not None:
        number, low_value, last = vague
        number = number._replace(first=i)
        figure = Figure(number, i, last, start, tokens[last - 1].end, None, low_value, "vague", mark=mark)
        return _behind(text, tokens, figure)
    number_or_none = read_number(
        tokens, i, lambda k, j: _letter_is_scale(text, tokens, k, j, mark is not None)
    )
    if number_or_none is None:
        return None
    number, last = number_or_none, number_or_none.last
    first = _first_token(tokens, i, start)
    negative, first, start = _negative(tokens, i, first, start, mark is not None)
    value = -number.value if negative else number.value
    figure = Figure(number, first, last, start, tokens[last - 1].end, value, None, "number", mark=mark)
    return _behind(text, tokens, figure)


def _behind(text: str, tokens: list[Token], figure: Figure) -> Figure:
    """The figure with the mark, word, percent sign or measure that follows it."""
    if figure.mark is not None and (not figure.mark.weak or _looks_like_money(figure)):
        return _with_word(tokens, _money(tokens, figure, figure.last, figure.mark, "mark"))
    if figure.mark is not None:  # a weak mark and nothing to hold it up: "K 5", "COP 28"
        figure = _unmarked(tokens, figure)
    if figure.value is None and low(tokens, figure.last) == "of":
        figure = _of_what(tokens, figure)
        if not figure.bare:
            return figure
    unit = units.unit_behind(tokens, figure.last)
    if unit is not None and unit[0].name == "pound" and _pound_is_money(text, tokens, figure):
        unit = None
    money = currency.word_behind(tokens, figure.last) if unit is None else None
    if money is not None and (not money[1].weak or _looks_like_money(figure)):
        return _subunits(tokens, _money(tokens, figure, money[0], money[1], "word"))
    if unit is None and (sign := _sign_behind(text, tokens, figure)):
        return _subunits(tokens, sign)
    if unit is None and not figure.number.words and figure.number.scale == 1:
        unit = units.metre_behind(tokens, figure.last) or read_unit(
            text, tokens, figure.number.first, figure.last
        )
    if unit is None:
        return figure
    found, last = unit
    if found.name == "foot" and figure.value is not None:
        figure, last = _inches(tokens, figure, last)
    rule = "percent" if found.name.startswith("percent") else "measure"
    return replace(
        figure, last=last, end=tokens[last - 1].end, unit=found.name, per=found.per,
        rule=rule if figure.value is not None else figure.rule,
    )  # fmt: skip


def _inches(tokens: list[Token], figure: Figure, last: int) -> tuple[Figure, int]:
    """ "5 feet 2 inches", "5 ft 2 in" → 5 1/6 feet."""
    j = last + (low(tokens, last) == "and")
    part = read_number(tokens, j, lambda *_: False) if j < len(tokens) else None
    if part is None or figure.value is None or not 0 < part.value < 12:
        return figure, last
    if low(tokens, part.last) in ("in", "inch", "inches"):
        return replace(figure, value=figure.value + part.value / 12), part.last + 1
    return figure, last


def _of_what(tokens: list[Token], figure: Figure) -> Figure:
    """ "tens of billions of dollars", "hundreds of kilometres": what is vaguely many."""
    j = figure.last + 1
    money = currency.word_behind(tokens, j)
    if money is not None and not money[1].weak:
        return _money(tokens, figure, money[0], money[1], "vague")
    unit = units.units().starting(tokens, j)
    if unit is None:
        return figure
    found, last = unit
    return replace(figure, last=last, end=tokens[last - 1].end, unit=found.name, per=found.per)


def _money(tokens: list[Token], figure: Figure, last: int, mark: currency.Mark, rule: str) -> Figure:
    value = figure.value / mark.divisor if figure.value is not None else None
    least = figure.low / mark.divisor if figure.low is not None else None
    rule = rule if figure.value is not None else figure.rule
    scale, behind = read_scale(tokens, last, lambda *_: False)  # "75 USD million"
    if figure.number.scale == 1 and scale > 1 and value is not None and last > figure.last:
        number = figure.number._replace(scale=scale, sure=True)
        figure, value, last = replace(figure, number=number), value * scale, behind
    return replace(figure, last=last, end=tokens[last - 1].end, value=value, low=least, mark=mark, rule=rule)


def _with_word(tokens: list[Token], figure: Figure) -> Figure:
    """ "$5 US", "$16.4 million Canadian", "$500 million dollars": the word belongs to the figure."""
    assert figure.mark is not None
    money = currency.word_behind(tokens, figure.last)
    if money is not None and set(money[1].codes) & set(figure.mark.codes) and money[1].divisor == 1:
        narrower = min(money[1], figure.mark, key=lambda mark: len(mark.codes))
        return _money(tokens, figure, money[0], narrower, figure.rule)
    place = currency.places().starting(tokens, figure.last)
    if (
        place is not None
        and tokens[figure.last].text[0].isupper()
        and len(both := [code for code in place[0] if code in figure.mark.codes]) == 1
    ):
        behind = low(tokens, place[1])
        if (
            not behind or behind in ".,;:)—–" or units.is_function_word(behind)
        ):  # "$5 million US", not "… US aid"
            return _money(tokens, figure, place[1], currency.Mark((both[0],), "word"), figure.rule)
    code = currency.marks().get(tokens[figure.last].text) if figure.last < len(tokens) else None
    if code is not None and code.basis == "code" and code.codes[0] in figure.mark.codes and not code.weak:
        return _money(tokens, figure, figure.last + 1, code, figure.rule)
    return figure


def _sign_behind(text: str, tokens: list[Token], figure: Figure) -> Figure | None:
    found = currency.mark_behind(text, figure.end, subunits=not figure.number.words)
    if found is None or (found[1].weak and found[1].divisor == 1 and not _looks_like_money(figure)):
        return None
    end, mark = found
    last = next(
        (k for k in range(figure.last, len(tokens) + 1) if k == len(tokens) or tokens[k].start >= end), 0
    )
    return _money(tokens, figure, last, mark, "code" if mark.basis == "code" else "mark")


def _subunits(tokens: list[Token], figure: Figure) -> Figure:
    """ "thirteen dollars and forty-five cents": the smaller part is added."""
    j = figure.last + (low(tokens, figure.last) == "and")
    if figure.value is None or figure.number.scale > 1 or figure.mark is None or j >= len(tokens):
        return figure
    part = read_number(tokens, j, lambda *_: False)
    if part is not None and _cents_unsaid(tokens, figure, part):
        return replace(
            figure, value=figure.value + part.value / 100, last=part.last, end=tokens[part.last - 1].end
        )
    money = currency.word_behind(tokens, part.last) if part is not None else None
    if part is None or money is None or part.value >= money[1].divisor or money[1].divisor == 1:
        return figure
    last = money[0]
    return replace(
        figure, value=figure.value + part.value / money[1].divisor, last=last, end=tokens[last - 1].end
    )


def _cents_unsaid(tokens: list[Token], figure: Figure, part: Number) -> bool:
    """ "15 dollars 50", "thirteen dollars forty-five": two digits or tens at the end of the phrase."""
    if (
        figure.value is None
        or figure.value % 1
        or part.first != figure.last
        or figure.number.words != part.words
    ):
        return False
    if not 10 <= part.value <= 99 or part.scale > 1 or part.sure:
        return False
    j = part.last
    if glued(tokens, j) and tokens[j].kind == "word":
        return False
    return not (
        currency.word_behind(tokens, j) or units.unit_behind(tokens, j) or units.counts(tokens, j)
    ) and (j >= len(tokens) or tokens[j].low in ".,;:!?)" or units.is_function_word(tokens[j].low))


def _looks_like_money(figure: Figure) -> bool:
    number = figure.number
    written = number.sure or number.raw % 1 != 0
    return number.scale > 1 or (written and not number.words) or figure.value is None


def _unmarked(tokens: list[Token], figure: Figure) -> Figure:
    first = figure.number.first
    return replace(figure, mark=None, first=first, start=tokens[first].start)


def _pound_is_money(text: str, tokens: list[Token], figure: Figure) -> bool:
    """ "two pounds" is a weight unless the scale, "sterling" or a £ in the text says money; "480 lbs" always is."""
    j = figure.last + (low(tokens, figure.last) in ("-", "‑"))
    if not low(tokens, j).startswith("pound"):
        return False
    if low(tokens, j + 1) == "sterling":
        return True
    return low(tokens, j + 1) not in ("of", "per") and (figure.number.scale >= 1000 or "£" in text)


def _letter_is_scale(text: str, tokens: list[Token], k: int, j: int, marked: bool) -> bool:
    """`m` in "£12m", "12m euros" and "12m people" is a scale; in "a 12m wall" it is not. `k` in "10k" is one."""
    if marked:
        return True
    if not glued(tokens, k):
        return False
    if currency.word_behind(tokens, j) or (currency.mark_behind(text, tokens[k].end, subunits=False)):
        return True
    letter = tokens[k].text
    return units.counts(tokens, j) if letter != "k" else not units.units().starting(tokens, j)


def _sign(tokens: list[Token], i: int) -> tuple[bool, int]:
    """Is there a minus glued before token `i`? And where a mark would have to end ("$-3")."""
    if low(tokens, i - 1) in MINUS and glued(tokens, i) and i > 0:
        return True, i - 1 if glued(tokens, i - 1) and not tokens[i - 2].low.isalnum() else i
    return False, i


def _first_token(tokens: list[Token], i: int, start: int) -> int:
    while i > 0 and tokens[i - 1].start >= start:
        i -= 1
    return i


def _negative(tokens: list[Token], i: int, first: int, start: int, marked: bool) -> tuple[bool, int, int]:
    """A minus sign before the mark or the figure, or the word "minus": with the edges that take it in."""
    if marked and first < i and tokens[i - 1].low in MINUS:
        return True, first, start
    before = low(tokens, first - 1)
    if before in MINUS and glued(tokens, first):
        free = first == 1 or not glued(tokens, first - 1) or tokens[first - 2].low in "(“\"'"
        return (True, first - 1, tokens[first - 1].start) if free else (False, first, start)
    if before in ("minus", "negative"):
        return True, first - 1, tokens[first - 1].start
    return False, first, start


@cache
def _starters() -> frozenset[str]:
    tables = (*lexicon.table("vague_amounts"), *lexicon.table("vague_factors"))
    vague = (row["form"].split()[0].split("-")[0] for row in tables)
    scale_words = (form for form, (_, needs) in scales().items() if not needs and len(form) > 3)
    return frozenset((*number_words(), *vague, *scale_words, "a", "an", "couple"))


@cache
def _vague_plurals() -> Phrases[Decimal]:
    return Phrases((row["form"], Decimal(row["low"])) for row in lexicon.table("vague_amounts"))


@cache
def _vague_factors() -> Phrases[Decimal]:
    return Phrases((row["form"], Decimal(row["low"])) for row in lexicon.table("vague_factors"))


def _vague(tokens: list[Token], i: int) -> tuple[Number, Decimal, int] | None:
    """ "millions", "tens of billions", "several hundred thousand": the number, its least value, the index behind."""
    found = _vague_plurals().starting(tokens, i)
    if found is not None:
        least, last = found
        of = last - 1 if low(tokens, last - 1) == "of" else last
        return Number(least, least, least, i, of, True, True), least, of
    factor = _vague_factors().starting(tokens, i)
    if factor is None:
        return None
    scale, last = read_scale(tokens, factor[1], lambda *_: False)
    if scale == 1:
        return None
    return Number(scale, scale, scale, i, last, True, True), factor[0] * scale, last


def year_like(figure: Figure) -> bool:
    """Four bare digits that may be a year."""
    number = figure.number
    plain = not number.words and not number.sure and number.scale == 1
    return plain and figure.bare and figure.value is not None and 1500 <= abs(figure.value) <= 2100


def next_token(tokens: list[Token], figure: Figure) -> Token | None:
    """What stands behind the figure."""
    return at(tokens, figure.last)
