"""Parts of years and years of their own count: Q3 2024, the first half, summer 2022, FY2019-20, a school year."""

import datetime as dt
import re
from calendar import monthrange

from pipeline.stages.dates.absolute import YEAR, full_year, range_end
from pipeline.stages.dates.interval import ONE_DAY, moved
from pipeline.stages.dates.reading import Reading, Rule, after, before, rule
from pipeline.stages.dates.relative import ANAPHORIC, DEICTIC
from pipeline.stages.dates.words import (
    DASH,
    LEFT,
    MONTH,
    ORDINAL,
    QUOTE,
    RIGHT,
    SEASON,
    SEASONS,
    W,
    month,
    ordinal,
    plain,
)

RULES: list[Rule] = []
LAST = ("final", "last", "latter", "closing")
SHORT = rf"(?:{DASH}|/)"
NTH = r"first|second|third|fourth|1st|2nd|3rd|4th|final|last"
QUARTER = (
    rf"{LEFT}(?:Q(?P<a>[1-4])(?:{W}|{DASH})?(?:of{W})?(?P<year_a>{YEAR})|(?P<year_b>{YEAR})(?:{W}|-)?Q(?P<b>[1-4])"
    rf"|Q(?P<c>[1-4])(?:{W}(?:of{W})?(?P<side_q>this|last|next|the){W}year)?"
    rf"|(?P<side_y>this|last|next){W}year{QUOTE}s{W}(?P<nth_y>{NTH}){W}quarter|(?P<nth>{NTH}){W}quarter(?:{W}(?:of{W}(?:the{W}year{W})?)?(?P<year_c>{YEAR})"
    rf"|{W}(?:of{W})?(?P<side>this|last|next|that|the(?:{W}(?:same|following|next|previous))?){W}year)?)(?!{DASH}[a-z]){RIGHT}"
)
HALF = (
    rf"{LEFT}(?:H(?P<a>[12]){W}?(?P<year_a>{YEAR})|(?P<year_c>{YEAR})(?:{W}|-)?H(?P<c>[12])|(?P<nth>first|second|latter|1st|2nd|last){W}half{W}of{W}"
    rf"(?:(?:the{W}year{W})?(?P<year_b>{YEAR})|(?P<side>this|last|next|the){W}year)"
    rf"|(?P<side_y>this|last|next){W}year{QUOTE}s{W}(?P<nth_y>first|second){W}half){RIGHT}"
)
PART_OF_CENTURY = (
    rf"{LEFT}(?P<part>{NTH}|latter|opening|closing){W}(?P<size>half|quarter|third|decade){W}of{W}"
    rf"(?:(?P<own>this{W}century)|the{W}(?P<nth>{ORDINAL})(?:{W}|{DASH})century|the{W}(?P<decade>1\d\d|2[01]\d)0{QUOTE}?s)(?!\w)"
)
SEASONED = (
    rf"{LEFT}(?:(?P<season>{SEASON})(?:(?:,{W}?|{W}(?:of{W}|in{W})?)(?P<year>{YEAR})(?:{SHORT}\d{{2,4}})?"
    rf"|{W}(?:of{W})?(?P<side>this|last|next){W}year)?|(?P<before>{YEAR}){W}(?P<s2>{SEASON})){RIGHT}"
)
SEASON_CUE = re.compile(
    r"\b(?:come|spent|spend|in|by|last|this|next|that|same|until|since|during|through|throughout|over|the|early|late|mid|of|and)[\s-]$",
    re.IGNORECASE,
)
FALL_CUE = re.compile(
    r"\b(?:come|spent|spend|in|by|last|this|next|that|same|until|since|during|throughout)\s(?:the\s|early\s|late\s)?$",
    re.IGNORECASE,
)
STRONG_CUE = re.compile(
    r"\b(?:come|spent|spend|in|by|last|next|until|since|during|throughout|over|through|all|before|after|(?:onset|advent|arrival|depths|height|dead)\sof)\s(?:the\s)?$",
    re.IGNORECASE,
)
OPENERS = (
    "they|then|there|this|that|these|those|their|them|when|where|while|which|with|without|after|before|because|until"
    "|since|once|from|into|have|having|were|will|would|could|should|must|does|than|what|some|many|most|though|unless"
)
"""Words of four letters and more that begin a clause or a phrase, so that no noun follows the season."""
STATEMENT = re.compile(
    rf"{W}(?:statement|budget|fair|offensive|equinox|solstice|games|olympics)\b", re.IGNORECASE
)
NOT_SEASON = re.compile(
    rf"{W}(?:of|in|from)\b|{W}to{W}(?:his|her|their|its|the|a|an|life|action)\b|{W}?{DASH}\w|{QUOTE}s\b|{W}(?!(?:{OPENERS})\b)[a-z]{{4,}}"
)
FISCAL = (
    rf"{LEFT}(?:FY{W}?{QUOTE}?(?P<a>\d{{4}}|\d\d)(?:{SHORT}(?P<a2>\d{{4}}|\d\d))?"
    rf"|(?:fiscal|financial){W}(?:years?{W})?(?P<b>{YEAR})(?:{SHORT}(?P<b2>\d{{4}}|\d\d))?"
    rf"|(?P<c>{YEAR})(?:{SHORT}(?P<c2>\d{{4}}|\d\d))?{W}(?:fiscal|financial|tax|budget){W}year){RIGHT}"
)
BOUNDED_FISCAL = (
    rf"{LEFT}(?:the|a|that|its|their|our){W}(?:fiscal|financial|tax|budget){W}year{W}"
    rf"(?P<way>(?:that|which){W}(?:began|begins|started|starts|ended|ends)|beginning|starting){W}(?:(?:in|on|with|at{W}the{W}end{W}of){W})?"
    rf"(?:(?P<day>\d{{1,2}}){W})?(?P<month>{MONTH})(?:{W}(?P<d2>\d{{1,2}})(?!\d))?(?:,?{W}(?P<year>{YEAR}))?{RIGHT}"
)
POINTED_FISCAL = (
    rf"{LEFT}(?:the{W})?(?:this|last|next|current|new|coming|previous){W}(?:fiscal|financial){W}year{RIGHT}"
)
SCHOOL = (
    rf"{LEFT}(?P<year>{YEAR}){SHORT}(?P<to>\d\d|\d{{4}}){W}(?:(?:school|academic|crop|marketing|farming|football|rainy|dry|wet|monsoon|growing|planting|fishing|hurricane|fire|ski|harvest|influenza|flu|parliamentary){W})?"
    rf"(?:year|season|harvest|session)(?!\w)"
)
RAINS = "dry|wet|rainy|monsoon|growing|planting|harvest|fishing|hurricane|fire|flood"
KINDS = "school|academic|crop|marketing|parliamentary|judicial"
POINTED_SCHOOL = (
    rf"{LEFT}(?:the{W})?(?:this|last|next|current|new|coming|previous){W}"
    rf"(?:(?:{KINDS}){W}year|(?:(?:{RAINS}){W})?season)(?!\w)"
)
CALENDAR = rf"{LEFT}CY{W}?{QUOTE}?(?P<year>\d{{4}}|\d\d){RIGHT}"


