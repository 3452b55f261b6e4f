"""Days in the styles of newspapers: 3 March 2021; March 3, 2021; 3-5 March; 2021-03-03; 3/3/21."""

import re

from pipeline.stages.dates.reading import Reading, Rule, after, before, rule
from pipeline.stages.dates.timex import days
from pipeline.stages.dates.words import (
    DASH,
    LEFT,
    MONTH,
    RIGHT,
    WEEKDAY,
    W,
    month,
)

RULES: list[Rule] = []
YEAR = r"(?:1\d{3}|20\d\d|21\d\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
SUFFIX = r"(?:st|nd|rd|th)?"
IN_YEAR = rf"(?:(?:,{W}?|{W}(?:of{W}|in{W})?)(?P<year>{YEAR})(?!\d|,\d{{3}}))"
ON_DAY = rf"(?:(?:(?:next|last|this){W})?{WEEKDAY},?{W}(?:the{W})?)?"
TO = rf"(?:{W}?{DASH}{W}?|{W}(?:to|through|until|till|thru){W}(?:the{W})?)"
NUMERIC_RANGE = (
    rf"{LEFT}(?P<a>\d{{1,2}})(?P<sep>[/-])(?P<b>\d{{1,2}})(?P=sep)(?P<y>\d{{4}}){W}?{DASH}{W}?"
    rf"(?P<c>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?P=sep)(?P<z>\d{{4}})(?![\w/])"
)
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
# A month or day may be glued to the one before it: "31 May-1 June", "(May-August 1950)".
GLUED = LEFT.replace("(?:(?<!", rf"(?:(?<=[a-z\d]{DASH})|(?<!", 1).replace(
    r"(?<!\d[–−])", rf"(?:(?<!\d[–−])|(?<=\d{{4}}{DASH}))", 1
)


@rule(
    RULES,
    "year_first",
    rf"{LEFT}(?P<y>\d{{4}})(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?!\d|[-/]\d)",
)
def iso_day(match: re.Match[str]) -> Reading | None:
    return _day(int(match["y"]), int(match["m"]), int(match["d"]))


@rule(
    RULES,
    "month&figure",
    rf"{LEFT}(?P<a>{DAY}){SUFFIX}(?:{TO}|(?P<and>{W}and{W})(?:the{W})?)(?P<b>{DAY}){SUFFIX}{W}(?:of{W})?"
    rf"(?P<month>{MONTH}){IN_YEAR}?",
)
def days_then_month(match: re.Match[str]) -> Reading | None:
    """3-5 March 2021; between 4 and 22 March."""
    if match["and"] and not _range_relation(match) and int(match["b"]) > int(match["a"]) + 1:
        return None  # "on 3 and 5 May": two days
    return _day_range(match)


@rule(
    RULES,
    "month&figure",
    rf"{LEFT}(?P<month>{MONTH}){W}(?P<a>{DAY}){SUFFIX}(?:{TO}|{W}and{W}(?:the{W})?)(?P<b>{DAY}){SUFFIX}"
    rf"(?![\w%]|:\d)(?!{W}(?:{MONTH}|per|%)){IN_YEAR}?",
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
    rf"{GLUED}{ON_DAY}(?P<month>{MONTH}){W}?(?:the{W})?(?P<d>{DAY}){SUFFIX}(?![\d%]|:\d|,\d|\.\d){IN_YEAR}?",
)
def month_then_day(match: re.Match[str]) -> Reading | None:
    """March 3, 2021; Sept. 11; March 3rd."""
    if not _is_month(match["month"], sure=bool(match["year"])) or re.match(r"\w|%", after(match)):
        return None
    return _day(match["year"], month(match["month"]), int(match["d"]))


@rule(
    RULES,
    "day_first",
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


@rule(RULES, "day_first", NUMERIC_RANGE)
def numeric_range(match: re.Match[str]) -> Reading | None:
    """10/1/2018-10/7/2018, in the order of the text."""
    ends = [(match[m], match[d], match[y]) for m, d, y in (("a", "b", "y"), ("c", "d", "z"))]
    timex = "/".join(f"{year}-{int(a):02}-{int(b):02}" for a, b, year in ends)
    if days(timex.split("/")[0]).first is None or days(timex).last is None or timex[:10] >= timex[11:]:
        return None
    return Reading(
        timex, grain="day", relation="between" if re.search(r"\bfrom\s$", before(match), re.I) else None
    )


def full_year(two: str) -> str:
    """A year of two digits: 00 to 49 are in this century, 50 to 99 in the last."""
    return ("20" if int(two) < 50 else "19") + two


def range_end(year: str, to: str) -> str:
    """The year that ends a range: 2020 of 2019-20, 2000 of 1999-00."""
    return to if len(to) == 4 else f"{int(year[:2]) + (to == '00')}{to}"


def _is_month(word: str, *, sure: bool) -> bool:
    """A month without a capital is one only beside a year; so is a shortened one without its full stop."""
    return (
        word[0].isupper() or sure or word.lower() not in ("may", "march", "mar", "sat", "sun", "jan", "dec")
    )


def _day(year: str | int | None, month_: int, day: int) -> Reading | None:
    timex = f"{int(year):04}-{month_:02}-{day:02}" if year is not None else f"XXXX-{month_:02}-{day:02}"
    if days(timex.replace("XXXX", "2000")).first is None:
        return None
    return Reading(timex, grain="day", anchor="nearest" if year is None else None)


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
