"""The one place that knows hijridate: feasts of the Islamic calendar → days of ours, by the Umm al-Qura calendar.

Where the new moon is looked for with the eye, a feast may fall a day later or earlier: whoever asks calls the day
approximate. Known from 1925 to 2076; before and after, no day is given.
"""

import datetime as dt
from functools import lru_cache


@lru_cache(maxsize=1024)
def feast(month: int, day: int | None, year: int) -> str | None:
    """The first time in a year of ours that a day of an Islamic month comes, as an ISO day; the whole month, as
    `A/B`, without a day. None where the calendar is not known."""
    about = (year - 622) * 33 // 32  # an Islamic year is eleven days short
    for hijri_year in range(about - 1, about + 3):
        found = _stretch(hijri_year, month, day)
        if found and found[0].year == year:
            return _shown(*found, whole=day is None)
    return None


def _stretch(year: int, month: int, day: int | None) -> tuple[dt.date, dt.date] | None:
    from hijridate import Hijri

    try:
        start = Hijri(year, month, day or 1)
        first = start.to_gregorian()
        last = first if day else Hijri(year, month, start.month_length()).to_gregorian()
    except (ValueError, OverflowError):  # outside the calendar's tables
        return None
    return dt.date(first.year, first.month, first.day), dt.date(last.year, last.month, last.day)


def _shown(first: dt.date, last: dt.date, *, whole: bool) -> str:
    return f"{first.isoformat()}/{last.isoformat()}" if whole else first.isoformat()
