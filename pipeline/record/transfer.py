"""Money or goods that a claim says move."""

from pipeline.record.closed_sets import Aggregation, TransferStatus
from pipeline.record.span import Record, Span


class Transfer(Record):
    """Money or goods that move. `amount` is an amount's id, `period` a date's id."""

    amount: str
    """Id of the amount that moves."""
    payer: Span | None = None
    """Who gives."""
    recipient: Span | None = None
    """Who gets it."""
    purpose: Span | None = None
    """What for."""
    instrument: Span | None = None
    """Loan, grant, tax …"""
    status: TransferStatus = "unspecified"
    """Pledged, committed, disbursed …"""
    aggregation: Aggregation = "unspecified"
    """Whether the figure is cumulative, annual, a stock or one-off."""
    period: str | None = None
    """Id of the date it is about."""
