"""Dates: where they stand, how they are related, which days they mean."""

import datetime as dt

from pipeline.record import Date
from pipeline.score.figures import Count, Key, Tally, count
from pipeline.score.match import Match
from pipeline.score.spans import same


def wrong(gold: Date, found: Date) -> list[str]:
    """The fields in which two dates that overlap differ."""
    checks = {"relation": gold.relation == found.relation, "days": _days(gold) == _days(found)}
    return [field for field, right in checks.items() if not right]


def tally(match: Match) -> Tally:
    """`span` (same edges), `partial` (overlap), `relation`, `value` (first and last day, unknown ends too),
    `+relation` (all three), and `days`: the mean share of days in common, over dates that have days."""
    pairs, sizes = match.dates.pairs, (len(match.dates.gold), len(match.dates.found))
    faults = [wrong(p.gold, p.found) for p in pairs]
    right: dict[str, float] = {
        "span": sum(same(p.gold.span, p.found.span) for p in pairs),
        "partial": len(pairs),
        "relation": sum("relation" not in fault for fault in faults),
        "value": sum("days" not in fault for fault in faults),
        "+relation": sum(not fault for fault in faults),
    }
    counts = {Key("dates", name): Count(*sizes, n) for name, n in right.items()}
    in_common = sum(jaccard(p.gold, p.found) for p in pairs)
    counts[Key("dates", "days")] = count(
        match.dates.gold, match.dates.found, lambda date: _days(date) is not None, in_common
    )
    return counts


def jaccard(a: Date, b: Date) -> float:
    """Days in both over days in either. A stretch with an open end has no number of days: it counts 1 against
    one with the same two ends and 0 against any other. 0 where one of the two has no days at all."""
    if _days(a) == _days(b):
        return 0.0 if _days(a) is None else 1.0
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return 0.0
    both = _length(max(a.first, b.first), min(a.last, b.last))
    return both / (_length(a.first, a.last) + _length(b.first, b.last) - both)


def _length(first: dt.date, last: dt.date) -> int:
    return max(0, (last - first).days + 1)


def _days(date: Date) -> tuple[dt.date | None, dt.date | None] | None:
    return (date.first, date.last) if date.first or date.last else None
