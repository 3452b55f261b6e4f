"""Dates written short: Sept-11, on 22/04, Friday 5/12, 10/1-11/2/2017, week 12 of 2020, 2021-W12, 2016 June, July
of '87."""

import re

from pipeline.stages.dates.absolute import DAY, YEAR, full_year
from pipeline.stages.dates.interval import ONE_DAY
from pipeline.stages.dates.reading import Reading, Rule, after, before, rule
from pipeline.stages.dates.timex import days
from pipeline.stages.dates.words import (
    DASH,
    LEFT,
    MONTH,
    MONTHS,
    QUOTE,
    RIGHT,
    WEEKDAY,
    W,
    alternation,
    month,
)

RULES: list[Rule] = []
MONTH_AND_FIGURE = (
    rf"{LEFT}(?P<month>{alternation(MONTHS)})(?:\.?[/-]|\.)?(?P<d>{DAY})(?:st|nd|rd|th)?(?!:\d)(?![\w%/]|[-.,/]\d)"
    rf"(?:{W}?,{W}?(?P<year>{YEAR})(?!\d))?"
)
TWO_FIGURES = (
    rf"{LEFT}(?:(?:(?:next|last|this){W})?{WEEKDAY},?{W}|(?<=\bon ))(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})"
    rf"(?={W}?[.,;:!?)”—–]|$|{W}(?:and|at|or|but|to|he|she|they|we|it|the){W})(?!,\d|\.\d)"
)
FIGURES = r"(?P<{}>\d{{1,2}})/(?P<{}>\d{{1,2}})"
SHORT_RANGE = (
    rf"{LEFT}{FIGURES.format('a', 'b')}{W}?{DASH}{W}?{FIGURES.format('c', 'd')}(?:/|,{W}?)(?P<year>{YEAR})(?![\w/])"
    rf"|(?:(?<=\bfrom )|(?<=\bbetween )){FIGURES.format('a2', 'b2')}{W}(?:to|and|until|through){W}"
    rf"{FIGURES.format('c2', 'd2')}(?![\w/%])"
)
WEEK_OF_YEAR = (
    rf"{LEFT}(?:the{W})?week{W}(?:no\.?{W}|number{W})?(?P<n>\d{{1,2}})"
    rf"(?:,{W}|{W}(?:of|in){W})(?P<year>{YEAR}){RIGHT}"
)
YEAR_AND_MONTH = (
    rf"{LEFT}(?P<year>{YEAR}){W}?,?{W}(?P<month>{MONTH})(?=[.,;:!?)”—–]|$|{W}(?:and|to|until|till|or){W})"
)
OF_SHORT_YEAR = rf"{LEFT}(?P<month>{MONTH}){W}of{W}(?P<year>{QUOTE}\d\d|[3-9]\d){RIGHT}"
WORDS = (
    "may",
    "march",
    "mar",
    "jan",
    "dec",
)  # also verbs and names, where nothing else says that they are months


@rule(RULES, "month&figure", MONTH_AND_FIGURE)
def month_and_figure(match: re.Match[str]) -> Reading | None:
    """Sept-11, Jan/3, Dec31, 1994."""
    glued = match["month"].isupper() or (match["month"].islower() and match["month"] in WORDS)
    if glued and not match["year"]:
        return None  # "the MAR-10", "they may3 …"
    timex = f"{match['year'] or 'XXXX'}-{month(match['month']):02}-{int(match['d']):02}"
    if days(timex.replace("XXXX", "2000")).first is None:
        return None
    return Reading(timex, grain="day", anchor=None if match["year"] else "nearest")


@rule(RULES, "figure&slash", TWO_FIGURES)
def two_figures(match: re.Match[str]) -> Reading | None:
    """On 22/04, Friday 5/12, in the order of the text. Without "on" or a weekday, two figures are a score, a share."""
    a, b = int(match["a"]), int(match["b"])
    day, month_ = (a, b) if a > 12 else (b, a)
    timex = f"XXXX-{month_:02}-{day:02}"
    return (
        Reading(timex, grain="day", anchor="nearest") if days(timex.replace("XXXX", "2000")).first else None
    )


@rule(RULES, "figure&slash", SHORT_RANGE)
def short_range(match: re.Match[str]) -> Reading | None:
    """10/1-11/2/2017; the month first unless the figures say otherwise."""
    named = (("a", "b"), ("c", "d")) if match["year"] else (("a2", "b2"), ("c2", "d2"))
    ends = [(int(match[one]), int(match[other])) for one, other in named]
    if any(first > 12 for first, _ in ends):
        ends = [(b, a) for a, b in ends]
    year = match["year"] or "XXXX"
    timex = "/".join(f"{year}-{month_:02}-{day:02}" for month_, day in ends)
    if None in days(timex.replace("XXXX", "2000")) or timex[:10] >= timex[11:]:
        return None
    relation = "between" if re.search(r"\b(?:from|between)\s$", before(match), re.IGNORECASE) else None
    return Reading(timex, grain="day", anchor=None if match["year"] else "nearest", relation=relation)


@rule(RULES, "figure&unit", WEEK_OF_YEAR)
def week_of_year(match: re.Match[str]) -> Reading | None:
    """Week 12 of 2020, as ISO 8601 counts them."""
    timex = f"{match['year']}-W{int(match['n']):02}"
    return Reading(timex, grain="week") if days(timex).first else None


@rule(RULES, "year_first", rf"{LEFT}(?P<year>{YEAR})-W(?P<n>\d\d)(?:-(?P<d>[1-7]))?{RIGHT}")
def iso_week(match: re.Match[str]) -> Reading | None:
    """2021-W12; its Friday, 2021-W12-5."""
    timex = f"{match['year']}-W{match['n']}"
    monday = days(timex).first
    if monday is None or match["d"] is None:
        return Reading(timex, grain="week") if monday else None
    return Reading((monday + ONE_DAY * (int(match["d"]) - 1)).isoformat(), grain="day")


@rule(RULES, "month&figure", YEAR_AND_MONTH)
def year_and_month(match: re.Match[str]) -> Reading | None:
    """2016 June."""
    if match["month"][0].islower() and match["month"] in WORDS:
        return None
    comma = "," in match[0][:-1] and not re.match(r"[.;:!?)]|$", after(match))
    if comma:
        return None  # "In 2016, June was dry"
    return Reading(f"{match['year']}-{month(match['month']):02}", grain="month")


@rule(RULES, "month&figure", OF_SHORT_YEAR)
def month_of_year_in_two_figures(match: re.Match[str]) -> Reading | None:
    """July of '87, April of 87."""
    return Reading(f"{full_year(match['year'][-2:])}-{month(match['month']):02}", grain="month")
