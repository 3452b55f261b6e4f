"""How long: over seven decades, a 10-year plan, two to three years, for a year, decades of."""

import re

from pipeline.lexicon import table
from pipeline.stages.dates.reading import Reading, Rule, after, before, rule
from pipeline.stages.dates.words import (
    CALENDAR_UNIT,
    DASH,
    LEFT,
    MONTH,
    NUMBER,
    QUOTE,
    SEASON,
    UNIT,
    UNITS_PLURAL,
    W,
    alternation,
    number,
    period,
    plain,
    unit,
)  # fmt: skip

RULES: list[Rule] = []
BOUNDS = {row["form"]: row["approximate"] == "yes" for row in table("date_bounds")}
BOUND = rf"(?:(?P<bound>{alternation([*BOUNDS, 'between'])}){W}(?:the{W}|a{W}(?=further|total))?)?"
ANY_UNIT = rf"(?P<unit>{UNITS_PLURAL}|{UNIT})(?!\w)"
NOT_BETWEEN = (
    r"(?!(?:of|to|from|and|or|in|past|last|more|for|the|every|each|per|percent|points|times|this|that|next|these|those"
    r"|his|her|its|their|our|my)\s)"
)
ADJECTIVE = rf"{NOT_BETWEEN}(?:\w{{3,14}}{W})?"  # ten long years, two whole weeks
RANGE = (
    rf"{LEFT}{BOUND}(?:the{W})?(?P<n>{NUMBER}|half{W}a)(?:{W}(?:to|or|and){W}|{DASH})(?P<m>{NUMBER})"
    rf"(?:{W}|{DASH}){ANY_UNIT}"
)
COUNTED = rf"{LEFT}{BOUND}(?P<n>{NUMBER}|half{W}an?)(?:{W}{ADJECTIVE}|{DASH}){ANY_UNIT}"
FEW = (
    rf"(?P<few>(?:a{W}few|several|(?<!\bas )many|countless|a{W}couple{W}of|a{W}number{W}of|few|numerous){W})"
)
AFTER_WORDS = "|".join(
    rf"(?<=\b{word} )"
    for word in ("for", "over", "after", "within", "throughout", "through", "took", "takes", "take", "lasted")
)
OF_THING = (
    rf"(?=\w{{4,11}}{W}of{W}(?!(?:the{W})?(?:\d{{4}}|{MONTH}|{SEASON})|(?:this|last|next){W}(?:year|month)))"
)
LONG = rf"{DASH}(?:long|old)"
UNCOUNTED = (
    rf"{LEFT}(?:{FEW}|(?={UNITS_PLURAL})(?:{AFTER_WORDS})|{OF_THING}|(?=\w{{4,11}}{LONG}))(?P<unit>{UNITS_PLURAL})(?:{LONG})?(?!\w)"
    rf"(?!{W}(?:ago|old))"
)
ASKS = "|".join(
    rf"(?<=\b{word} )"
    for word in (
        "for",
        "within",
        "in",
        "over",
        "after",
        "through",
        "inside",
        "another",
        "last",
        "lasts",
        "lasted",
        "lasting",
        "take",
        "takes",
        "took",
        "taken",
        "spend",
        "spent",
        "wait",
        "waited",
        "lose",
        "lost",
        "course of",
    )
)
BOUND_ONE = (
    rf"{LEFT}(?P<bound>{alternation(BOUNDS)}){W}(?P<n>an?){W}(?P<whole>(?:whole|full|mere|single|entire|half){W})?"
    rf"(?P<unit>{CALENDAR_UNIT}|fortnight|night|weekend|generation|hour|minute)(?!\w|{W}(?:ago|century|later|earlier|old|from)\b)(?P<way>{W}(?:before|after)\b)?"
)
ADJECTIVE_LONG = rf"{LEFT}(?P<unit>day|week|month|year|decade|century|hour|night){DASH}long(?!\w)"
SINGLE = (
    rf"\b(?=(?:an?|one|another){W})(?:(?:{ASKS})(?:an?|one|another)(?P<half>{W}and{W}a{W}half)?{W}(?:(?:whole|full|mere|single|entire){W})?"
    rf"(?P<unit>{CALENDAR_UNIT}|fortnight|night|weekend|generation|hour)(?P<then_half>{W}and{W}a{W}half)?"
    rf"(?!\w|{W}(?:century|off|out|ago|later|earlier)\b)"
    rf"|{LEFT}an?{W}(?P<and_half>{CALENDAR_UNIT}){W}and{W}a{W}half(?!\w|{W}(?:ago|later|earlier|of)\b)"
    rf"|{LEFT}an?{W}(?P<since>{CALENDAR_UNIT}|fortnight|generation)(?={W}since\b)"
    rf"|{LEFT}an?{W}(?P<of>decade|century|year|week|month|quarter{DASH}century)(?={W}of\b))"
)
NOT_DURATION = re.compile(
    rf"(?:{W}|{DASH})(?:olds?|of{W}age)\b|{QUOTE}?{W}(?:worth|pay|salary|wages)\b", re.IGNORECASE
)
NOT_AFTER = re.compile(r"\b(?:every|each|aged|age)\s$|[$€£¥₹]\s?$", re.IGNORECASE)
FRACTION = re.compile(rf".{{0,3}}{DASH}quarters?|.{{0,3}}quarters?{W}of\b", re.IGNORECASE)
SUM = re.compile(
    r"\d(?:\s?[a-z]{1,2})?\s$|\b(?:hundred|thousand|[mb]illion|trillion|lakh|crore)(?:\s\w{3,8})?\s$",
    re.IGNORECASE,
)
ONE_DAY_LONG = re.compile(r"\b(?:for|in|within|of|just|only|than)\s$", re.IGNORECASE)
# "over five years" is during them; "for over five years", "over seven decades of trade" are more than so many
MORE_THAN = re.compile(
    r"\b(?:for|by|after|lasted|took|in|of|last|than|waited|mark|marks|marked|celebrate|is|was)\s$", re.I
)
OF = re.compile(rf"(?:{W}|{DASH})(?:of|ago|later|earlier|before|after|old)\b", re.IGNORECASE)
TO_DATE = re.compile(rf"{W}(?:to|ending|ended){W}(?:the{W}end{W}of{W})?(?:{MONTH}|\d)", re.IGNORECASE)
NUMBERED = re.compile(rf"{NUMBER}(?:{W}\w{{3,14}})?{W}$", re.IGNORECASE)


