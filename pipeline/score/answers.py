"""Another answer to a field: what it changes in its item, and where the field is read."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

Change = Callable[[Any, Any], dict[str, Any]]
"""Item, other answer (None: the field is empty) → the fields that are others."""


def _said_by(item: Any, value: Any) -> dict[str, Any]:
    """The author is no source that words name."""
    update = {"source_type": value} | ({"source": None, "content": "none"} if value == "author" else {})
    return {"attribution": item.attribution.model_copy(update=update)}


def _nested(outer: str, inner: str) -> Change:
    return lambda item, value: {outer: getattr(item, outer).model_copy(update={inner: value})}


def _bounded(value: Decimal | None, comparator: str) -> dict[str, Any]:
    """The bounds of a figure by the annotators' book, § 5."""
    low = value if comparator in ("eq", "gt", "ge") else None
    high = value if comparator in ("eq", "lt", "le") else None
    return {"value": value, "comparator": comparator, "low": low, "high": high}


def _days(item: Any, value: str | None) -> dict[str, Any]:
    first, _, last = (value or "../..").partition("/")
    ends = {"first": first, "last": last}
    return {name: None if day == ".." else dt.date.fromisoformat(day) for name, day in ends.items()}


CHANGED: dict[str, Change] = {
    "label": lambda item, value: {"label": value},
    "value": lambda item, value: _bounded(Decimal(value), item.comparator),
    "comparator": lambda item, value: _bounded(item.value, value),
    "relation": lambda item, value: {"relation": value},
    "days": _days,
    "kind": lambda item, value: {"kind": value},
    "polarity": _nested("polarity", "value"),
    "modality": _nested("modality", "value"),
    "source_type": _said_by,
    "predicate": _nested("predicate", "lemma"),
}
"""What another answer to a field changes in its item."""
READ: dict[str, Callable[[Any], Any]] = {
    "label": lambda item: item.label,
    "value": lambda item: item.value,
    "comparator": lambda item: item.comparator,
    "relation": lambda item: item.relation,
    "days": lambda item: (item.first, item.last),
    "kind": lambda item: item.kind,
    "polarity": lambda item: item.polarity.value,
    "modality": lambda item: item.modality.value,
    "source_type": lambda item: item.attribution.source_type,
    "predicate": lambda item: item.predicate.lemma.lower(),
}
