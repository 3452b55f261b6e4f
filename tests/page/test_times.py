import datetime as dt

import pytest

from pipeline.page import times
from pipeline.record import Date, Span

HERE = Span(start=0, end=4, text="here")


def when(relation, first, last, **more):
    more = {"kind": "date", "grain": "year", "edtf": None, "timex": None} | more
    first, last = (day and dt.date.fromisoformat(day) for day in (first, last))
    return Date(id="d1", span=HERE, core=HERE, relation=relation, first=first, last=last,
                anchored_to="absolute", rule="x", **more)  # fmt: skip


@pytest.mark.parametrize(
    ("found", "spoken", "days"),
    [
        (when("since", "1991-01-01", None), "since 1991", "1991-01-01 …"),
        (when("by", None, "2018-12-31"), "by 2018", "… 2018-12-31"),
        (when("before", None, "2025-05-31", grain="month"), "before 1 June 2025", "… 2025-05-31"),
        (when("before", None, "9999-12-31"), "before 9999", "… 9999-12-31"),
        (when("after", "1999-01-01", None), "after 31 December 1998", "1999-01-01 …"),
        (when(None, "2025-03-03", "2025-03-03", grain="day"), "3 March 2025", "2025-03-03"),
        (when("in", "2025-02-01", "2025-02-28", grain="month"), "in February 2025", "2025-02-01 … 2025-02-28"),
        (when("in", "2025-01-01", "2025-04-30", modifier="start"), "1 January to 30 April 2025",
         "2025-01-01 … 2025-04-30"),
        (when("between", "1991-01-01", "2018-12-31"), "1991 to 2018",
         "1991-01-01 … 2018-12-31"),
        (when("in", "1991-01-01", "1991-12-31", approximate=True), "around 1991", "1991-01-01 … 1991-12-31"),
        (when(None, None, None, kind="vague", grain=None), "here", ""),
        (when("as_of", "2024-01-01", "2024-12-31"), "as of 2024", "2024-01-01 … 2024-12-31"),
    ],
)  # fmt: skip
def test_dates(found, spoken, days):
    assert (times.spoken(found), times.days(found)) == (spoken, days)


@pytest.mark.parametrize(
    ("kind", "timex", "normal"),
    [
        ("duration", "P6Y", "6 years"),
        ("duration", "PT1M", "1 minute"),
        ("duration", "P1M", "1 month"),
        ("duration", "P2Y6M", ""),
        ("duration", None, ""),
        ("vague", "PXY", ""),
        ("date", None, "no days known"),
    ],
)
def test_what_was_made_of_a_time_without_days(kind, timex, normal):
    assert times.normal(when(None, None, None, kind=kind, timex=timex, grain=None)) == normal
