import datetime as dt
from decimal import Decimal

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from pipeline.page import figures
from pipeline.record import Amount, Converted, Span

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
        (money("94", per="item"), "94 USD each", "94 USD each"),
        (money("3", per="1000"), "3 USD per 1,000", "3 USD per 1,000"),
        (money("60", per="employee"), "60 USD an employee", "60 USD an employee"),
        (money("2", per="unit"), "2 USD a unit", "2 USD a unit"),
        (money("9", per="square_metre"), "9 USD a square metre", "9 USD a square metre"),
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


@pytest.mark.parametrize(
    ("ends", "currency", "said"),
    [
        ((18_660_200, 18_660_200, 18_660_200), "EUR", "≈ 18.7 million EUR (26 April 2024)"),
        ((1234, None, None), "EUR", "≈ 1,230 EUR (26 April 2024)"),
        ((None, 1_000_000, 2_000_000), "EUR", "≈ 1 million to 2 million EUR (26 April 2024)"),
        ((None, 2_000_000, None), "EUR", "≈ 2 million EUR (26 April 2024)"),
        ((None, None, None), "EUR", ""),
        ((5, 5, 5), "USD", ""),
    ],
)
def test_converted_is_told_in_three_digits(ends, currency, said):
    value, low, high = (end and Decimal(end) for end in ends)
    made = Converted(
        value=value, low=low, high=high, currency=currency, rate=Decimal("0.93301"), day=dt.date(2024, 4, 26)
    )
    assert figures.converted(money("20000000", converted=made)) == said
    assert figures.converted(money("20000000")) == ""


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
