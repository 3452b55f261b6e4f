"""How quantulum3 behaves, pinned: an upgrade that changes one of these is seen here. And what we let through.

These are the reasons why it never sees prose, and why the finder is our own (see stages/money/quantulum.py).
"""

import subprocess
import sys

import pytest

from pipeline.stages.money.amount import find
from pipeline.stages.money.quantulum import _parse, read_span, unit_name


def reading(text):
    return [(quantity.value, quantity.unit.name) for quantity in _parse(text)]


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("€400m", [(400.0, "euro metre")]),
        ("£3bn", [(3.0, "pound sterling barn newton")]),
        ("$1.2tn", [(1.2, "dollar tonne newton")]),
        ("$1bn", [(1.0, None)]),  # "dollar bit newton" or "dollar barn newton"
        ("half a billion dollars", [(1.5e9, "dollar")]),
        ("$3-4 billion a year", [(20500000001.5, None)]),
        ("$2-3 billion", [(15500000001.0, None)]),
        ("¥215.8 billion", [(215.8e9, "chinese yuan")]),
        ("billions of dollars", []),
        ("−$3 million", [(3e6, "dollar")]),
    ],
)
def test_what_it_gets_wrong(text, theirs):
    found = reading(text)
    assert [value for value, _ in found] == [value for value, _ in theirs]
    for (_, name), (_, wanted) in zip(found, theirs, strict=True):
        assert wanted is None or name == wanted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("$3.2 billion", 3.2e9),
        ("US$40 million", 4e7),
        ("40 million euros", 4e7),
        ("three hundred million dollars", 3e8),
        ("39 million yen", 3.9e7),
    ],
)
def test_where_it_and_we_agree(text, value):
    assert [found for found, _ in reading(text)] == [value]
    assert [float(amount.value) for amount in find(text)] == [value]


def test_it_confuses_prefixes():
    assert reading("5 MJ") == [(5.0, "millijoule")]
    assert reading("5 mT") == [(5.0, "megaton")]


def test_it_takes_years_for_quantities_and_drops_bounds():
    assert reading("in 2018")[0][0] == 2018
    assert reading("more than 40 km") == [(40.0, "kilometre")]


@pytest.mark.parametrize(("form", "name"), [("kPa", "kilopascal"), ("kJ", "kilojoule")])
def test_units_our_table_does_not_know_are_read(form, name):
    assert unit_name(form) == name
    (amount,) = find(f"The gauge shows 45 {form}.")
    assert (amount.unit, amount.value) == (name, 45)


@pytest.mark.parametrize("form", ["bn", "tn", "Qzx", "USD", "ha ha", "", "MJ", "mT", "nT"])
def test_what_is_no_unit_is_refused(form):
    assert unit_name(form) is None


def test_the_common_path_does_not_import_it():
    code = (
        "import sys; from pipeline.stages.money.amount import find;"
        "find('It cost more than $2.8 billion, 12 percent of 40 km and 45,000 teachers.');"
        "assert not any(name.startswith('quantulum3') for name in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_long_span_is_not_handed_over():
    assert read_span("$3.2 billion") == [(0, 12, 3.2e9, "dollar", "USD")]
    assert read_span("9" * 65) is None