@rule(RULES, "length&count length&digit", RANGE)
def duration_range(match: re.Match[str]) -> Reading | None:
    """Two to three years; 5-10 years."""
    low, high, row = number(match["n"]), number(match["m"]), unit(match["unit"])
    if low is None or high is None or low >= high or NOT_DURATION.match(after(match)):
        return None
    timex = f"{period(row, low)}/{period(row, high)}"
    return Reading(timex, kind="duration", grain=row["grain"] or None, lead=_lead(match))


@rule(RULES, "length&count length&digit", COUNTED)
def duration(match: re.Match[str]) -> Reading | None:
    """Over seven decades (P70Y), the seven-decade wait, a 10-year plan; not "ten years old"."""
    row, text = unit(match["unit"]), plain(match["n"])
    if NOT_DURATION.match(after(match)) or NOT_AFTER.search(before(match)):
        return None
    if match["bound"] and TO_DATE.match(after(match)):
        return None  # "over the four years to March 2029" is one stretch
    if text == "one" and row["iso"] == "D" and not ONE_DAY_LONG.search(before(match)):
        return None  # "one day we shall see"
    if (
        row["grain"] == "quarter"
        and text in ("one", "three", "3")
        and FRACTION.match(match[0][-9:] + after(match, 4))
    ):
        return None  # three quarters of the town
    value = 0.5 if text.startswith("half") else number(text)
    timex = period(row, value) if value is not None else f"PX{row['iso'] or 'Y'}"
    bound = plain(match["bound"] or "")
    during = bound == "over" and not MORE_THAN.search(before(match)) and not OF.match(after(match))
    return Reading(
        timex, kind="duration", grain=row["grain"] or None, approximate=BOUNDS.get(bound, False),
        relation="during" if during else None, lead=_lead(match),
    )  # fmt: skip


@rule(RULES, "length", UNCOUNTED)
def vague_duration(match: re.Match[str]) -> Reading | None:
    """Decades of, for years, several months, centuries-old: a length that nobody counted."""
    row, left = unit(match["unit"]), before(match)
    if (not row["grain"] and not match["few"] and not left.lower().endswith("within ")) or NUMBERED.search(
        left
    ):
        return None
    if (
        row["grain"] in ("day", "quarter")
        and not match["few"]
        and not left.lower().endswith(("for ", "within "))
    ):
        return None
    letters = {"10": "DE", "100": "CE"}.get(row["size"] if row["iso"] == "Y" else "", row["iso"])
    timex = f"PTX{letters[1:]}" if letters.startswith("T") else f"PX{letters}"
    return Reading(timex, kind="vague", grain=row["grain"] or None)


@rule(RULES, "length", SINGLE)
def single_duration(match: re.Match[str]) -> Reading | None:
    """For a year, within a decade, a century of; "in a year" stays a length."""
    word = match["unit"] or match["and_half"] or match["since"] or match["of"]
    if match["of"] and word.lower().startswith("quarter"):
        return Reading("P25Y", kind="duration", grain="year")
    row = unit(word)
    if match["since"] and SUM.search(before(match)):
        return None  # "£1.1m a year since 2017": the rate of a sum
    if row["grain"] == "quarter" and re.match(rf"{W}of\b", after(match)):
        return None  # "loses a quarter of its customers"
    return Reading(
        period(row, 1.5 if match["half"] or match["and_half"] or match["then_half"] else 1),
        kind="duration",
        grain=row["grain"] or None,
    )


@rule(RULES, "length&bound", BOUND_ONE)
def bounded_one(match: re.Match[str]) -> Reading | None:
    """At least a day, under a week, most of a decade."""
    row, bound = unit(match["unit"]), plain(match["bound"])
    if (
        NOT_DURATION.match(after(match))
        or (match["way"] and not re.search(r"\bfor\s$", before(match), re.IGNORECASE))
        or row["grain"] == "quarter"
        or (bound in ("some", "another") and row["iso"] == "D")
    ):
        return None
    half = 0.5 if (match["whole"] or "").lower().startswith("half") else 1
    during = bound == "over" and not MORE_THAN.search(before(match)) and not OF.match(after(match))
    return Reading(
        period(row, half), kind="duration", grain=row["grain"] or None, approximate=BOUNDS.get(bound, False),
        relation="during" if during else None, lead=match.start("n") - match.start(),
    )  # fmt: skip


@rule(RULES, "length&long", ADJECTIVE_LONG)
def unit_long(match: re.Match[str]) -> Reading | None:
    """A month-long strike."""
    row = unit(match["unit"])
    return Reading(period(row, 1), kind="duration", grain=row["grain"] or None)


def _lead(match: re.Match[str]) -> int:
    return match.start("n") - match.start() if match["bound"] else 0
