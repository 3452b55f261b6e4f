"""3/4/21: the third of April or March the fourth? As the text itself shows, else as its outlet's country writes."""

import re
from collections.abc import Iterable

from pipeline.lexicon import table
from pipeline.stages.dates.reading import Found, Reading

NUMERIC = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])")
MONTH_FIRST = ("USD", "PHP")
EITHER = ("CAD",)


def day_first(text: str, founds: Iterable[Found], habit: bool | None = None) -> bool:
    """By the text's unmistakable numeric dates; by how it writes days with their months in words ("3 April" or
    "April 3"); by `habit`; at last month first."""
    pairs = [(int(a), int(b)) for a, b in NUMERIC.findall(text)] if "/" in text else []
    votes = sum((a > 12) - (b > 12) for a, b in pairs)
    if not votes:
        rules = [found.rule for found in founds]
        votes = sum(rules.count(rule) for rule in ("day_then_month", "days_then_month"))
        votes -= sum(rules.count(rule) for rule in ("month_then_day", "month_then_days"))
    return votes > 0 if votes else bool(habit)


def swapped(reading: Reading) -> Reading:
    """`XXXX-05-12`, read with the month first, with the day first: the 5th of December."""
    month, day = reading.timex[5:].split("-")
    return reading._replace(timex=f"XXXX-{day}-{month}") if int(day) <= 12 else reading


def habit_of(outlet: str | None) -> bool | None:
    """Whether an outlet's country puts the day first; None for one that we do not know, or that does both."""
    name = re.sub(r"^the\s+", "", (outlet or "").strip().lower())
    money = next((row["currency"] for row in table("outlets") if row["outlet"] == name), None)
    return None if money is None or money in EITHER else money not in MONTH_FIRST
