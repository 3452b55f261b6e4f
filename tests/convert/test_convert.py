"""Money in another currency: by which day's rate, to how many digits, and why not."""

import datetime as dt
import socket
import sys
from decimal import Decimal, getcontext, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.convert import NoRates, Rates, converted
from pipeline.convert import rates as room
from pipeline.record import Document


@pytest.fixture(scope="module")
def euros():
    return Rates("EUR")


def only(document):
    (amount,) = document.amounts
    return amount


def test_the_day_of_publication_gives_the_rate(make, build, euros):
    made = only(converted(make(build["amount"]()), euros)).converted
    assert (made.currency, made.day, made.rate) == ("EUR", dt.date(2024, 4, 30), Decimal("0.933010"))
    assert (made.value, made.low, made.high) == (18_660_200, 18_660_200, 18_660_200)


def test_the_original_is_not_touched(make, build, euros):
    before = make(build["amount"]())
    after = only(converted(before, euros))
    assert after.model_copy(update={"converted": None}) == only(before)


@pytest.mark.parametrize(
    ("dates", "day"),
    [
        ([("2019-05-03", "2019-05-03")], "2019-05-03"),
        ([("2008-01-01", "2008-12-31")], "2008-12-31"),
        ([(None, "2008-12-31")], "2008-12-31"),
        ([("2008-01-01", None)], "2024-04-30"),
        ([("2030-01-01", "2030-12-31")], "2024-04-30"),
        ([("2024-01-01", "2024-12-31")], "2024-04-30"),
        ([("2008-01-01", "2008-12-31"), ("2009-01-01", "2009-12-31")], "2024-04-30"),
        ([], "2024-04-30"),
    ],
)
def test_the_one_date_of_its_claims_gives_the_rate_if_it_is_over(make, build, euros, dates, day):
    days = [build["date"](f"d{n}", *ends) for n, ends in enumerate(dates)]
    document = make(build["amount"](), *days, build["claim"]("c1", dates=tuple(d.id for d in days)))
    assert only(converted(document, euros)).converted.day == dt.date.fromisoformat(day)


def test_a_length_of_time_is_no_day(make, build, euros):
    length = build["date"]("d1", "2008-01-01", "2008-12-31", kind="duration")
    document = make(build["amount"](), length, build["claim"]("c1", dates=("d1",)))
    assert only(converted(document, euros)).converted.day == dt.date(2024, 4, 30)


def test_two_claims_that_name_one_date_agree(make, build, euros):
    day = build["date"]("d1", "2008-01-01", "2008-12-31")
    claims = [build["claim"](id, dates=("d1",)) for id in ("c1", "c2")]
    assert only(converted(make(build["amount"](), day, *claims), euros)).converted.day == dt.date(
        2008, 12, 31
    )


def test_on_a_weekend_the_last_rate_counts_and_its_day_is_told(make, build, euros):
    sunday = only(converted(make(build["amount"](), published="2024-04-28"), euros)).converted
    friday = only(converted(make(build["amount"](), published="2024-04-26"), euros)).converted
    assert sunday == friday
    assert sunday.day == dt.date(2024, 4, 26)


@pytest.mark.parametrize(
    ("currency", "published", "reason"),
    [
        (None, "2024-04-30", "no_currency"),
        ("USD", None, "no_day"),
        ("KHR", "2024-04-30", "no_rate"),
        ("USD", "1998-12-31", "no_rate"),
        ("RUB", "2024-04-30", "no_rate"),
        ("USD", "9999-12-31", "no_rate"),
        ("USD", "0001-01-02", "no_rate"),
    ],
)
def test_where_it_cannot_be_converted_the_record_says_why(make, build, euros, currency, published, reason):
    found = only(converted(make(build["amount"](currency=currency), published=published), euros))
    assert found.converted is None
    assert [(each.field, each.reason) for each in found.abstained] == [("converted", reason)]


def test_what_is_no_money_is_left_alone(make, build, euros):
    share = build["amount"](unit="percent", currency=None)
    assert only(converted(make(share), euros)) == share


def test_its_own_currency_stays_to_the_digit(make, build, euros):
    made = only(converted(make(build["amount"](value="1234567.89", currency="EUR")), euros)).converted
    assert (made.value, made.rate, made.day) == (Decimal("1234567.89"), 1, dt.date(2024, 4, 30))


def test_open_bounds_stay_open(make, build, euros):
    made = only(converted(make(build["amount"](value=None, high=None, low="20000000")), euros)).converted
    assert (made.value, made.low, made.high) == (None, 18_660_200, None)


def test_it_can_be_done_again_in_another_currency(make, build, euros):
    once = converted(make(build["amount"](currency="RUB")), euros)
    again = only(converted(once, Rates("USD")))
    assert len(again.abstained) == 1
    yen = only(converted(converted(make(build["amount"]()), euros), Rates("JPY")))
    assert (yen.converted.currency, yen.abstained) == ("JPY", ())


def test_it_survives_its_file(make, build, euros):
    document = converted(make(build["amount"]()), euros)
    assert Document.model_validate_json(document.to_json()) == document
    assert '"value":"18660200","low"' in document.to_json()


@given(st.decimals(-(10**13), 10**13, places=2), st.dates(dt.date(2000, 1, 3), dt.date(2024, 12, 31)))
def test_the_figures_follow_from_the_rate_in_the_record(make_once, value, day):
    document, euros, amount = make_once
    found = document.model_copy(update={"published": day, "amounts": (amount(value=str(value)),)})
    made = only(converted(found, euros)).converted
    with localcontext() as context:
        context.prec = 6
        assert made.value == value * made.rate
    assert 0 <= (day - made.day).days <= 10


@pytest.fixture(scope="module")
def make_once(build):
    from pipeline.record import MadeBy, digest

    made_by = MadeBy(version="0", model="none", config="0")
    document = Document(id="a", sha256=digest("It paid money."), text=None, made_by=made_by)
    return document, Rates("EUR"), build["amount"]


def test_neither_the_precision_of_the_caller_nor_the_network_matters(make, build, monkeypatch):
    def refuse(*_):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    room._bank.cache_clear()
    with localcontext() as context:
        context.prec = 2
        made = only(converted(make(build["amount"]()), Rates("EUR"))).converted
        assert getcontext().prec == 2
    assert made.value == 18_660_200


def test_a_currency_without_rates_is_refused():
    with pytest.raises(NoRates, match=r"^there are no rates for 'KHR'; there are for AUD, .*, ZAR$"):
        Rates("KHR")


def test_without_the_package_one_sentence_says_what_adds_it(monkeypatch):
    room._bank.cache_clear()
    monkeypatch.setitem(sys.modules, "currency_converter", None)
    with pytest.raises(
        NoRates, match=r'^CurrencyConverter is not installed: pip install "opclaims\[convert\]"$'
    ):
        Rates("EUR")
    room._bank.cache_clear()
