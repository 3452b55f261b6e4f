"""Months and weekdays, alone or with a year: March 2021, March '21, in June, on the 15th, on Tuesday night."""

import re

from pipeline.stages.dates.absolute import DAY, GLUED, PARTS, YEAR, full_year
from pipeline.stages.dates.reading import Reading, Rule, after, before, rule
from pipeline.stages.dates.words import (
    DASH,
    LEFT,
    MONTH,
    QUOTE,
    RIGHT,
    SHORT_MONTHS,
    WEEKDAY,
    W,
    month,
    weekday,
)

RULES: list[Rule] = []
OF = rf"(?:,?{W}(?:of{W}|in{W})?(?:the{W}year{W})?|{DASH})"
CUE = re.compile(
    r"\b(?:come|in|by|since|until|till|before|after|during|last|next|this|of|from|between|early|mid|late|through|every"
    r"|to|for|on|and|each|around|throughout|end|late in|early in)(?:\s|-)$",
    re.IGNORECASE,
)
THE = re.compile(
    r"\b(?:the|its|their|his|her|my|our|your|that|this|a)\s(?:(?-i:[a-z]{3,12})\s)?$", re.IGNORECASE
)
AN = re.compile(r"\ban\s$", re.IGNORECASE)
LISTED = re.compile(
    rf"\b{MONTH}(?:,{W}|{W}?{DASH}{W}?)$", re.IGNORECASE
)  # "April, May and June", "April-June"
OWNS = re.compile(rf"{QUOTE}s\s[a-z]")
EVENT_FOLLOWS = re.compile(r"\s(?:[a-z]{4,}|one\b)")
FUTURES = re.compile(r"\s(?:delivery|futures|contracts?|expiry|settlement)\b")
THE_DAY = re.compile(r"\bthe\s$", re.IGNORECASE)
AN_EVENT = re.compile(rf"{W}(?:before|after|of|that|when){W}(?!last|this|next)")
RANGED = re.compile(rf"(?:{W}?{DASH}{W}?|(?:,{W}{MONTH}){{1,10}},?{W}(?:and|or){W}){MONTH}\b", re.IGNORECASE)
VERBS = ("may", "march", "august")  # also words, and those but months only by a capital
ALSO_NAMES = ("april", "june", "may", "august", "march", "jan")
IN = re.compile(
    r"\bin\s(?:early\s|late\s|mid-)?$", re.IGNORECASE
)  # "in April Nixon named", not "by April Nixon"
NAME_FOLLOWS = re.compile(r"\s[A-Z][a-z]")


@rule(RULES, "month&figure", rf"{GLUED}(?P<month>{MONTH}){OF}(?P<year>{YEAR}){RIGHT}")
def month_of_year(match: re.Match[str]) -> Reading | None:
    """March 2021; May of 1940; Sept., 2001."""
    return Reading(f"{match['year']}-{month(match['month']):02}", grain="month")


@rule(
    RULES,
    "month&figure",
    rf"{LEFT}(?P<month>{MONTH}){QUOTE}(?P<year>\d\d){RIGHT}|{LEFT}(?P<m2>{MONTH}){W}{QUOTE}(?P<y2>\d\d){RIGHT}",
)
def month_of_short_year(match: re.Match[str]) -> Reading | None:
    """March '21."""
    year = match["year"] or match["y2"]
    return Reading(f"{full_year(year)}-{month(match['month'] or match['m2']):02}", grain="month")


@rule(RULES, "month", rf"(?:{LEFT}|(?P<glued>(?<=[a-z]-)))(?P<month>{MONTH}){RIGHT}")
def month_alone(match: re.Match[str]) -> Reading | None:
    """In June. A name ("June Smith", "May" the prime minister) or a verb ("may") is refused."""
    word, left = match["month"], before(match)
    plain, right = word.lower().rstrip("."), after(match)
    cue = CUE.search(left) is not None or RANGED.match(right) is not None or LISTED.search(left) is not None
    if match["glued"] is not None and not LISTED.search(left):
        return None
    the = THE.search(left) or (plain == "april" and AN.search(left))
    if (the and EVENT_FOLLOWS.match(right)) or (plain in ("march", "august") and OWNS.match(right)):
        cue = True  # "the March harvest"
    if word.islower() and plain not in (*VERBS, *SHORT_MONTHS) and CUE.search(left):
        return Reading(f"XXXX-{month(word):02}", grain="month", anchor="nearest")  # "in october"
    if plain == "august" and re.search(r"\bbetween\s$", left) and re.match(r"\sand\s", right):
        return Reading("XXXX-08", grain="month", anchor="nearest")
    if not word[0].isupper() or plain == "mar" or (plain in SHORT_MONTHS and not cue and plain != "sept"):
        return None
    named = NAME_FOLLOWS.match(right) and not IN.search(left)
    if plain in ALSO_NAMES and (not cue or named):
        return None
    if re.search(r"\b[A-Z][a-z]+\s$", left) and not cue:  # a surname, a street
        return None
    ahead = 1 if FUTURES.match(right) else None
    return Reading(f"XXXX-{month(word):02}", grain="month", anchor="nearest", direction=ahead)


@rule(
    RULES,
    "figure&nth",
    rf"(?:(?<=\bon{' '})|(?<=week{' '}of{' '}))the{W}(?P<d>{DAY})(?:st|nd|rd|th)"
    rf"(?!{W}(?:and|or){W}(?:the{W})?{DAY}(?:st|nd|rd|th){W}of\b)"
    rf"(?={W}?[.,;:!?)”—–]|$|{W}(?:and|but|the|when|he|they|it|was|were|had|is){W})",
)
def day_of_month(match: re.Match[str]) -> Reading | None:
    """On the 15th."""
    return Reading(f"XXXX-XX-{int(match['d']):02}", grain="day", anchor="nearest")


@rule(
    RULES,
    "weekday",
    rf"{LEFT}(?P<weekday>{WEEKDAY})(?:{W}(?P<part>morning|afternoon|evening|night))?(?![\w%])",
)
def weekday_alone(match: re.Match[str]) -> Reading | None:
    """On Tuesday; Tuesday night. "Sat", "sun" and "wed" without a date beside them are words."""
    word = match["weekday"]
    if len(word.rstrip(".")) < (5 if word[0].isupper() else 6):
        return None
    if re.search(r"\b[Aa]\s$", before(match)) and not match["part"]:
        return None  # "on 12 May, a Monday"
    part, the = PARTS.get((match["part"] or "").lower(), ""), THE_DAY.search(before(match)) is not None
    if the and AN_EVENT.match(after(match)):
        return Reading(grain="day")  # "on the Tuesday before the vote"
    return Reading(
        f"XXXX-WXX-{weekday(word)}", grain="day", anchor="sentence" if the else "nearest", part=part
    )
