"""Dates told by pointing: last month, next Tuesday, tomorrow night; that year, the following day.

This, last, next point from the day of publication; that, the same, the following, the previous from the date
before in the text.
"""

import re

from pipeline.stages.dates.absolute import PARTS
from pipeline.stages.dates.reading import Reading, Rule, before, rule
from pipeline.stages.dates.words import (
    CALENDAR_UNIT,
    DASH,
    LEFT,
    MONTH,
    SEASON,
    SEASONS,
    WEEKDAY,
    W,
    alternation,
    month,
    plain,
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
    "this": 0, "current": 0, "last": -1, "past": -1, "previous": -1, "this past": -1,
    "next": 1, "coming": 1, "upcoming": 1, "this coming": 1,
}  # fmt: skip
ANAPHORIC = {
    "that": 0, "that same": 0, "the same": 0, "the very same": 0, "the following": 1, "the next": 1, "the ensuing": 1,
    "the succeeding": 1, "the previous": -1, "the preceding": -1, "the prior": -1,
}  # fmt: skip
PART = r"(?:morning|afternoon|evening|night)"
WHEN = rf"(?:(?P<when>early|earlier|late|later){W})?"
WHEN_IN = rf"(?:(?P<when>early|earlier|late|later){W}(?:in{W}(?=the))?)?"
UNIT_OR_WEEKEND = rf"(?P<unit>{CALENDAR_UNIT}|weekend){END}(?!{DASH}\w)"
POINTED = alternation(set(DEICTIC) - {"past"})
NAMED = rf"(?:(?P<month>{MONTH})|(?P<weekday>{WEEKDAY})|(?P<season>{SEASON}))"
ANY_NAME = rf"(?:{MONTH}|{WEEKDAY}|{SEASON})"
YEAR_SIDE = r"this|last|next|that|the\s(?:same|following|previous)"
DAY_OF_POINTED_YEAR = (
    rf"{LEFT}(?:(?P<a>\d{{1,2}})(?:st|nd|rd|th)?{W}(?:of{W})?)?(?P<month>{MONTH})(?:{W}(?P<b>\d{{1,2}}))?,?{W}(?:of{W})?"
    rf"(?P<side>{YEAR_SIDE}){W}year{END}"
)
THIRDS = {"early": "start", "late": "end"}
UP_TO = {"earlier": -1, "later": 1}


@rule(RULES, "day", rf"{LEFT}(?:the{W})?(?P<word>{alternation(DAYS)})(?:{W}(?P<part>{PART}))?{END}")
def day_word(match: re.Match[str]) -> Reading | None:
    """Today, yesterday, tomorrow night."""
    part = "TNI" if match["word"].lower() == "tonight" else PARTS.get((match["part"] or "").lower(), "")
    return Reading(unit="day", steps=DAYS[plain(match["word"])], anchor="published", part=part)


@rule(RULES, "day", rf"{LEFT}(?P<word>overnight)(?=,)")
def overnight(match: re.Match[str]) -> Reading | None:
    """Overnight, at the head of a sentence: from the day before to the day of publication."""
    if not match["word"][0].isupper():
        return None
    return Reading("PT12H", grain="day", unit="day", length=-1, anchor="published", part="TNI")


@rule(RULES, "day", rf"{LEFT}(?P<side>last|this|that(?:{W}(?:same|very))?){W}(?P<part>{PART}){END}")
def part_of_day(match: re.Match[str]) -> Reading | None:
    """Last night, this morning; that evening: the day of the date before."""
    side = match["side"].lower()
    anchor, part = "sentence" if side.startswith("that") else "published", PARTS[match["part"].lower()]
    return Reading(unit="day", steps=-1 if side == "last" else 0, anchor=anchor, part=part)


@rule(
    RULES, "day", rf"{LEFT}the{W}(?:very{W})?(?P<side>next|following|same|previous){W}(?P<part>{PART}){END}"
)
def anaphoric_part_of_day(match: re.Match[str]) -> Reading | None:
    """The next morning, the same evening: counted from the date before."""
    steps = {"same": 0, "previous": -1}.get(match["side"].lower(), 1)
    return Reading(unit="day", steps=steps, anchor="sentence", part=PARTS[match["part"].lower()])


@rule(
    RULES,
    "unit&point",
    rf"{LEFT}{WHEN}(?:the{W}(?=current|coming|upcoming))?(?P<side>{POINTED}){W}(?:calendar{W})?{UNIT_OR_WEEKEND}",
)
def deictic_unit(match: re.Match[str]) -> Reading | None:
    """Last month, this year, next quarter; earlier this year is the part up to the day of publication."""
    grain, when = _grain(match["unit"]), (match["when"] or "").lower()
    if grain == "day" or re.search(r"\bthe\s$", before(match), re.I):
        return None
    count = DEICTIC[plain(match["side"])]
    return Reading(
        unit=grain, steps=count, anchor="published", modifier=THIRDS.get(when), length=UP_TO.get(when, 0)
    )


