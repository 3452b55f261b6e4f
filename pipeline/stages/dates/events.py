"""Times told by something that happened: the day after the vote, the first week of the strike, its sixth anniversary,
the Thatcher years, the spring offensive. Without a date beside them they have no days (rulings 57 and 58)."""

import re

from pipeline.lexicon import table
from pipeline.stages.dates.named import PERIODS
from pipeline.stages.dates.reading import Reading, Rule, after, before, rule
from pipeline.stages.dates.words import (
    CALENDAR_UNIT,
    LEFT,
    MONTH,
    ORDINAL,
    SEASON,
    SEASONS,
    UNITS_PLURAL,
    W,
    alternation,
    plain,
)

RULES: list[Rule] = []
FORMS = alternation(row["form"] for row in table("event_times"))
# what follows is a thing, not a day of the calendar nor a length
THING = (
    rf"(?!{W}(?:the{W}|this{W}|that{W})?(?:{MONTH}|{SEASON}(?!\w)|\d|year|month|week|day|decade|century))"
    rf"{W}(?:the|this|that|its|his|her|their|our|my|an?|(?-i:[A-Z][\w’'.-]{{1,20}}))(?!\w)"
)
CUE = re.compile(
    r"(?:\b(?:in|on|at|by|for|from|since|until|till|during|through|throughout|over|before|after|spent|spend|mark|marked)\s"
    r"|(?:^|[.;:!?,(—–\n])\s?)$",
    re.IGNORECASE,
)
EVENT = rf"{LEFT}(?:{FORMS})(?={THING})"
ON = re.compile(r"\b(?:on|by|until|till|towards?|end\sof)\s$", re.IGNORECASE)
NTH = (
    rf"{LEFT}(?:the{W})?(?P<nth>first|last|final|opening|closing|{ORDINAL}){W}(?:few{W})?"
    rf"(?P<unit>{UNITS_PLURAL}|{CALENDAR_UNIT}|hour|anniversary){W}of(?={THING})"
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
    """The day after the vote: time, but no day."""
    return Reading("PAST_REF", kind="vague") if CUE.search(before(match)) else None


@rule(RULES, "unit&ordinal unit&piece ordinal&anniversary", NTH)
def part_of_event(match: re.Match[str]) -> Reading | None:
    """In the first week of the strike, on the sixth anniversary of the flood."""
    return Reading("PAST_REF", kind="vague") if CUE.search(before(match)) else None


@rule(RULES, "day&ordinal unit&ordinal", DAY_OF_STORY)
def day_of_story(match: re.Match[str]) -> Reading | None:
    """On the third day: of something that the text tells."""
    return Reading("PAST_REF", kind="vague") if ON.search(before(match)) else None


@rule(RULES, "out_of_unit", YEARS_OF)
def years_of(match: re.Match[str]) -> Reading | None:
    """In the Thatcher years."""
    words = re.sub(r"\s+", " ", match[0])
    if (
        NOT_NAMES.match(match["name"])
        or words.removeprefix("the ") in PERIODS
        or not CUE.search(before(match))
    ):
        return None
    return Reading("PAST_REF", kind="vague")


@rule(RULES, "season&offensive", OFFENSIVES)
def season_of_event(match: re.Match[str]) -> Reading | None:
    """Their spring offensive: of the year of the date before, or none."""
    word = plain(match["season"])
    if re.match(r"\s[A-Z]", after(match)) and match["season"].islower():
        return None
    return Reading(f"XXXX-{SEASONS[word]}", grain="season", anchor="sentence")
