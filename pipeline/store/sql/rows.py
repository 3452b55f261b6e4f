"""A record → the values of its columns, as SQLite and COPY take them: text, numbers, true and false, NULL.

Decimals are digits, days ISO 8601, lists JSON. Hundreds of thousands of claims go through here: `attrgetter` walks the
paths in C.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from pydantic_core import to_json

from pipeline.store.sql.fields import Field

Row = tuple[Any, ...]


def filler(fields: Sequence[Field]) -> Callable[[Any], Row]:
    """The function that makes an item's row, in the order of `fields`."""
    by_owner = sorted(range(len(fields)), key=lambda at: (fields[at].owner or "", at))
    groups = [(owner, list(ats)) for owner, ats in groupby(by_owner, key=lambda at: fields[at].owner)]
    getters = [
        (
            None if owner is None else attrgetter(owner),
            _get([fields[at].path for at in ats]),
            (None,) * len(ats),
        )
        for owner, ats in groups
    ]
    placed = [at for _, ats in groups for at in ats]
    made = [(at, make) for at, place in enumerate(placed) if (make := _MAKE.get(_how(fields[place])))]
    back = _get_items([placed.index(at) for at in range(len(fields))])

    def fill(item: Any) -> Row:
        values: list[Any] = []
        for owner, get, blank in getters:
            held = item if owner is None else owner(item)
            values += blank if held is None else get(held)
        for at, make in made:
            if values[at] is not None:
                values[at] = make(values[at])
        return back(values)

    return fill


def _how(field: Field) -> str:
    return "float" if field.name.endswith("_number") and field.kind == "number" else field.kind


def _digits(value: Any) -> str:
    return format(value, "f")


def json(value: Any) -> str:
    """A list of records or ids as JSON."""
    return to_json(value).decode() if value else "[]"


_MAKE: dict[str, Callable[[Any], Any]] = {
    "decimal": _digits,
    "float": float,
    "day": dt.date.isoformat,
    "json": json,
}


def _get(paths: list[str]) -> Callable[[Any], Row]:
    get = attrgetter(*paths)
    return get if len(paths) > 1 else lambda item: (get(item),)


def _get_items(places: list[int]) -> Callable[[Any], Row]:
    get = itemgetter(*places)
    return get if len(places) > 1 else lambda values: (get(values),)
