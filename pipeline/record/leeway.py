"""Where informed readers differ: what gold lets be answered otherwise, or not at all."""

import datetime as dt
import re
from typing import Any

from pydantic import model_validator

from pipeline.record.closed_sets import (
    AlternativeField,
    Comparator,
    DateRelation,
    EntityLabel,
    Kind,
    ModalityValue,
    PolarityValue,
    SourceType,
    names,
)
from pipeline.record.span import Record, Span

ALTERNATIVES: dict[str, tuple[AlternativeField, ...]] = {
    "claim": ("span", "kind", "polarity", "modality", "source_type", "predicate", "subject", "object"),
    "entity": ("span", "label"),
    "amount": ("span", "comparator", "value"),
    "date": ("span", "relation", "days"),
}
"""Which field of what may have another answer: those that are scored and that readers read differently."""
ALTERNATIVE_LABELS: dict[str, Any] = {
    "kind": Kind, "polarity": PolarityValue, "modality": ModalityValue, "source_type": SourceType,
    "label": EntityLabel, "comparator": Comparator, "relation": DateRelation,
}  # fmt: skip


DAYS = re.compile(r"(\d{4}-\d\d-\d\d|\.\.)/(\d{4}-\d\d-\d\d|\.\.)", re.ASCII)


class Alternative(Record):
    """In gold only: one more answer that is right. `of` is the id of a claim, amount, date or name.

    `span` holds the answer where the field is words (`span`, `subject`, `object`), with its pieces in `fragments`
    where it has gaps; `value` where it is a label, a lemma, a figure or `days` ("2019-01-01/2019-12-31", an open end
    is ".."). Neither: the field is empty."""

    of: str
    """Id of a claim, amount, date or entity."""
    field: AlternativeField
    """Which field may be answered otherwise."""
    value: str | None = None
    """The answer, where it is a label, lemma, figure or days."""
    span: Span | None = None
    """The answer, where it is words."""
    fragments: tuple[Span, ...] = ()
    """Its pieces, where it has gaps."""

    @model_validator(mode="after")
    def _can_be(self) -> "Alternative":
        closed = ALTERNATIVE_LABELS.get(self.field)
        if closed is not None and self.value not in (
            *names(closed),
            *((None,) if self.field == "relation" else ()),
        ):
            raise ValueError(
                f"accepts {self.value!r} as {self.field}, which is none of {', '.join(names(closed))}"
            )
        if self.field == "value" and not (self.value and self.value.replace(".", "", 1).isdecimal()):
            raise ValueError(f"accepts the value {self.value!r}, which is no figure")
        if self.field == "days" and self.value is not None and not _are_days(self.value):
            raise ValueError(f"accepts the days {self.value!r}: a first and a last day, as in 2019-01-01/..")
        return self


def _are_days(text: str) -> bool:
    """A first and a last day, either of them open, in their order."""
    match = DAYS.fullmatch(text)
    try:
        days = [dt.date.fromisoformat(day) for day in match.groups() if day != ".."] if match else []
    except ValueError:
        return False
    return match is not None and days == sorted(days)


class Leeway(Record):
    """In gold only: where informed readers differ. `optional` are ids of what counts neither way."""

    optional: tuple[str, ...] = ()
    """Ids of what counts neither way."""
    accept: tuple[Alternative, ...] = ()
    """Other answers that are right."""


def check_leeway(leeway: Leeway, known: dict[str, frozenset[str]]) -> None:
    """Raises ValueError unless each id is that of one thing, and each field one that the thing has."""
    for wanted in leeway.optional:
        _kind_of(wanted, known)
    for each in leeway.accept:
        kind = _kind_of(each.of, known)
        if each.field not in ALTERNATIVES[kind]:
            raise ValueError(f"leeway accepts another {each.field} of the {kind} {each.of!r}, which has none")


def _kind_of(wanted: str, known: dict[str, frozenset[str]]) -> str:
    kinds = [kind for kind, ids in known.items() if wanted in ids]
    if len(kinds) != 1:
        why = "does not exist" if not kinds else f"is the id of more than one thing ({', '.join(kinds)})"
        raise ValueError(f"leeway names {wanted!r}, which {why}")
    return kinds[0]
