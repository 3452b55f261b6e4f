"""Amounts read twice: both readings of many spans, pinned, so that an upgrade that changes one is seen; and the report."""

import csv
import html
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from pipeline.trial.page import counted, render
from pipeline.trial.reread import DIFFERENCES, MEANINGS, compare, reread

with (Path(__file__).parent / "quantulum3.csv").open(encoding="utf-8", newline="") as file:
    PINS = list(csv.DictReader(file))
TEXT = "It cost €400m, or $3.2 billion <by> 2020; −$3 million was lost and a dozen towns paid ¥500."


@pytest.mark.parametrize("pin", PINS, ids=[pin["span"] for pin in PINS])
def test_both_readings(pin):
    found = compare(pin["span"])
    assert (found.ours, found.difference) == (pin["ours"], pin["difference"])
    assert fnmatchcase(found.theirs, pin["theirs"])  # b*: "barn" or "bit", by version


def test_every_kind_of_difference_is_pinned_and_explained():
    kinds = {pin["difference"] for pin in PINS}
    assert kinds == set(DIFFERENCES) - {"vague", "not asked"}
    assert set(MEANINGS) == set(DIFFERENCES)
    assert sum(pin["difference"] != "none" for pin in PINS) >= 25


def test_what_is_too_long_is_not_asked():
    assert compare("9" * 65).difference == "not asked"
    assert compare("$" + "9" * 63).difference != "not asked"


def test_each_amount_of_a_text_is_read_twice_where_it_stands():
    found = list(reread(TEXT, document="a"))
    assert [case.span for case in found] == ["€400m", "$3.2 billion", "−$3 million", "a dozen", "¥500"]
    assert [case.difference for case in found] == ["scale", "none", "sign", "value", "currency"]
    for case in found:
        assert TEXT[case.start :].startswith(case.span)
        assert case.before + case.span + case.behind in TEXT
        assert case.document == "a"


def test_the_outlet_is_heeded():
    (case,) = reread("It cost $5 million.", outlet="The Sydney Morning Herald")
    assert (case.ours, case.difference) == ("5,000,000 AUD", "currency")


def test_kinds_are_counted_in_a_fixed_order():
    assert counted(list(reread(TEXT))) == [
        ("none", 1),
        ("sign", 1),
        ("scale", 1),
        ("value", 1),
        ("currency", 1),
    ]
    assert counted([]) == []


def test_the_page_lists_what_differs_in_its_sentence():
    page = render(list(reread(TEXT, document="a")))
    assert page.count('<tr class="k') == 4
    assert "<mark>€400m</mark>, or $3.2 billion &lt;by&gt; 2020" in page
    assert "<by>" not in page and "http" not in page
    assert "<b>1</b> agree" in page
    for meaning in ("sign", "scale", "value", "currency"):
        assert html.escape(MEANINGS[meaning]) in page
    assert render([]).count("<tr class") == 0
