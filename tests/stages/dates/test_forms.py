"""Every form in forms.csv is read as its row says; nothing in negatives.csv is a date."""

import csv
import datetime as dt
from itertools import groupby
from pathlib import Path

import pytest

from pipeline.stages.dates.date import find

HERE = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


FORMS = [
    (text, published, list(group))
    for (text, published), group in groupby(
        rows("forms.csv"), key=lambda row: (row["text"], row["published"])
    )
]


@pytest.mark.parametrize(("text", "published", "wanted"), FORMS, ids=[f"{t} {p}" for t, p, _ in FORMS])
def test_a_form_is_read_as_its_row_says(text: str, published: str, wanted: list[dict[str, str]]) -> None:
    day = dt.date.fromisoformat(published) if published else None
    found = [_flat(date.row(text, "d1")) for date in find(text, published=day)]
    assert found == [
        {key: value for key, value in row.items() if key not in ("text", "published")} for row in wanted
    ]


@pytest.mark.parametrize("row", rows("negatives.csv"), ids=lambda row: row["text"])
def test_what_is_no_date_is_left_alone(row: dict[str, str]) -> None:
    assert [date.row(row["text"], "d1") for date in find(row["text"], published=dt.date(2025, 6, 11))] == []


def test_there_are_enough_of_both() -> None:
    assert len(rows("forms.csv")) >= 300
    assert len(rows("negatives.csv")) >= 150


def _flat(row: dict) -> dict[str, str]:  # type: ignore[type-arg]
    names = ("kind", "relation", "edtf", "timex", "first", "last", "grain", "modifier")
    flat = {
        "span": row["span"]["text"],
        "core": row["core"]["text"],
        **{name: row[name] or "" for name in names},
    }
    return {**flat, "approximate": "yes" if row["approximate"] else "no", "anchored_to": row["anchored_to"]}
