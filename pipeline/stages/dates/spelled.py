"""Dates in words, and the odd styles that dateparser reads: the fourth of July, nineteen ninety-six, 23/Sep/2020."""

import datetime as dt
import re

from pipeline.stages.dates import parser
from pipeline.stages.dates.absolute import YEAR
from pipeline.stages.dates.named import in_year
from pipeline.stages.dates.reading import Reading, Rule, after, before, rule
from pipeline.stages.dates.timex import days
from pipeline.stages.dates.words import (
    CARDINALS,
    DASH,
    LEFT,
    MONTH,
    ORDINALS,
    RIGHT,
    WEEKDAY,
    W,
    alternation,
    month,
    number,
    ordinal,
    weekday,
)

RULES: list[Rule] = []
TENS = alternation(word for word, value in CARDINALS.items() if value >= 20)
TEENS = alternation(word for word, value in CARDINALS.items() if 10 <= value < 20)
ONES = alternation(word for word, value in CARDINALS.items() if value < 10)
JOIN = rf"(?:{DASH}|{W})"
NTH = rf"(?:(?:twenty|thirty){JOIN}{alternation(w for w, v in ORDINALS.items() if v < 10)}|{alternation(ORDINALS)})"
TWO_DIGITS = rf"(?:{TENS}(?:{JOIN}{ONES})?|{TEENS}|(?:oh|o){JOIN}{ONES})"
SPELLED_YEAR = (
    rf"(?:(?P<hundreds>eighteen|nineteen|twenty){JOIN}(?P<rest>{TWO_DIGITS})"
    rf"|two{W}thousand(?:{W}(?:and{W})?(?P<over>{TENS}(?:{JOIN}{ONES})?|{TEENS}|{ONES}))?)"
)
YEAR_ASKED = re.compile(
    r"\b(?:in|since|by|until|before|after|of|during|year|early|late|from|to|and)[\s-]$", re.I
)
OF_YEAR = rf"(?:(?:,{W}?|{W}(?:of{W})?)(?P<year>{YEAR})(?!\d))?"
ODD = (
    rf"{LEFT}(?:\d{{1,2}}[-/.](?P<a>{MONTH})[-/.]\d{{2,4}}|(?P<b>{MONTH})[-/.]\d{{1,2}}[-/.]\d{{4}}"
    rf"|\d{{4}}[-/.](?P<c>{MONTH})[-/.]\d{{1,2}}){RIGHT}(?!{DASH}\w)"
)
NTH_WEEKDAY = (
    rf"{LEFT}(?P<nth>first|second|third|fourth|last){W}(?P<weekday>{WEEKDAY}){W}(?:of|in){W}(?P<month>{MONTH})"
    rf"{OF_YEAR}{RIGHT}"
)
WEEK_SIDE = {"last": -1, "this": 0, "next": 1}


@rule(RULES, "month", rf"{LEFT}(?P<nth>{NTH}){W}(?:day{W})?of{W}(?P<month>{MONTH}){OF_YEAR}{RIGHT}")
def spelled_day_of_month(match: re.Match[str]) -> Reading | None:
    """The fourth of July 1995."""
    return _spelled(match)


@rule(RULES, "month", rf"{LEFT}(?P<month>{MONTH}){W}(?:the{W})?(?P<nth>{NTH}){OF_YEAR}{RIGHT}")
def month_spelled_day(match: re.Match[str]) -> Reading | None:
    """January first, 2000. "In June first came rain" is none."""
    return _spelled(match) if match["year"] or re.match(r"\s?[.,;:]|$", after(match)) else None


@rule(
    RULES,
    "hundred",
    rf"{LEFT}{SPELLED_YEAR}(?!\w)(?!{W}(?:people|years|men|women|dollars|percent|per|million|of)\b)",
)
def spelled_year(match: re.Match[str]) -> Reading | None:
    """Nineteen ninety-six, two thousand and fifteen; after a word that asks for a year."""
    if not YEAR_ASKED.search(before(match)):
        return None
    return Reading(str(_spelled_year(match)), grain="year")


@rule(RULES, "month&hundred", rf"{LEFT}(?P<month>{MONTH}){W}(?:of{W})?{SPELLED_YEAR}(?!\w)")
def month_of_spelled_year(match: re.Match[str]) -> Reading | None:
    """June of nineteen ninety-nine."""
    return Reading(f"{_spelled_year(match)}-{month(match['month']):02}", grain="month")


@rule(
    RULES,
    "month&weekday",
    NTH_WEEKDAY,
)
def nth_weekday(match: re.Match[str]) -> Reading | None:
    """The first Tuesday of November 2024; without a year the nearest."""
    nth = "L" if match["nth"].lower() == "last" else ordinal(match["nth"])
    day = f"{month(match['month'])}-{nth}-{weekday(match['weekday'])}"
    if match["year"]:
        return Reading(in_year(day, int(match["year"])), grain="day")
    return Reading(f"XXXX-{day}", grain="day", anchor="published")


@rule(RULES, "month&figure", ODD)
def odd_day(match: re.Match[str]) -> Reading | None:
    """23/Sep/2020, Sep-23-2020, 2019-aug-1: read by dateparser, whose month must be the one that stands there."""
    named = match["a"] or match["b"] or match["c"]
    found = parser.day(re.sub(r"[-/.]", " ", match[0]), dt.date(2000, 1, 1))
    if found is None or found.month != month(named):
        return None
    return Reading(found.isoformat(), grain="day")


@rule(RULES, "weekday&unit", rf"{LEFT}(?:(?P<weekday>{WEEKDAY}),?{W}(?:of{W})?(?P<side>last|this|next){W}week"
             rf"|(?P<before>last|this|next){W}week{W}(?:on{W})?(?P<w2>{WEEKDAY})){RIGHT}")  # fmt: skip
def weekday_of_week(match: re.Match[str]) -> Reading | None:
    """Tuesday of last week."""
    named, side = match["weekday"] or match["w2"], (match["side"] or match["before"]).lower()
    if not named[0].isupper() and len(named) < 5:
        return None
    return Reading(
        f"XXXX-WXX-{weekday(named)}", grain="day", anchor="published", unit="weekday", steps=WEEK_SIDE[side]
    )


def _spelled(match: re.Match[str]) -> Reading | None:
    day, year = ordinal(match["nth"]) or 0, match["year"]
    timex = f"{year or 'XXXX'}-{month(match['month']):02}-{day:02}"
    if days(timex.replace("XXXX", "2000")).first is None:
        return None
    return Reading(timex, grain="day", anchor=None if year else "nearest")


def _spelled_year(match: re.Match[str]) -> int:
    if not match["hundreds"]:
        return 2000 + int(number(match["over"] or "") or 0)
    rest = re.sub(rf"^oh?(?={JOIN})", "", match["rest"].lower()).lstrip("- ")
    hundreds = {"eighteen": 18, "nineteen": 19, "twenty": 20}[match["hundreds"].lower()]
    return hundreds * 100 + int(number(rest) or 0)
