"""Lines for amounts, dates and names: what stands behind the `=`, and what follows from it."""

import datetime as dt
from decimal import Decimal
from itertools import pairwise

import pytest

from pipeline.gold.amounts import amount
from pipeline.gold.dates import date
from pipeline.gold.names import entity, linked
from pipeline.gold.problems import Wrong
from pipeline.gold.quotes import Source
from pipeline.gold.units import third, unit


def amount_of(line):
    return amount(Source.of(line.partition(" = ")[0].replace("<", "").replace(">", "")), line, 0)


def date_of(line):
    return date(Source.of(line.partition(" = ")[0].replace("<", "").replace(">", "")), line, 0)


@pytest.mark.parametrize(
    ("line", "comparator", "value", "low", "high", "unit", "core"),
    [
        ("212", "eq", "212", "212", "212", "count", "212"),
        ("nine = 9", "eq", "9", "9", "9", "count", "nine"),
        ("US$410m = USD unique_mark", "eq", "410000000", "410000000", "410000000", "currency", "US$410m"),
        ("Rs 2,50,000 = INR context", "eq", "250000", "250000", "250000", "currency", "Rs 2,50,000"),
        ("₹3.5 lakh crore = INR unique_mark", "eq", "3500000000000", "3500000000000", "3500000000000", "currency", "₹3.5 lakh crore"),
        ("nearly <KSh 1.4bn> = approx KES unique_mark", "approx", "1400000000", None, None, "currency", "KSh 1.4bn"),
        ("more than <a third> = gt 33.33 percent", "gt", "33.33", "33.33", None, "percent", "a third"),
        ("up to <7%> = le", "le", "7", None, "7", "percent", "7%"),
        ("<380>-odd = ge", "ge", "380", "380", None, "count", "380"),
        ("between <6m and 8m> a year = 6m..8m KES word per:year", "range", None, "6000000", "8000000", "currency", "6m and 8m"),
        ("tens of billions = vague 10bn", "vague", None, "10000000000", None, "count", "tens of billions"),
        ("40m tonnes = 40m unit:tonne", "eq", "40000000", "40000000", "40000000", "tonne", "40m tonnes"),
        ("six points = 6 percentage_points down", "eq", "6", "6", "6", "percentage_points", "six points"),
    ],
)  # fmt: skip
def test_amounts(line, comparator, value, low, high, unit, core):
    found = amount_of(line)
    numbers = [None if text is None else Decimal(text) for text in (value, low, high)]
    assert [found.value, found.low, found.high] == numbers
    assert (found.comparator, found.unit, found.core.text) == (comparator, unit, core)
    assert found.rule == "gold"


def test_more_of_an_amount():
    found = amount_of("$5 a day = 5 ambiguous candidates:USD/CAD per:day down")
    assert (found.currency, found.candidates, found.per, found.change) == (
        None,
        ("USD", "CAD"),
        "day",
        "down",
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("more than $3m = gt USD context", "mark the figure"),
        ("$3m = USD", "a currency wants its basis"),
        ("$3m = 3m context", "wants its basis"),
        ("$3m = USD context ambiguous", "there is a currency_basis already"),
        ("$3m = USD ambiguous", "ambiguous means candidates"),
        ("nine", "what number is 'nine'?"),
        ("40m", "what number is '40m'?"),
        ("3 or 4 = range 3", "a range wants both ends"),
        ("millions = vague", "a vague amount wants one of its unit"),
        ("$3m = gte USD context", "'gte' is no comparator"),
        ("3m = 3x", "'3x' is not a number"),
        ("<3m = 3m", "wants one pair of angle brackets"),
    ],
)
def test_amounts_that_say_too_little_or_too_much(line, said):
    with pytest.raises(Wrong, match=said.replace("?", r"\?")):
        amount_of(line)


