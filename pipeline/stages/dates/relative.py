"""Dates told from another day: last month, two weeks ago, a decade earlier, that year, the end of the month.

From the day of publication: this, last, next, ago, from now. From the date before in the text: that, the same,
the following, the previous, earlier, later.
"""

import re

from pipeline.stages.dates.absolute import PARTS
from pipeline.stages.dates.reading import Reading, Rule, after, before, rule
from pipeline.stages.dates.words import (
    CALENDAR_UNIT,
    DASH,
    LEFT,
    MONTH,
    NUMBER,
    QUOTE,
    SEASON,
    SEASONS,
    SHORT_MONTHS,
    UNIT,
    UNITS_PLURAL,
    WEEKDAY,
    W,
    month,
    number,
    unit,
    weekday,
)  # fmt: skip

RULES: list[Rule] = []
END = r"(?![\w%])"
DAYS = {
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "yesterday": -1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}
DEICTIC = {
    "previous": -1,
    "upcoming": 1,
    "this": 0,
    "last": -1,
    "next": 1,
    "past": -1,
    "coming": 1,
    "current": 0,
    "this past": -1,
    "this coming": 1,
}
ANAPHORIC = {"that": 0, "that same": 0, "the same": 0, "the very same": 0, "the following": 1, "the next": 1,
             "the previous": -1, "the preceding": -1, "the ensuing": 1, "the prior": -1, "the succeeding": 1}  # fmt: skip
VAGUE_NUMBER = rf"(?:a{W}few|few|several|many|some|a{W}couple{W}of|couple{W}of|a{W}handful{W}of)"
COUNT = rf"(?:(?P<vague>{VAGUE_NUMBER})|(?P<n>{NUMBER}|a|an|half{W}an?))"
ROUGHLY = rf"(?:(?P<rough>about|around|some|nearly|almost|roughly|over|just{W}over|more{W}than|less{W}than|at{W}least|just){W})?"
UNSURE = re.compile(r"about|around|some|nearly|almost|roughly", re.IGNORECASE)


@rule(RULES, "day", rf"{LEFT}(?:the{W})?(?P<word>today|tonight|tomorrow|yesterday|day{W}before{W}yesterday|day{W}after{W}tomorrow)"
             rf"(?:{W}(?P<part>morning|afternoon|evening|night))?{END}")  # fmt: skip
def day_word(match: re.Match[str]) -> Reading | None:
    """Today, yesterday, tomorrow night."""
    part = "TNI" if match["word"].lower() == "tonight" else PARTS.get((match["part"] or "").lower(), "")
    return Reading(unit="day", count=DAYS[_plain(match["word"])], anchor="published", part=part)


@rule(RULES, "day", rf"{LEFT}(?:(?P<side>last|this|that){W}(?P<part>night|morning|afternoon|evening)){END}")
def part_of_day(match: re.Match[str]) -> Reading | None:
    """Last night, this morning; that evening: the day of the date before."""
    side = match["side"].lower()
    anchor, part = "sentence" if side == "that" else "published", PARTS[match["part"].lower()]
    return Reading(unit="day", count=-1 if side == "last" else 0, anchor=anchor, part=part)


@rule(RULES, "unit", rf"{LEFT}(?:(?:early|earlier|late|later){W})?(?:the{W}(?=current|coming))?"
             rf"(?P<side>this{W}past|this{W}coming|this|last|next|current|coming|previous|upcoming){W}(?:calendar{W})?(?P<unit>{CALENDAR_UNIT}|weekend){END}")  # fmt: skip
def deictic_unit(match: re.Match[str]) -> Reading | None:
    """Last month, this year, next quarter; earlier this year is the part up to the day of publication."""
    grain = _grain(match["unit"])
    if grain is None or re.search(r"\bthe\s$", before(match), re.I) or re.match(rf"{DASH}\w", after(match)):
        return None
    if grain == "day":
        return None
    part = re.match(r"(earlier|later|early|late)\b", match[0], re.I)
    modifier = {"early": "start", "late": "end"}.get(part[1].lower()) if part else None
    length = {"earlier": -1, "later": 1}.get(part[1].lower(), 0) if part else 0
    count = DEICTIC[_plain(match["side"])]
    return Reading(unit=grain, count=count, anchor="published", modifier=modifier, kind="date", length=length)


