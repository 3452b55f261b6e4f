"""Parts of a unit: the end of the month, later in the year, the last week of 2015, the turn of the century."""

import datetime as dt
import re

from pipeline.stages.dates.absolute import YEAR
from pipeline.stages.dates.interval import ONE_DAY
from pipeline.stages.dates.reading import Reading, Rule, rule
from pipeline.stages.dates.relative import ANAPHORIC, DEICTIC, END, THIRDS, UP_TO
from pipeline.stages.dates.timex import Days, add_months, days, last_of_months
from pipeline.stages.dates.words import DASH, LEFT, MONTH, NUMBER, QUOTE, W, month, number, ordinal, plain

RULES: list[Rule] = []
PLAIN_UNIT = r"(?P<unit>month|year|decade|century|week|quarter)"
PARTS = {
    "end": "end", "close": "end", "latter part": "end", "second half": "end", "middle": "mid", "rest": None,
    "beginning": "start", "start": "start", "opening": "start", "first half": "start",
}  # fmt: skip
PART_OF = (
    rf"{LEFT}(?:the{W})?(?:very{W})?(?P<part>{'|'.join(p.replace(' ', W) for p in PARTS)}){W}of{W}"
    rf"(?P<side>the{W}same|the{W}following|the|that|this|last|next){W}{PLAIN_UNIT}{END}"
)
NTH_OF = (
    rf"{LEFT}(?:the{W})?(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|last|final|opening|closing)"
    rf"(?:{W}(?P<n>{NUMBER}))?{W}(?P<unit>day|week|month)(?P<s>s)?{W}of{W}(?:(?P<month>{MONTH})(?:,?{W}|{W}of{W}))?(?P<year>{YEAR}){END}"
)
TURN = (
    rf"{LEFT}the{W}turn{W}of{W}the{W}(?:(?P<n>nineteenth|19th|twentieth|20th|twenty{DASH}first|21st){W})?"
    rf"(?:century|millennium){END}"
)


@rule(RULES, "unit", PART_OF)
def part_of_unit(match: re.Match[str]) -> Reading | None:
    """The end of the month, the start of this year, the rest of the decade."""
    part, side = plain(match["part"]), plain(match["side"])
    anchor = "published" if side in ("this", "last", "next") else "nearest" if side == "the" else "sentence"
    count = DEICTIC.get(side, ANAPHORIC.get(side, 0))
    length = 1 if part == "rest" else 0
    return Reading(
        unit=match["unit"].lower(), steps=count, anchor=anchor, modifier=PARTS[part], length=length
    )


@rule(RULES, "unit", rf"{LEFT}(?P<part>early|earlier|late|later){W}in{W}the{W}{PLAIN_UNIT}{END}")
def in_unit(match: re.Match[str]) -> Reading | None:
    """Later in the year: from the day of publication on; late in the century."""
    part, unit = match["part"].lower(), match["unit"].lower()
    return Reading(unit=unit, anchor="nearest", modifier=THIRDS.get(part), length=UP_TO.get(part, 0))


@rule(RULES, "unit", rf"{LEFT}(?:the{W})?(?P<unit>year|month)(?:{QUOTE}s{W}|{DASH})end{END}")
def unit_end(match: re.Match[str]) -> Reading | None:
    """Year-end, the month's end."""
    return Reading(unit=match["unit"].lower(), anchor="nearest", modifier="end")


@rule(RULES, "unit", NTH_OF)
def nth_of(match: re.Match[str]) -> Reading | None:
    """The first ten months of 1915; the last week of August 1918 (ISO weeks: the one with its last Thursday)."""
    container = f"{match['year']}-{month(match['month']):02}" if match["month"] else match["year"]
    nth, unit = match["nth"].lower(), match["unit"].lower()
    size = int(number(match["n"]) or 1) if match["n"] else 1
    index = -1 if nth in ("last", "final", "closing") else 1 if nth == "opening" else ordinal(nth) or 1
    first, last = _stretch(days(container), unit, size, index)
    if (
        first is None
        or last is None
        or bool(match["s"]) != (size > 1)
        or (unit == "month" and match["month"])
    ):
        return None
    ends = [f"{day:%Y-%m}" if unit == "month" else day.isoformat() for day in (first, last)]
    return Reading("/".join(dict.fromkeys(ends)), grain=unit)


@rule(RULES, "century", TURN)
def turn_of_century(match: re.Match[str]) -> Reading | None:
    """The turn of the 20th century: around 1900; without a number it is left open."""
    if match["n"] is None:
        return Reading("PAST_REF", kind="vague")
    return Reading(f"{((ordinal(match['n']) or 1) - 1) * 100}", grain="year", approximate=True)


def _stretch(inside: Days, unit: str, size: int, index: int) -> Days:
    """`size` units from the `index`-th one of a stretch of days; the last ones where `index` is negative."""
    first, last = inside
    if first is None or last is None or not 0 < size <= 366:
        return Days(None, None)
    if unit == "month":
        return _months(first, last, size, index)
    length = 7 if unit == "week" else 1
    if unit == "week":  # an ISO week belongs to where its Thursday lies
        first += ONE_DAY * ((4 - first.isoweekday()) % 7 - 3)
        last += ONE_DAY * (3 - (last.isoweekday() - 4) % 7)
    if index < 0:
        return Days(last - ONE_DAY * (length * size - 1), last)
    start = first + ONE_DAY * length * (index - 1)
    return Days(start, start + ONE_DAY * (length * size - 1))


def _months(first: dt.date, last: dt.date, size: int, index: int) -> Days:
    whole = (last.year - first.year) * 12 + last.month - first.month + 1
    start = add_months(first.year, first.month, whole - size if index < 0 else index - 1)
    return Days(dt.date(*start, 1), last_of_months(*start, size))