@rule(RULES, "quarter", QUARTER)
def quarter(match: re.Match[str]) -> Reading | None:
    """Q3 2024; the third quarter of 2024; the first quarter, of the year of publication."""
    word = (match["nth"] or match["nth_y"] or "").lower()
    index = match["a"] or match["b"] or match["c"] or ("4" if word in LAST else str(ordinal(word)))
    given = match["year_a"] or match["year_b"] or match["year_c"]
    if given:
        return Reading(f"{given}-Q{index}", grain="quarter")
    side = plain(match["side"] or match["side_q"] or match["side_y"] or "")
    if word and not side and (word == "last" or not re.search(r"\b(?:the|in)\s$", before(match), re.I)):
        return None
    anchor, steps = "sentence" if side in ANAPHORIC else "published", {**DEICTIC, **ANAPHORIC}.get(side, 0)
    direction = 0 if side else None
    return Reading(f"XXXX-Q{index}", grain="quarter", anchor=anchor, steps=steps, direction=direction)


@rule(RULES, "half", HALF)
def half(match: re.Match[str]) -> Reading | None:
    """H1 2024; the second half of 2024."""
    word = (match["nth"] or match["nth_y"] or "").lower()
    index = match["a"] or match["c"] or ("1" if word in ("first", "1st") else "2")
    if side := (match["side"] or match["side_y"] or "").lower():
        move = {"last": -1, "next": 1}.get(side, 0)
        return Reading(f"XXXX-H{index}", grain="half", anchor="published", steps=move, direction=0)
    return Reading(f"{match['year_a'] or match['year_b'] or match['year_c']}-H{index}", grain="half")