@rule(RULES, "unit", rf"{LEFT}(?:(?:early|earlier|late|later){W})?(?:in{W}(?=the{W}(?:same|following|next|previous)))?"
             rf"(?P<side>that{W}same|that|the{W}very{W}same|the{W}same|the{W}following|the{W}next|the{W}previous"
             rf"|the{W}preceding|the{W}ensuing|the{W}prior|the{W}succeeding){W}(?P<unit>{CALENDAR_UNIT}|weekend){END}")  # fmt: skip
def anaphoric_unit(match: re.Match[str]) -> Reading | None:
    """That year, the same month, the following day; later that year is its rest."""
    grain = _grain(match["unit"])
    if grain is None or re.match(rf"{DASH}\w", after(match)):
        return None
    side = _plain(match["side"])
    part = re.match(r"(earlier|later|early|late)\b", match[0], re.I)
    modifier = {"early": "start", "late": "end"}.get(part[1].lower()) if part else None
    return Reading(unit=grain, count=ANAPHORIC[side], anchor="sentence", modifier=modifier)


@rule(RULES, "month weekday season", rf"{LEFT}(?P<side>this{W}past|this{W}coming|this|last|next|past|coming|previous|upcoming){W}"
             rf"(?:(?P<month>{MONTH})|(?P<weekday>{WEEKDAY})|(?P<season>{SEASON})){END}")  # fmt: skip
def deictic_name(match: re.Match[str]) -> Reading | None:
    """Last March, next Tuesday, this summer."""
    side = _plain(match["side"])
    named = match["month"] or match["weekday"] or match["season"]
    if named.lower() in ("may", "march", "sat", "sun", "wed", "mar", "sec") and not named[0].isupper():
        return None
    direction = {
        "last": -1,
        "past": -1,
        "previous": -1,
        "upcoming": 1,
        "this past": -1,
        "next": 1,
        "coming": 1,
        "this coming": 1,
    }.get(side, 0)
    anchor = "sentence" if side == "previous" and re.search(r"\bthe\s$", before(match), re.I) else "published"
    if match["month"]:
        return Reading(f"XXXX-{month(named):02}", grain="month", anchor=anchor, direction=direction)
    if match["weekday"]:
        return Reading(f"XXXX-WXX-{weekday(named)}", grain="day", anchor=anchor, direction=direction)
    return Reading(f"XXXX-{SEASONS[named.lower()]}", grain="season", anchor=anchor, direction=direction)


@rule(RULES, "month", rf"{LEFT}(?P<month>{MONTH})(?:{W}(?P<d>\d{{1,2}}))?,?{W}(?:of{W})?(?:(?P<side>this|last|next|that|the{W}same|the{W}following"
             rf"|the{W}previous){W}year){END}")  # fmt: skip
def month_of_deictic_year(match: re.Match[str]) -> Reading | None:
    """March of last year; in June that year."""
    side = _plain(match["side"])
    moved = DEICTIC.get(side, ANAPHORIC.get(side, 0))
    anchor = "published" if side in DEICTIC else "sentence"
    day = f"-{int(match['d']):02}" if match["d"] else ""
    timex = f"XXXX-{month(match['month']):02}{day}"
    return Reading(timex, grain="day" if day else "month", anchor=anchor, direction=0, count=moved)


@rule(RULES, "unit", rf"{LEFT}the{W}(?:last|past){W}(?P<unit>{CALENDAR_UNIT}){END}(?!{W}of\b)")
def past_unit(match: re.Match[str]) -> Reading | None:
    """Over the past decade: the ten years that end on the day of publication."""
    row = unit(match["unit"])
    if not re.search(r"\b(?:over|in|during|for|throughout|within|of|across)\s$", before(match), re.I):
        return None
    return Reading(
        _period(row, 1),
        kind="duration",
        grain=row["grain"] or None,
        unit=row["grain"],
        length=-1,
        anchor="published",
    )


