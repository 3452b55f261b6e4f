"""Days and periods with a name: Christmas 2021, Easter, the Cold War, 9/11."""

import datetime as dt
import re
from calendar import monthrange

from pipeline.lexicon import table
from pipeline.stages.dates.absolute import YEAR
from pipeline.stages.dates.moon import feast
from pipeline.stages.dates.reading import Reading, Rule, after, before, rule
from pipeline.stages.dates.words import LEFT, QUOTE, W, alternation, plain

RULES: list[Rule] = []
HOLIDAYS = {row["form"].lower(): row["day"] for row in table("holidays")}
OTHER_YEAR = re.compile(
    r"\b(?!Last|Next|This|At|On|Until|Since|By|After|Before)[A-Z][a-z]+\s$"
)  # the Khmer one
NEW_YEAR = re.compile(r"\b(?:by|before|until|till|since|after)\s$", re.IGNORECASE)
SIDES = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
PERIODS = {re.sub(r"[–-]", "-", row["name"]): row["edtf"] for row in table("periods")}
# The name of a war is a time only after words that ask for one; an era, a day, a crash is one by itself.
ALONE = re.compile(
    r"\b(?:era|years|period|wars|9/11|Day|Depression|Recession|Renaissance|Twenties|Ages)\b|^between"
)
ASKS = re.compile(
    r"\b(?:during|since|before|after|until|throughout|between|by|through|prior to"
    r"|in|all through|following)\s(?:the\s)?$|\b(?:pre|post|mid|late|early)[-–\s]$",
    re.IGNORECASE,
)
LOWER_CUE = re.compile(r"\b(?:on|at|before|after|since|by|until|last|next|of)\s$")
# A period before one of these is a thing's name, not a time: "the Cold War mentality", "Great Depression era" is one.
THING = re.compile(
    r"\s(?:mentality|thinking|history|historian|historians|museum|memorial|veterans?|films?|novels?|movies?|books?"
    r"|crimes?|relics?|rhetoric|logic|rivals?|rivalry|heroes|hero|scholars?|graves?|monuments?)\b"
)


@rule(
    RULES,
    "holiday",
    rf"{LEFT}(?:(?P<before>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his{W}past|[Tt]his{W}coming){W})?(?P<name>(?i:{alternation(HOLIDAYS)}))(?!\w)"
    rf"(?:(?:,{W}?|{W}(?:of{W}|in{W})?)(?P<year>{YEAR})(?!\d)|{W}(?:of{W})?(?P<side>last|next|this){W}year(?!\w))?",
    0,
)
def holiday(match: re.Match[str]) -> Reading | None:
    """Christmas 2021; Easter; without a year the nearest one."""
    day = HOLIDAYS[re.sub("[’‘]", "'", plain(match["name"]))]
    if (
        match["name"].islower()
        and not match["year"]
        and not match["before"]
        and not LOWER_CUE.search(before(match))
    ):
        return None
    if match["name"].lower().startswith("new year") and OTHER_YEAR.search(before(match)):
        return Reading(grain="day")
    if re.match(r"\s(?:Offensive|Island|Carol|Rising|Accords?|Agreement|Massacre)\b", after(match)):
        return None
    if not day:  # set by the moon: we say no day rather than a wrong one
        return Reading(grain="day")
    moon, grain = (
        day.startswith("hijri"),
        "month" if day.count("-") == 1 and day.startswith("hijri") else "day",
    )
    if match["year"]:
        return Reading(in_year(day, int(match["year"])), grain=grain, approximate=moon)
    if re.match(r"\s[A-Z]|s\b", after(match)):  # Easter Island, Christmas Carol
        return None
    side = (match["before"] or "").lower().split()[-1:]
    if match["side"]:
        return Reading(
            f"XXXX-{day}", grain=grain, anchor="published", direction=0, steps=SIDES[match["side"].lower()],
            approximate=moon,
        )  # fmt: skip
    direction = SIDES[side[0]] if side else None
    return Reading(f"XXXX-{day}", grain=grain, anchor="published", direction=direction, approximate=moon)


@rule(RULES, "unit&new", rf"{LEFT}the{W}new{W}year(?!\w|{QUOTE})")
def new_year(match: re.Match[str]) -> Reading | None:
    """Before the new year: its first day; "in the new year" is any day of it."""
    return Reading("XXXX-01-01", grain="day", anchor="published") if NEW_YEAR.search(before(match)) else None


@rule(RULES, "period eleven", rf"(?<![\w$/])(?P<name>{alternation(PERIODS)})(?!\w|/)", 0)
def period(match: re.Match[str]) -> Reading | None:
    """During the Cold War. As the name of a thing ("a Cold War mentality") it tells no time."""
    edtf = PERIODS[re.sub(r"[–—-]", "-", re.sub(r"\s+", " ", match["name"]))]
    if THING.match(after(match)) or re.search(r"\b(?:a|an|new)\s$", before(match), re.I):
        return None
    if not ALONE.search(match["name"]) and not ASKS.search(before(match)):
        return None
    ends = edtf.replace("~", "")
    timex = ends.rstrip("X") if "/" not in ends else ends
    grain = None if "/" in ends else {10: "day", 7: "month", 3: "decade"}.get(len(timex))
    return Reading(timex, grain=grain, edtf=edtf, approximate="~" in edtf)


def in_year(day: str, year: int) -> str:
    """The day of a holiday in a year; a month as `A/B`; empty where the calendar is not known.

    `12-25`; `easter-2`; `hijri-10-1`, the 1st of Shawwal; `hijri-9`, Ramadan; `11-4-4`, the 4th Thursday of November;
    `5-L-1`, the last Monday of May; `+1`, a day on.
    """
    if day.startswith("hijri"):
        month, _, nth_day = day[6:].partition("-")
        return feast(int(month), int(nth_day) if nth_day else None, year) or ""
    if day.startswith("easter"):
        from dateutil.easter import easter  # comes with dateparser

        sunday: dt.date = easter(year)
        return (sunday + dt.timedelta(days=int(day[6:]))).isoformat()
    if day.count("-") == 1:
        return f"{year:04}-{day}"
    rule_, _, later = day.partition("+")
    month, nth, weekday = rule_.split("-")
    found = (
        _last(year, int(month), int(weekday))
        if nth == "L"
        else _nth(year, int(month), int(nth), int(weekday))
    )
    return (found + dt.timedelta(days=int(later or 0))).isoformat()


def _nth(year: int, month: int, nth: int, weekday: int) -> dt.date:
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def _last(year: int, month: int, weekday: int) -> dt.date:
    last = dt.date(year, month, monthrange(year, month)[1])
    return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)
