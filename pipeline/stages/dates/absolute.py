"""Days and months in the styles of newspapers: 3 March 2021; March 3, 2021; 2021-03-03; Sept. 2001; June."""

import re

from pipeline.stages.dates.reading import Reading, Rule, after, before, rule
from pipeline.stages.dates.timex import days
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
YEAR = r"(?:1\d{3}|20\d\d|21\d\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
SUFFIX = r"(?:st|nd|rd|th)?"
OF = rf"(?:,?{W}(?:of{W}|in{W})?(?:the{W}year{W})?|{DASH})"
IN_YEAR = rf"(?:(?:,{W}?|{W}(?:of{W}|in{W})?)(?P<year>{YEAR})(?!\d|,\d{{3}}))"
ON_DAY = rf"(?:{WEEKDAY},?{W}(?:the{W})?)?"
TO = rf"(?:{W}?{DASH}{W}?|{W}(?:to|through|until|till|thru){W}(?:the{W})?)"
CUE = re.compile(
    r"\b(?:come|in|by|since|until|till|before|after|during|last|next|this|of|from|between|early|mid|late|through|every"
    r"|to|for|on|and|each|around|throughout|end|late in|early in)(?:\s|-)$",
    re.IGNORECASE,
)
THE = re.compile(r"\b(?:the|its|their|that|this|a)\s$", re.IGNORECASE)
LISTED = re.compile(rf"\b{MONTH},{W}$", re.IGNORECASE)  # "April, May and June"
OWNS = re.compile(rf"{QUOTE}s\s[a-z]")
EVENT_FOLLOWS = re.compile(r"\s[a-z]{4,}")
NUMERIC_RANGE = (
    rf"{LEFT}(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/(?P<y>\d{{4}}){W}?{DASH}{W}?(?P<c>\d{{1,2}})/(?P<d>\d{{1,2}})/(?P<z>\d{{4}})(?![\w/])"
)
RANGED = re.compile(rf"{W}?{DASH}{W}?{MONTH}\b", re.IGNORECASE)
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
# A month or day may be glued to the one before it: "31 May-1 June", "(May-August 1950)".
GLUED = LEFT.replace("(?:(?<!", rf"(?:(?<=[a-z\d]{DASH})|(?<!", 1)
ALSO_NAMES = ("april", "june", "may", "august", "march", "jan")
NAME_FOLLOWS = re.compile(r"\s[A-Z][a-z]")


@rule(
    RULES,
    "figure",
    rf"{LEFT}(?P<y>\d{{4}})(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?!\d|[-/]\d)",
)
def iso_day(match: re.Match[str]) -> Reading | None:
    return _day(int(match["y"]), int(match["m"]), int(match["d"]))


@rule(
    RULES,
    "month&figure",
    rf"{LEFT}(?P<a>{DAY}){SUFFIX}(?:{TO}|{W}(?:and){W}(?:the{W})?)(?P<b>{DAY}){SUFFIX}{W}(?:of{W})?"
    rf"(?P<month>{MONTH}){IN_YEAR}?",
)
def days_then_month(match: re.Match[str]) -> Reading | None:
    """3-5 March 2021; between 4 and 22 March."""
    return _day_range(match)


@rule(
    RULES,
    "month&figure",
    rf"{LEFT}(?P<month>{MONTH}){W}(?P<a>{DAY}){SUFFIX}(?:{TO}|{W}and{W}(?:the{W})?)(?P<b>{DAY}){SUFFIX}"
    rf"(?![\w:%])(?!{W}(?:{MONTH}|per|%)){IN_YEAR}?",
)
def month_then_days(match: re.Match[str]) -> Reading | None:
    """March 3–5, 2021."""
    return _day_range(match)


@rule(
    RULES,
    "month&figure",
    rf"{GLUED}{ON_DAY}(?P<d>{DAY}){SUFFIX}{DASH}?{W}?(?:of{W})?(?P<month>{MONTH}){DASH}?{IN_YEAR}?{RIGHT}",
)
def day_then_month(match: re.Match[str]) -> Reading | None:
    """3 March 2021; the 3rd of March; Tuesday, 3rd March."""
    if not _is_month(
        match["month"], sure=bool(match["year"]) or bool(re.search(r"\d(?:st|nd|rd|th)", match[0]))
    ):
        return None
    return _day(match["year"], month(match["month"]), int(match["d"]))


@rule(
    RULES,
    "month&figure",
    rf"{GLUED}{ON_DAY}(?P<month>{MONTH}){W}?(?:the{W})?(?P<d>{DAY}){SUFFIX}(?![\d:%]|,\d|\.\d){IN_YEAR}?",
)
def month_then_day(match: re.Match[str]) -> Reading | None:
    """March 3, 2021; Sept. 11; March 3rd."""
    if not _is_month(match["month"], sure=bool(match["year"])) or re.match(r"\w|%", after(match)):
        return None
    return _day(match["year"], month(match["month"]), int(match["d"]))


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


