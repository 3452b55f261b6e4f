"""Every way of writing an amount that we claim to read, and every look-alike that must stay silent.

`forms.csv`: one amount a row; the rows of one text are all its amounts, in order. Empty = null.
`negatives.csv`: no amount at all in the text.
"""

import csv
import re
import runpy
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
            "basis": a.currency_basis or "",
            "rule": a.rule,
        }
        for a in find(text)
    ]


@pytest.mark.parametrize("text", FORMS)
def test_form_is_read(text):
    assert read(text) == FORMS[text]


@pytest.mark.parametrize("text", [*FORMS, *(row["text"] for row in NEGATIVES)])
def test_what_stands_around_changes_nothing(text):
    alone = find(text)
    for before, behind in AROUND:
        assert moved(find(f"{before}{text}{behind}"), -len(before)) == alone
    if (bare := text.removesuffix(".")) != text:
        assert all(find(f"{bare}{end}") == alone for end in ENDS)
    for hyphen in "\u2010\u2011":
        assert find(text.replace("-", hyphen)) == alone
    assert find(text.replace(" ", "\u00a0")) == alone
    assert find(BETWEEN_WORDS.sub("\n", text)) == alone
    assert moved(find(f"{text}\n\n{text}"), 0)[: len(alone)] == alone


BETWEEN_WORDS = re.compile(r"(?<!\d) | (?!\d)")
"""Any space but that of "12 000": it is no figure that begins on one line and ends on the next."""
AROUND = (
    ("It rained. ", " It rained again."),
    ("It rained.\n\n", "\n\nIt rained again."),
    ("“", "”"),
    ("(", ")"),
    ("“", "” she said."),
    ("She said: ", ""),
    ("It rained — ", ""),
    ("It rained; ", ""),
)
ENDS = runpy.run_path(str(Path(__file__).parents[1] / "surroundings.py"))["ENDS"]


def moved(found, by):
    """The amounts, so many characters further on."""
    places = ("start", "end", "core_start", "core_end")
    return [each._replace(**{name: getattr(each, name) + by for name in places}) for each in found]


@pytest.mark.parametrize("row", NEGATIVES, ids=lambda row: row["text"])
def test_look_alike_is_left_alone(row):
    assert read(row["text"]) == []


def test_the_tables_are_long_enough_to_mean_something():
    assert sum(map(len, FORMS.values())) >= 150
    assert len(NEGATIVES) >= 80
