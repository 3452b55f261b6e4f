"""Who is made to say a claim."""

from pipeline.record.closed_sets import ContentType, SourceType
from pipeline.record.span import Record, Span


class Speech(Record):
    """One link of a chain of speech: who, and the words that say so."""

    source: Span | None
    """Who says it."""
    cue: Span | None
    """The words of saying."""


class Attribution(Record):
    """Who is made to say it. `chain` is speech within speech, outermost first; `source` is the innermost."""

    source_type: SourceType
    """What sort of source is made to say it."""
    source: Span | None = None
    """The source's words, innermost."""
    speaker: Span | None = None
    """Of a source that is a pronoun, the words that it stands for; null where they are not known."""
    entity: str | None = None
    """Id of the entity that the source, or its speaker, names."""
    cue: Span | None = None
    """The words of saying."""
    content: ContentType = "none"
    """Whether it is quoted: none, direct, indirect, mixed."""
    chain: tuple[Speech, ...] = ()
    """Speech within speech, outermost first."""
