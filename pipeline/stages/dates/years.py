"""Years and what is counted in them: 1994, 2019-20, 490 BC, the '90s, the 20th century, Q3 2024, FY2019-20."""

import re

from pipeline.lexicon import table
from pipeline.stages.dates.absolute import YEAR, full_year
from pipeline.stages.dates.reading import Reading, Rule, after, before, rule
from pipeline.stages.dates.words import (
    DASH,
    LEFT,
    ORDINAL,
    QUOTE,
    RIGHT,
    SEASON,
    SEASONS,
    W,
    alternation,
    number,
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
    r"|spring|autumn|winter|fall|this|between|around|post|pre|to|end|and|ad|for|its|their|his|her)(?:\s|-|\s\()$|\($",
    re.IGNORECASE,
)
MEASURE_CUE = re.compile(
    r"\b(?:than|least|over|nearly|almost|some|up to|roughly|approximately|only|just|most)\s$", re.I
)
PLURAL_FOLLOWS = re.compile(r"\s[a-z]{3,20}(?<!s)s\b")
DECADES = {word: str(n * 10) for n, word in enumerate(
    ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"), 2)}  # fmt: skip
HUNDREDS = {"eighteen": "18", "nineteen": "19", "seventeen": "17", "sixteen": "16", "twenty": "20"}
NOT_DECADE = re.compile(
    r"\b(?:his|her|their|my|our|your|temperatures?|aged|degrees|highs?|lows?)\b[^.]{0,20}$", re.I
)
ERA = r"(?:B\.?C\.?(?:E\.?)?)(?!\w)"
SHORT = rf"(?:{DASH}|/)(?P<to>\d\d|\d{{4}})"


@rule(RULES, rf"{LEFT}(?P<year>{YEAR})(?!\d)(?![\w%$€£°])(?!,\d{{3}}|\.\d|:\d|/\d|{DASH}\d)")
def year(match: re.Match[str]) -> Reading | None:
    """1994, where nothing says that it counts or numbers something (1994 people, Article 1994)."""
    left, right = before(match), after(match)
    if NOT_YEAR_BEFORE.search(left) or re.search(r"[#№$€£¥₹]\s?$", left):
        return None
    cue = YEAR_CUE.search(left) is not None and not MEASURE_CUE.search(left)
    if NOT_YEAR_AFTER.match(right) and not re.search(r"\b(?:in|since|by|until)\s$", left, re.I):
        return None
    value = int(match["year"])
    if not cue and (value < 1500 or (value % 100 == 0 and PLURAL_FOLLOWS.match(right))):
        return None
    if MEASURE_CUE.search(left) and (value % 50 == 0 or PLURAL_FOLLOWS.match(right)):
        return None
    return Reading(match["year"], grain="year")


@rule(RULES, rf"{LEFT}(?P<year>{YEAR})(?:{DASH}|/)(?P<to>\d\d|\d{{4}})(?![\w%]|[-/.]\d|,\d)")
def years(match: re.Match[str]) -> Reading | None:
    """2019–2023; 2019-20; 1941/42. Figures that do not go up are no range of years."""
    end = match["to"] if len(match["to"]) == 4 else match["year"][:2] + match["to"]
    if not 0 < int(end) - int(match["year"]) < 1000 or NOT_YEAR_BEFORE.search(before(match)):
        return None
    if NOT_YEAR_AFTER.match(after(match)):
        return None
    relation = "between" if re.search(r"\b(?:between|from)\s$", before(match), re.I) else None
    return Reading(f"{match['year']}/{end}", grain="year", relation=relation)


@rule(RULES, rf"{LEFT}(?P<a>\d{{1,4}}){DASH}(?P<b>\d{{1,4}}){W}?{ERA}")
def years_bc(match: re.Match[str]) -> Reading | None:
    """490–480 BC."""
    return Reading(f"BC{int(match['a']):04}/BC{int(match['b']):04}", grain="year")


@rule(RULES, rf"{LEFT}(?P<year>\d{{1,4}}){W}?{ERA}")
def year_bc(match: re.Match[str]) -> Reading | None:
    return Reading(f"BC{int(match['year']):04}", grain="year") if int(match["year"]) else None


@rule(
    RULES,
    rf"{LEFT}(?:A\.?D\.?{W}(?P<a>\d{{1,4}})|(?P<b>\d{{1,4}}){W}(?:A\.?D\.?|C\.?E\.?))(?![\w%])",
    re.NOFLAG if hasattr(re, "NOFLAG") else 0,
)
def year_ad(match: re.Match[str]) -> Reading | None:
    value = int(match["a"] or match["b"])
    return Reading(f"{value:04}", grain="year") if value else None


@rule(RULES, rf"{LEFT}(?P<decade>1\d\d|20\d)0{QUOTE}?{W}?s{RIGHT}")
def decade(match: re.Match[str]) -> Reading | None:
    """The 1990s; the 1800s, the hundred years from 1800."""
    value = match["decade"]
    if value.endswith("0") and value != "200":
        return Reading(f"{value[:2]}XX", grain="century")
    return Reading(value, grain="decade")


@rule(RULES, rf"(?<![\w$€£.,])(?P<quote>{QUOTE})?(?P<decade>[1-9]0)(?:{QUOTE})?s{RIGHT}")
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
    rf"{LEFT}(?:(?P<hundred>{alternation(HUNDREDS)})(?:{DASH}|{W}))?(?P<decade>{alternation(DECADES)})(?!\w)",
)
def spelled_decade(match: re.Match[str]) -> Reading | None:
    """The nineteen-nineties; the sixties."""
    ten = DECADES[match["decade"].lower()][0]
    if match["hundred"]:
        return Reading(HUNDREDS[match["hundred"].lower()] + ten, grain="decade")
    if NOT_DECADE.search(before(match, 40)) or not re.search(
        r"\b(?:the|early|mid|late|roaring)[\s-]$", before(match), re.I
    ):
        return None
    return Reading(f"XX{ten}", grain="decade", anchor="published")


@rule(RULES, rf"{LEFT}(?P<n>{ORDINAL})(?:{W}|{DASH})(?:century|cent\.)(?:{W}?(?P<bc>{ERA}))?(?!\w)")
def century(match: re.Match[str]) -> Reading | None:
    """The 20th century: 1901 to 2000; the fifth century BC."""
    value = ordinal(match["n"])
    if (
        value is None
        or not 1 <= value <= 30
        or (value < 3 and not match["bc"] and "century" not in match[0].lower())
    ):
        return None
    return Reading(f"BC{value - 1:02}" if match["bc"] else f"{value - 1:02}", grain="century")


@rule(
    RULES, rf"{LEFT}(?P<a>{ORDINAL}){W}(?:and|to|or|through){W}(?:the{W})?(?P<b>{ORDINAL}){W}centuries(?!\w)"
)
def centuries(match: re.Match[str]) -> Reading | None:
    a, b = ordinal(match["a"]), ordinal(match["b"])
    if not a or not b or not 0 < a < b < 30:
        return None
    return Reading(f"{a - 1:02}/{b - 1:02}", grain="century")


@rule(
    RULES,
    rf"{LEFT}(?:Q(?P<q>[1-4])(?:{W}|{DASH})?(?:of{W})?(?P<y1>{YEAR})|(?P<y2>{YEAR}){W}?Q(?P<q2>[1-4])|Q(?P<q3>[1-4])"
    rf"|(?P<o>first|second|third|fourth|1st|2nd|3rd|4th|final|last){W}quarter"
    rf"(?:{W}(?:of{W}(?:the{W}year{W})?)?(?P<y3>{YEAR})|{W}of{W}(?P<deictic>this|last|next|the){W}year)?){RIGHT}",
)
def quarter(match: re.Match[str]) -> Reading | None:
    """Q3 2024; the third quarter of 2024."""
    word = (match["o"] or "").lower()
    index = (
        match["q"]
        or match["q2"]
        or match["q3"]
        or {"final": "4", "last": "4"}.get(word)
        or str(ordinal(word))
    )
    given = match["y1"] or match["y2"] or match["y3"]
    if given:
        return Reading(f"{given}-Q{index}", grain="quarter")
    if (
        match["o"]
        and not match["deictic"]
        and (word == "last" or not re.search(r"\b(?:the|in)\s$", before(match), re.I))
    ):
        return None
    move = {"last": -1, "next": 1}.get((match["deictic"] or "").lower())
    return Reading(
        f"XXXX-Q{index}",
        grain="quarter",
        anchor="published",
        count=move or 0,
        direction=0 if match["deictic"] else None,
    )


@rule(
    RULES,
    rf"{LEFT}(?:H(?P<h>[12]){W}?(?P<y1>{YEAR})|(?P<o>first|second|latter|1st|2nd|last){W}half{W}of{W}"
    rf"(?:the{W}year{W})?(?P<y2>{YEAR})){RIGHT}",
)
def half(match: re.Match[str]) -> Reading | None:
    """H1 2024; the second half of 2024."""
    index = match["h"] or ("1" if match["o"].lower() in ("first", "1st") else "2")
    return Reading(f"{match['y1'] or match['y2']}-H{index}", grain="half")


@rule(
    RULES,
    rf"{LEFT}(?P<part>first|second|latter|third|last|final|1st|2nd|fourth){W}(?P<size>half|quarter|third|decade){W}of{W}"
    rf"the{W}(?:(?P<n>{ORDINAL})(?:{W}|{DASH})century|(?P<decade>1\d\d|20\d)0{QUOTE}?s)(?!\w)",
)
def part_of_century(match: re.Match[str]) -> Reading | None:
    """The second half of the 20th century: 1951 to 2000; the first half of the 1990s."""
    value = ordinal(match["n"]) if match["n"] else None
    start, length = ((value - 1) * 100 + 1, 100) if value else (int(match["decade"] or 0) * 10, 10)
    pieces = {"half": 2, "third": 3, "quarter": 4, "decade": 10}[match["size"].lower()]
    word = match["part"].lower()
    index = pieces - 1 if word in ("latter", "last", "final") else (ordinal(word) or 0) - 1
    if not 0 <= index < pieces or start < 1 or length < pieces:
        return None
    first, last = start + length * index // pieces, start + length * (index + 1) // pieces - 1
    return Reading(f"{first:04}/{last:04}", grain="half" if pieces == 2 else "year")


@rule(
    RULES,
    rf"{LEFT}(?P<season>{SEASON})(?:(?:,{W}?|{W}(?:of{W}|in{W})?)(?P<year>{YEAR})(?:(?:{DASH}|/)\d{{2,4}})?)?{RIGHT}",
)
def season(match: re.Match[str]) -> Reading | None:
    """Summer 2022; in the spring. "A fall", "to spring" and "the Prague Spring" are none."""
    code = SEASONS[match["season"].lower()]
    if match["year"]:
        return Reading(f"{match['year']}-{code}", grain="season")
    cue = r"\b(?:(?:in|by|since|until|before|after|during|through|throughout|for|over|that|of|from)\s(?:(?:the|early|late|mid)[\s-]){0,2})$"
    if not re.search(cue, before(match), re.I) or re.match(rf"{W}of\b|{W}?{DASH}\w", after(match)):
        return None
    if match["season"].lower() in ("fall", "spring") and not re.search(
        r"\b(?:in|by|last|this|next|until|since|during)\s(?:the\s|early\s|late\s)?$", before(match), re.I
    ):
        return None
    return Reading(f"XXXX-{code}", grain="season", anchor="nearest")


@rule(
    RULES,
    rf"{LEFT}(?:FY{W}?{QUOTE}?(?P<a>\d{{4}}|\d\d)(?:(?:{DASH}|/)(?P<a2>\d{{4}}|\d\d))?"
    rf"|(?:fiscal|financial){W}(?:years?{W})?(?P<b>{YEAR})(?:(?:{DASH}|/)(?P<b2>\d{{4}}|\d\d))?"
    rf"|(?P<c>{YEAR})(?:(?:{DASH}|/)(?P<c2>\d{{4}}|\d\d))?{W}(?:fiscal|financial|tax|budget){W}year){RIGHT}",
)
def fiscal_year(match: re.Match[str]) -> Reading | None:
    """FY2019-20, named by the year it ends in: FY2020. Its days depend on the country: none are given."""
    first = match["a"] or match["b"] or match["c"]
    last = match["a2"] or match["b2"] or match["c2"] or first
    full = last if len(last) == 4 else (first[:2] + last if len(first) == 4 else full_year(last))
    return Reading(f"FY{full}", grain="fiscal_year")


@rule(RULES, rf"{LEFT}(?P<year>{YEAR}){SHORT}{W}(?:school|academic|season)(?:{W}year)?(?!\w)")
def school_year(match: re.Match[str]) -> Reading | None:
    """The 2019-20 school year: somewhere in both years."""
    end = match["to"] if len(match["to"]) == 4 else match["year"][:2] + match["to"]
    return Reading(f"{match['year']}/{end}", grain="year") if int(end) == int(match["year"]) + 1 else None


__all__ = ["RULES", "number"]