@rule(
    RULES,
    "unit&point month&point weekday&point season&point",
    rf"{LEFT}(?:the{W})?(?:{UNIT_OR_WEEKEND}|{NAMED}){W}before{W}last{END}(?!{W}(?:{CALENDAR_UNIT}|{ANY_NAME}|night)s?\b)",
)
def before_last(match: re.Match[str]) -> Reading | None:
    """The year before last, the summer before last."""
    if match["unit"]:
        return Reading(unit=_grain(match["unit"]), steps=-2, anchor="published")
    timex, grain = _named(match)
    return Reading(timex, grain=grain, anchor="published", direction=-1, steps=-1)


@rule(RULES, "unit&point", rf"{LEFT}(?:the{W})?{UNIT_OR_WEEKEND}{W}after{W}(?:the{W})?next{END}")
def after_next(match: re.Match[str]) -> Reading | None:
    """The week after next."""
    return Reading(unit=_grain(match["unit"]), steps=2, anchor="published")


@rule(
    RULES,
    "unit&that",
    rf"{LEFT}{WHEN_IN}(?P<side>{alternation(ANAPHORIC)}){W}{UNIT_OR_WEEKEND}",
)
def anaphoric_unit(match: re.Match[str]) -> Reading | None:
    """That year, the same month, the following day; later that year."""
    grain, when = _grain(match["unit"]), (match["when"] or "").lower()
    return Reading(
        unit=grain, steps=ANAPHORIC[plain(match["side"])], anchor="sentence", modifier=THIRDS.get(when)
    )


@rule(
    RULES,
    "weekend",
    rf"(?:(?<=\bover )|(?<=\bat )|(?<=\bon )|(?<=\bduring )|(?<=\bby )|(?<=\buntil )|(?<=\bbefore ))the{W}weekend{END}",
)
def weekend(match: re.Match[str]) -> Reading | None:
    """Over the weekend: the last one, or with a future verb the next."""
    return Reading(unit="weekend", anchor="published", direction=-1)


@rule(
    RULES, "month&point weekday&point season&point", rf"{LEFT}(?P<side>{alternation(DEICTIC)}){W}{NAMED}{END}"
)
def deictic_name(match: re.Match[str]) -> Reading | None:
    """Last March, next Tuesday, this summer; the previous April."""
    side, named = plain(match["side"]), match["month"] or match["weekday"] or match["season"]
    sure = len(named) > 5 or named.lower() in ("april", "june", "july", "sept", "oct", "nov")
    if not match["season"] and not named[0].isupper() and (not sure or named.lower() == "august"):
        return None
    direction = DEICTIC[side]
    anchor = "sentence" if side == "previous" and re.search(r"\bthe\s$", before(match), re.I) else "published"
    timex, grain = _named(match)
    return Reading(timex, grain=grain, anchor=anchor, direction=direction)


@rule(
    RULES,
    "month&that weekday&that season&that",
    rf"{LEFT}(?P<side>the{W}(?:very{W})?(?:following|next|ensuing|same)){W}{NAMED}{END}",
)
def anaphoric_name(match: re.Match[str]) -> Reading | None:
    """The following spring, the next Monday, the same March: after or with the date before."""
    named = match["month"] or match["weekday"] or match["season"]
    if not match["season"] and not named[0].isupper():
        return None
    direction = None if "same" in match["side"].lower() else 1
    timex, grain = _named(match)
    return Reading(timex, grain=grain, anchor="sentence", direction=direction)


@rule(RULES, "month&unit", DAY_OF_POINTED_YEAR)
def month_of_pointed_year(match: re.Match[str]) -> Reading | None:
    """March of last year; in June that year; July 25 of that year."""
    side = plain(match["side"])
    moved = DEICTIC.get(side, ANAPHORIC.get(side, 0))
    number = match["a"] or match["b"]
    day = f"-{int(number):02}" if number else ""
    timex = f"XXXX-{month(match['month']):02}{day}"
    anchor = "published" if side in DEICTIC else "sentence"
    return Reading(timex, grain="day" if day else "month", anchor=anchor, direction=0, steps=moved)


def _named(match: re.Match[str]) -> tuple[str, str]:
    """The value, its year or week open, and the grain of the month, the weekday or the season."""
    if match["month"]:
        return f"XXXX-{month(match['month']):02}", "month"
    if match["weekday"]:
        return f"XXXX-WXX-{weekday(match['weekday'])}", "day"
    return f"XXXX-{SEASONS[match['season'].lower()]}", "season"


def _grain(word: str) -> str:
    return "weekend" if word.lower() == "weekend" else unit(word)["grain"]
