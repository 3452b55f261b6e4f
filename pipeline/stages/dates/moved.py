"""Dates so many units away: two weeks ago, ten years from now, a decade earlier."""

import re

from pipeline.stages.dates.absolute import PARTS
from pipeline.stages.dates.reading import Reading, Rule, after, before, rule
from pipeline.stages.dates.words import (
    LEFT,
    NUMBER,
    QUOTE,
    SEASON,
    SEASONS,
    UNIT,
    UNITS_PLURAL,
    WEEKDAY,
    W,
    number,
    period,
    plain,
    unit,
)  # fmt: skip

RULES: list[Rule] = []
FEW = rf"(?:a{W}few|few|several|many|some|a{W}couple{W}of|couple{W}of|a{W}handful{W}of)"
ROUGHLY = (
    rf"(?:(?P<rough>about|around|some|nearly|almost|roughly|over|just{W}over|more{W}than|less{W}than"
    rf"|at{W}least|just|only|a{W}mere){W})?"
)
ANY_UNIT = rf"(?P<unit>{UNITS_PLURAL}|{UNIT})(?P<half>{W}and{W}a{W}half)?"
COUNTED = (
    rf"{LEFT}{ROUGHLY}(?:(?P<vague>{FEW})"
    rf"|(?P<n>{NUMBER}|a{W}quarter(?:{W}of{W}a)?(?={W}century)|half{W}an?|an?)){W}{ANY_UNIT}"
)
RANGED = rf"{LEFT}{ROUGHLY}(?P<n>{NUMBER}){W}(?:or|to){W}(?P<m>{NUMBER}){W}{ANY_UNIT}"
POINT = (
    rf"(?:{W}(?P<point>today|tonight|this{W}(?:very{W})?(?:day|night|week|month|morning|evening|afternoon)))?"
)
WAY = rf"(?P<way>earlier|before{W}that|before|previously|prior|later|afterwards?|after{W}that|after|thereafter|on(?=,))"
UNSURE = re.compile(r"about|around|some|nearly|almost|roughly", re.IGNORECASE)
FOR = re.compile(r"\b(?:for|by)\s$", re.IGNORECASE)
THE = re.compile(r"\bthe\s$", re.IGNORECASE)
STOP = re.compile(r"\s*[.,;:!?)”—–]|$")
BACK = ("earlier", "before", "previously", "prior")
HALVES = {"year": ("month", 6), "decade": ("year", 5), "century": ("year", 50)}
# "two decades ago" is a year, not a decade of the calendar
SCALES = {"decade": ("year", 10), "century": ("year", 100), "quarter": ("month", 3)}


@rule(RULES, "ago&unit", rf"{COUNTED}{W}ago{POINT}(?!\w)")
def ago(match: re.Match[str]) -> Reading | None:
    """Two weeks ago, half a century ago; twenty years ago today; several years ago has no days."""
    found, point = _moved(match, -1, "published"), plain(match["point"] or "")
    if not point or found.kind != "date":
        return found
    keep = point.split()[-1] if point.split()[-1] in ("week", "month") else "day"
    part = "TNI" if point.endswith("night") else PARTS.get(point.split()[-1], "")
    return found._replace(keep=keep, grain=keep, part=part, approximate=False)


@rule(RULES, "ago&season", rf"{LEFT}(?P<n>{NUMBER}){W}(?P<season>{SEASON})s{W}ago(?!\w)")
def seasons_ago(match: re.Match[str]) -> Reading | None:
    """Two summers ago: the one before the last."""
    value = number(match["n"])
    if not value or value != int(value):
        return None
    timex = f"XXXX-{SEASONS[match['season'].lower()]}"
    return Reading(timex, grain="season", anchor="published", direction=-1, steps=1 - int(value))


@rule(RULES, "ago&unit", rf"{RANGED}{W}ago(?!\w)")
def range_ago(match: re.Match[str]) -> Reading | None:
    """Two or three days ago."""
    return _moved_range(match, -1, "published")


@rule(RULES, "way&unit", rf"{RANGED}{W}(?P<way>earlier|before|later|afterwards?)(?!\w)")
def range_from_before(match: re.Match[str]) -> Reading | None:
    """Two or three days earlier."""
    way = match["way"].lower()
    if way == "before" and not STOP.match(after(match)):
        return None
    return _moved_range(match, -1 if way in BACK else 1, "sentence")


@rule(RULES, "unit&from", rf"{COUNTED}(?:{QUOTE}s?)?{W}(?:from{W}(?:now|today)|hence|time)(?!\w)")
def from_now(match: re.Match[str]) -> Reading | None:
    """Ten years from now; in two weeks' time, in a month's time; within two weeks from today, up to then."""
    found = _moved(match, 1, "published")
    if found.unit and re.search(r"\bwithin\s$", before(match), re.IGNORECASE):
        timex = f"P{found.steps}{found.unit[0].upper()}"
        return Reading(timex, grain=found.unit, unit=found.unit, length=found.steps, anchor="published")
    return found


@rule(
    RULES,
    "weekday&from day&from",
    rf"{COUNTED}{W}from(?={W}(?:next{W}|this{W})?(?:{WEEKDAY}|tomorrow|yesterday)\b)",
)
def from_day(match: re.Match[str]) -> Reading | None:
    """Two weeks from Monday: counted from the day that follows."""
    found = _moved(match, 1, "next")
    if found.kind != "date":
        return None
    unit_ = unit(match["unit"])
    steps = found.steps * {"week": 7}.get(unit_["grain"], 1)
    return (
        found._replace(unit="day", steps=steps, grain="day", approximate=False)
        if unit_["grain"] in ("day", "week")
        else found
    )


