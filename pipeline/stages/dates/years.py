"""Years and what is counted in them: 1994, 2019-20, 490 BC, the '90s, the 20th century."""

import re

from pipeline.lexicon import table
from pipeline.stages.dates.absolute import YEAR, full_year, range_end
from pipeline.stages.dates.reading import Reading, Rule, after, before, rule
from pipeline.stages.dates.words import (
    DASH,
    LEFT,
    MONTH,
    ORDINAL,
    QUOTE,
    RIGHT,
    W,
    alternation,
    ordinal,
)

RULES: list[Rule] = []
NOT_YEAR_BEFORE = re.compile(
    alternation(r["form"] for r in table("not_years") if r["side"] == "before") + rf"{W}?(?:#|№)?$",
    re.IGNORECASE,
)
NOT_YEAR_AFTER = re.compile(
    rf"(?:{W}|{DASH})" + alternation(r["form"] for r in table("not_years") if r["side"] == "after") + r"\b",
    re.IGNORECASE,
)
YEAR_CUE = re.compile(
    r"\b(?:in|since|by|until|till|before|after|during|through|throughout|early|mid|late|the|year|circa|of|from|summer"
    r"|spring|autumn|winter|fall|this|between|around|post|pre|to|end|and|ad|for|its|their|his|her)(?:\s|-|\s\()$|\($|\bca?\.\s$",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"\b(?:in|since|by|until|till|before|after|during|throughout|year|circa|from|between|around|to|and|of|early|late)[\s-]$|\($"
    r"|\bca?\.\s$",
    re.IGNORECASE,
)
MEASURE_CUE = re.compile(
    r"\b(?:than|least|over|nearly|almost|some|up to|roughly|approximately|only|just|most)\s$", re.I
)
PLURAL_FOLLOWS = re.compile(r"\s[a-z]{3,20}(?<!s)s\b")
SHORT_YEAR_CUE = re.compile(
    r"\b(?:in|since|by|until|till|before|after|of|from|to|early|late|spring|summer|autumn|fall|winter)\s$",
    re.IGNORECASE,
)
DECADES = {word: str(n * 10) for n, word in enumerate(
    ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"), 2)}  # fmt: skip
DECADES |= {"noughties": "00", "tens": "10"}
HUNDREDS = {"eighteen": "18", "nineteen": "19", "seventeen": "17", "sixteen": "16", "twenty": "20"}
NOT_DECADE = re.compile(
    r"\b(?:his|her|their|my|our|your|temperatures?|aged|degrees|highs?|lows?)\b[^.]{0,20}$", re.I
)
ERA = r"(?:BCE?|B\.C\.?(?:E\.?)?)(?!\w)"


@rule(RULES, "year_first", rf"{LEFT}(?P<year>{YEAR})(?!\d)(?![\w%$€£°])(?!,\d{{3}}|\.\d|:\d|/\d|{DASH}\d)")
def year(match: re.Match[str]) -> Reading | None:
    """1994, where nothing says that it counts or numbers something (1994 people, Article 1994)."""
    left, right = before(match), after(match)
    if NOT_YEAR_BEFORE.search(left) or re.search(r"(?:[#№$€£¥₹]\s?|\d\s|\b\d{1,3}\s[-–]\s)$", left):
        return None
    cue = YEAR_CUE.search(left) is not None and not MEASURE_CUE.search(left)
    if NOT_YEAR_AFTER.match(right) and not re.search(r"\b(?:in|since|by|until)\s$", left, re.I):
        return None
    value = int(match["year"])
    if value < 1300 and not ASKED.search(left):
        return None  # "the 1004 estate"
    if not cue and (value < 1500 or (value % 100 == 0 and PLURAL_FOLLOWS.match(right))):
        return None
    if MEASURE_CUE.search(left) and (value % 50 == 0 or PLURAL_FOLLOWS.match(right)):
        return None
    return Reading(match["year"], grain="year")


@rule(RULES, "year_first", rf"{LEFT}(?P<year>{YEAR})(?:{DASH}|[/~])(?P<to>\d\d|\d{{4}})(?![\w%]|[-/.]\w|,\d)")
def years(match: re.Match[str]) -> Reading | None:
    """2019–2023; 2019-20; 1941/42. Figures that do not go up are no range of years; two years that follow each other
    and are written short name one year of its own kind (a season, a fiscal year), whose days are not said."""
    end = range_end(match["year"], match["to"])
    if len(match["to"]) == 2 and int(end) - int(match["year"]) > 12 and not _told(match):
        return None  # "2015-32" alone is a number of something
    if not 0 < int(end) - int(match["year"]) < 1000 or NOT_YEAR_BEFORE.search(before(match)):
        return None
    if NOT_YEAR_AFTER.match(after(match)):
        return None
    relation = "between" if re.search(r"\b(?:between|from)\s$", before(match), re.I) else None
    of = re.search(r"\b(?!season|year|harvest|budget)\w{3,12}\s(?:of|in\sthe\syears)\s$", before(match), re.I)
    one = len(match["to"]) == 2 and int(end) == int(match["year"]) + 1 and not relation and not of
    return Reading(f"{match['year']}/{end}", grain="fiscal_year" if one else "year", relation=relation)


def _told(match: re.Match[str]) -> bool:
    """Whether words stand around a range of years: "in 2015-32", "(1914-28)", "the 1986-99 plan"."""
    return YEAR_CUE.search(before(match)) is not None or re.match(r"\s[a-z]{3}|\)", after(match)) is not None


@rule(RULES, "figure&era", rf"{LEFT}(?P<a>\d{{1,4}})(?:{DASH}|{W}(?:to|and){W})(?P<b>\d{{1,4}}){W}?{ERA}")
def years_bc(match: re.Match[str]) -> Reading | None:
    """490–480 BC."""
    relation = "between" if re.search(r"\b(?:between|from)\s$", before(match), re.I) else None
    if not relation and " and " in match[0]:
        return None
    return Reading(f"BC{int(match['a']):04}/BC{int(match['b']):04}", grain="year", relation=relation)


@rule(RULES, "figure&era", rf"{LEFT}(?P<year>\d{{1,4}}){W}?{ERA}")
def year_bc(match: re.Match[str]) -> Reading | None:
    return Reading(f"BC{int(match['year']):04}", grain="year") if int(match["year"]) else None


@rule(RULES, "month&figure&era", rf"{LEFT}(?:\d{{1,2}}{W})?{MONTH},?{W}(?P<year>\d{{1,4}}){W}?{ERA}")
def month_bc(match: re.Match[str]) -> Reading | None:
    """September 480 BC, which no calendar of ours reaches."""
    return Reading(f"BC{int(match['year']):04}", grain="year") if int(match["year"]) else None


@rule(RULES, "figure&era", rf"{LEFT}(?P<decade>\d{{1,3}}0)s{W}{ERA}")
def decade_bc(match: re.Match[str]) -> Reading | None:
    """The 470s BC."""
    return Reading(f"BC{match['decade'][:-1].zfill(3)}", grain="decade")


@rule(
    RULES,
    "figure&era",
    rf"{LEFT}(?:A\.?D\.?{W}(?P<a>\d{{1,4}})|(?P<b>\d{{1,4}}){W}(?:A\.D\.?|AD|C\.E\.?|CE))(?![\w%])",
    re.NOFLAG if hasattr(re, "NOFLAG") else 0,
)
def year_ad(match: re.Match[str]) -> Reading | None:
    value = int(match["a"] or match["b"])
    return Reading(f"{value:04}", grain="year") if value else None


@rule(
    RULES,
    "figure&unit",
    rf"{LEFT}(?:the{W}year|in{W}year|AD){W}(?P<year>[1-9]\d{{1,2}})(?![\w%$€£])(?![-,.:/]\d|{W}?{ERA})",
)
def early_year(match: re.Match[str]) -> Reading | None:
    """In the year 410."""
    return Reading(f"{int(match['year']):04}", grain="year")


@rule(RULES, "figure&plural", rf"{LEFT}(?P<decade>1\d\d|2[01]\d)0{QUOTE}?{W}?s{RIGHT}")
def decade(match: re.Match[str]) -> Reading | None:
    """The 1990s; the 1800s, the hundred years from 1800."""
    value = match["decade"]
    if value.endswith("0") and value != "200":
        return Reading(f"{value[:2]}XX", grain="century")
    return Reading(value, grain="decade")


@rule(RULES, "day_first", rf"(?<![\w$€£.,]){QUOTE}(?P<year>\d\d)(?![\w'’‘%]|[.,:]\d)")
def short_year(match: re.Match[str]) -> Reading | None:
    """In '94, the class of '94."""
    asked = SHORT_YEAR_CUE.search(before(match))
    return Reading(full_year(match["year"]), grain="year") if asked else None


@rule(RULES, "figure&plural", rf"(?<![\w$€£.,])(?P<quote>{QUOTE})?(?P<decade>[1-9]0)(?:{QUOTE})?s{RIGHT}")
def short_decade(match: re.Match[str]) -> Reading | None:
    """The '90s, the late 80s, the 1950s and 60s; not a person's 90s, nor the temperature's."""
    left = before(match, 40)
    if NOT_DECADE.search(left):
        return None
    if not match["quote"] and not re.search(r"\b(?:the|early|mid|late|and|or|to)[\s-]$", left, re.I):
        return None
    return Reading(f"XX{match['decade'][0]}", grain="decade", anchor="published")


@rule(
    RULES,
    "decade",
    rf"{LEFT}(?:(?P<hundred>{alternation(HUNDREDS)})(?:{DASH}|{W}))?(?P<decade>{alternation(DECADES)})(?!\w)",
)
def spelled_decade(match: re.Match[str]) -> Reading | None:
    """The nineteen-nineties; the sixties."""
    ten = DECADES[match["decade"].lower()][0]
    if ten == "1" and not match["hundred"]:
        return None  # "the tens of thousands"
    if ten == "0":
        return Reading("200", grain="decade")
    if match["hundred"]:
        return Reading(HUNDREDS[match["hundred"].lower()] + ten, grain="decade")
    if NOT_DECADE.search(before(match, 40)) or not re.search(
        r"\b(?:the|early|mid|late)[\s-]$", before(match), re.I
    ):
        return None
    return Reading(f"XX{ten}", grain="decade", anchor="published")


@rule(
    RULES, "century", rf"{LEFT}(?P<n>{ORDINAL})(?:{W}|{DASH})(?:century|cent\.)(?:{W}?(?P<bc>{ERA}))?(?!\w)"
)
def century(match: re.Match[str]) -> Reading | None:
    """The 20th century: 1901 to 2000; the fifth century BC."""
    value = ordinal(match["n"])
    if not 1 <= value <= 30 or (value < 3 and not match["bc"] and "century" not in match[0].lower()):
        return None
    return Reading(f"BC{value - 1:02}" if match["bc"] else f"{value - 1:02}", grain="century")


@rule(
    RULES,
    "century",
    rf"{LEFT}(?P<a>{ORDINAL}){W}(?:and|to|or|through){W}(?:the{W})?(?P<b>{ORDINAL}){W}centuries(?!\w)",
)
def centuries(match: re.Match[str]) -> Reading | None:
    a, b = ordinal(match["a"]), ordinal(match["b"])
    if not 0 < a < b < 30:
        return None
    return Reading(f"{a - 1:02}/{b - 1:02}", grain="century")
