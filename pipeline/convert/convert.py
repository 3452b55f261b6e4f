"""A document with each sum of money in another currency, too."""

import datetime as dt
from decimal import Decimal

from pipeline.convert.day import days
from pipeline.convert.rates import DIGITS, Rates
from pipeline.record import Abstained, Amount, Converted, Document

FIELD = "converted"


def converted(document: Document, rates: Rates) -> Document:
    """The same document; each amount of money has `converted`, or says in `abstained` why it has not."""
    on = days(document)
    amounts = tuple(
        _converted(amount, on.get(amount.id), rates) if amount.unit == "currency" else amount
        for amount in document.amounts
    )
    return document.model_copy(update={"amounts": amounts})


def _converted(amount: Amount, day: dt.date | None, rates: Rates) -> Amount:
    if amount.currency is None:
        return _without(amount, "no_currency")
    if day is None:
        return _without(amount, "no_day")
    rate = rates.on(amount.currency, day)
    if rate is None:
        return _without(amount, "no_rate")
    same = amount.currency == rates.currency
    made = Converted(
        value=_times(amount.value, rate.value, same),
        low=_times(amount.low, rate.value, same),
        high=_times(amount.high, rate.value, same),
        currency=rates.currency,
        rate=rate.value,
        day=rate.day,
    )
    return amount.model_copy(update={"converted": made, "abstained": _others(amount)})


def _times(value: Decimal | None, rate: Decimal, same: bool) -> Decimal | None:
    """Rounded like the rate, and not at all where nothing is converted."""
    return value if value is None or same else DIGITS.multiply(value, rate)


def _without(amount: Amount, reason: str) -> Amount:
    why = Abstained(field=FIELD, reason=reason)
    return amount.model_copy(update={"converted": None, "abstained": (*_others(amount), why)})


def _others(amount: Amount) -> tuple[Abstained, ...]:
    return tuple(each for each in amount.abstained if each.field != FIELD)
