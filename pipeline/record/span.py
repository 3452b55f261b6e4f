"""What every record is, the span of source text that it points to, and the spans that are in a record."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Record(BaseModel):
    """Immutable; refuses unknown keys. The string under a field says what it is: it goes into the JSON Schema, the
    comments of the tables and the dictionary."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Span(Record):
    """Code points `start` to `end` (half-open) of the source, and the text that stands there."""

    start: int = Field(ge=0)
    """First code point, from 0."""
    end: int = Field(ge=1)
    """The code point after the last."""
    text: str = Field(min_length=1)
    """The words that stand there."""

    @model_validator(mode="after")
    def _length(self) -> "Span":
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}:{self.end} does not have the length of {self.text!r}")
        return self

    @classmethod
    def of(cls, source: str, start: int, end: int) -> "Span":
        """The span of `source` between two offsets."""
        return cls(start=start, end=end, text=source[start:end])


def spans(record: Record) -> Iterator[Span]:
    """Every span in a record, however deep, in field order."""
    found: list[Span] = []
    if isinstance(record, Span):
        found.append(record)
    else:
        _gather(record, found)
    return iter(found)


def _gather(record: Record, found: list[Span]) -> None:
    """Into `found`. Records are read by the hundred thousand: generators in generators would take their time."""
    held = record.__dict__
    for name in _with_spans(type(record)):
        value = held[name]
        if value.__class__ is Span:
            found.append(value)
        elif value.__class__ is tuple:
            for item in value:
                if item.__class__ is Span:
                    found.append(item)
                else:
                    _gather(item, found)
        elif value is not None:
            _gather(value, found)


@cache
def _with_spans(model: Any) -> tuple[str, ...]:
    """The fields of a model that can hold a span: most hold none."""
    return tuple(
        name for name, field in model.model_fields.items() if any(map(_has_spans, parts(field.annotation)))
    )


def _has_spans(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, Record) and (part is Span or bool(_with_spans(part)))


def parts(annotation: Any) -> Iterator[Any]:
    """The types that a field's type is made of: `tuple[Span, ...] | None` → Span, ..., NoneType."""
    if get_origin(annotation) is Literal:
        yield annotation
    elif get_args(annotation):
        yield from (deep for part in get_args(annotation) for deep in parts(part))
    else:
        yield annotation


def check_spans(record: Record, text: str, where: str) -> None:
    """Raises ValueError, beginning with `where`, for a span whose words do not stand in the text."""
    for span in spans(record):
        if text[span.start : span.end] != span.text:
            there = text[span.start : span.end]
            raise ValueError(f"{where}: span {span.start}:{span.end} says {span.text!r}, the text {there!r}")
