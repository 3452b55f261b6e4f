"""Where a mark stands, as a span and in words."""

from pipeline.exchange.layers import Mark, Sheet
from pipeline.record import Span


def span_of(sheet: Sheet, mark: Mark) -> Span:
    return Span.of(sheet.text, *mark.edge)


def place(sheet: Sheet, mark: Mark) -> str:
    """For messages: `document d: the amount '$3 million' (12–22)`."""
    start, end = mark.edge
    return f"document {sheet.id}: the {mark.type} {sheet.text[start:end][:40]!r} ({start}–{end})"


def within(sheet: Sheet, mark: Mark, words: str | None) -> Span | None:
    """Where words stand in a mark: the first time; None where they do not, or there are none."""
    start, end = mark.edge
    at = sheet.text.find(words, start, end) if words else -1
    return Span.of(sheet.text, at, at + len(words)) if words and at >= 0 else None
