"""Sums → a sentence for people: "$20m + $25m + $10m = 55 million USD, but the text says $60m"."""

from pipeline.page import figures
from pipeline.page.words import flat
from pipeline.record import Amount, Document, Sum


def spoken(document: Document, found: Sum) -> str:
    """The parts as they are written, what they make, and whether the text says so."""
    amounts = {amount.id: amount for amount in document.amounts}
    parts = [amounts[id] for id in found.parts]
    stated = flat(amounts[found.total].span.text) if found.total is not None else "100%"
    said = f"; the text says {stated}" if found.holds else f", but the text says {stated}"
    if found.total is None:
        said = ", the whole" if found.holds else f", not {stated}"
    return f"{' + '.join(flat(part.core.text) for part in parts)} = {_made(found, parts[0])}{said}"


def contradicted(document: Document) -> frozenset[str]:
    """Ids of the amounts of sums that do not hold."""
    wrong = [found for found in document.sums if not found.holds]
    return frozenset(id for found in wrong for id in (*found.parts, found.total) if id is not None)


def _made(found: Sum, part: Amount) -> str:
    """The sum of the parts, in their unit."""
    comparator = "eq" if found.value is not None else "range"
    bounds = {"value": found.value, "low": found.low, "high": found.high, "comparator": comparator}
    return figures.spoken(part.model_copy(update={**bounds, "per": None, "change": None}))
