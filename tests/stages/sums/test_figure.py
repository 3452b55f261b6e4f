"""How exactly a figure is known, by the way it is written."""

from decimal import Decimal

import pytest

from pipeline.stages.money.amount import find
from pipeline.stages.sums.figure import Figure, Interval, known, place


def figure(text):
    (amount,) = find(text)
    core = text[amount.core_start : amount.core_end]
    kind = (amount.unit, *([amount.currency] if amount.currency else amount.candidates))
    return Figure(
        "m1", amount.start, amount.end, amount.core_start, core, amount.value, amount.low, amount.high, kind,
        amount.per, amount.change, amount.rule,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("It cost $60m.", "1000000"),
        ("It cost $2.3bn.", "100000000"),
        ("It cost $2.30bn.", "10000000"),
        ("It cost 1,272 million pesos.", "1000000"),
        ("It cost Tk 17 crore.", "10000000"),
        ("It cost $9.40.", "0.01"),
        ("It cost 60 cents.", "0.01"),
        ("It cost $600.", "1"),
        ("It cost $12,000.", "1000"),
        ("It cost $4,650.", "10"),
        ("It cost $4,651.", "1"),
        ("It cost $3,000,000.", "1000"),
        ("It cost €1 200 000.", "1000"),
        ("It cost 1.234,50 euros.", "0.01"),
        ("It cost nine billion dollars.", "1000000000"),
        ("It cost three hundred million dollars.", "100000000"),
        ("It cost half a billion dollars.", "100000000"),
        ("Sixty percent came.", "1"),
        ("Some 7.5 percent came.", "0.1"),
        ("A third of the voters stayed home.", "5.0"),
        ("It cost between $20m and $25m.", "1000000"),
        ("It cost zero dollars.", "0"),
    ],
)
def test_the_last_place_that_is_known(text, last):
    assert place(figure(text)) == Decimal(last)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It cost $60m.", "59500000", "60500000"),
        ("It cost about $60m.", "53500000", "66500000"),
        ("It cost more than $60m.", "59500000", None),
        ("It cost up to $60m.", None, "60500000"),
        ("It cost between $20m and $25m.", "19500000", "25500000"),
    ],
)
def test_what_the_words_allow(text, low, high):
    assert known(figure(text)) == Interval(*(Decimal(end) if end else None for end in (low, high)))


def test_figures_of_no_size_are_vague():
    assert figure("It cost millions of dollars.").vague
    assert not figure("It cost up to $60m.").vague


def test_a_bare_figure_with_a_scale_may_be_money():
    money, bare, few = (
        figure(t) for t in ("It cost $60m.", "It took 20 million of it.", "It took 14 clinics.")
    )
    assert money.like(bare) and bare.like(money)
    assert not money.like(few)
