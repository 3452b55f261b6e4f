"""Times told by something that happened: the day after the vote, the first week of the strike, its sixth anniversary,
the Thatcher years, the spring offensive. Without a date beside them they have no days (rulings 57 and 58)."""

import re

from pipeline.lexicon import table
from pipeline.stages.dates.named import HOLIDAYS, PERIODS
from pipeline.stages.dates.reading import Reading, Rule, after, before, rule
from pipeline.stages.dates.words import (
    CALENDAR_UNIT,
    LEFT,
    MONTH,
    ORDINAL,
    SEASON,
    SEASONS,
    UNITS,
    UNITS_PLURAL,
    WEEKDAY,
    WEEKDAYS,
    W,
    alternation,
    plain,
)

RULES: list[Rule] = []
FORMS = {row["form"]: row["grain"] for row in table("event_times")}
NAMED = r"(?-i:[A-Z](?:[\w’'-]{0,20}\w)?)"
NAMES = rf"{NAMED}(?:{W}{NAMED}){{0,2}}"
OWN = "its|his|her|their|our|my"
# what follows is a thing, not a day of the calendar nor a length
DATED = rf"(?:{alternation(HOLIDAYS)}|{WEEKDAY}|{MONTH}|\d{{1,4}})(?!\w)"
BESIDE = rf"{LEFT}the{W}(?P<unit>day|week|weekend|month|year){W}(?P<way>before|after)(?={W}{DATED})"
THING = (
    rf"(?!{W}(?:the{W}|this{W}|that{W})?(?:(?:same|following|next|previous){W})?(?:{DATED}|{MONTH}|{SEASON}(?!\w)|\d|year|month|week|day|decade|century))"
    rf"{W}(?:(?:the|this|that|{OWN}|an?){W}(?:{NAMES}|[a-z][\w’'-]{{1,20}}\w)|{NAMES})(?!\w)"
)
CUE = re.compile(
    r"(?:\b(?:in|on|at|by|for|from|since|until|till|during|through|throughout|over|before|after|spent|spend|mark|marked)\s"
    r"|(?:^|[.;:!?,(—–\n“\"])\s?)$",
    re.IGNORECASE,
)
EVENT = rf"{LEFT}(?P<form>{alternation(FORMS)}){THING}"
ON = re.compile(r"\b(?:on|by|until|till|towards?|end\sof)\s$", re.IGNORECASE)
UNIT = rf"(?P<unit>{UNITS_PLURAL}|{CALENDAR_UNIT}|{WEEKDAY}|hour|anniversary)"
NTH = rf"{LEFT}(?:the{W})?(?P<nth>first|last|final|opening|closing|{ORDINAL}){W}(?:few{W})?{UNIT}{W}of{THING}"
OWN_NTH = (
    rf"{LEFT}(?:{OWN}){W}(?P<nth>first|last|final|opening|{ORDINAL}){W}(?:few{W})?(?:full{W})?"
    rf"(?P<unit>{UNITS_PLURAL}|{CALENDAR_UNIT})(?!\w)"
)
YEARS_OF = (
    rf"{LEFT}the{W}(?P<name>(?-i:[A-Z][\w’'.-]{{2,20}}(?:{W}[A-Z][\w’'.-]{{2,20}})?)){W}(?:years|era)(?!\w)"
)
OFFENSIVES = (
    rf"{LEFT}(?P<season>{SEASON})(?={W}(?:counter-?)?(?:offensives?|campaigns?|uprising|fighting|harvests?|budget"
    rf"|elections?)(?!\w))"
)
DAY_OF_STORY = (
    rf"{LEFT}the{W}(?P<nth>{ORDINAL}|final|last){W}(?:day|night|morning|afternoon|evening)"
    rf"(?!\w|{W}(?:of|in)\b)"
)
NOT_NAMES = re.compile(r"(?:First|Last|Next|Past|Early|Late|Christian|Common)\b")


@rule(RULES, "event", EVENT)
def event(match: re.Match[str]) -> Reading | None:
    """The day after the vote: a day, but nobody says which."""
    return _told(FORMS[plain(match["form"])]) if CUE.search(before(match)) else None


@rule(RULES, "unit&way", BESIDE)
def unit_beside_date(match: re.Match[str]) -> Reading | None:
    """The week before Christmas: counted from the date that follows."""
    steps = -1 if match["way"].lower() == "before" else 1
    return Reading(unit=match["unit"].lower(), grain=match["unit"].lower(), steps=steps, anchor="next")


@rule(RULES, "unit&ordinal unit&piece weekday&ordinal ordinal&anniversary", NTH)
def part_of_event(match: re.Match[str]) -> Reading | None:
    """In the first week of the strike, on the sixth anniversary of the flood."""
    return _told(_grain(match["unit"])) if CUE.search(before(match)) else None


@rule(RULES, "unit&ordinal unit&piece", OWN_NTH)
def own_part(match: re.Match[str]) -> Reading | None:
    """In its first week; not as the subject of its sentence."""
    cue = CUE.search(before(match))
    return _told(_grain(match["unit"])) if cue and cue[0].strip().isalpha() else None


def _grain(word: str) -> str:
    """Of "week" the week; of a weekday and an anniversary the day; of several, none."""
    if word.lower() in WEEKDAYS or word.lower() == "anniversary":
        return "day"
    row = UNITS.get(word.lower())
    return row["grain"] if row and word.lower() == row["form"] else ""


def _told(grain: str) -> Reading:
    return Reading(grain=grain) if grain else Reading("PAST_REF", kind="vague")


@rule(RULES, "day&ordinal unit&ordinal", DAY_OF_STORY)
def day_of_story(match: re.Match[str]) -> Reading | None:
    """On the third day: of something that the text tells."""
    return Reading(grain="day") if ON.search(before(match)) else None


@rule(RULES, "out_of_unit", YEARS_OF)
def years_of(match: re.Match[str]) -> Reading | None:
    """In the Thatcher years."""
    words = re.sub(r"\s+", " ", match[0])
    if NOT_NAMES.match(match["name"]) or words[4:] in PERIODS or not CUE.search(before(match)):
        return None
    return Reading("PAST_REF", kind="vague")


@rule(RULES, "season&offensive", OFFENSIVES)
def season_of_event(match: re.Match[str]) -> Reading | None:
    """Their spring offensive: of the year of the date before, or none."""
    word = plain(match["season"])
    if re.match(r"\s[A-Z]", after(match)) and match["season"].islower():
        return None
    return Reading(f"XXXX-{SEASONS[word]}", grain="season", anchor="sentence")
