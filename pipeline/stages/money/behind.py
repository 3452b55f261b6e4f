"""What follows a number and belongs to its figure: a currency word or mark, a percent sign, a measure."""

from dataclasses import replace

from . import currency, units
from .ages import age
from .around import read_change
from .bounds import read_bound
from .figure import Figure
from .numbers import read_number
from .quantulum import read_unit
from .scale import Number, no_letters, read_scale
from .scan import ENDS, Token, low
from .vocabulary import group

WINDOW = 2000  # code points on either side in which a £ says that "pounds" are money


def complete(text: str, tokens: list[Token], figure: Figure) -> Figure:
    """The figure with all that belongs to it."""
    if figure.mark is not None and (
        not figure.mark.weak or figure.looks_like_money or _at_home(text, figure, figure.mark)
    ):
        return _with_word(tokens, _money(tokens, figure, figure.last, figure.mark, "mark"))
    if figure.mark is not None:  # a weak mark and nothing to hold it up: "K 5", "COP 28"
        first = figure.number.first
        figure = replace(figure, mark=None, first=first, start=tokens[first].start)
    if figure.value is None and low(tokens, figure.last) == "of":
        return _of_what(tokens, figure)
    old = age(tokens, figure) if figure.value is not None else None
    if old is not None:
        return replace(figure.up_to(tokens, old[1], figure.value, "age"), unit=old[0])
    if low(tokens, figure.last) in ("point", "points") and _in_points(tokens, figure):
        points = figure.up_to(tokens, figure.last + 1, figure.value, "percent")
        return replace(points, unit="percentage_points")
    return _measure(text, tokens, figure) or _paid(text, tokens, figure) or _unknown(text, tokens, figure)


def _at_home(text: str, figure: Figure, mark: currency.Mark) -> bool:
    """Is a letter glued to a small figure ("P15") money, because the currency is written in full nearby? "Sh5" is it
    by itself: nothing else is written so."""
    written = text[figure.start : figure.end]
    if figure.number.words or " " in written:
        return False
    if written[0].isupper() and written[1].islower() and written[1:3].isalpha() is False:
        return True
    near = text[max(figure.start - WINDOW, 0) : figure.end + WINDOW].lower()
    return any(name in near for code in mark.codes for name in currency.full_names(code))


def _in_points(tokens: list[Token], figure: Figure) -> bool:
    """ "fell by six points", "up 3 points": of a share; an index moves by more ("the index fell 300 points")."""
    small = figure.value is not None and abs(figure.value) <= 30
    first = read_bound(tokens, figure.first, figure.last).first
    return small and (_of_a_lead(tokens, first, figure.last) or _is_moved(tokens, first, figure.last + 1))


def _is_moved(tokens: list[Token], first: int, last: int) -> bool:
    return read_change(tokens, first, last, "percentage_points") is not None


def _of_a_lead(tokens: list[Token], first: int, last: int) -> bool:
    """ "a swing of 3.2 points", "four points ahead", "a six-point lead": of votes or of a poll."""
    before = low(tokens, first - 1) == "of" and low(tokens, first - 2) in group("lead")
    return before or low(tokens, last + 1) in group("lead") | group("ahead")


def _measure(text: str, tokens: list[Token], figure: Figure) -> Figure | None:
    """ "12 percent", "40 km", "3-inch"."""
    unit = units.unit_behind(tokens, figure.last) or units.degrees_behind(tokens, figure.last)
    if unit is None or (unit[0].name == "pound" and pound_is_money(text, tokens, figure)):
        return None
    return _with_unit(tokens, figure, *unit)


def _paid(text: str, tokens: list[Token], figure: Figure) -> Figure | None:
    """ "40 million euros", "500 kr", "30p", "15 dollars and 50 cents"."""
    word = currency.word_behind(tokens, figure.last)
    if figure.last < len(tokens) and tokens[figure.last].text == "C":  # cents are 50c
        return None
    if word is not None and (shared := _of_each_unit(tokens, *word)) is not None:
        return replace(figure.up_to(tokens, shared, figure.value, "ratio"), unit="percent")
    if word is not None and (not word[1].weak or figure.looks_like_money):
        return _subunits(tokens, _money(tokens, figure, word[0], word[1], "word"))
    sign = currency.mark_behind(text, figure.end, subunits=not figure.number.words)
    if sign is None or (sign[1].weak and sign[1].divisor == 1 and not figure.looks_like_money):
        return None
    end, mark = sign
    last = figure.last
    while last < len(tokens) and tokens[last].start < end:
        last += 1
    rule = "code" if mark.basis == "code" else "mark"
    return _subunits(tokens, _money(tokens, figure, last, mark, rule))


def _of_each_unit(tokens: list[Token], last: int, mark: currency.Mark) -> int | None:
    """ "nine cents in the dollar", "40 pence in the pound", "five cents of every euro": hundredths, so percent. The
    index behind; None for anything else."""
    link = (low(tokens, last), low(tokens, last + 1))
    if mark.divisor != 100 or link not in _OF_EACH:
        return None
    whole = currency.words().starting(tokens, last + 2)
    if whole is None or whole[0].divisor > 1 or not set(whole[0].codes) & set(mark.codes):
        return None
    behind = low(tokens, whole[1])
    return whole[1] if units.is_function_word(behind) or not behind.isalpha() else None  # "the dollar store"


_OF_EACH = tuple((a, b) for a in ("in", "on", "of", "from") for b in ("the", "every", "each"))


