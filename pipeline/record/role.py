"""What fills the slots of a claim: subject, predicate, object, arguments."""

from pipeline.record.closed_sets import Origin, RoleName, Tense, Voice
from pipeline.record.span import Record, Span


class Role(Record):
    """What fills a slot of a claim. `text` may differ from `span.text` when a pronoun was resolved."""

    role: RoleName
    """Which slot."""
    span: Span
    """Where its words stand."""
    text: str
    """Its words, pronouns resolved."""
    head: Span
    """The word at its head."""
    entity: str | None = None
    """Id of the entity that it is."""
    origin: Origin = "explicit"
    """Whether it is said here, or was taken from elsewhere."""


class Predicate(Role):
    """The predicate is a role with a verb's features."""

    lemma: str
    """Lemma of its verb."""
    tense: Tense
    """Tense of its verb."""
    voice: Voice
    """Voice of its verb."""
