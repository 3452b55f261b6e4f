"""Lengths in two units: two years and three months, a year and two months ago, three weeks and two days later."""

import re

from pipeline.stages.dates.durations import NOT_AFTER, NOT_DURATION
from pipeline.stages.dates.reading import Reading, Rule, after, before, rule
from pipeline.stages.dates.words import LEFT, NUMBER, UNIT, UNITS_PLURAL, W, number, period, unit

RULES: list[Rule] = []
ONE = rf"(?:{NUMBER}|an?){W}(?:{UNITS_PLURAL}|{UNIT})"
COMPOUND = (
    rf"{LEFT}(?P<lengths>{ONE}(?:(?:,|,?{W}and)?{W}{ONE}){{1,2}})(?!\w)"
    rf"(?:{W}(?P<way>ago|later|earlier)(?!\w))?"
)
PIECE = re.compile(rf"(?P<n>{NUMBER}|an?){W}(?P<unit>{UNITS_PLURAL}|{UNIT})(?!\w)", re.IGNORECASE)
ORDER = "YMWD"
FOLD = {"YM": ("month", 12, 1), "WD": ("day", 7, 1)}
"""Two units that are whole numbers of one: years and months, weeks and days."""


@rule(RULES, "length", COMPOUND)
def compound(match: re.Match[str]) -> Reading | None:
    """Two years and three months (P2Y3M); a year and two months ago."""
    found = [(number(piece["n"]), unit(piece["unit"])) for piece in PIECE.finditer(match["lengths"])]
    letters = "".join(row["iso"] for _, row in found)
    falling = all(letter in ORDER for letter in letters) and list(letters) == sorted(letters, key=ORDER.index)
    if not falling or len(set(letters)) < len(letters) or len(letters) < len(found):
        return None
    if any(n is None or n != int(n) for n, _ in found) or NOT_DURATION.match(after(match)):
        return None
    if NOT_AFTER.search(before(match)):
        return None
    timex = "P" + "".join(period(row, n or 0)[1:] for n, row in found)
    grain = found[-1][1]["grain"] or None
    end = match.end("lengths") - match.start()
    return (
        _moved(match["way"], timex, letters, grain, end)
        if match["way"]
        else Reading(timex, "duration", grain)
    )


def _moved(way: str, timex: str, letters: str, grain: str | None, end: int) -> Reading | None:
    if letters not in FOLD:
        return None
    step, *sizes = FOLD[letters]
    count = sum(int(n) * size for n, size in zip(re.findall(r"\d+", timex), sizes, strict=True))
    anchor = "published" if way.lower() == "ago" else "sentence"
    sign = 1 if way.lower() == "later" else -1
    span = (end, timex, grain, False)
    return Reading(unit=step, steps=sign * count, anchor=anchor, approximate=step != "day", span=span)