@rule(RULES, "unit", rf"{LEFT}(?:the{W})?(?P<side>past|last|previous|preceding|next|coming|following){W}"
             rf"(?:(?P<vague>few|several|couple{W}of|many)|(?P<n>{NUMBER})){W}(?P<unit>{UNITS_PLURAL}|{UNIT}){END}")  # fmt: skip
def counted_units(match: re.Match[str]) -> Reading | None:
    """The past three decades: thirty years that end on the day of publication; the next few years: no days."""
    row, value = unit(match["unit"]), number(match["n"]) if match["n"] else None
    side = match["side"].lower()
    if value is None or not row["grain"]:
        return Reading(f"PX{row['iso'] or 'Y'}", kind="vague", grain=row["grain"] or None)
    sign = 1 if side in ("next", "coming", "following") else -1
    anchor = "published" if side in ("past", "last", "next", "coming") else "sentence"
    return Reading(_period(row, value), kind="duration", grain=row["grain"], unit=row["grain"],
                   length=sign * int(value * (2 if row["form"] == "fortnight" else 1)), anchor=anchor)  # fmt: skip


@rule(RULES, "ago", rf"{LEFT}{ROUGHLY}{COUNT}{W}(?P<unit>{UNITS_PLURAL}|{UNIT}){W}ago(?!\w)")
def ago(match: re.Match[str]) -> Reading | None:
    """Two weeks ago, half a century ago; several years ago has no days."""
    return _moved(match, -1, "published")


@rule(
    RULES,
    "unit",
    rf"{LEFT}{ROUGHLY}{COUNT}{W}(?P<unit>{UNITS_PLURAL}|{UNIT}){QUOTE}?{W}(?:from{W}(?:now|today)|hence|time)(?!\w)",
)
def from_now(match: re.Match[str]) -> Reading | None:
    """Ten years from now; in two weeks' time."""
    return _moved(match, 1, "published")


@rule(RULES, "way", rf"{LEFT}{ROUGHLY}{COUNT}{W}(?P<unit>{UNITS_PLURAL}|{UNIT}){W}(?P<way>earlier|before{W}that|before|previously|prior"
             rf"|later|afterwards?|after{W}that|after|thereafter|on(?=,))(?!\w)")  # fmt: skip
def from_before(match: re.Match[str]) -> Reading | None:
    """A decade earlier, twelve days later; "three years before the election" waits for an event: no days."""
    way = _plain(match["way"]).split()[0]
    sign = -1 if way in ("earlier", "before", "previously", "prior") else 1
    right = after(match)
    if (
        way in ("before", "after", "prior")
        and not re.match(r"\s*[.,;:!?)]|$", right)
        and "that" not in match["way"].lower()
    ):
        return Reading(kind="date", grain=unit(match["unit"])["grain"] or None)
    return _moved(match, sign, "sentence")


@rule(
    RULES,
    "way",
    rf"{LEFT}(?:the{W})?(?P<unit>day|week|month|year|decade){W}(?P<way>before|after)(?={W}?[.,;:!?)]|$)",
)
def unit_before(match: re.Match[str]) -> Reading | None:
    """The year before."""
    return Reading(
        unit=match["unit"].lower(), count=-1 if match["way"].lower() == "before" else 1, anchor="sentence"
    )


@rule(RULES, "unit", rf"{LEFT}(?:the{W})?(?:very{W})?(?P<part>end|beginning|start|middle|close|opening|latter{W}part|rest|first{W}half|second{W}half)"
             rf"{W}of{W}(?P<side>the|that|this|last|next|the{W}same|the{W}following){W}(?P<unit>month|year|decade|century|week|quarter){END}")  # fmt: skip
