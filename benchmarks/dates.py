"""Dates beside dateparser's own search, on WikiWars and on half of the Recognizers-Text cases.

    python benchmarks/dates.py [--errors N]

The data are not part of the project: `../shared/data`, or the folder named by OPCLAIMS_DATA; what is absent is
skipped with a word. WikiWars: spans relaxed (any overlap) and strict (leading article aside), values = TIMEX value
equal, among the gold mentions found. Specs: cases whose gold is a date or a stretch of days; a find counts when
its first and last day are the gold's; a date without a year counts when it is the gold's past or future reading.

Measured (two busy cores, Python 3.11, dateparser 1.5.0), ours beside dateparser.search:
WikiWars spans relaxed F1 .905 / .778, strict .851 / .133, values of those found .894 / .175;
DateTimeModel value F1 .51 / .19, DatePeriodParser .41 / .02, DateParser .44 / .55; 51,000 / 5,100 words a second.
Refused on purpose: "now", "former", "current" as dates (2 to 3 points of recall on WikiWars; no reader of claims asks
for them), and an assistant's shorthand in the specs: "on 15", "4/22", "2015.3", "week 10", "the day", "next 5/12",
lower-case "sat", halves for "early" and "late" (ours are thirds), holidays of a country that is not named.
"""

import argparse
import datetime as dt
import json
import os
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.stages.dates.date import Date, find
from pipeline.stages.dates.join import Item
from pipeline.stages.dates.scan import scan
from pipeline.stages.dates.story import resolved
from pipeline.stages.dates.timex import days

DATA = Path(os.environ.get("OPCLAIMS_DATA", Path(__file__).parents[2] / "shared" / "data"))
ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
DAY = dt.timedelta(days=1)


class Mention(NamedTuple):
    start: int
    end: int
    value: str


class Case(NamedTuple):
    """`gold`: per expected mention its start, end, and the pairs of days (first, last) that are right."""

    text: str
    day: dt.date
    gold: list[tuple[int, int, list[tuple[str, str]]]]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", type=int, default=0, help="print so many errors of each set")
    wanted = options.parse_args().errors
    for name in ("ours", "dateparser.search"):
        wikiwars(name, wanted if name == "ours" else 0)
    for name in ("ours", "dateparser.search"):
        specs(name, wanted if name == "ours" else 0)
    speed()


def wikiwars(system: str, errors: int) -> None:
    """Print precision, recall and F1 of spans, and how many values are right."""
    files = sorted((DATA / "dates/wikiwars").glob("*.xml"))
    if not files:
        print(f"WikiWars: skipped, {DATA}/dates/wikiwars is not there")
        return
    count: Counter[str] = Counter()
    for file in files:
        text, gold, day = read_wikiwars(file)
        found = ours(text, day) if system == "ours" else searched(text, day)
        compare(text, gold, found, count, errors, file.name)
    table(f"WikiWars, {system}", count)


def read_wikiwars(file: Path) -> tuple[str, list[Mention], dt.date]:
    """Text without tags, gold mentions (inner ones of nested tags left out), day of publication."""
    raw = file.read_text(encoding="utf-8")
    day = re.search(r"<DATETIME>\s*<TIMEX2[^>]*val=\"(\d{4}-\d\d-\d\d)", raw)
    body = raw[raw.index("<TEXT>") + 6 : raw.index("</TEXT>")]
    text, gold, stack = "", [], []
    for piece in re.split(r"(<TIMEX2[^>]*>|</TIMEX2>)", body):
        if piece.startswith("<TIMEX2"):
            value = re.search(r'\bval="([^"]*)"', piece)
            stack.append((len(text), value[1] if value else ""))
        elif piece == "</TIMEX2>":
            start, value_ = stack.pop()
            if not stack:
                gold.append(Mention(start, len(text), value_))
        else:
            text += piece.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    return text, sorted(gold), dt.date.fromisoformat(day[1]) if day else dt.date(2009, 12, 19)


