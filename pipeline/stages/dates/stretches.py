"""Lengths that begin or end at a day: over the past three decades, the next few years, the twelve months to June."""

import re

from pipeline.stages.dates.moved import ANY_UNIT, HALVES, weeks
from pipeline.stages.dates.reading import Reading, Rule, before, rule
from pipeline.stages.dates.words import CALENDAR_UNIT, LEFT, NUMBER, W, number, period, unit

RULES: list[Rule] = []
PAST = (
    rf"{LEFT}(?:the{W})?(?:(?P<side>past|last|previous|preceding|next|coming|upcoming|following){W}"
    rf"(?:(?P<vague>few|several|couple(?:{W}of)?|many)|(?P<n>{NUMBER}))"
    rf"|(?P<n2>{NUMBER}){W}(?P<side2>previous|next|upcoming|coming|following))"
    rf"{W}{ANY_UNIT}(?![\w%])"
)
AHEAD = ("next", "coming", "following", "upcoming")
OVER = re.compile(r"\b(?:over|in|during|for|throughout|within|of|across)\s$", re.IGNORECASE)


@rule(
    RULES,
    "unit&point",
    rf"{LEFT}the{W}(?P<side>last|past|next|coming){W}(?P<unit>{CALENDAR_UNIT}|fortnight)"
    rf"(?P<half>{W}and{W}a{W}half)?(?![\w%])(?!{W}of\b)",
)
def past_unit(match: re.Match[str]) -> Reading | None:
    """Over the past decade: the ten years that end on the day of publication."""
    row = unit(match["unit"])
    grain = row["grain"]
    if not OVER.search(before(match)):
        return None
    ahead = match["side"].lower() in ("next", "coming")
    if (
        match["side"].lower() == "last"
        and grain == "century"
        and not re.search(r"\b(?:over|for)\s$", before(match), re.I)
    ):
        return Reading(unit="century", steps=-1, anchor="published")
    if ahead and grain in ("day", "week") and not re.search(r"\b(?:over|within|for)\s$", before(match), re.I):
        return None  # "in the next week": the one that follows
    return _length(row, 1.5 if match["half"] else 1, 1 if ahead else -1, "nearest" if ahead else "published")


@rule(RULES, "unit&point unit&that", PAST)
def counted_units(match: re.Match[str]) -> Reading | None:
    """The past three decades: thirty years that end on the day of publication; the next few years: no days."""
    told = match["n"] or match["n2"]
    row, value = unit(match["unit"]), number(told) if told else None
    side, grain = (match["side"] or match["side2"]).lower(), row["grain"] or None
    value = 2 if value is None and "couple" in (match["vague"] or "").lower() else value
    if value is None or grain is None:
        return Reading(f"PX{row['iso'] or 'Y'}", kind="vague", grain=grain)
    if grain == "quarter":
        return _quarters(int(value), side)
    anchor = {
        "next": "nearest",
        "past": "published",
        "last": "published",
        "coming": "published",
        "upcoming": "published",
    }.get(side, "sentence")
    return _length(row, value, 1 if side in AHEAD else -1, anchor)


def _length(row: dict[str, str], value: float, sign: int, anchor: str) -> Reading:
    """So many units, up to the anchor or from it on; of a year, a decade, a century also halves."""
    step, size = row["grain"], int(value * weeks(row))
    if value != int(value) and row["form"] in HALVES:
        step, half = HALVES[row["form"]]  # "over the past decade and a half"
        size = int(2 * value) * half
    return Reading(period(row, value), grain=row["grain"], unit=step, length=sign * size, anchor=anchor)


def _quarters(count: int, side: str) -> Reading:
    """The last two quarters: whole ones, as accounts have them."""
    ends = (1, count) if side in AHEAD else (-count, -1)
    return Reading(unit="quarter", grain="quarter", steps=ends[0], steps_to=ends[1], anchor="published")


@rule(
    RULES,
    "length",
    rf"{LEFT}the{W}(?:(?P<n>{NUMBER}){W}|(?:fiscal|financial|tax|calendar){W})?{ANY_UNIT}{W}(?:to|ending|ended)(?={W}(?:the{W})?\w)",
)
def units_up_to(match: re.Match[str]) -> Reading | None:
    """The twelve months to June 2024, the year to September: so long, up to the end of the date that follows."""
    row, value = unit(match["unit"]), number(match["n"]) if match["n"] else 1
    if not row["grain"] or value is None or value != int(value):
        return None
    return Reading(unit=row["grain"], length=-int(value) * weeks(row), anchor="next")
