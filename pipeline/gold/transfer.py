"""`transfer:` → a Transfer: which amount moves, from whom to whom (§ 8)."""

from pipeline.gold.closed import choice
from pipeline.gold.notes import Entry
from pipeline.gold.problems import Wrong
from pipeline.gold.references import Shelf, inside, point
from pipeline.gold.roles import Where, stretch
from pipeline.record import Aggregation, Transfer, TransferStatus

SPANS = ("payer", "recipient", "purpose", "instrument")
KEYS = ("amount", *SPANS, "status", "aggregation", "period")


def transfer(where: Where, shelf: Shelf, entry: Entry | None) -> Transfer | None:
    """The amount is the claim's only sum of money if none is named. Raises Wrong."""
    if entry is None:
        return None
    given = entry.mapping(KEYS) if entry.value else {}
    spans = {key: where.source.span(*stretch(where, given[key].words())) for key in SPANS if key in given}
    return Transfer(
        amount=_amount(where, shelf, given.get("amount")),
        status=choice(given.get("status"), TransferStatus, "unspecified"),
        aggregation=choice(given.get("aggregation"), Aggregation, "unspecified"),
        period=_period(where, shelf, given.get("period")),
        **spans,
    )


def _amount(where: Where, shelf: Shelf, entry: Entry | None) -> str:
    if entry:
        return str(point(where.source, shelf.amounts, entry.words(), where.sentence, "amount").id)
    money = [amount for amount in shelf.amounts if amount.unit == "currency"]
    held = inside(money, where.fragments, set())
    if len(held) != 1:
        raise Wrong(f"the claim holds {len(held)} sums of money: say which moves, amount: $3m")
    return held[0]


def _period(where: Where, shelf: Shelf, entry: Entry | None) -> str | None:
    if entry is None:
        return None
    return str(point(where.source, shelf.dates, entry.words(), where.sentence, "date").id)
