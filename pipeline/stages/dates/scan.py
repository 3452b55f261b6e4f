"""Text → the forms that stand in it, side by side, before any of them has its days."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from pipeline.lexicon import table
from pipeline.stages.dates import (
    absolute,
    anaphors,
    compound,
    durations,
    events,
    inmonth,
    months,
    moved,
    named,
    parts,
    pointed,
    relative,
    repeated,
    shorthand,
    spelled,
    spelled_years,
    stretches,
    within,
    years,
)
from pipeline.stages.dates.absolute import PARTS
from pipeline.stages.dates.clock import timed
from pipeline.stages.dates.reading import Found
from pipeline.stages.dates.spelled_years import yeared
from pipeline.stages.dates.triggers import places, windows
from pipeline.stages.dates.words import DASH, W, alternation

MODULES = (
    absolute,
    months,
    years,
    parts,
    spelled,
    spelled_years,
    named,
    anaphors,
    stretches,
    relative,
    moved,
    pointed,
    within,
    compound,
    durations,
    repeated,
    inmonth,
    shorthand,
    events,
)
RULES = tuple(rule for module in MODULES for rule in module.RULES)
MODIFIERS = {row["form"]: row["modifier"] for row in table("date_modifiers")}
MODIFIER = re.compile(
    rf"(?<![\w'’])(?P<form>{alternation(MODIFIERS)})(?:{W}|{DASH})(?:the{W}(?:year{W})?|of{W})?$",
    re.IGNORECASE,
)
PART_OF_DAY = re.compile(
    rf"\b(?:the{W}(?P<hours>early{W}hours|small{W}hours)|(?:early{W}|late{W})?(?P<part>morning|afternoon|evening|night)){W}(?:of|on){W}(?:the{W})?$",
    re.IGNORECASE,
)
NAMED_YEAR = re.compile(
    rf"\bthe{W}(?:[a-z][\w’'-]{{1,15}}{W}){{0,2}}(?:year|season|harvest|academic{W}year|monsoon|rains|famine|crop){W}of{W}$",
    re.IGNORECASE,
)
"""In the plague year of 1665, the dry season of 2019: how the year is called belongs to it."""
MODIFIED = ("day", "week", "month", "season", "quarter", "half", "year", "decade", "century")


def scan(text: str) -> list[Found]:
    """The longest forms from left to right; a modifier before one ("early", "the end of") belongs to it."""
    return list(_widened(text, longest(text)))


def longest(text: str) -> list[Found]:
    """The same, without what stands around them."""
    taken, end = [], 0
    for found in sorted(_candidates(text), key=lambda f: (f.start, -f.end)):
        if found.start >= end:
            taken.append(found)
            end = found.end
    return taken


def _widened(text: str, taken: list[Found]) -> Iterator[Found]:
    """Each form with the words that belong to it, as far as the forms beside it leave them free."""
    end = 0
    for found, after in zip_longest(taken, taken[1:]):
        limit = after.start if after else len(text)
        wide = _modified(text, timed(text, found))
        found = wide if end <= wide.start and wide.end <= limit else found
        end = found.end
        yield found


def _candidates(text: str) -> Iterator[Found]:
    near = windows(text)
    for rule in RULES:
        for start, end in places(near, rule.near):
            for match in rule.pattern.finditer(text, start, end):
                reading = rule.read(match)
                if reading is not None:
                    yield yeared(text, Found(match.start(), match.end(), rule.name, reading))


def _modified(text: str, found: Found) -> Found:
    """With the modifier before it; before a day with the part of the day: the night of 20 June."""
    reading = found.reading
    grain = reading.grain or reading.unit
    if reading.kind != "date" or reading.modifier or reading.length or grain not in MODIFIED:
        return found
    start = max(0, found.start - 40)
    left = text[start : found.start]
    if grain == "day":
        part = PART_OF_DAY.search(left)
        if part is None:
            return found
        timed_ = reading._replace(part=reading.part or PARTS[(part["part"] or "morning").lower()])
        return found._replace(start=start + part.start(), reading=timed_)
    match = MODIFIER.search(left)
    if match and match["form"].lower() == "end" and not re.search(rf"{DASH}$", left):
        match = None  # "end-June", but "they end May's row"
    if not match and found.rule == "year" and (named := NAMED_YEAR.search(left)):
        return found._replace(start=start + named.start())
    if not match:
        return found
    modifier = MODIFIERS[re.sub(r"\s+", " ", match["form"].lower())]
    return found._replace(start=start + match.start(), reading=reading._replace(modifier=modifier))
