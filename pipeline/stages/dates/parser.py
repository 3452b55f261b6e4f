"""The one place that knows dateparser: a cleaned, short expression and a day → a day.

It is good at "two weeks ago" and "3 March 2021" and poor at prose: only spans that our own grammar has found
come here, and what comes back is checked by the caller. Every setting that would let today's date, the time
zone or the machine's language in is fixed. See tests/stages/dates/test_parser.py for the pinned behaviours.
"""

import datetime as dt
from functools import cache, lru_cache
from typing import Any

NO_DAY = dt.date(2000, 1, 1)
"""Stands in for a day of publication, so that the clock never does."""
LONGEST = 40  # characters; nothing longer is a cleaned expression
SETTINGS: dict[str, Any] = {
    "PREFER_DAY_OF_MONTH": "first",
    "PREFER_MONTH_OF_YEAR": "first",
    "PREFER_DATES_FROM": "past",
    "TIMEZONE": "UTC",
    "RETURN_AS_TIMEZONE_AWARE": False,
    "PARSERS": ["relative-time", "absolute-time"],
}


@lru_cache(maxsize=4096)
def day(words: str, base: dt.date) -> dt.date | None:
    """The day that an expression names when it is read on `base`; None where dateparser has no answer."""
    if not 0 < len(words) <= LONGEST:
        return None
    try:
        found = _parser(base).get_date_data(" ".join(words.split()))
    except (ValueError, OverflowError):  # at the edges of the calendar
        return None
    return found.date_obj.date() if found and found.date_obj else None


@cache
def _parser(base: dt.date) -> Any:
    """One parser a day: its settings carry the day. Built on first use, because the import costs 0.2 s."""
    from dateparser.date import DateDataParser

    midnight = dt.datetime(base.year, base.month, base.day)
    return DateDataParser(languages=["en"], settings={**SETTINGS, "RELATIVE_BASE": midnight})


def search(text: str, base: dt.date | None) -> list[tuple[int, int, dt.date]]:
    """What its own search finds in prose: start, end, day. The baseline beside our figures, not a part of the pipeline.
    It gives words without their place: they are looked for behind the ones before."""
    from dateparser.search import search_dates

    settings = {key: value for key, value in SETTINGS.items() if key != "PARSERS"}
    day = base or NO_DAY
    settings["RELATIVE_BASE"] = dt.datetime(day.year, day.month, day.day)
    found, at = [], 0
    for words, moment in search_dates(text, languages=["en"], settings=settings) or ():
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append((start, at, moment.date()))
    return found
