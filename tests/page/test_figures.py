from decimal import Decimal

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from pipeline.page import figures
from pipeline.record import Amount, Span

HERE = Span(start=0, end=4, text="here")


def money(value, **more):
    more = {"comparator": "eq", "unit": "currency", "currency": "USD", "low": None, "high": None} | more
    for name in ("low", "high"):
        more[name] = more[name] and Decimal(more[name])
    return Amount(id="m1", span=HERE, core=HERE, value=value and Decimal(value), rule="x", **more)


@pytest.mark.parametrize(
    ("found", "spoken", "exact"),
    [
        (money("2800000000", comparator="gt"), "more than 2.8 billion USD", "> 2,800,000,000 USD"),
        (money("39000000", comparator="approx"), "about 39 million USD", "≈ 39,000,000 USD"),
        (money("15.50", per="hour"), "15.5 USD an hour", "15.5 USD an hour"),
        (money("1234567"), "1,234,567 USD", "1,234,567 USD"),
        (money("5", comparator="le", change="up", unit="percent"), "up by up to 5%", "up by ≤ 5%"),
        (money(None, comparator="range", low="3000000", high="4000000"), "3 million to 4 million USD",
         "3,000,000 to 4,000,000 USD"),
        (money(None, comparator="vague", low="2000000"), "at least 2 million USD", "≥ 2,000,000 USD"),
        (money(None, comparator="vague"), "here USD", "here USD"),
        (money("7", currency=None, candidates=("USD", "AUD")), "7 USD or AUD", "7 USD or AUD"),
        (money("210", unit="count", currency=None), "210", "210"),
        (money("3", unit="percentage_points", currency=None), "3 percentage points", "3 percentage points"),
        (money("1", unit="week", currency=None), "1 week", "1 week"),
    ],
)  # fmt: skip
def test_amounts(found, spoken, exact):
    assert (figures.spoken(found), figures.exact(found)) == (spoken, exact)


@settings(deadline=None)
@given(st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, places=3))
def test_digits_keep_the_value(value):
    assert Decimal(figures.digits(value).replace(",", "")) == value


@settings(deadline=None)
@given(st.decimals(min_value=0, max_value=10**15, allow_nan=False, places=2))
def test_figures_keep_the_value(value):
    number, _, scale = figures.figure(value).partition(" ")
    factor = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}[scale]
    assert Decimal(number.replace(",", "")) * factor == value
