import datetime as dt
from decimal import Decimal

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from pipeline.page import words
from pipeline.record import Amount, Attribution, Date, Span, Speech

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
    assert (words.amount(found), words.exact(found)) == (spoken, exact)


@settings(deadline=None)
@given(st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, places=3))
def test_digits_keep_the_value(value):
    assert Decimal(words.digits(value).replace(",", "")) == value


@settings(deadline=None)
@given(st.decimals(min_value=0, max_value=10**15, allow_nan=False, places=2))
def test_figures_keep_the_value(value):
    number, _, scale = words.figure(value).partition(" ")
    factor = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}[scale]
    assert Decimal(number.replace(",", "")) * factor == value


def when(relation, first, last, **more):
    more = {"kind": "date", "grain": "year", "edtf": None, "timex": None} | more
    first, last = (day and dt.date.fromisoformat(day) for day in (first, last))
    return Date(id="d1", span=HERE, core=HERE, relation=relation, first=first, last=last,
                anchored_to="absolute", rule="x", **more)  # fmt: skip


@pytest.mark.parametrize(
    ("found", "spoken", "days"),
    [
        (when("since", "1991-01-01", None), "since 1991", "1991-01-01 …"),
        (when("by", None, "2018-12-31"), "by 2018", "… 2018-12-31"),
        (when("before", None, "2025-05-31", grain="month"), "before 1 June 2025", "… 2025-05-31"),
        (when("after", "1999-01-01", None), "after 31 December 1998", "1999-01-01 …"),
        (when(None, "2025-03-03", "2025-03-03", grain="day"), "3 March 2025", "2025-03-03"),
        (when("in", "2025-02-01", "2025-02-28", grain="month"), "in February 2025", "2025-02-01 … 2025-02-28"),
        (when("in", "2025-01-01", "2025-04-30", modifier="start"), "1 January to 30 April 2025",
         "2025-01-01 … 2025-04-30"),
        (when("between", "1991-01-01", "2018-12-31"), "1991 to 2018",
         "1991-01-01 … 2018-12-31"),
        (when("in", "1991-01-01", "1991-12-31", approximate=True), "around 1991", "1991-01-01 … 1991-12-31"),
        (when(None, None, None, kind="vague", grain=None), "here", ""),
        (when("as_of", "2024-01-01", "2024-12-31"), "as of 2024", "2024-01-01 … 2024-12-31"),
    ],
)  # fmt: skip
def test_dates(found, spoken, days):
    assert (words.date(found), words.days(found)) == (spoken, days)


@pytest.mark.parametrize(
    ("attribution", "said"),
    [
        (Attribution(source_type="author"), ""),
        (Attribution(source_type="person", source=HERE, content="indirect"), "according to here"),
        (Attribution(source_type="person", source=HERE, content="direct"), "in the words of here"),
        (Attribution(source_type="generic", source=Span(start=0, end=7, text="Critics")), "according to critics"),
        (Attribution(source_type="unnamed"), "according to someone unnamed"),
        (Attribution(source_type="person", source=HERE, content="indirect",
                     chain=(Speech(source=HERE, cue=None), Speech(source=None, cue=HERE))),
         "according to here, citing someone unnamed"),
    ],
)  # fmt: skip
def test_who_said_it(attribution, said):
    assert words.said(attribution) == said


def test_only_what_is_unusual_is_said(document):
    unusual = {claim.id: words.unusual(claim) for claim in document.claims}
    assert unusual["c2"] == ()
    assert unusual["c9"] == ("negated", "conditional")
    assert unusual["d0"] == ("obligatory",)


def test_counts_in_words():
    assert [words.count(n, "entity") for n in (0, 1, 2)] == ["no entities", "1 entity", "2 entities"]
