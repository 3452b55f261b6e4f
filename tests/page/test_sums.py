"""Sums in words, on the page and in the terminal: what adds up is said quietly, what does not is seen."""

import io
from decimal import Decimal

import pytest
from rich.console import Console

from pipeline.cli.paint import Painted
from pipeline.page import sums
from pipeline.page.html import render
from pipeline.record import Amount, Document, MadeBy, Span, Sum, digest

TEXT = "Aid came to $60m: $20m for clinics and up to $35m for roads.\n\nOf it 60 percent was lent, the remaining 40 percent not."
MADE_BY = MadeBy(version="0", model="none", config="0")


def amount(id, span, core, value, unit="currency"):
    where, figure = TEXT.index(span), TEXT.index(core)
    return Amount(
        id=id, span=Span.of(TEXT, where, where + len(span)), core=Span.of(TEXT, figure, figure + len(core)),
        value=Decimal(value), low=Decimal(value), high=Decimal(value), comparator="eq", unit=unit,
        currency="USD" if unit == "currency" else None, rule="mark",
    )  # fmt: skip


def sum_(id, parts, total, value, holds):
    cue = TEXT.index(":" if total else "the remaining")
    made = {"value": value and Decimal(value), "low": Decimal(value or 20), "high": value and Decimal(value)}
    span = Span.of(TEXT, cue, cue + 1)
    return Sum(id=id, span=span, parts=parts, total=total, holds=holds, cue=span, rule="colon", **made)


@pytest.fixture
def document():
    amounts = (
        amount("m1", "$60m", "$60m", "60000000"), amount("m2", "$20m", "$20m", "20000000"),
        amount("m3", "up to $35m", "$35m", "35000000"), amount("m4", "60 percent", "60 percent", "60", "percent"),
        amount("m5", "40 percent", "40 percent", "40", "percent"),
    )  # fmt: skip
    found = (sum_("s1", ("m2", "m3"), "m1", "55000000", False), sum_("s2", ("m4", "m5"), None, "100", True))
    return Document(id="a", sha256=digest(TEXT), text=TEXT, made_by=MADE_BY, amounts=amounts, sums=found)


def test_a_sum_is_a_sentence(document):
    wrong, right = document.sums
    assert sums.spoken(document, wrong) == "$20m + $35m = 55 million USD, but the text says $60m"
    assert sums.spoken(document, right) == "60 percent + 40 percent = 100%, the whole"
    fits = sum_("s1", ("m2", "m3"), "m1", "60000000", True)
    assert sums.spoken(document, fits) == "$20m + $35m = 60 million USD; the text says $60m"
    wide = sum_("s1", ("m2", "m3"), "m1", None, False)
    assert sums.spoken(document, wide) == "$20m + $35m = at least 20 USD, but the text says $60m"
    less = sum_("s2", ("m4", "m5"), None, "90", False)
    assert sums.spoken(document, less) == "60 percent + 40 percent = 90%, not 100%"


def test_the_amounts_of_a_contradiction_are_known(document):
    assert sums.contradicted(document) == {"m1", "m2", "m3"}


def test_the_page_shows_it(document):
    page = render(document)
    assert page.count('class="amount wrong"') == 3
    assert '<p class="sum wrong"' in page and '<p class="sum"' in page
    assert "<b>does not add up</b> $20m + $35m = 55 million USD, but the text says $60m" in page
    assert "<b>adds up</b> 60 percent + 40 percent = 100%, the whole" in page


def test_the_terminal_shows_it_below_its_paragraph(document):
    out = io.StringIO()
    Console(file=out, width=100, highlight=False, force_terminal=True, color_system="standard").print(
        Painted(document)
    )
    painted = out.getvalue()
    first, second = painted.index("does not add up"), painted.index(" adds up")
    assert first < painted.index("was lent") < second
    assert "\x1b[1;31m" in painted


def test_hover_says_it_over_each_figure(document):
    assert render(document).count("· $20m + $35m = 55 million USD, but the text says $60m") == 3
