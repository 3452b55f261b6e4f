"""Conformance cases of Recognizers-Text: what an assistant is asked to read, each case's days beside ours.

Only cases whose gold is a date or a stretch of days. A find counts when its first and last day are right under one of
the readings that the two conventions allow (`readings`): their stretches end before the last day named, ours with
it; "early", "late", "earlier this month" are halves there, thirds and the month so far here; "in two weeks" is a day
there and here the week that holds it; "next Friday" is there the one of the next week and here the next to come; their
centuries begin with the year 00, their "past decade" is the calendar's. A date without a year counts as their past or
their future reading; one of which they resolve no day is right where we give none.
`REFUSED` are an assistant's shorthands that we leave alone on purpose, each with its reason.
"""

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dates_wikiwars import searched

from pipeline.stages.dates.date import Date, find
from pipeline.stages.dates.interval import ONE_DAY, modified, related
from pipeline.stages.dates.timex import Days, days

Pair = tuple[str, str]
HALVES = {"start": "first half", "end": "second half"}
REFUSED = (
    (
        'a month in figures alone, two figures without "on" or a weekday: a score, a share, a law\'s number, a version',
        r"(?<!\bon )(?<!\bon  )(?<!\bon    )(?<!day )(?<!from )(?<!to )(?<![\d/.-])\b(?!\d+/\d+-\d+/\d+[/,])"
        r"(?:\d{1,2}[/.]\d{1,2}|(?<=on )\d-\d\d|\d{1,2}\s?[-/]\s?\d{4}|\d{4}\s?[-/.]\s?\d{1,2})(?![\d/.-])"
        r"|\d{4} \d\d \d\d",
    ),
    (
        "a number alone or an ordinal in a calendar entry; a month without its preposition",
        r"\bon 15\b|\b(?:Sat|Sun|Mon|Tue|Wed|Thu|Fri)\w* \d{1,2}(?:st|nd|rd|th)?\b(?!/)|Starbucks on 29th|from 02 to"
        r"|\bleave summer$|\bfor the (?:27|22nd|twenty second)\b|Mon or Tue",
    ),
    (
        "weeks by number without a year, and tags of calendars, are no newspaper's",
        r"(?i)(?<!this )\bweek \d+\b(?! of \d{4})|\bw/c\b|otd\b",
    ),
    (
        "a word of the calendar that points to nothing: the text says not which",
        r"(?<!later in )(?<!rest of )(?<!day of )(?<!quarter of )\bthe (?:day|week|month|year|fortnight)\b"
        r"(?! (?:of|to|after|before \w|starting|beginning|\d))"
        r"|\bmy (?:week|weekend)\b|dinner with mom weekend|^the weekend$|rest (?:of my|the) week"
        r"|remaining of the week|(?:same|that) (?:week|weekend|month|year)\b|\bthe day before$|\bin fiscal year$",
    ),
    (
        '"later" and "the following" are counted from a date that the text tells, never from today',
        r"\b(?:fortnight|\d (?:weeks|days)) later\b|\bfollowing (?:easter|friday)\b|half days later",
    ),
    ("business days depend on the country", r"\bbusiness days\b|\bworking week\b"),
    (
        "a length is a length, also when it is spent from today on (ruling 57)",
        r"\bfor \d+ days?, from\b|\bwithin (?:\d+|the upcoming) (?:months|years|\d+)|weeks in the future",
    ),
    ('"a few" names no figure', r"(?i)^past few days$|\bfew months ago\b"),
    ("holidays of a country that is not named", r"independence day|labor day 2021 weekend|halloween weekend"),
    ("an address, a file name, a tag, a sign of a query", r"www\.|\.xlsx|#WINNER|\$DEC|> = "),
    ("no such day", r"(?i)\bfeb 30\b|\bfifth Sunday\b|31st of this month"),
)


class Case(NamedTuple):
    """`gold`: per expected mention its start, end, and the pairs of days (first, last) or the TIMEX that are right."""

    text: str
    day: dt.date
    gold: list[tuple[int, int, list[Pair]]]


