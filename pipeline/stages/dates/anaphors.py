"""Times that only the text dates: by then, that March, in the eleven years since; before the year is out."""

import re

from pipeline.stages.dates.reading import Reading, Rule, before, rule
from pipeline.stages.dates.words import (
    CALENDAR_UNIT,
    LEFT,
    MONTH,
    NUMBER,
    QUOTE,
    SEASON,
    SEASONS,
    UNITS_PLURAL,
    WEEKDAY,
    W,
    month,
    number,
    unit,
    weekday,
)

RULES: list[Rule] = []
END = r"(?![\w%])"
CUE = re.compile(r"\b(?:by|since|until|till|before)\s$", re.IGNORECASE)
TIME_CUE = re.compile(
    r"\b(?:during|throughout|by|around|in|at|since|until|till|over|before|after|from|within)\s$",
    re.IGNORECASE,
)
AT = re.compile(r"\bat\s$", re.IGNORECASE)
LATER_ON = (
    rf"{LEFT}the{W}(?:(?:following|ensuing|intervening|subsequent|succeeding){W}(?P<unit>{UNITS_PLURAL})(?!\w)"
    rf"|(?P<u2>{UNITS_PLURAL}){W}(?:since|that{W}followed)(?={W}?[.,;:!?)”—–]|$))"
)
NAMED = rf"(?:(?P<month>{MONTH})|(?P<weekday>{WEEKDAY})|(?P<season>{SEASON}))"
OUT = (
    rf"{LEFT}(?P<side>the|that|this){W}(?P<unit>{CALENDAR_UNIT})(?:{W}(?:is|was|were)|{QUOTE}s){W}(?:out|over|up|through)"
    rf"(?!\w)"
)


@rule(RULES, "then", rf"{LEFT}then(?!\w|{W}(?-i:[A-Z]))")
def then(match: re.Match[str]) -> Reading | None:
    """By then, since then, until then: the date before."""
    return Reading(anchor="then") if CUE.search(before(match)) else None


@rule(
    RULES,
    "time",
    rf"{LEFT}(?:this|that|the{W}same)(?:{W}[a-z]{{4,9}})?{W}(?:time|period|era)(?!\w|{W}(?:last|next|tomorrow|yesterday)\b)",
)
def that_time(match: re.Match[str]) -> Reading | None:
    """During this period, by that time: a time that only the text knows. "At the same time" joins two thoughts."""
    if not TIME_CUE.search(before(match)) or (AT.search(before(match)) and "same" in match[0].lower()):
        return None
    return Reading("PRESENT_REF", kind="vague")


@rule(
    RULES,
    "time&unit",
    rf"{LEFT}(?:around{W}|about{W})?this{W}time{W}(?P<side>last|next){W}(?P<unit>year|month|week)(?!\w)",
)
def this_time(match: re.Match[str]) -> Reading | None:
    """This time last year: the month, a year before the day of publication."""
    size, keep = {"year": (12, "month"), "month": (1, "week"), "week": (0, "day")}[match["unit"].lower()]
    sign = -1 if match["side"].lower() == "last" else 1
    unit_, steps = ("month", sign * size) if size else ("week", sign)
    return Reading(unit=unit_, steps=steps, keep=keep, grain=keep, anchor="published", approximate=True)


@rule(
    RULES,
    "unit&that",
    rf"{LEFT}the{W}same{W}(?P<unit>month|week|day|quarter|period){W}(?:of{W}|in{W})?(?:last{W}year|a{W}year{W}(?:ago|earlier))(?!\w)",
)
def same_unit_last_year(match: re.Match[str]) -> Reading | None:
    """The same month last year: a year before the month of publication; of a period nobody says which days."""
    unit_ = match["unit"].lower()
    if unit_ == "period":
        return Reading("PAST_REF", kind="vague")
    return Reading(unit="year", steps=-1, keep=unit_, grain=unit_, anchor="published")


@rule(RULES, "unit&that unit&since", LATER_ON)
def following_units(match: re.Match[str]) -> Reading | None:
    """Over the following days, in the intervening years, in the months since."""
    row = unit(match["unit"] or match["u2"])
    return Reading(f"PX{row['iso']}", kind="vague", grain=row["grain"] or None)


@rule(RULES, "month&that weekday&that season&that", rf"{LEFT}that{W}(?:same{W})?{NAMED}{END}")
def that_name(match: re.Match[str]) -> Reading | None:
    """That March, that summer, that Tuesday: of the year or the week of the date before."""
    named = match["month"] or match["weekday"] or match["season"]
    if match["month"]:
        timex, grain = f"XXXX-{month(named):02}", "month"
    elif match["weekday"]:
        timex, grain = f"XXXX-WXX-{weekday(named)}", "day"
    else:
        timex, grain = f"XXXX-{SEASONS[named.lower()]}", "season"
    proper = match["season"] or named[0].isupper()
    return Reading(timex, grain=grain, anchor="sentence") if proper else None


@rule(
    RULES,
    "unit&since",
    rf"{LEFT}the{W}(?P<n>{NUMBER}){W}(?P<unit>{UNITS_PLURAL}){W}(?:since|that{W}followed)(?={W}?[.,;:!?)”—–]|$)",
)
def units_since(match: re.Match[str]) -> Reading | None:
    """In the eleven years since: a stretch from something that the text tells of."""
    return Reading(grain=unit(match["unit"])["grain"] or None) if number(match["n"]) else None


@rule(RULES, "unit&out", OUT)
def unit_out(match: re.Match[str]) -> Reading | None:
    """Before the year is out, before that decade was over: up to its last day."""
    if not CUE.search(before(match)):
        return None
    anchor = {"this": "published", "that": "sentence"}.get(match["side"].lower(), "nearest")
    return Reading(unit=unit(match["unit"])["grain"], anchor=anchor, modifier="end")