def _named_before(tokens: list[Token], figure: Figure) -> Figure:
    """ "rupees 500 crore", "dollar 22.5 million": the word before a large figure that counts nothing."""
    word = currency.words().ending(tokens, figure.first)
    if word is None or figure.number.scale < 1000 or word[0].divisor > 1 or word[0].weak:
        return figure
    if units.counts(tokens, figure.last) or figure.value is None:
        return figure
    return replace(figure, first=word[1], start=tokens[word[1]].start, mark=word[0], rule="word")


def _unknown(text: str, tokens: list[Token], figure: Figure) -> Figure:
    """A unit that our table does not hold, if quantulum3 knows it; else the bare figure."""
    if figure.number.words or figure.number.scale > 1:
        return _named_before(tokens, figure)
    unit = units.metre_behind(tokens, figure.last) or read_unit(text, tokens, figure.last)
    return _with_unit(tokens, figure, *unit) if unit is not None else figure


def _with_unit(tokens: list[Token], figure: Figure, unit: units.Unit, last: int) -> Figure:
    value = figure.value
    if unit.name == "foot" and value is not None:  # "5 feet 2 inches", "5 ft 2 in" → 5 1/6 feet
        j = last + (low(tokens, last) == "and")
        part = read_number(tokens, j, no_letters) if j < len(tokens) else None
        if part is not None and 0 < part.value < 12 and low(tokens, part.last) in ("in", "inch", "inches"):
            value, last = value + part.value / 12, part.last + 1
    rule = "percent" if unit.name.startswith("percent") else "measure"
    return replace(figure.up_to(tokens, last, value, rule), unit=unit.name, per=unit.per)


def _of_what(tokens: list[Token], figure: Figure) -> Figure:
    """ "tens of billions of dollars", "hundreds of kilometres": what is vaguely many."""
    word = currency.word_behind(tokens, figure.last + 1)
    if word is not None and not word[1].weak:
        return _money(tokens, figure, word[0], word[1], "vague")
    unit = units.units().starting(tokens, figure.last + 1)
    return _with_unit(tokens, figure, *unit) if unit is not None else figure


def _money(tokens: list[Token], figure: Figure, last: int, mark: currency.Mark, rule: str) -> Figure:
    """The figure as money up to token `last`, cents as parts of one; a scale may follow ("75 USD million")."""
    value = figure.value / mark.divisor if figure.value is not None else None
    scale, behind = read_scale(tokens, last, no_letters)
    if figure.number.scale == 1 and scale > 1 and value is not None and last > figure.last:
        figure = replace(figure, number=figure.number._replace(scale=scale, sure=True))
        value, last = value * scale, behind
    return replace(figure.up_to(tokens, last, value, rule), mark=mark)


def _with_word(tokens: list[Token], figure: Figure) -> Figure:
    """ "$5 US", "$16.4 million Canadian", "$500 million dollars": the word behind belongs to the marked figure."""
    mark = figure.mark
    if mark is None or figure.last >= len(tokens):
        return figure
    word = currency.word_behind(tokens, figure.last)
    if word is not None and set(word[1].codes) & set(mark.codes) and word[1].divisor == 1:
        narrower = min(word[1], mark, key=lambda choice: len(choice.codes))
        return _money(tokens, figure, word[0], narrower._replace(divisor=currency.ONE), figure.rule)
    code = currency.marks().get(tokens[figure.last].text)
    if code is not None and code.basis == "code" and code.codes[0] in mark.codes and not code.weak:
        return _money(tokens, figure, figure.last + 1, code, figure.rule)
    place = currency.places().starting(tokens, figure.last)
    if place is None or not tokens[figure.last].text[0].isupper():
        return figure
    both = [code for code in place[0] if code in mark.codes]
    behind = low(tokens, place[1])
    if len(both) == 1 and (behind in ENDS or units.is_function_word(behind)):  # not "$5 million US aid"
        return _money(tokens, figure, place[1], currency.Mark((both[0],), "word"), figure.rule)
    return figure


def _subunits(tokens: list[Token], figure: Figure) -> Figure:
    """ "thirteen dollars and forty-five cents": the smaller part is added."""
    j = figure.last + (low(tokens, figure.last) == "and")
    if figure.value is None or figure.number.scale > 1 or j >= len(tokens):
        return figure
    part = read_number(tokens, j, no_letters)
    if part is None:
        return figure
    if _cents_unsaid(tokens, figure, part):
        return figure.up_to(tokens, part.last, figure.value + part.value / 100, figure.rule)
    word = currency.word_behind(tokens, part.last)
    if word is None or part.value >= word[1].divisor:
        return figure
    return figure.up_to(tokens, word[0], figure.value + part.value / word[1].divisor, figure.rule)


def _cents_unsaid(tokens: list[Token], figure: Figure, part: Number) -> bool:
    """ "15 dollars 50", "thirteen dollars forty-five": a whole number, then two digits that end the phrase."""
    if part.first != figure.last or part.words != figure.number.words:
        return False
    if figure.value is None or figure.value % 1 or not 10 <= part.value <= 99:
        return False
    j = part.last
    return low(tokens, j) in ENDS or (units.is_function_word(low(tokens, j)) and not units.counts(tokens, j))


def pound_is_money(text: str, tokens: list[Token], figure: Figure) -> bool:
    """ "two pounds" is a weight unless the scale, "sterling" or a £ nearby says money; "480 lbs" always is."""
    j = figure.last + (low(tokens, figure.last) == "-")
    if not low(tokens, j).startswith("pound"):
        return False
    if low(tokens, j + 1) == "sterling":
        return True
    near = text[max(figure.start - WINDOW, 0) : figure.end + WINDOW]
    return low(tokens, j + 1) not in ("of", "per") and (figure.number.scale >= 1000 or "£" in near)