@rule(RULES, "way&unit", rf"{COUNTED}{W}{WAY}(?!\w)")
def from_before(match: re.Match[str]) -> Reading | None:
    """A decade earlier, twelve days later; "three years before the election" waits for an event: no days."""
    way = plain(match["way"])
    sign = -1 if way.split()[0] in BACK else 1
    if FOR.search(before(match)):
        return None  # "for seven years before that": how long
    if THE.search(before(match)) and way in ("before", "after", "before that", "after that"):
        return _stretch(match, sign) if STOP.match(after(match)) else None
    waits = way in ("before", "after", "prior") and not STOP.match(after(match))
    found = _moved(match, sign, "next" if waits else "sentence")
    return (
        found._replace(kind="date", timex="", span=_span(match)) if waits or found.kind == "date" else found
    )


@rule(
    RULES,
    "way&unit",
    rf"{LEFT}(?:just{W})?(?P<unit>{UNITS_PLURAL}){W}(?:later|earlier|before|afterwards?)(?!\w)",
)
def uncounted_later(match: re.Match[str]) -> Reading | None:
    """Years later: time, but no days."""
    row = unit(match["unit"])
    return Reading(f"PX{row['iso']}", kind="vague", grain=row["grain"]) if row["grain"] else None


@rule(
    RULES,
    "way&unit",
    rf"{LEFT}(?:the{W})?(?P<unit>day|week|month|year|decade){W}(?P<way>before|after)(?={W}?[.,;:!?)”—–]|$|{W}(?:and|but){W}(?!after))",
)
def unit_before(match: re.Match[str]) -> Reading | None:
    """The year before."""
    count = -1 if match["way"].lower() == "before" else 1
    return Reading(unit=match["unit"].lower(), steps=count, anchor="sentence")


def _stretch(match: re.Match[str], sign: int) -> Reading | None:
    """In the five years before: up to the date before, and so long."""
    row, value = unit(match["unit"]), number(match["n"] or "")
    if not row["grain"] or not value or value != int(value):
        return None
    length = sign * int(value) * weeks(row)
    return Reading(
        period(row, value), grain=row["grain"], unit=row["grain"], length=length, anchor="sentence"
    )


def _span(match: re.Match[str]) -> tuple[int, str, str | None, bool]:
    row, value = unit(match["unit"]), number(plain(match["n"] or "")) if match["n"] else None
    if plain(match["n"] or "").startswith("half"):
        value = 0.5
    if plain(match["n"] or "").startswith("a quarter"):
        value = 0.25
    if value and match["half"]:
        value += 0.5
    rough = bool(match["vague"]) or UNSURE.match(match["rough"] or "") is not None
    timex = period(row, value) if value else f"PX{row['iso']}"
    return match.end("half" if match["half"] else "unit") - match.start(), timex, row["grain"] or None, rough


def _moved_range(match: re.Match[str], sign: int, anchor: str) -> Reading | None:
    row, ends = unit(match["unit"]), sorted(number(match[end]) or 0 for end in "nm")
    step, size = _step(row)
    if step is None or any(end != int(end) or not end for end in ends):
        return None
    steps = sorted(sign * int(end) * size for end in ends)
    return Reading(unit=step, grain=step, steps=steps[0], steps_to=steps[1], anchor=anchor, approximate=True)


def _moved(match: re.Match[str], sign: int, anchor: str) -> Reading:
    row, few = unit(match["unit"]), match["vague"] or ""
    grain = row["grain"] or None
    text = "two" if "couple" in few else plain(match["n"] or "")
    rough = bool(few) or UNSURE.match(match["rough"] or "") is not None
    value = number("a" if text == "an" else text) if text else None
    if value and match["half"]:
        value += 0.5
    if text.startswith("a quarter"):
        return Reading(unit="year", steps=sign * 25, anchor=anchor, approximate=True)
    if text.startswith("half") and row["form"] in HALVES:
        halved, size = HALVES[row["form"]]
        return Reading(unit=halved, steps=sign * size, anchor=anchor, approximate=True)
    step, size_ = _step(row)
    if step == "year" and value is not None and value * size_ != int(value * size_):
        step, size_ = "month", 12 * size_  # two and a half years ago
    if step is None or value is None or value * size_ != int(value * size_):
        return Reading("PAST_REF" if sign < 0 else "FUTURE_REF", kind="vague", grain=grain)
    return Reading(
        unit=step,
        steps=sign * int(value * size_),
        anchor=anchor,
        approximate=rough or step != "day",
        part="TNI" if row["form"] == "night" else "",
    )


def _step(row: dict[str, str]) -> tuple[str | None, int]:
    """The unit of the calendar to go by, and how many of them make one: two decades are twenty years."""
    grain = "day" if row["form"] == "night" else row["grain"]
    step, size = SCALES.get(grain, (grain or None, 1))
    return step, size * weeks(row)


def weeks(row: dict[str, str]) -> int:
    """How many weeks one of a unit is: a fortnight is two."""
    return 2 if row["form"] == "fortnight" else 1
