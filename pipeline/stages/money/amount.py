"""Text → the amounts it states, with their bounds, currency, rate and direction. Pure: knows no spaCy.

What is an amount (corpus/GUIDELINES.md § 5): money; percent, percentage points and parts of a whole ("a third");
measures ("40 km") and ages; and counts: a figure from two up with a plural noun behind it ("nine donors"), any
figure with a scale, a comparator and a noun, or a thousands separator, and a level that a count left or reached
("up from 187"). Years, dates, durations, multiples ("three times"), ordinals, labels and scores are none. The noun
that is counted is not in the span; the words of a measure, of a currency and of a rate are.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Context as Precision
from decimal import Decimal, localcontext
from typing import NamedTuple

from pipeline import lexicon
from pipeline.spaces import hyphened, unwrapped

from . import around, bounds, guards
from .carried import carried
from .context import Choice, Context
from .doubles import told_twice
from .elided import borrowed
from .enclosed import enclosed
from .figure import Figure
from .finder import figures
from .ranges import joined
from .scan import Token, low, scan
from .tree import Standing
from .units import counts
from .vocabulary import group

DIGITS = 100  # enough for exact arithmetic: 30 digits before and behind the point, and the largest scales


class Amount(NamedTuple):
    """One amount. `start`, `end`: code points with the comparator; `core_start`, `core_end`: the figure alone.

    `value` is None for ranges and vague amounts; `low`, `high`: see `bounds.py`; None = open."""

    start: int
    end: int
    core_start: int
    core_end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    comparator: str
    unit: str
    currency: str | None
    currency_basis: str | None
    candidates: tuple[str, ...]
    per: str | None
    change: str | None
    rule: str


def find(
    text: str, *, outlet: str | None = None, standings: Mapping[int, Standing] | None = None
) -> list[Amount]:
    """Every amount in `text`, in order. `outlet`: the paper's name, which may settle what `$` or `Rs` means.
    `standings`: numbers, by their first code point, that a tree knows to count or to be an age (`tree.py`).

    Raises nothing; time is linear in the text."""
    text = hyphened(text)
    tokens, text = scan(text), unwrapped(text)
    with localcontext(Precision(prec=DIGITS)):
        told = [
            _told(figure, standings or {}) for figure in joined(text, tokens, list(figures(text, tokens)))
        ]
        found = carried(text, tokens, borrowed(tokens, told))
        bounded = [(figure, _bound(tokens, figure)) for figure in found]
        kept = [(figure, bound) for figure, bound in bounded if guards.is_amount(text, tokens, figure, bound)]
        explicit = frozenset(
            f.mark.codes[0] for f, _ in kept if f.mark is not None and len(f.mark.codes) == 1
        )
        context = Context(tokens, explicit, outlet)
        twice = told_twice(tokens, [figure for figure, _ in kept])
        done = [_amount(tokens, figure, bound, context, twice.get(figure.start)) for figure, bound in kept]
        return enclosed(text, done)


def _told(figure: Figure, standings: Mapping[int, Standing]) -> Figure:
    """The figure, marked by its rule if the tree told that it is an age or that it counts."""
    standing = standings.get(figure.start) if figure.bare and not figure.year_like else None
    if standing is None or (figure.value is not None and figure.value % 1):
        return figure
    return (
        replace(figure, unit="year", rule="age")
        if standing == "age"
        else replace(figure, rule=f"tree.{standing}")
    )


def _bound(tokens: list[Token], figure: Figure) -> bounds.Bound:
    """The cues around a figure; behind it a rate may come first ("$2 a day or less")."""
    bound = bounds.read_bound(tokens, figure.first, figure.last)
    if figure.rule == "part" and bound.cue is None and low(tokens, figure.first - 1) == "not":
        return bound._replace(first=figure.first - 1, cue=bounds.NOT)  # "not a tenth"
    rate = around.read_per(tokens, figure.last)
    if rate is None or bound.cue is not None:
        return bound
    outer = bounds.read_bound(tokens, figure.first, rate[1])
    return outer if outer.last > rate[1] else bound


def _amount(
    tokens: list[Token], figure: Figure, bound: bounds.Bound, context: Context, other_than: str | None
) -> Amount:
    first, last, comparator, least, most = _limits(tokens, figure, bound)
    choice = Choice(None, "", ())
    if figure.mark is not None:
        choice = context.choose(figure.mark, figure.start, other_than)
    elif figure.bare and _paid(tokens, figure, first):
        choice = Choice(None, "ambiguous", ())
    unit = "currency" if choice.basis else figure.unit or "count"
    per, last = _rate(tokens, figure, unit, last)
    return Amount(
        start=min(figure.start, tokens[first].start),
        end=max(figure.end, tokens[last - 1].end),
        core_start=figure.start,
        core_end=figure.end,
        value=_plain(figure.value),
        low=_plain(least),
        high=_plain(most),
        comparator=comparator,
        unit=unit,
        currency=choice.currency,
        currency_basis=choice.basis or None,
        candidates=choice.candidates,
        per=per,
        change=around.read_change(tokens, first, figure.last, unit),
        rule=f"{figure.rule}.{bound.cue.text}"
        if bound.cue is not None and figure.value is not None
        else figure.rule,
    )


def _paid(tokens: list[Token], figure: Figure, first: int) -> bool:
    """ "pledged millions", "worth 40 million": money of no named currency, if nothing is counted behind it."""
    before = low(tokens, first - 1) in lexicon.column("money_verbs", "verb")
    return (
        before
        and figure.number.scale >= 100
        and low(tokens, figure.last) != "of"
        and not counts(tokens, figure.last)
    )


def _limits(
    tokens: list[Token], figure: Figure, bound: bounds.Bound
) -> tuple[int, int, str, Decimal | None, Decimal | None]:
    """The span in tokens, the comparator and the bounds."""
    first, last = bound.first, bound.last
    if figure.high is not None:
        opener = low(tokens, figure.first - 1)
        left = opener == "from" and around.moves(tokens, figure.first - 1)  # "gone from 2 to 4 percent to 56"
        if first == figure.first and opener in ("between", "from") and not left:
            first -= 1 + (low(tokens, figure.first - 2) in ("somewhere", "anywhere", "anything"))
        return first, last, "range", figure.low, figure.high
    if figure.value is None:
        return first, last, "vague", figure.low, None
    least, most = bounds.limits(figure.value, bound.cue)
    return first, last, bound.cue.comparator if bound.cue is not None else "eq", least, most


def _rate(tokens: list[Token], figure: Figure, unit: str, last: int) -> tuple[str | None, int]:
    """The rate, and the index behind its words where they follow the figure ("$21 an hour"). Of a count, up to
    three words of the noun may stand between ("45,000 jobs a year"); these, and the rate, are not in the span."""
    if figure.per is not None:
        return figure.per, last
    found = around.read_per(tokens, last) or around.read_per(tokens, figure.last)
    if found is None and figure.mark is not None:
        found = around.read_price(tokens, last)
    if found is not None:
        outer = around.read_per(tokens, found[1])  # "per patient per year", "each per year"
        return (found[0], max(found[1], last)) if outer is None else outer
    if unit == "count" or (unit not in ("currency", "percent") and low(tokens, figure.last) == "of"):
        for j in range(figure.last + 1, figure.last + 4):
            if (
                j >= len(tokens)
                or tokens[j - 1].kind != "word"
                or tokens[j - 1].low in group("no rate behind")
            ):
                break
            if (found := around.read_per(tokens, j)) is not None:
                return found[0], last
    return None, last


def _plain(value: Decimal | None) -> Decimal | None:
    """Without trailing zeros behind the point, and without an exponent; thirds are cut at twelve places."""
    if value is None:
        return None
    if -value.as_tuple().exponent > 60:  # type: ignore[operator]
        value = round(value, 12)
    value = value.normalize()
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value
