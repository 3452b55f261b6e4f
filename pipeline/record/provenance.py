"""Where a record and its fields come from: what made it, where metadata was read, the rule that decided a field, why a
field was left empty."""

from typing import Literal

from pipeline.record.span import Record, Span


class MadeBy(Record):
    version: str
    """Version of opclaims."""
    model: str
    """Name and version of the trained model."""
    config: str
    """Hash of the order of stages and of the tables."""


class Found(Record):
    """A metadata field that was read from the text, and where it stands."""

    field: Literal["title", "byline", "outlet", "published", "place"]
    """Which field of the document."""
    span: Span
    """Where it was read."""


class Ruled(Record):
    field: str
    """Name of the field."""
    rule: str
    """The rule that decided it."""


class Abstained(Record):
    """A field that stays empty, or lacks what a reader would ask for; and why."""

    field: str
    """Name of the field that stays unknown."""
    reason: str
    """Why, as a code."""