@pytest.mark.parametrize(
    ("line", "first", "last", "grain", "anchored"),
    [
        ("Since <2019> = since 2019", "2019-01-01", None, "year", "absolute"),
        ("by <2018> = by 2018", None, "2018-12-31", "year", "absolute"),
        ("until <May 2020> = until 2020-05", None, "2020-05-31", "month", "absolute"),
        ("before <May 2020> = before 2020-05", None, "2020-04-30", "month", "absolute"),
        ("after <3 May 2020> = after 2020-05-03", "2020-05-04", None, "day", "absolute"),
        ("Between <2009 and 2016> = between 2009..2016", "2009-01-01", "2016-12-31", "year", "absolute"),
        ("2019–21 = between 2019..2021", "2019-01-01", "2021-12-31", "year", "absolute"),
        ("Last year = 2024 published", "2024-01-01", "2024-12-31", "year", "published"),
        ("early 2024 = 2024 start", "2024-01-01", "2024-04-30", "year", "absolute"),
        ("mid-May 2024 = 2024-05 mid", "2024-05-11", "2024-05-20", "month", "absolute"),
        ("late February 2024 = 2024-02 end", "2024-02-21", "2024-02-29", "month", "absolute"),
        ("by <the late 1960s> = by 1960s end", None, "1969-12-31", "decade", "absolute"),
        ("the mid-1960s = 1960s mid", "1963-05-01", "1966-08-31", "decade", "absolute"),
        ("the late 20th century = 20c end", "1967-09-01", "2000-12-31", "century", "absolute"),
        ("that spring = 2023-spring sentence", "2023-03-01", "2023-05-31", "season", "sentence"),
        ("winter 2023 = 2023-winter", "2023-12-01", "2024-02-29", "season", "absolute"),
        ("Q3 2024 = 2024-Q3", "2024-07-01", "2024-09-30", "quarter", "absolute"),
        ("the second half of 2024 = 2024-H2", "2024-07-01", "2024-12-31", "half", "absolute"),
        ("In <FY 2023-24> = in fiscal_year", None, None, "fiscal_year", "absolute"),
        ("nearly <700 hours> = duration approximate", None, None, None, "none"),
        ("every June = set", None, None, None, "none"),
        ("the war = date sentence first:2019-05 last:none", "2019-05-01", None, None, "sentence"),
    ],
)  # fmt: skip
def test_dates(line, first, last, grain, anchored):
    found = date_of(line)
    days = [None if text is None else dt.date.fromisoformat(text) for text in (first, last)]
    assert [found.first, found.last] == days
    assert (found.grain, found.anchored_to, found.rule) == (grain, anchored, "gold")


def test_around_is_approximate():
    assert date_of("around <2010> = around 2010").approximate


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("since 2019 = since 2019", "mark the date"),
        ("2019 = 2019 form", "'form' is no unit"),
        ("2019 = 2019-13", "no day that there is"),
        ("2019 = 20190", "is not a unit"),
        ("six years = duration 2019", "a duration has no days"),
        ("2019 = between 2021..2019", "is after last"),
        ("2019 = in on 2019", "there is a relation already"),
        ("early spring = 2024-spring start", "has no thirds"),
    ],
)
def test_dates_that_cannot_be(line, said):
    with pytest.raises(Wrong, match=said):
        date_of(line)


def test_thirds_fill_their_unit():
    for whole in map(unit, ("2024", "2023-02", "1990s", "19c")):
        thirds = [third(whole, part) for part in ("start", "mid", "end")]
        assert (thirds[0].first, thirds[2].last) == (whole.first, whole.last)
        for before, after in pairwise(thirds):
            assert after.first - before.last == dt.timedelta(days=1)


def test_names_of_the_same_thing_point_to_the_first():
    source = Source.of("The Bank of Ghana lent. Ghana paid the Bank of Ghana.")
    lines = [("ORG Bank of Ghana@s1", 0), ("GPE Ghana@s1.1", 1), ("ORG Bank of Ghana", 0)]
    done = linked(entity(source, line, sentence) for line, sentence in lines)
    assert [(e.id, e.label, e.same_as) for e in done] == [
        ("e1", "ORG", None),
        ("e2", "GPE", None),
        ("e3", "ORG", "e1"),
    ]
    named = entity(source, "ORG Bank = Bank of Ghana", 0)
    assert (named.span.text, named.name) == ("Bank", "Bank of Ghana")
    with pytest.raises(Wrong, match="'BANK' is no label"):
        entity(source, "BANK Bank of Ghana", 0)
