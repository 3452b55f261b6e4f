"""Amounts → rows on the Doc, shaped like `record.Amount`."""

from decimal import Decimal
from typing import Any

from spacy.tokens import Doc

from pipeline import marks
from pipeline.plain import plain

from .amount import Amount, find
from .tree import standings


class Money:
    """The component: reads `doc.text`, the outlet and, where there is one, the tree; leaves `doc._.money`.

    Keeps no state."""

    def __call__(self, doc: Doc) -> Doc:
        outlet = doc._.outlet if Doc.has_extension("outlet") else None
        page = plain(doc)
        found = find(page.text, outlet=outlet, standings=standings(page))
        return marks.put(doc, "money", [row(doc, f"m{n}", amount) for n, amount in enumerate(found, start=1)])


def row(doc: Doc, id: str, amount: Amount) -> dict[str, Any]:
    """One amount as a row: only strings, None and lists, so that the Doc can travel."""
    return {
        "id": id,
        "span": marks.cut(doc, amount.start, amount.end),
        "core": marks.cut(doc, amount.core_start, amount.core_end),
        "value": _digits(amount.value),
        "low": _digits(amount.low),
        "high": _digits(amount.high),
        "comparator": amount.comparator,
        "unit": amount.unit,
        "currency": amount.currency,
        "currency_basis": amount.currency_basis,
        "candidates": list(amount.candidates),
        "per": amount.per,
        "change": amount.change,
        "rule": amount.rule,
    }


def _digits(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")