def part_of_unit(match: re.Match[str]) -> Reading | None:
    """The end of the month, the start of this year, the rest of the decade."""
    part, side = _plain(match["part"]).split()[0], _plain(match["side"])
    modifier = {
        "end": "end",
        "close": "end",
        "latter": "end",
        "second": "end",
        "middle": "mid",
        "rest": None,
    }.get(part, "start")
    anchor = "published" if side in ("this", "last", "next") else "nearest" if side == "the" else "sentence"
    count = DEICTIC.get(side, ANAPHORIC.get(side, 0))
    length = 1 if part == "rest" else 0
    return Reading(unit=match["unit"].lower(), count=count, anchor=anchor, modifier=modifier, length=length)


@rule(
    RULES,
    "unit",
    rf"{LEFT}(?P<part>early|earlier|late|later){W}in{W}the{W}(?P<unit>month|year|decade|century|week){END}",
)
def in_unit(match: re.Match[str]) -> Reading | None:
    """Later in the year, late in the century."""
    modifier = {"early": "start", "late": "end"}.get(match["part"].lower())
    return Reading(unit=match["unit"].lower(), anchor="nearest", modifier=modifier)


@rule(RULES, "unit", rf"{LEFT}(?:the{W})?(?P<unit>year|month|week)(?:{QUOTE}s{W}|{DASH})end{END}")
def unit_end(match: re.Match[str]) -> Reading | None:
    """Year-end, the month's end."""
    grain = match["unit"].lower()
    return Reading(unit=grain, anchor="nearest", modifier="end") if grain != "week" else None


@rule(
    RULES,
    "century",
    rf"{LEFT}the{W}turn{W}of{W}the{W}(?:(?P<n>twentieth|20th|twenty{DASH}first|21st|nineteenth|19th){W})?(?:century|millennium){END}",
)
def turn_of_century(match: re.Match[str]) -> Reading | None:
    """The turn of the 20th century: around 1900; without a number it is left open."""
    index = {"t": 20, "2": 20, "n": 19, "1": 19}.get((match["n"] or " ")[0].lower())
    if index == 20 and re.search(r"first|21", match["n"] or ""):
        index = 21
    if index is None:
        return Reading("PAST_REF", kind="vague")
    return Reading(f"{(index - 1) * 100}", grain="year", approximate=True)


def _moved(match: re.Match[str], sign: int, anchor: str) -> Reading | None:
    row = unit(match["unit"])
    if match["vague"] or not row["grain"]:
        if "couple" not in (match["vague"] or ""):
            return Reading("PAST_REF" if sign < 0 else "FUTURE_REF", kind="vague", grain=row["grain"] or None)
    text = _plain(match["n"] or "two")
    rough = bool(match["rough"] and UNSURE.match(match["rough"])) or bool(match["vague"])
    if text.startswith("half"):
        years = {"year": ("month", 6), "decade": ("year", 5), "century": ("year", 50)}.get(row["form"])
        return (
            Reading(unit=years[0], count=sign * years[1], anchor=anchor, approximate=rough) if years else None
        )
    value = number("a" if text == "an" else text)
    if value is None or value != int(value):
        return Reading("PAST_REF" if sign < 0 else "FUTURE_REF", kind="vague", grain=row["grain"] or None)
    # "two decades ago" is a year, not a decade of the calendar
    scale = {"decade": ("year", 10), "century": ("year", 100), "quarter": ("month", 3)}.get(
        row["grain"], (row["grain"], 1)
    )
    count = int(value) * scale[1] * (2 if row["form"] == "fortnight" else 1)
    return Reading(unit=scale[0], count=sign * count, anchor=anchor, approximate=rough)


def _grain(word: str) -> str | None:
    return "weekend" if word.lower() == "weekend" else unit(word)["grain"] or None


def _period(row: dict[str, str], value: float) -> str:
    amount = value * int(row["size"] or 1)
    return f"P{amount:g}{row['iso']}" if not row["iso"].startswith("T") else f"PT{amount:g}{row['iso'][1:]}"


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.lower())


__all__ = ["RULES", "SHORT_MONTHS"]
