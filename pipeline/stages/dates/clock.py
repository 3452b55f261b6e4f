"""The time of day beside a day: at 3 p.m. on Tuesday, Tuesday at noon, 11:30 on 7 June, midnight tomorrow."""

import re

from pipeline.stages.dates.reading import Found
from pipeline.stages.dates.words import W

TIME = (
    r"(?P<h>[01]?\d|2[0-4])(?:[:.](?P<m>[0-5]\d))?(?:\s?(?P<half>[ap])(?:\.m\b\.?|m\b)|(?=\sin\sthe\s)|(?<=:\d\d)(?:\s?(?:hrs|hours))?)"
    r"(?:\sin\sthe\s(?P<part>morning|afternoon|evening))?|(?P<word>noon|midday|midnight)"
)
LEFT = re.compile(rf"(?<![\w$€£.,:])(?:{TIME}),?{W}(?:(?:on|of){W})?(?:the{W})?$", re.IGNORECASE)
RIGHT = re.compile(rf",?{W}at{W}(?:{TIME})(?!\w)", re.IGNORECASE)
WORDS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}


def timed(text: str, found: Found) -> Found:
    """A day with the time of day that stands before or after it; its days stay what they are."""
    reading = found.reading
    if (
        reading.kind != "date"
        or (reading.grain or reading.unit) != "day"
        or "/" in reading.timex
        or reading.length
    ):
        return found
    start = max(0, found.start - 32)
    if match := LEFT.search(text[start : found.start]):
        return found._replace(start=start + match.start(), reading=reading._replace(part=_part(match)))
    if match := RIGHT.match(text, found.end, found.end + 32):
        return found._replace(end=match.end(), reading=reading._replace(part=_part(match)))
    return found


def _part(match: re.Match[str]) -> str:
    if match["word"]:
        return WORDS[match["word"].lower()]
    hour, late = (
        int(match["h"]),
        (match["half"] or "").lower() == "p" or (match["part"] or "").lower() in ("afternoon", "evening"),
    )
    early = (match["half"] or "").lower() == "a"
    if late and hour < 12:
        hour += 12
    if early and hour == 12:
        hour = 0
    return f"T{hour:02}:{match['m'] or '00'}"
