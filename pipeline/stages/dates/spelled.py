"""Dates in words, and the odd styles that dateparser reads: the fourth of July, May twenty-one, 23/Sep/2020."""

import datetime as dt
import re

from pipeline.stages.dates import parser
from pipeline.stages.dates.absolute import YEAR
from pipeline.stages.dates.named import in_year
from pipeline.stages.dates.reading import Reading, Rule, after, rule
from pipeline.stages.dates.spelled_years import BEHIND
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
JOIN = rf"(?:{DASH}|{W})"
NTH = rf"(?:(?:twenty|thirty){JOIN}{alternation(w for w, v in ORDINALS.items() if v < 10)}|{alternation(ORDINALS)})"
CARDINAL = rf"(?:twenty|thirty){JOIN}{alternation(word for word, value in CARDINALS.items() if value < 10)}"
OF_YEAR = rf"(?:(?:,{W}?|{W}(?:of{W})?)(?P<year>{YEAR})(?!\d))?"
OF_YEAR_2 = OF_YEAR.replace("<year>", "<y2>")
ODD = (
    rf"{LEFT}(?:\d{{1,2}}[-/.](?P<a>{MONTH})[-/.]\d{{2,4}}|(?P<b>{MONTH})[-/.]\d{{1,2}}[-/.]\d{{4}}"
    rf"|\d{{4}}[-/.](?P<c>{MONTH})[-/.]\d{{1,2}}|\d{{4}}/\d{{1,2}}/(?P<d>{MONTH})){RIGHT}(?!{DASH}\w)"
)
NTH_WEEKDAY = (
    rf"{LEFT}(?P<nth>first|second|third|fourth|last){W}(?P<weekday>{WEEKDAY}){W}(?:of|in){W}(?P<month>{MONTH})"
    rf"{OF_YEAR}{RIGHT}"
)
WEEK_SIDE = {"last": -1, "this": 0, "next": 1}


@rule(RULES, "month&ordinal", rf"{LEFT}(?P<nth>{NTH}){W}(?:day{W})?of{W}(?P<month>{MONTH}){OF_YEAR}{RIGHT}")
def spelled_day_of_month(match: re.Match[str]) -> Reading | None:
    """The fourth of July 1995."""
    return _spelled(match)


@rule(RULES, "month&ordinal", rf"{LEFT}(?P<month>{MONTH}){W}(?:the{W})?(?P<nth>{NTH}){OF_YEAR}{RIGHT}")
def month_spelled_day(match: re.Match[str]) -> Reading | None:
    """January first, 2000. "In June first came rain" is none."""
    behind = BEHIND.match(match.string, match.end())
    asked = match["year"] or behind or re.match(r"\s?[.,;:!?)”—–]|$", after(match))
    return _spelled(match) if asked else None


@rule(
    RULES,
    "month&tens",
    rf"{LEFT}(?:{WEEKDAY},?{W})?(?:(?P<month>{MONTH}){W}(?P<nth>{CARDINAL}){OF_YEAR}|(?P<n2>{CARDINAL}){W}(?P<m2>{MONTH}){OF_YEAR_2}){RIGHT}"
    rf"(?!{W}\w{{2,12}}s\b)",
)
def day_in_cardinals(match: re.Match[str]) -> Reading | None:
    """May twenty-one, twenty-five January 1986; not "in March twenty-two men died"."""
    day, year = int(number(match["nth"] or match["n2"]) or 0), match["year"] or match["y2"]
    timex = f"{year or 'XXXX'}-{month(match['month'] or match['m2']):02}-{day:02}"
    stands = year or BEHIND.match(match.string, match.end()) or re.match(r"\s?[.,;:!?)”—–]|$", after(match))
    if days(timex.replace("XXXX", "2000")).first is None or not stands:
        return None
    return Reading(timex, grain="day", anchor=None if year else "nearest")


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
    named = match["a"] or match["b"] or match["c"] or match["d"]
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


@rule(RULES, "weekday&unit", rf"{LEFT}(?P<side>last|this|next){W}week,?{W}(?:from|between){W}(?P<a>{WEEKDAY})"
             rf"{W}(?:and|to|until|through){W}(?P<b>{WEEKDAY}){RIGHT}")  # fmt: skip
def weekdays_of_week(match: re.Match[str]) -> Reading | None:
    """Next week between Wednesday and Friday."""
    a, b = weekday(match["a"]), weekday(match["b"])
    if a >= b:
        return None
    timex = f"XXXX-WXX-{a}/XXXX-WXX-{b}"
    steps = WEEK_SIDE[match["side"].lower()]
    return Reading(timex, grain="day", anchor="published", unit="weekday", steps=steps, relation="between")


def _spelled(match: re.Match[str]) -> Reading | None:
    day, year = ordinal(match["nth"]), match["year"]
    timex = f"{year or 'XXXX'}-{month(match['month']):02}-{day:02}"
    if days(timex.replace("XXXX", "2000")).first is None:
        return None
    return Reading(timex, grain="day", anchor=None if year else "nearest")
