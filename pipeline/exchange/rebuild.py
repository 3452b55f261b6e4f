"""Marks → names, amounts and dates of a record; what did not change is what it was."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from pydantic import ValidationError

from pipeline.complaint import first
from pipeline.exchange.layers import Mark, Refused, Sheet
from pipeline.exchange.marked import place
from pipeline.exchange.unfold import Unfolded
from pipeline.exchange.values import amount, date, entity
from pipeline.record import VALUE_LABELS, Document, Entity

LISTS = {"entity": ("entities", "e"), "amount": ("amounts", "m"), "date": ("dates", "d")}


class Old(NamedTuple):
    """What went out: the record, its sheet, and the marks by id."""

    base: Document
    whole: Unfolded
    marks: dict[str, Mark]


def things(sheet: Sheet, old: Old) -> tuple[dict[str, Any], dict[str, str]]:
    """The three lists in order, and id of a mark → id in the record."""
    made: dict[str, Any] = {}
    names: dict[str, str] = {}
    for type, (many, letter) in LISTS.items():
        before = {one.id: one for one in getattr(old.base, many)}
        marks = [mark for mark in sheet.marks if mark.type == type]
        marks.sort(key=lambda mark: mark.edge)
        names |= _numbered(marks, before, letter)
        made[many] = tuple(_thing(sheet, mark, names[mark.id], before.get(mark.id), old) for mark in marks)
    made["entities"] = _figures(old.base, made)
    first = {link.source: names[link.target] for link in sheet.links if link.type == "same_as"}
    alike = {names[source]: target for source, target in first.items()}
    made["entities"] = tuple(
        e
        if e.label in VALUE_LABELS or e.same_as == alike.get(e.id)
        else e.model_copy(update={"same_as": alike.get(e.id)})
        for e in made["entities"]
    )
    return made, names


def _figures(base: Document, made: dict[str, Any]) -> tuple[Entity, ...]:
    """The names, and of the entities that amounts and dates are, those whose figure is still there."""
    cores = {(one.core.start, one.core.end) for one in (*made["amounts"], *made["dates"])}
    kept = [e for e in base.entities if e.label in VALUE_LABELS and (e.span.start, e.span.end) in cores]
    return tuple(sorted((*made["entities"], *kept), key=lambda e: (e.span.start, e.span.end)))


def _numbered(marks: Iterable[Mark], before: dict[str, Any], letter: str) -> dict[str, str]:
    """Known ids stay; new ones go on counting."""
    numbers = [int(id[1:]) for id in before if id[:1] == letter and id[1:].isdecimal()]
    at, names = max(numbers, default=0), {}
    for mark in marks:
        if mark.id in before:
            names[mark.id] = mark.id
        else:
            at += 1
            names[mark.id] = f"{letter}{at}"
    return names


def _thing(sheet: Sheet, mark: Mark, id: str, before: Any, old: Old) -> Any:
    if before is not None and old.marks.get(mark.id) == mark:
        return before
    makers: dict[str, Callable[..., Any]] = {"entity": entity, "amount": amount, "date": date}
    make = makers[mark.type]
    try:
        return make(sheet, mark, id, before)
    except ValidationError as error:
        where, message = first(error)
        raise Refused(f"{place(sheet, mark)}: {', '.join(map(str, where))}: {message}") from None
