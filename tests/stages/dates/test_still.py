"""What is found does not move with the day on which it is read, the time zone or the language of the machine."""

import datetime as dt
import json
import os
import subprocess
import sys

import pytest

from pipeline.stages.dates import parser
from pipeline.stages.dates.date import find

PUBLISHED = dt.date(2021, 3, 3)
TEXT = (
    "Last month, on Tuesday, in March, at Easter, two weeks ago, in 1994, today, on 3 May, next Friday. It closes in two"
    " weeks and reopened three days ago, on 23/Sep/2020, at 3 p.m. on Monday. Ten years ago tonight it burned. In the"
    " '90s it rose; last summer it fell; by the end of the year it will close. On the 15th it rained. It was open from"
    " November to February, in the first six months of last year, this time last year, and until now."
)
READ = (
    "import datetime as dt, json, locale, sys\n"
    "try: locale.setlocale(locale.LC_ALL, '')\n"
    "except locale.Error: pass\n"
    "from pipeline.stages.dates.date import find\n"
    "text = sys.stdin.read()\n"
    "rows = [d.row(text, 'd') for p in (dt.date(2021, 3, 3), None) for d in find(text, published=p)]\n"
    "print(json.dumps(rows, sort_keys=True))"
)


def rows(published: dt.date | None) -> list[dict]:  # type: ignore[type-arg]
    return [date.row(TEXT, "d") for date in find(TEXT, published=published)]


@pytest.mark.parametrize("today", [dt.datetime(1999, 12, 31, 23, 59), dt.datetime(2044, 2, 29)])
@pytest.mark.parametrize("published", [PUBLISHED, None])
def test_today_is_never_asked_for(
    monkeypatch: pytest.MonkeyPatch, today: dt.datetime, published: dt.date | None
) -> None:
    """Every `datetime` and `date` that a module of ours or dateparser's holds tells another day."""
    before = rows(published)

    class Any(type):  # a moment of the real class is one of ours too
        def __instancecheck__(cls, moment: object) -> bool:
            return isinstance(moment, cls.__mro__[1])

    class Clock(dt.datetime, metaclass=Any):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override]
            return today.replace(tzinfo=tz)

        @classmethod
        def utcnow(cls) -> dt.datetime:  # type: ignore[override]
            return today

        @classmethod
        def today(cls) -> dt.datetime:  # type: ignore[override]
            return today

    class Calendar(dt.date, metaclass=Any):
        @classmethod
        def today(cls) -> dt.date:  # type: ignore[override]
            return today.date()

    watched = [
        name for name in sys.modules if name.startswith(("dateparser", "dateutil", "pipeline.stages.dates"))
    ]
    moved = 0
    for name in watched:
        for attribute, clock in (("datetime", Clock), ("date", Calendar)):
            if getattr(sys.modules[name], attribute, None) is clock.__mro__[1]:
                monkeypatch.setattr(sys.modules[name], attribute, clock)
                moved += 1
    parser.day.cache_clear()
    parser._parser.cache_clear()
    assert moved > 3  # the clock that was moved is one that somebody could ask
    assert rows(published) == before
    parser.day.cache_clear()
    parser._parser.cache_clear()


@pytest.mark.parametrize(
    "place",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "LANG": "de_DE.UTF-8"},
        {"TZ": "Asia/Kathmandu", "LC_ALL": "fr_FR.UTF-8", "LANGUAGE": "fr"},
        {"TZ": "UTC", "PYTHONHASHSEED": "7"},
    ],
    ids=lambda place: place["TZ"],
)
def test_time_zone_language_and_hash_seed_change_nothing(place: dict[str, str]) -> None:
    env = {**os.environ, "PYTHONUTF8": "1", **place}
    run = subprocess.run(
        [sys.executable, "-c", READ], input=TEXT, capture_output=True, text=True, env=env, check=True
    )
    assert json.loads(run.stdout) == json.loads(json.dumps(rows(PUBLISHED) + rows(None)))
    assert len(rows(PUBLISHED)) > 20
