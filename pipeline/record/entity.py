"""Names in the text."""

from pipeline.record.closed_sets import EntityLabel
from pipeline.record.span import Record, Span


class Entity(Record):
    """A named thing. `name` is its canonical form; `same_as` the id of its first mention in this text."""

    id: str
    """`e1`, `e2` … within the document."""
    span: Span
    """Where the name stands."""
    label: EntityLabel
    """OntoNotes 5 name: PERSON, ORG, GPE …"""
    name: str
    """Canonical form, abbreviations resolved."""
    same_as: str | None = None
    """Id of the first mention of the same thing in this text."""