@rule(RULES, "month", rf"{LEFT}(?P<month>{MONTH}){RIGHT}")
def month_alone(match: re.Match[str]) -> Reading | None:
    """In June. A name ("June Smith", "May" the prime minister) or a verb ("may") is refused."""
    word, left = match["month"], before(match)
    plain, right = word.lower().rstrip("."), after(match)
    cue = CUE.search(left) is not None or RANGED.match(right) is not None or LISTED.search(left) is not None
    if (THE.search(left) and EVENT_FOLLOWS.match(right)) or (plain in ("march", "august") and OWNS.match(right)):
        cue = True  # "the March harvest"
    if word.islower() and plain not in ALSO_NAMES and len(plain) > 4 and CUE.search(left):
        return Reading(f"XXXX-{month(word):02}", grain="month", anchor="nearest")  # "in october"
    if not word[0].isupper() or plain == "mar" or (plain in SHORT_MONTHS and not cue and plain != "sept"):
        return None
    if plain in ALSO_NAMES and (not cue or NAME_FOLLOWS.match(right)):
        return None
    if re.search(r"\b[A-Z][a-z]+\s$", left) and not cue:  # a surname, a street
        return None
    return Reading(f"XXXX-{month(word):02}", grain="month", anchor="nearest")


@rule(
    RULES,
    "figure",
    rf"{LEFT}(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?P=sep)(?P<y>\d{{4}}|\d\d)(?![\w%]|[./-]\d)",
)
def numeric(match: re.Match[str]) -> Reading | None:
    """3/3/21. Which figure is the month is decided later, by the whole text, unless only one order is possible."""
    if match["sep"] != "/" and len(match["y"]) == 2:
        return None
    year = match["y"] if len(match["y"]) == 4 else full_year(match["y"])
    a, b = int(match["a"]), int(match["b"])
    if a > 12 or b > 12 or a == b:
        return _day(year, min(a, b), max(a, b)) if (a <= 12) != (b <= 12) or a == b else None
    return Reading(f"{year}-{a:02}-{b:02}", grain="day", anchor="order")


@rule(RULES, "figure", NUMERIC_RANGE)
def numeric_range(match: re.Match[str]) -> Reading | None:
    """10/1/2018-10/7/2018, in the order of the text."""
    ends = [(match[m], match[d], match[y]) for m, d, y in (("a", "b", "y"), ("c", "d", "z"))]
    timex = "/".join(f"{year}-{int(a):02}-{int(b):02}" for a, b, year in ends)
    if days(timex.split("/")[0]).first is None or days(timex).last is None or timex[:10] >= timex[11:]:
        return None
    return Reading(timex, grain="day", relation="between" if re.search(r"\bfrom\s$", before(match), re.I) else None)


@rule(
    RULES,
    "figure&nth",
    rf"(?<=\bon{' '})the{W}(?P<d>{DAY})(?:st|nd|rd|th)(?={W}?[.,;:!?)]|$|{W}(?:and|but|the|when|he|they|it){W})",
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
    if not word[0].isupper() or len(word.rstrip(".")) < 5:
        return None
    part = PARTS.get((match["part"] or "").lower(), "")
    return Reading(f"XXXX-WXX-{weekday(word)}", grain="day", anchor="nearest", part=part)


def full_year(two: str) -> str:
    """A year of two digits: 00 to 49 are in this century, 50 to 99 in the last."""
    return ("20" if int(two) < 50 else "19") + two


def _is_month(word: str, *, sure: bool) -> bool:
    """A month without a capital is one only beside a year; so is a shortened one without its full stop."""
    return (
        word[0].isupper() or sure or word.lower() not in ("may", "march", "mar", "sat", "sun", "jan", "dec")
    )


def _day(year: str | int | None, month_: int, day: int) -> Reading | None:
    timex = f"{int(year):04}-{month_:02}-{day:02}" if year else f"XXXX-{month_:02}-{day:02}"
    if days(timex.replace("XXXX", "2000")).first is None:
        return None
    return Reading(timex, grain="day", anchor=None if year else "nearest")


def _day_range(match: re.Match[str]) -> Reading | None:
    year, number = match["year"], month(match["month"])
    first, last = (_day(year, number, int(match[end])) for end in ("a", "b"))
    if (
        not first
        or not last
        or int(match["a"]) >= int(match["b"])
        or not _is_month(match["month"], sure=bool(year))
    ):
        return None
    return Reading(
        f"{first.timex}/{last.timex}", grain="day", anchor=first.anchor, relation=_range_relation(match)
    )


def _range_relation(match: re.Match[str]) -> str | None:
    return "between" if re.search(r"\b(?:between|from)\s$", before(match), re.IGNORECASE) else None
