"""Every way of writing an amount that we claim to read, and every look-alike that must stay silent.

`forms.csv`: one amount a row; the rows of one text are all its amounts, in order. Empty = null.
`negatives.csv`: no amount at all in the text.
"""

import csv
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import pytest

from pipeline.stages.money.amount import find

HERE = Path(__file__).parent


def rows(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


FORMS = {text: list(group) for text, group in groupby(rows("forms.csv"), key=lambda row: row["text"])}
NEGATIVES = rows("negatives.csv")


def plain(value: Decimal | None) -> str:
    return "" if value is None else format(value, "f")


def read(text):
    return [
        {
            "text": text,
            "span": text[a.start : a.end],
            "core": text[a.core_start : a.core_end],
            "value": plain(a.value),
            "low": plain(a.low),
            "high": plain(a.high),
            "comparator": a.comparator,
            "unit": a.unit,
            "currency": a.currency or "",
            "per": a.per or "",
            "change": a.change or "",
        }
        for a in find(text)
    ]


@pytest.mark.parametrize("text", FORMS)
def test_form_is_read(text):
    assert read(text) == FORMS[text]


@pytest.mark.parametrize("row", NEGATIVES, ids=lambda row: row["text"])
def test_look_alike_is_left_alone(row):
    assert read(row["text"]) == []


def test_the_tables_are_long_enough_to_mean_something():
    assert sum(map(len, FORMS.values())) >= 150
    assert len(NEGATIVES) >= 80
