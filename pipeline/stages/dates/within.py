"""Parts of a unit: the end of the month, later in the year, the last week of 2015, the turn of the century."""

import datetime as dt
import re

from pipeline.stages.dates.absolute import YEAR
from pipeline.stages.dates.interval import ONE_DAY
from pipeline.stages.dates.reading import Reading, Rule, after, before, rule
from pipeline.stages.dates.relative import ANAPHORIC, DEICTIC, END, THIRDS, UP_TO
from pipeline.stages.dates.timex import Days, add_months, days, last_of_months
from pipeline.stages.dates.words import (
    DASH,
    LEFT,
    MONTH,
    NUMBER,
    ORDINAL,
    QUOTE,
    W,
    month,
    number,
    ordinal,
    plain,
)

RULES: list[Rule] = []
PLAIN_UNIT = r"(?P<unit>month|year|decade|century|week|quarter)"
PARTS = {
    "end": "end", "close": "end", "latter part": "end", "middle": "mid", "rest": None, "beginning": "start",
    "start": "start", "opening": "start", "first half": "first half", "second half": "second half",
    "latter half": "second half",
}  # fmt: skip
PART_OF = (
    rf"{LEFT}(?:the{W})?(?:very{W})?(?P<part>{'|'.join(p.replace(' ', W) for p in PARTS)}){W}of{W}"
    rf"(?:(?P<bare>month|year){END}|(?P<side>the{W}(?:same|following|last|past|next|coming|previous)|the|that|this|last|next){W}{PLAIN_UNIT}{END})(?!{W}{YEAR})"
)
NTH_OF = (
    rf"{LEFT}(?:the{W})?(?:very{W})?(?P<nth>last|final|opening|closing|{ORDINAL})"
    rf"(?:{W}(?P<n>{NUMBER}))?{W}(?P<unit>day|night|week|month)(?P<s>s)?{W}(?:of{W}|(?=(?:this|last|next){W}year))"
    rf"(?:(?P<month>{MONTH})(?:(?:,?{W}|{W}of{W})(?P<y>{YEAR}))?|(?P<year>{YEAR})"
    rf"|(?P<side>this|last|next|that|the(?:{W}(?:same|following|previous))?){W}year){END}"
)
SOME_YEAR = "2001"  # stands in for one that is not there
CUE = re.compile(r"\b(?:by|in|at|around|since|until|till|before|after|about|from|to)\s$", re.IGNORECASE)
TURN = (
    rf"{LEFT}the{W}turn{W}of{W}the{W}(?:(?P<n>nineteenth|19th|twentieth|20th|twenty{DASH}first|21st){W})?"
    rf"(?:century|millennium|(?P<year>year)){END}"
)


@rule(RULES, "unit&piece", PART_OF)
def part_of_unit(match: re.Match[str]) -> Reading | None:
    """The end of the month, the start of this year, the rest of the decade."""
    part, side = plain(match["part"]), plain(match["side"] or "the")
    cued = CUE.search(before(match)) or re.match(r"[.;!?]|$", after(match))
    if match["bare"] and (part not in ("end", "start", "beginning") or not cued):
        return None
    side = side.removeprefix("the ") if side.removeprefix("the ") in DEICTIC else side
    anchor = "published" if side in DEICTIC else "nearest" if side == "the" else "sentence"
    count = DEICTIC.get(side, ANAPHORIC.get(side, 0))
    length = 1 if part == "rest" else 0
    return Reading(
        unit=(match["unit"] or match["bare"]).lower(),
        steps=count,
        anchor=anchor,
        modifier=PARTS[part],
        length=length,
    )


@rule(RULES, "unit&late", rf"{LEFT}(?P<part>early|earlier|late|later){W}in{W}the{W}{PLAIN_UNIT}{END}")
def in_unit(match: re.Match[str]) -> Reading | None:
    """Later in the year: from the day of publication on; late in the century."""
    part, unit = match["part"].lower(), match["unit"].lower()
    return Reading(unit=unit, anchor="nearest", modifier=THIRDS.get(part), length=UP_TO.get(part, 0))


@rule(RULES, "unit&piece", rf"{LEFT}(?:the{W})?(?P<unit>year|month)(?:{QUOTE}s{W}|{DASH})end{END}")
def unit_end(match: re.Match[str]) -> Reading | None:
    """Year-end, the month's end."""
    return Reading(unit=match["unit"].lower(), anchor="nearest", modifier="end")


