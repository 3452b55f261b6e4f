"""What holds for every text and every amount."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import lexicon
from pipeline.stages.money.amount import find

PIECES = st.sampled_from(
    [
        *(
            "$",
            "€",
            "Rs ",
            "US$",
            "kr",
            "5",
            "12",
            "1,234",
            "2.8",
            "½",
            "1/2",
            " ",
            "\u00a0",
            "-",
            "–",
            "−",
            ".",
            ",",
        ),
        *(
            "%",
            "(",
            ")",
            "million",
            "bn",
            "k",
            "m",
            " lakh crore",
            "hundred",
            " and ",
            " or ",
            " to ",
            "between ",
        ),
        *(
            "from ",
            "about ",
            "more than ",
            "a ",
            "half ",
            "quarter",
            "tens of ",
            "dollars",
            "pesos",
            "pounds",
            "cents",
        ),
        *(
            " per ",
            "a year",
            "people",
            "-odd",
            "or more",
            "\n",
            "\r\n",
            "😀",
            "e\u0301",
            "\u200b",
            "٣",
            "Ⅷ",
            "one",
        ),
        *("forty", "-", "point", "up ", "by ", "cut ", "kPa", "10 MEUR"),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join))


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_no_text_raises_and_every_amount_keeps_its_promises(text):
    behind = 0
    for amount in find(text):
        assert behind <= amount.core_start
        assert 0 <= amount.start <= amount.core_start < amount.core_end <= amount.end <= len(text)
        behind = amount.core_end
        assert amount.comparator in ("eq", "approx", "gt", "ge", "lt", "le", "range", "vague")
        assert (amount.value is None) == (amount.comparator in ("range", "vague"))
        if amount.low is not None and amount.high is not None:
            assert amount.low <= amount.high
        if amount.comparator == "eq":
            assert amount.low == amount.value == amount.high
        assert (amount.currency_basis is not None) == (amount.unit == "currency")
        assert not any(
            "E" in format(v, "f") for v in (amount.value, amount.low, amount.high) if v is not None
        )


@settings(deadline=None, max_examples=50)
@given(TEXTS)
def test_the_same_text_gives_the_same_amounts(text):
    assert find(text) == find(text)


def western(value: Decimal) -> str:
    return f"{value:,f}"


STYLES = {
    "mark": lambda value, row: f"US${western(value)}",
    "code": lambda value, row: f"{row['code']} {western(value)}",
    "code glued": lambda value, row: f"{row['code']}{value:f}",
    "code behind": lambda value, row: f"{western(value)} {row['code']}",
    "million": lambda value, row: f"{row['code']} {value:f} million",
    "bn": lambda value, row: f"{row['code']} {western(value)}bn",
    "words": lambda value, row: (
        f"{western(value)} million {row['places'].split(';')[0]} {row['words'].split(';')[0]}s"
    ),
}
FACTOR = {"million": 10**6, "bn": 10**9, "words": 10**6}
STRONG = [row for row in lexicon.table("currencies") if row["code"] not in row["weak"].split(";")]
SPELLED = [row for row in STRONG if row["places"] and not row["words"].split(";")[0].endswith("s")]


@settings(deadline=None, max_examples=150)
@given(
    value=st.decimals(min_value="0.01", max_value="999999999999", places=2),
    style=st.sampled_from(sorted(STYLES)),
    data=st.data(),
)
def test_what_a_newspaper_prints_is_read_back_exactly(value, style, data):
    row = data.draw(st.sampled_from(SPELLED if style == "words" else STRONG))
    text = f"The council paid {STYLES[style](value, row)} on Friday."
    (amount,) = find(text)
    assert amount.value == value * FACTOR.get(style, 1)
    assert amount.currency == ("USD" if style == "mark" else row["code"])
    assert text[amount.core_start : amount.core_end] == STYLES[style](value, row)


UNITS = [row["word"] for row in lexicon.table("number_words") if row["kind"] in ("unit", "teen")]
UNITS.remove("nought")
TENS = [
    row["word"] for row in lexicon.table("number_words") if row["kind"] == "ten" and row["word"] != "fourty"
]


def spell(n: int) -> str:
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if n >= size:
            return f"{spell(n // size)} {name}" + (f" {spell(n % size)}" if n % size else "")
    if n >= 100:
        return f"{UNITS[n // 100]} hundred" + (f" and {spell(n % 100)}" if n % 100 else "")
    return UNITS[n] if n < 20 else TENS[n // 10 - 2] + (f"-{UNITS[n % 10]}" if n % 10 else "")


@settings(deadline=None, max_examples=150)
@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_a_number_in_words_is_read_back(n):
    (amount,) = find(f"They paid {spell(n)} euros.")
    assert (amount.value, amount.currency) == (n, "EUR")


@pytest.mark.parametrize("piece", ["9", "$1 ", "1-", "5, ", "one ", "½", "from 5 to ", "x5", "(", "5 kr "])
def test_hostile_texts_end_soon(piece):
    # Work is counted, not time: a clock on a busy machine tells nothing. See benchmarks/money.py for seconds.
    import sys

    def calls(text):
        seen = [0]
        sys.setprofile(lambda *_: seen.__setitem__(0, seen[0] + 1))
        try:
            find(text)
        finally:
            sys.setprofile(None)
        return seen[0]

    calls(piece * 10)
    assert calls(piece * 1000) < 3 * calls(piece * 500) + 1000


def test_a_long_run_of_digits_is_no_amount():
    assert find("9" * 100_000) == []
    assert find("$" + "9" * 5000) == []


def test_a_thing_that_a_price_is_for_does_not_swallow_the_next_amount():
    text = "They paid £1 per head-30p for the boat-day, not £2 per boat-day."
    spans = [(text[one.start : one.end], one.per) for one in find(text)]
    assert spans == [("£1 per head", "person"), ("30p", None), ("£2 per boat-day", "boat_day")]
