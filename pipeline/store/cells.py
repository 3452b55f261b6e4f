"""What stands in a cell of a flat table where that is no plain field of the record."""

from collections.abc import Iterable
from decimal import Decimal

from pipeline.record import Amount, Attribution, Document, Role, Span, Sum


def joined(ids: Iterable[str]) -> str | None:
    """Ids with single spaces between them; None for no id."""
    return " ".join(ids) or None


def words(span: Span | Role | None) -> str | None:
    """The words of a span or role; None for none."""
    return span.text if span else None


def speaker(document: Document, said: Attribution) -> str | None:
    """Who says it: the canonical name of the entity, else the words that the source stands for, else its own."""
    name = next((entity.name for entity in document.entities if entity.id == said.entity), None)
    return name or words(said.speaker) or words(said.source)


def claims_naming(document: Document, field: str, id: str) -> str | None:
    """The claims that name this amount, date or entity."""
    return joined(claim.id for claim in document.claims if id in getattr(claim, field))


def sums_of(document: Document, id: str) -> str | None:
    """The sums that this amount is a part or the total of."""
    return joined(found.id for found in document.sums if id in (*found.parts, found.total))


def why_not_converted(document: Document, amount: Amount) -> str | None:
    """The reasons, as codes, why it has no sum in the other currency."""
    return joined(each.reason for each in amount.abstained if each.field == "converted")


def _amount(document: Document, id: str | None) -> Amount | None:
    return next((amount for amount in document.amounts if amount.id == id), None)


def stated_total(document: Document, found: Sum) -> Decimal | None:
    """The total as the text states it; a hundred where the parts are shares of a hundred percent."""
    total = _amount(document, found.total)
    return total.value if total else Decimal(100) if found.total is None else None


def first_part(document: Document, found: Sum) -> Amount | None:
    """The first of the amounts that are added: its unit is that of all."""
    return _amount(document, found.parts[0])
