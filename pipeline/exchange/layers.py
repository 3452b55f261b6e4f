"""The neutral middle of all formats: a text with marks on it, and links between marks.

    Document → unfold → Sheet ⇄ a format's bytes;  Sheet, base Document → fold → Document

A format knows sheets and nothing of records; `fields.csv` says which marks there are and which fields each has.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pipeline import record

Edge = tuple[int, int]
"""Code points, half-open."""


class Refused(ValueError):
    """Why something cannot be taken over, in one sentence that names the file or document and the place."""


class Field(NamedTuple):
    """A field of a type of mark. `form`: one (of `values`), many (of them, parted by spaces) or words. `in_label`:
    it stands in the label where a format knows nothing but labels, `claim:fact`."""

    type: str
    name: str
    form: str
    values: tuple[str, ...]
    in_label: bool
    meaning: str


@dataclass(frozen=True)
class Mark:
    """A stretch of text with a type. `pieces`: its words, in text order, apart where others stand between. `partial`:
    the fields it does not name are unknown, not empty."""

    id: str
    type: str
    pieces: tuple[Edge, ...]
    fields: Mapping[str, str] = field(default_factory=dict)
    partial: bool = False

    @property
    def edge(self) -> Edge:
        """From the first of its words to the last."""
        return self.pieces[0][0], self.pieces[-1][1]


class Link(NamedTuple):
    """From one mark to another, by their ids."""

    type: str
    source: str
    target: str


@dataclass(frozen=True)
class Sheet:
    """`id`: of the document. `types`, `link_types`: what a sheet that was read can speak of; None: of all. Of the
    rest it says nothing, not that there is none. `anonymous`: its marks came back without our ids, and those with the
    same label in the same place as one. `known`: title, by-line … for those who look at it."""

    id: str
    text: str
    marks: tuple[Mark, ...]
    links: tuple[Link, ...] = ()
    types: frozenset[str] | None = None
    link_types: frozenset[str] | None = None
    anonymous: bool = False
    known: Mapping[str, str] = field(default_factory=dict)


PART = "part"
"""Claim → its subject, predicate, source …: what it is, the mark's own type says."""
PIECE = "piece"
"""A mark of that type, and the link to it: one of several pieces, where a format has no gaps."""
NEW = "new-"
"""Begins the id of a mark that an annotator made."""
LINKS = (
    PART, "borrows", "mentions", "moves", "period", "stands_for", "same_as", *record.names(record.ParentRelation),
    PIECE,
)  # fmt: skip


@cache
def fields() -> tuple[Field, ...]:
    """The rows of `fields.csv`."""
    with Path(__file__).with_name("fields.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_field(row) for row in csv.DictReader(file))


@cache
def fields_of(type: str) -> dict[str, Field]:
    """Name → field, of one type of mark; none for a type that there is not."""
    return {each.name: each for each in fields() if each.type == type and each.name}


@cache
def types() -> tuple[str, ...]:
    """All types of marks, in the order of the table."""
    return tuple(dict.fromkeys(each.type for each in fields()))


def label(mark: Mark) -> str:
    """`claim:fact`: the type, and the field that stands in the label."""
    named = next((each.name for each in fields_of(mark.type).values() if each.in_label), None)
    value = mark.fields.get(named, "") if named else ""
    return f"{mark.type}:{value}" if value else mark.type


def of_label(label: str) -> tuple[str, dict[str, str]]:
    """(type, fields) of a label. Raises Refused for one that we never wrote."""
    type, _, value = label.partition(":")
    if type not in types():
        raise Refused(f"the label {label!r} is none of ours ({', '.join(types())})")
    if not value:
        return type, {}
    named = next((each for each in fields_of(type).values() if each.in_label), None)
    if named is None or value not in named.values:
        raise Refused(f"the label {label!r} has no such value{_known(named)}")
    return type, {named.name: value}


def checked(type: str, given: Mapping[str, str]) -> dict[str, str]:
    """The fields that are not empty. Raises Refused for one that the type has not, or a value outside its set."""
    known, kept = fields_of(type), {}
    for name, value in given.items():
        if name not in known:
            raise Refused(f"the type {type} has no field {name!r}")
        told = value.split() if known[name].form == "many" else [value] if value else []
        if known[name].form != "words" and (
            wrong := [each for each in told if each not in known[name].values]
        ):
            raise Refused(f"the {type} has the {name} {wrong[0]!r}{_known(known[name])}")
        if value.strip():
            kept[name] = joined(told, known[name]) if known[name].form == "many" else value
    return kept


def joined(values: Iterable[str], field: Field) -> str:
    """Several values in one field, in the order of the table: the order says nothing."""
    told = set(values)
    return " ".join(value for value in field.values if value in told)


def _known(named: Field | None) -> str:
    return f"; there are {', '.join(named.values)}" if named else ""


def _field(row: dict[str, str]) -> Field:
    closed = row["values"]
    values = record.names(getattr(record, closed)) if closed[:1].isupper() else tuple(closed.split())
    return Field(row["type"], row["field"], row["form"], values, row["in_label"] == "yes", row["meaning"])
