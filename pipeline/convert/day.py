"""Which day's rate an amount is converted by."""

import datetime as dt
from collections import defaultdict

from pipeline.record import Date, Document


def days(document: Document) -> dict[str, dt.date]:
    """Amount id → the last day of the one date that its claims name, if it is known and not after the publication;
    else the day of publication. Amounts without either are left out."""
    named: dict[str, set[str]] = defaultdict(set)
    for claim in document.claims:
        for amount in claim.amounts:
            named[amount].update(claim.dates)
    dates = {date.id: date for date in document.dates}
    found = {}
    for amount_ in document.amounts:
        ids = named[amount_.id]
        last = _last([dates[id] for id in ids], document.published)
        if (day := last or document.published) is not None:
            found[amount_.id] = day
    return found


def _last(dates: list[Date], published: dt.date | None) -> dt.date | None:
    if len(dates) != 1 or dates[0].kind != "date":
        return None
    last = dates[0].last
    return None if last is None or (published is not None and last > published) else last