@rule(RULES, "century&piece digit&piece", PART_OF_CENTURY)
def part_of_century(match: re.Match[str]) -> Reading | None:
    """The second half of the 20th century: 1951 to 2000; the first half of the 1990s."""
    value = 21 if match["own"] else ordinal(match["nth"]) if match["nth"] else None
    start, length = ((value - 1) * 100 + 1, 100) if value else (int(match["decade"] or 0) * 10, 10)
    pieces = {"half": 2, "third": 3, "quarter": 4, "decade": 10}[match["size"].lower()]
    word = match["part"].lower()
    index = pieces - 1 if word in LAST else 0 if word == "opening" else ordinal(word) - 1
    if not 0 <= index < pieces or start < 1 or length < pieces:
        return None
    first, last = start + length * index // pieces, start + length * (index + 1) // pieces - 1
    return Reading(f"{first:04}/{last:04}", grain="half" if pieces == 2 else "year")


@rule(RULES, "season", SEASONED)
def season(match: re.Match[str]) -> Reading | None:
    """Summer 2022; in the spring. "A fall", "to spring" and "the Prague Spring" are none."""
    word, year = (match["season"] or match["s2"]).lower(), match["year"] or match["before"]
    if year:
        return Reading(f"{year}-{SEASONS[word]}", grain="season")
    if match["side"] and (word not in ("fall", "spring") or FALL_CUE.search(before(match))):
        steps = {"last": -1, "next": 1}.get(match["side"].lower(), 0)
        return Reading(f"XXXX-{SEASONS[word]}", grain="season", anchor="published", direction=0, steps=steps)
    if STATEMENT.match(after(match)):
        return None  # "promised in the autumn statement"
    left, cue = before(match), FALL_CUE if word in ("fall", "spring") else SEASON_CUE
    if not cue.search(left):
        return None
    if NOT_SEASON.match(after(match)) and (word in ("fall", "spring") or not STRONG_CUE.search(left)):
        return None
    story = re.search(r"\b(?:that|same)\s$", left, re.I) is not None
    return Reading(f"XXXX-{SEASONS[word]}", grain="season", anchor="sentence" if story else "nearest")


@rule(RULES, "fiscal", FISCAL)
def fiscal_year(match: re.Match[str]) -> Reading | None:
    """FY2019-20, named by the year it ends in: FY2020. Its days depend on the country: none are given."""
    first = match["a"] or match["b"] or match["c"]
    last = match["a2"] or match["b2"] or match["c2"] or first
    full = range_end(first, last) if len(first) == 4 else full_year(last) if len(last) == 2 else last
    return Reading(f"FY{full}", grain="fiscal_year")


@rule(RULES, "fiscal", BOUNDED_FISCAL)
def bounded_fiscal_year(match: re.Match[str]) -> Reading | None:
    """The financial year that ended in March 2022, the fiscal year beginning on July 1, 2026: twelve months."""
    year, at = match["year"], month(match["month"])
    day = int(match["day"] or match["d2"] or 0)
    if year is None:
        return Reading(grain="fiscal_year")
    begins = "end" not in match["way"].lower()
    first = _day(int(year), at, day, begins)
    last = None if first is None else _turned(first, 1 if begins else -1)
    if first is None or last is None:
        return None
    ends = (first, last) if begins else (last, first)
    return Reading("/".join(end.isoformat() for end in ends), grain="day")


def _day(year: int, at: int, day: int, begins: bool) -> dt.date | None:
    """The day named; without one, the first of the month or the last."""
    day = day or (1 if begins else monthrange(year, at)[1])
    return dt.date(year, at, day) if day <= monthrange(year, at)[1] else None


def _turned(day: dt.date, way: int) -> dt.date | None:
    """The other end of twelve months that begin on a day (1), or end on it (-1)."""
    if way > 0:
        turned = moved(day, "year", 1)
        return turned - ONE_DAY if turned else None
    return moved(day + ONE_DAY, "year", -1)


@rule(RULES, "fiscal", POINTED_FISCAL)
def pointed_fiscal_year(match: re.Match[str]) -> Reading | None:
    """This financial year: it is not said when one begins, so no days."""
    return Reading(grain="fiscal_year")


@rule(RULES, "term", POINTED_SCHOOL)
def pointed_school_year(match: re.Match[str]) -> Reading | None:
    """This school year: which month it begins in is not said, so no days."""
    return Reading(grain="fiscal_year")


@rule(RULES, "fiscal", CALENDAR)
def calendar_year(match: re.Match[str]) -> Reading | None:
    """CY2018, as tables have it."""
    return Reading(match["year"] if len(match["year"]) == 4 else full_year(match["year"]), grain="year")


@rule(RULES, "digit&term", SCHOOL)
def school_year(match: re.Match[str]) -> Reading | None:
    """The 2019-20 school year, season, harvest: where it begins is not said, so no days."""
    end = range_end(match["year"], match["to"])
    return (
        Reading(f"{match['year']}/{end}", grain="fiscal_year") if int(end) == int(match["year"]) + 1 else None
    )
