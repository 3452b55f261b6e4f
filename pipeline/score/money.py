"""Amounts: each reading asks for more than the one before it."""

from decimal import Decimal

from pipeline.record import Amount
from pipeline.score.figures import Count, Key, Tally
from pipeline.score.match import Match
from pipeline.score.spans import same

CURRENCY = "currency"


def wrong(gold: Amount, found: Amount) -> list[str]:
    """The fields in which two amounts that overlap differ, in the order in which they are asked for.

    "About" names no bound: how near is near is a convention of the program's, not a reading of the text, and
    is not compared.
    """
    checks = {
        "value": _figure(gold) == _figure(found),
        "currency": (gold.unit, gold.currency) == (found.unit, found.currency),
        "comparator": gold.comparator == found.comparator,
        "bounds": gold.comparator == "approx" or (gold.low, gold.high) == (found.low, found.high),
    }
    return [field for field, right in checks.items() if not right]


def tally(match: Match) -> Tally:
    """`span` (same edges) and `partial` (overlap); then, of what overlaps, `value`, `+currency`, `+comparator`,
    `+bounds`, each on top of the ones before. Label `currency` counts sums of money alone."""
    return _count(match, "") | _count(match, CURRENCY)


def _count(match: Match, unit: str) -> Tally:
    gold = sum(_is(amount, unit) for amount in match.amounts.gold)
    found = sum(_is(amount, unit) for amount in match.amounts.found)
    pairs = [p for p in match.amounts.pairs if _is(p.gold, unit) and _is(p.found, unit)]
    right = {"span": sum(same(p.gold.span, p.found.span) for p in pairs), "partial": len(pairs)}
    asked: set[str] = set()
    for field in ("value", "currency", "comparator", "bounds"):
        asked.add(field)
        name = field if field == "value" else f"+{field}"
        right[name] = sum(asked.isdisjoint(wrong(p.gold, p.found)) for p in pairs)
    return {Key("money", name, label=unit): Count(gold, found, n) for name, n in right.items()}


def _is(amount: Amount, unit: str) -> bool:
    return unit in ("", amount.unit)


def _figure(amount: Amount) -> tuple[Decimal | None, ...]:
    """The value; for a range or a vague amount, which have none, the bounds."""
    return (amount.value,) if amount.value is not None else (amount.low, amount.high)
