"""Every form in forms.csv is read as its row says; nothing in negatives.csv is a date."""

import csv
import datetime as dt
import runpy
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest

from pipeline.stages.dates.date import Date, find

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


AROUND = (
    ("It rained. ", " It rained again."),
    ("It rained.\n\n", "\n\nIt rained again."),
    ("“", "”"),
    ("“", "” she said."),
)
ENDS = runpy.run_path(str(Path(__file__).parents[1] / "surroundings.py"))["ENDS"]
CUT_SHORT = ("The week of.",)
"""Before a dash these are a date."""


@pytest.mark.parametrize(
    ("text", "published"),
    [
        *((text, day) for text, day, _ in FORMS),
        *((row["text"], "2025-06-11") for row in rows("negatives.csv")),
    ],
)
def test_what_stands_around_changes_nothing(text: str, published: str) -> None:
    day = dt.date.fromisoformat(published) if published else None
    alone = find(text, published=day)
    for before, behind in AROUND:
        assert _moved(find(f"{before}{text}{behind}", published=day), -len(before)) == alone
    if (bare := text.removesuffix(".")) != text and text not in CUT_SHORT:
        assert all(find(f"{bare}{end}", published=day) == alone for end in ENDS)
    for hyphen in "\u2010\u2011":
        assert find(text.replace("-", hyphen), published=day) == alone
    assert find(text.replace(" ", "\u00a0"), published=day) == alone
    assert find(text.replace(" ", "\n"), published=day) == alone
    assert find(f"{text}\n\n{text}", published=day)[: len(alone)] == alone


@pytest.mark.parametrize("published", ["0001-01-01", "0001-01-05", "0001-12-31", "9999-01-01", "9999-12-31"])
def test_at_the_ends_of_the_calendar_a_form_is_read_or_has_no_days(published: str) -> None:
    for text, _, wanted in FORMS:
        assert len(find(text, published=dt.date.fromisoformat(published))) in (
            len(wanted),
            len(wanted) + 1,
        ), text


@pytest.mark.parametrize("row", rows("negatives.csv"), ids=lambda row: row["text"])
def test_what_is_no_date_is_left_alone(row: dict[str, str]) -> None:
    assert [date.row(row["text"], "d1") for date in find(row["text"], published=dt.date(2025, 6, 11))] == []


def test_there_are_enough_of_both() -> None:
    assert len(rows("forms.csv")) >= 300
    assert len(rows("negatives.csv")) >= 150


def _moved(dates: list[Date], by: int) -> list[Date]:
    """The dates, so many characters further on."""
    places = ("start", "end", "core_start", "core_end")
    return [replace(each, **{name: getattr(each, name) + by for name in places}) for each in dates]


def _flat(row: dict) -> dict[str, str]:  # type: ignore[type-arg]
    names = ("kind", "relation", "edtf", "timex", "first", "last", "grain", "modifier", "rule")
    flat = {
        "span": row["span"]["text"],
        "core": row["core"]["text"],
        **{name: row[name] or "" for name in names},
    }
    return {**flat, "approximate": "yes" if row["approximate"] else "no", "anchored_to": row["anchored_to"]}
