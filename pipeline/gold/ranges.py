"""What the tables of § 5 and § 6 say about open ends, tested on an Amount or a Date."""

from collections.abc import Iterator

from pipeline.record import Amount, Date

ENDS = {"eq": (True, True), "gt": (True, False), "ge": (True, False), "lt": (False, True), "le": (False, True),
        "range": (True, True)}  # fmt: skip
"""Comparator → whether `low` and `high` are given. Of `approx` and `vague` nothing is said."""
WITHOUT_FIRST = ("by", "until", "before")
WITHOUT_LAST = ("since", "after")


def open_ends(thing: Amount | Date) -> Iterator[str]:
    """Reasons, each a clause."""
    return _amount(thing) if isinstance(thing, Amount) else _date(thing)


def _amount(amount: Amount) -> Iterator[str]:
    ends = ENDS.get(amount.comparator)
    if ends and ends != (amount.low is not None, amount.high is not None):
        yield f"is {amount.comparator!r} with the bounds {amount.low} and {amount.high}"
    if (amount.value is None) != (amount.comparator in ("range", "vague")):
        yield f"is {amount.comparator!r} with the value {amount.value}"
    if amount.comparator == "eq" and not amount.low == amount.value == amount.high:
        yield f"is 'eq' with the value {amount.value} and the bounds {amount.low} and {amount.high}"
    if amount.low is not None and amount.high is not None and amount.low > amount.high:
        yield f"has the bounds {amount.low} and {amount.high} the wrong way round"
    if (amount.unit == "currency") != bool(amount.currency or amount.candidates):
        yield f"has the unit {amount.unit!r} and the currency {amount.currency}"
    if bool(amount.currency_basis) != (amount.unit == "currency"):
        yield f"has the unit {amount.unit!r} and the basis {amount.currency_basis}"


def _date(date: Date) -> Iterator[str]:
    days = (date.first is not None, date.last is not None)
    if date.kind != "date" and any(days):
        yield f"is a {date.kind} and has days"
    if date.relation in WITHOUT_FIRST and days[0]:
        yield f"has the relation {date.relation!r} and a first day"
    if date.relation in WITHOUT_LAST and days[1]:
        yield f"has the relation {date.relation!r} and a last day"
    if date.kind == "date" and date.relation not in (*WITHOUT_FIRST, *WITHOUT_LAST) and days[0] != days[1]:
        yield f"has the relation {date.relation!r} and one day open"
