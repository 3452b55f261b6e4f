"""Each row of each table of dates is proved by its own example."""

import datetime as dt

import pytest

from pipeline.lexicon import table
from pipeline.record import DateRelation, Modifier, names
from pipeline.stages.dates.date import Date, find
from pipeline.stages.dates.timex import days

PUBLISHED = dt.date(2025, 6, 11)


def found(row: dict[str, str]) -> list[Date]:
    return find(row["example"], published=PUBLISHED)


def cores(row: dict[str, str]) -> str:
    return " ".join(row["example"][d.start : d.end].lower() for d in found(row))


def each(name: str, key: str) -> pytest.MarkDecorator:
    rows = table(name)
    return pytest.mark.parametrize("row", rows, ids=[row[key] for row in rows])


@each("months", "form")
def test_months(row: dict[str, str]) -> None:
    (date,) = found(row)
    assert date.first == dt.date(2019, int(row["month"]), 4)


@each("weekdays", "form")
def test_weekdays(row: dict[str, str]) -> None:
    (date,) = found(row)
    assert row["form"] in cores(row)
    assert date.first is not None
    assert row["length"] == "short" or date.first.isoweekday() == int(row["weekday"])


@each("seasons", "form")
def test_seasons(row: dict[str, str]) -> None:
    (date,) = found(row)
    assert date.edtf == f"2022-{row['edtf']}"
    assert date.first == dt.date(2022, int(row["first_month"]), 1)


@each("date_units", "form")
def test_units(row: dict[str, str]) -> None:
    (date,) = found(row)
    assert row["plural"] in cores(row)
    assert date.kind == "duration"


@each("date_numbers", "cardinal")
def test_numbers(row: dict[str, str]) -> None:
    (date,) = found(row)
    assert date.timex == str(2025 - int(row["value"]))


@each("date_modifiers", "form")
def test_modifiers(row: dict[str, str]) -> None:
    (date,) = found(row)
    assert row["modifier"] in names(Modifier)
    assert date.modifier == row["modifier"]
    assert row["form"] in cores(row)


@each("date_sets", "form")
def test_sets(row: dict[str, str]) -> None:
    (date,) = found(row)
    assert (date.kind, date.timex) == ("set", row["timex"])


@each("vague_dates", "form")
def test_vague(row: dict[str, str]) -> None:
    (date,) = found(row)
    assert (date.kind, date.timex, date.first, date.last) == ("vague", row["timex"], None, None)


@each("relations", "form")
def test_relations(row: dict[str, str]) -> None:
    (date,) = found(row)
    assert row["relation"] in names(DateRelation)
    assert date.relation == row["relation"]
    assert row["form"].rstrip("-") in cores(row)


@each("date_bounds", "form")
def test_bounds(row: dict[str, str]) -> None:
    (date,) = found(row)
    assert (date.timex, date.approximate) == ("P6Y", row["approximate"] == "yes")
    assert row["example"][date.start : date.core_start].strip() == row["form"]


@each("holidays", "form")
def test_holidays(row: dict[str, str]) -> None:
    (date,) = found(row)
    assert date.first == date.last or date.grain == "month"  # Ramadan
    assert date.approximate is row["day"].startswith("hijri")
    assert (date.first.year if date.first else None) == (2021 if row["day"] else None)
    assert row["form"].lower() in cores(row)


@each("event_times", "form")
def test_event_times(row: dict[str, str]) -> None:
    (date,) = found(row)
    assert (date.kind, date.first, date.last) == ("date" if row["grain"] else "vague", None, None)
    assert (date.grain or "", date.anchored_to) == (row["grain"], "none")
    assert row["form"] in cores(row)


@each("periods", "name")
def test_periods(row: dict[str, str]) -> None:
    (date,) = found(row)
    assert date.rule == "period"
    assert row["source"]
    assert days(
        row["edtf"].replace("~", "").rstrip("X") if "/" not in row["edtf"] else row["edtf"].replace("~", "")
    ).first


@each("not_years", "form")
def test_what_makes_a_number_no_year(row: dict[str, str]) -> None:
    assert [date.rule for date in found(row) if date.rule != "duration"] == []