def ours(text: str, day: dt.date) -> list[Mention]:
    items = resolved(text, scan(text), day, tense=lambda start, end: "past")
    return [mention for item in items for mention in _ends(text, item)]


def _ends(text: str, item: Item) -> list[Mention]:
    """Both ends of a range that was read as one form (1914-18), because the gold marks each."""
    if item.reading.kind != "date" or "/" not in (item.timex or "") or item.rule == "period":
        return [Mention(item.start, item.end, (item.timex or "") + item.reading.part)]
    values = (item.timex or "").split("/")
    link = re.search(r"[-–—]|\s+(?:to|and|through|until)\s+", text[item.start : item.end])
    if not link:
        return [Mention(item.start, item.end, item.timex or "")]
    return [
        Mention(item.start, item.start + link.start(), values[0]),
        Mention(item.start + link.end(), item.end, values[1]),
    ]


def searched(text: str, day: dt.date) -> list[Mention]:
    """dateparser.search.search_dates, paragraph by paragraph; its texts are looked up from left to right."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": dt.datetime(day.year, day.month, day.day), "PREFER_DAY_OF_MONTH": "first"}
    found, at = [], 0
    for paragraph in text.split("\n"):
        place = at
        for words, when in search_dates(paragraph, languages=["en"], settings=settings) or []:
            start = text.find(words, place)
            if start >= 0:
                found.append(Mention(start, start + len(words), when.date().isoformat()))
                place = start + len(words)
        at += len(paragraph) + 1
    return found


def compare(
    text: str, gold: list[Mention], found: list[Mention], count: Counter[str], errors: int, name: str
) -> None:
    """Pair mentions from left to right; add to the counts; print the first errors."""
    used: set[int] = set()
    shown = 0
    for mention in gold:
        hit = next(
            (
                i
                for i, f in enumerate(found)
                if i not in used and f.start < mention.end and mention.start < f.end
            ),
            None,
        )
        if hit is None:
            shown += _say(shown < errors, name, "missed", text, mention)
            continue
        used.add(hit)
        other = found[hit]
        count["relaxed"] += 1
        strict = _edges(text, mention) == _edges(text, other)
        count["strict"] += strict
        right = mention.value == other.value
        count["value"] += right
        shown += _say(shown < errors and not strict, name, "edges", text, mention, other)
        shown += _say(shown < errors and not right, name, "value", text, mention, other)
    for i, other in enumerate(found):
        if i not in used:
            shown += _say(shown < errors, name, "extra", text, other)
    count["gold"] += len(gold)
    count["found"] += len(found)


def _edges(text: str, mention: Mention) -> tuple[int, int]:
    article = ARTICLE.match(text, mention.start)
    return (article.end() if article else mention.start), mention.end


def _say(wanted: bool, name: str, what: str, text: str, a: Mention, b: Mention | None = None) -> int:
    if wanted:
        left, right = text[max(0, a.start - 40) : a.start], text[a.end : a.end + 30]
        other = f" | found {text[b.start : b.end]!r} {b.value}" if b else ""
        print(f"{name[:6]} {what:6} {left!r} [{text[a.start : a.end]}] {right!r} {a.value}{other}")
    return int(wanted)


def specs(system: str, errors: int) -> None:
    """Print value precision, recall and F1 per file, and misfires on sentences without a date."""
    for name in ("DateTimeModel", "DatePeriodParser", "DateParser"):
        file = DATA / f"specs/{name}.json"
        if not file.exists():
            print(f"{name}: skipped, {file} is not there")
            continue
        count: Counter[str] = Counter()
        shown = 0
        for case in read_specs(file):
            rows = pairs(case, system)
            count["gold"] += len(case.gold)
            count["found"] += len(rows)
            count["empty"] += not case.gold
            count["misfire"] += not case.gold and bool(rows)
            for start, end, right in case.gold:
                there = [r for r in rows if r[0] < end and start < r[1]]
                count["relaxed"] += bool(there)
                hit = any(r[2] in right or r[3] in right for r in there)
                count["value"] += hit
                if shown < errors and not hit:
                    shown += 1
                    print(
                        f"{name} {case.text!r} {case.day} gold {case.text[start:end]!r} {right[:2]} found {rows}"
                    )
            if shown < errors and not case.gold and rows:
                shown += 1
                print(f"{name} misfire {case.text!r} {rows}")
        precision, recall = count["value"] / max(1, count["found"]), count["value"] / max(1, count["gold"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{name:17} {system:18} gold {count['gold']:4} found {count['found']:4} value P {precision:.3f}"
              f" R {recall:.3f} F1 {f1:.3f}  misfires {count['misfire']}/{count['empty']}")  # fmt: skip


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
            gold.append((result["Start"], end, list(_right(result))))
        if gold or not skip:
            yield Case(raw["Input"], day, gold)


def _right(result: dict) -> Iterator[tuple[str, str]]:  # type: ignore[type-arg]
    values = (result.get("Resolution") or {}).get("values") or []
    old = result.get("Value") or {}
    for value in (*values, old.get("FutureResolution") or {}, old.get("PastResolution") or {}):
        if day := value.get("value") or value.get("date"):
            yield (day, day)
        start, end = value.get("start") or value.get("startDate"), value.get("end") or value.get("endDate")
        if start or end:
            yield (start or "", _day_before(end) if end else "")


def _day_before(end: str) -> str:
    """Their ends are exclusive."""
    try:
        return (dt.date.fromisoformat(end) - DAY).isoformat()
    except ValueError:
        return end


def pairs(case: Case, system: str) -> list[tuple[int, int, tuple[str, str], tuple[str, str]]]:
    """Start, end, (first, last) of what a system finds in a case, and the same with the cases' ends of ranges.

    The cases end "2014 to 2018" before 2018; we end it with 2018. Both are right here.
    """
    if system != "ours":
        return [
            (m.start, m.end, (m.value, m.value), (m.value, m.value)) for m in searched(case.text, case.day)
        ]
    found = [d for d in find(case.text, published=case.day) if d.kind == "date" or d.first or d.last]
    return [(d.start, d.end, (_iso(d.first), _iso(d.last)), (_iso(d.first), _their_end(d))) for d in found]


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _their_end(date: Date) -> str:
    if date.last is None or not date.timex or ("/" not in date.timex and date.anchored_to == "absolute"):
        return _iso(date.last)
    end = days(date.timex.split("/")[-1]).first if "/" in date.timex else date.last
    return _iso(end - DAY) if end else ""


def table(title: str, count: Counter[str]) -> None:
    print(f"{title}: gold {count['gold']}, found {count['found']}")
    for key in ("relaxed", "strict"):
        precision, recall = count[key] / max(1, count["found"]), count[key] / max(1, count["gold"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"  {key:8} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    print(f"  values right among found {count['value'] / max(1, count['relaxed']):.3f}")


def speed() -> None:
    """Words a second on plain text, beside dateparser.search; and on hostile text, twice as much each time."""
    files = sorted((DATA / "raw/state_union").glob("*.txt"))
    if files:
        text, day = files[-1].read_text(encoding="utf-8", errors="replace")[:20_000], dt.date(2006, 2, 1)
        for name, run in (
            ("ours", lambda: find(text, published=day)),
            ("dateparser.search", lambda: searched(text, day)),
        ):
            print(
                f"{name}: {len(text.split()) / min(timed(run) for _ in range(5)):,.0f} words/s (best of five)"
            )
    for hostile in ("1", "may ", "19", "the last ", "in the early ", "3/", "one two ", "'"):
        times = []
        for size in (25_000, 50_000, 100_000):
            start = time.perf_counter()
            find(hostile * (size // len(hostile)), published=None)
            times.append(time.perf_counter() - start)
        print(
            f"{hostile!r} ×: "
            + ", ".join(f"{t:.2f}" for t in times)
            + " s for 25, 50, 100 thousand characters"
        )


def timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