def run(folder: Path, system: str, errors: int) -> None:
    """Print value precision, recall and F1 per file, with and without what is refused, and misfires."""
    for name in ("DateTimeModel", "DatePeriodParser", "DateParser"):
        file = folder / f"{name}.json"
        if not file.exists():
            print(f"{name}: skipped, {file} is not there")
            continue
        every, held, left = Counter[str](), Counter[str](), Counter[str]()
        for case in read_specs(file):
            shown = judge(name, case, system, every, errors)
            errors -= shown
            if why := refused(case.text):
                left[why] += bool(case.gold)
            else:
                judge(name, case, system, held, 0)
        print(f"{name:17} {system:18} {line(every)}  misfires {every['misfire']}/{every['empty']}")
        print(f"{'':17} without refused    {line(held)}")
        for why, cases in left.most_common() if system == "ours" else ():
            print(f"{'':17} refused {cases:3}: {why}")


def refused(text: str) -> str | None:
    """Why a case is left alone on purpose, or None."""
    return next((why for why, form in REFUSED if re.search(form, text)), None)


def line(count: Counter[str]) -> str:
    precision, recall = count["value"] / max(1, count["found"]), count["value"] / max(1, count["gold"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return (
        f"gold {count['gold']:4} found {count['found']:4} value P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"
    )


def judge(name: str, case: Case, system: str, count: Counter[str], errors: int) -> int:
    """Add one case to the counts; print what is wrong, up to so many errors; how many were printed."""
    rows, shown = found_in(case, system), 0
    count["gold"] += len(case.gold)
    count["found"] += len(rows)
    count["empty"] += not case.gold
    count["misfire"] += not case.gold and bool(rows)
    for start, end, right in case.gold:
        there = [row for row in rows if row[0] < end and start < row[1]]
        hit = any(pair in right for row in there for pair in row[2])
        count["value"] += hit
        if shown < errors and not hit:
            shown += 1
            print(f"{name} {case.text!r} {case.day} gold {case.text[start:end]!r} {right[:3]} found {rows}")
    if shown < errors and not case.gold and rows:
        shown += 1
        print(f"{name} misfire {case.text!r} {rows}")
    return shown


def read_specs(file: Path) -> Iterator[Case]:
    """Cases with dates or stretches of days only; times, durations and sets are left out."""
    for raw in json.loads(file.read_text(encoding="utf-8-sig")):
        context = raw.get("Context") or {}
        day = dt.date.fromisoformat(context.get("ReferenceDateTime", "2016-11-07")[:10])
        gold, skip = [], False
        for result in raw["Results"]:
            kind = (result.get("TypeName") or result.get("Type") or "").rsplit(".", 1)[-1]
            if kind not in ("date", "daterange"):
                skip = True
                continue
            end = result["End"] + 1 if "End" in result else result["Start"] + result["Length"]
            timex = [("timex", value["Timex"])] if (value := result.get("Value") or {}).get("Timex") else []
            gold.append((result["Start"], end, [*_right(result), *timex]))
        if gold or not skip:
            yield Case(raw["Input"], day, gold)


def _right(result: dict) -> Iterator[Pair]:  # type: ignore[type-arg]
    values = (result.get("Resolution") or {}).get("values") or []
    old = result.get("Value") or {}
    for value in (*values, old.get("FutureResolution") or {}, old.get("PastResolution") or {}):
        if value.get("timex"):
            yield ("timex", value["timex"])
        if day := value.get("value") or value.get("date"):
            yield ("", "") if day == "not resolved" else (day, day)
        start, end = value.get("start") or value.get("startDate"), value.get("end") or value.get("endDate")
        if start or end:
            yield (start or "", _day_before(end) if end else "")


def _day_before(end: str) -> str:
    """Their ends are exclusive."""
    try:
        return (dt.date.fromisoformat(end) - ONE_DAY).isoformat()
    except ValueError:
        return end


def found_in(case: Case, system: str) -> list[tuple[int, int, list[Pair]]]:
    """Start, end and the pairs of days of what a system finds in a case."""
    if system != "ours":
        return [(m.start, m.end, [(m.value, m.value)]) for m in searched(case.text, case.day)]
    dates = find(case.text, published=case.day)
    return [
        (d.start, d.end, list(readings(d, case.day))) for d in dates if d.kind == "date" or d.first or d.last
    ]


def readings(date: Date, base: dt.date) -> Iterator[Pair]:
    """The days of one of ours, and what they are in the cases' conventions."""
    yield _pair(date.first, date.last)
    unit = days(date.timex) if date.timex else Days(None, None)
    yield _pair(*unit)  # where they leave the preposition out
    if date.timex and date.grain in ("season", "fiscal_year"):
        yield ("timex", date.timex)
        yield ("timex", date.timex[-2:])  # a season of no year
    if date.last and (date.relation in ("between", "until", "by") or "/" in (date.timex or "")):
        yield _pair(date.first, _last_unit(date.timex or "") or date.last - ONE_DAY)
    if date.relation == "after" and unit.last:
        yield _pair(unit.last, None)
    if date.timex and date.timex.startswith("P") and date.first and date.last:
        yield from _lengths(date, date.timex, base)
    elif date.last == base and date.first != base:
        yield _pair(date.first, base - ONE_DAY)  # "this year so far" ends yesterday
    elif date.first == base and date.last == unit.last and date.last:
        yield _pair(base, date.last - ONE_DAY)  # and "the rest of the month" before its last day
    yield from _parts(date, unit, base)
    if date.grain == "century" and date.first and date.last:
        yield _pair(date.first.replace(year=date.first.year - 1), date.last.replace(year=date.last.year - 1))
    if date.grain == "week" and unit.first and unit.last and unit.first.isoweekday() != 1:
        monday = unit.first - ONE_DAY * ((unit.first + 3 * ONE_DAY).isoweekday() - 1 - 3)
        yield _pair(monday, monday + (unit.last - unit.first))
    if date.rule == "deictic_name" and date.grain == "day" and date.first:
        monday = base - ONE_DAY * (
            base.isoweekday() - 1
        )  # "next Friday" is in the next week, not the next to come
        weeks = 7 if date.first > base else -7
        yield _pair(*[monday + ONE_DAY * (weeks + date.first.isoweekday() - 1)] * 2)
    if date.approximate and date.first and date.last:
        yield from ((day.isoformat(), day.isoformat()) for day in _anniversaries(date, base))


def _lengths(date: Date, timex: str, base: dt.date) -> Iterator[Pair]:
    """So long up to the base or from it on: one of the two ends is left out. Decades are the calendar's."""
    if date.first is None or date.last is None:
        return
    yield _pair(date.first, date.last - ONE_DAY)
    yield _pair(date.first + ONE_DAY, date.last)
    if date.grain == "decade":
        size, start = int(timex[1:-1]), base.year // 10 * 10
        first = start + 10 if date.first == base else start - size
        yield _pair(dt.date(first, 1, 1), dt.date(first + size - 1, 12, 31))


def _parts(date: Date, unit: Days, base: dt.date) -> Iterator[Pair]:
    """Early, late, earlier, later are halves; the middle of a month its days 10 to 20, of a week Tuesday to Friday."""
    if not date.timex or not unit.first or not unit.last:
        return
    half = HALVES.get(date.modifier or "")
    if base in (date.first, date.last) and date.first:  # "earlier this month", "later in the year"
        half = half or {unit.first: HALVES["start"], base: HALVES["end"]}.get(date.first)
    if half:
        stretch = modified(date.timex, unit, half)
        yield _pair(*stretch)
        yield _pair(*related(stretch, date.relation))
    if date.modifier == "mid" and date.grain == "month":
        yield _pair(unit.first.replace(day=10), unit.first.replace(day=20))
    if date.modifier == "mid" and date.grain == "week":
        yield _pair(unit.first + ONE_DAY, unit.first + 4 * ONE_DAY)
    if date.modifier:
        yield _pair(*modified(date.timex, unit, date.modifier))


def _anniversaries(date: Date, base: dt.date) -> Iterator[dt.date]:
    """The day itself of "two weeks ago", which is that week to us: the same weekday, day, day and month as the base."""
    day = date.first
    while day and date.last and day <= date.last:
        same = {"week": day.isoweekday() == base.isoweekday(), "month": day.day == base.day}
        if same.get(date.grain or "", (day.month, day.day) == (base.month, base.day)):
            yield day
        day += ONE_DAY


def _last_unit(timex: str) -> dt.date | None:
    """The day before the last unit of a range: their "2014 to 2018" ends before 2018."""
    first = days(timex.split("/")[-1]).first
    return first - ONE_DAY if first else None


def _pair(first: dt.date | None, last: dt.date | None) -> Pair:
    return (first.isoformat() if first else "", last.isoformat() if last else "")