@rule(
    RULES,
    "unit&mid",
    rf"{LEFT}mid{DASH}(?P<unit>month|year|decade|century|week){END}(?!{W}(?:modern|design|furniture|style))",
)
def mid_unit(match: re.Match[str]) -> Reading | None:
    """By mid-century, until mid-year."""
    if not CUE.search(before(match)):
        return None
    return Reading(unit=match["unit"].lower(), anchor="nearest", modifier="mid")


@rule(RULES, "unit&nth unit&ordinal", NTH_OF)
def nth_of(match: re.Match[str]) -> Reading | None:
    """The first ten months of 1915, of this year; the last week of August 1918; the second week of September (its
    days 8 to 14). Weeks of a year are ISO weeks."""
    year = match["y"] or match["year"]
    container = f"{year or SOME_YEAR}-{month(match['month']):02}" if match["month"] else year or SOME_YEAR
    nth, unit = match["nth"].lower(), match["unit"].lower()
    size = int(number(match["n"]) or 1) if match["n"] else 1
    index = -1 if nth in ("last", "final", "closing") else 1 if nth == "opening" else ordinal(nth)
    if bool(match["s"]) != (size > 1) or (unit == "month" and match["month"]):
        return None
    side = plain(match["side"] or "")
    if unit == "week" and side and index < 0:
        return _last_weeks(size, side)
    first, last = _stretch(days(container), unit, size, index, whole=match["month"] is None)
    if first is None or last is None:
        return None
    whole = (
        "{0:%Y-%m}"
        if unit == "month"
        else "{0:%G-W%V}"
        if match["side"] and unit == "week"
        else "{0:%Y-%m-%d}"
    )
    ends = [whole.format(day) for day in (first, last)]
    timex, grain = "/".join(dict.fromkeys(ends)), "day" if unit == "night" else unit
    part = "TNI" if unit == "night" else ""
    if year:
        return Reading(timex, grain=grain, part=part)
    timex = timex.replace(SOME_YEAR, "XXXX")
    if not side:
        return Reading(timex, grain=grain, anchor="nearest", part=part)
    return _in_year(timex, grain, side)._replace(part=part)


def _last_weeks(size: int, side: str) -> Reading | None:
    """The last three weeks of this year: its last 21 days; where weeks begin, no other year can tell."""
    return _in_year(f"XXXX-12-{32 - 7 * size:02}/XXXX-12-31", "week", side) if 0 < size < 5 else None


def _in_year(timex: str, grain: str, side: str) -> Reading:
    published = side == "the" or side in DEICTIC
    steps = DEICTIC.get(side, ANAPHORIC.get(side, 0))
    return Reading(
        timex, grain=grain, anchor="published" if published else "sentence", direction=0, steps=steps
    )


@rule(RULES, "turn", TURN)
def turn_of_century(match: re.Match[str]) -> Reading | None:
    """The turn of the 20th century: around 1900; without a number it is left open."""
    if match["year"]:
        return Reading("XXXX-01-01", grain="day", anchor="published", direction=0)
    if match["n"] is None and "millennium" in match[0].lower():
        return Reading("2000", grain="year", approximate=True)
    if match["n"] is None:
        return Reading("PAST_REF", kind="vague")
    return Reading(f"{(ordinal(match['n']) - 1) * 100}", grain="year", approximate=True)


def _stretch(inside: Days, unit: str, size: int, index: int, *, whole: bool) -> Days:
    """`size` units from the `index`-th one of a stretch of days; the last ones where `index` is negative. `whole`:
    weeks begin on Mondays."""
    first, last = inside
    if first is None or last is None or not 0 < size <= 366:
        return Days(None, None)
    if unit == "month":
        return _months(first, last, size, index)
    length = 7 if unit == "week" else 1
    if unit == "week" and whole:  # an ISO week belongs to where its Thursday lies
        first += ONE_DAY * ((4 - first.isoweekday()) % 7 - 3)
        last += ONE_DAY * (3 - (last.isoweekday() - 4) % 7)
    if index < 0:
        return Days(last - ONE_DAY * (length * size - 1), last)
    start = first + ONE_DAY * length * (index - 1)
    return Days(start, start + ONE_DAY * (length * size - 1)) if start <= last else Days(None, None)


def _months(first: dt.date, last: dt.date, size: int, index: int) -> Days:
    whole = (last.year - first.year) * 12 + last.month - first.month + 1
    skipped = whole - size if index < 0 else index - 1
    if not 0 <= skipped <= whole - size:
        return Days(None, None)  # the thirteenth month of a year
    start = add_months(first.year, first.month, skipped)
    return Days(dt.date(*start, 1), last_of_months(*start, size))
