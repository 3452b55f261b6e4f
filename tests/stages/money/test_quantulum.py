"""How quantulum3 behaves, pinned: an upgrade that changes one of these is seen here. And what we let through.

These are the reasons why it never sees prose, and why the finder is our own (see stages/money/quantulum.py).
"""

import subprocess
import sys

import pytest

from pipeline.stages.money.amount import find
from pipeline.stages.money.quantulum import _parse, quantities, read_span, unit_name


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


PREFIXES = {
    "k": "kilo", "M": "mega", "G": "giga", "T": "tera", "m": "milli", "µ": "micro", "μ": "micro", "n": "nano",
    "h": "hecto", "c": "centi", "d": "deci", "p": "pico",
}  # fmt: skip


@pytest.mark.parametrize(("letter", "prefix"), PREFIXES.items())
def test_a_prefix_is_that_which_is_written_or_none_is_read(letter, prefix):
    assert unit_name(f"{letter}Pa") in (f"{prefix}pascal", None)


@pytest.mark.parametrize("form", ["kPa", "MPa", "GBq", "kHz", "MHz", "GHz", "kV", "mV", "hPa"])
def test_these_are_read(form):
    assert (unit_name(form) or "").startswith(PREFIXES[form[0]])


@pytest.mark.parametrize(
    ("form", "name"),
    [("Pa", "pascal"), ("Bq", "becquerel"), ("Gy", "gray"), ("eV", "electronvolt"), ("lm", "lumen"), ("lx", "lux"),
     ("mA/h", "milliampere_per_hour"), ("bn", None), ("MJ", None), ("mT", None), ("EUR", None), ("s", None),
     ("5", None), ("", None)],
)  # fmt: skip
def test_the_name_of_a_unit(form, name):
    assert unit_name(form) == name


def test_what_it_reads_of_a_sentence():
    text = "It cost 40 million euros and weighed 3 kg."
    money, weight = quantities(text)
    assert (text[money[0] : money[1]].strip(), money[2:]) == ("40 million euros", (40e6, "euro", "EUR"))
    assert (text[weight[0] : weight[1]].strip(), weight[2:]) == ("3 kg", (3.0, "kilogram", None))
    assert quantities("nothing " * 38 + "3 kg") == []
    assert quantities("nothing") == []
    assert read_span("3 kg") == [(0, 4, 3.0, "kilogram", None)]
    assert read_span("3 kg".rjust(64)) is not None and read_span("3 kg".rjust(65)) is None
