"""Marks → names, amounts and dates of a record; what did not change is what it was."""

import datetime as dt
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from pydantic import ValidationError

from pipeline.exchange.layers import Mark, Refused, Sheet
from pipeline.exchange.unfold import FIGURES, Unfolded
from pipeline.gold.figures import number_in
from pipeline.gold.problems import Wrong
from pipeline.gold.units import unit
from pipeline.record import Abstained, Amount, Date, Document, Entity, Span

RULE = "gold"
"""Rule of what a person wrote, as gold has it."""
NOT_GIVEN = "not_given"
"""Why a field that the tool could not ask for stays empty."""
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
        if e.label in FIGURES or e.same_as == alike.get(e.id)
        else e.model_copy(update={"same_as": alike.get(e.id)})
        for e in made["entities"]
    )
    return made, names


def _figures(base: Document, made: dict[str, Any]) -> tuple[Entity, ...]:
    """The names, and of the entities that amounts and dates are, those whose figure is still there."""
    cores = {(one.core.start, one.core.end) for one in (*made["amounts"], *made["dates"])}
    kept = [e for e in base.entities if e.label in FIGURES and (e.span.start, e.span.end) in cores]
    return tuple(sorted((*made["entities"], *kept), key=lambda e: (e.span.start, e.span.end)))


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
    makers: dict[str, Callable[..., Any]] = {"entity": _entity, "amount": _amount, "date": _date}
    make = makers[mark.type]
    try:
        return make(sheet, mark, id, before)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        said = ", ".join(str(part) for part in first["loc"])
        raise Refused(f"{place(sheet, mark)}: {said}: {first['msg'].removeprefix('Value error, ')}") from None


def _entity(sheet: Sheet, mark: Mark, id: str, before: Entity | None) -> Entity:
    if "label" not in mark.fields:
        raise Refused(f"{place(sheet, mark)} has no label, such as PERSON or ORG")
    words, name = sheet.text[slice(*mark.edge)], mark.fields.get("name")
    if before and name == before.span.text:
        name = None  # it was named by its words, and these moved
    label: Any = mark.fields["label"]
    return Entity(id=id, span=span_of(sheet, mark), label=label, name=name or " ".join(words.split()))


def _amount(sheet: Sheet, mark: Mark, id: str, before: Amount | None) -> Amount:
    get = mark.fields.get
    core = _core(sheet, mark, before)
    figures = {name: _digits(sheet, mark, name) for name in ("value", "low", "high")}
    abstained: tuple[Abstained, ...] = ()
    comparator: Any = get("comparator")
    if comparator is None:
        figures, abstained = _guess(core.text, figures)
        comparator = "vague" if abstained else "eq"
    kept: dict[str, Any] = {name: get(name) for name in ("currency", "currency_basis", "per", "change")}
    unit_of = get("unit") or ("currency" if get("currency") else "percent" if "%" in core.text else "count")
    return Amount(
        id=id, span=span_of(sheet, mark), core=core, comparator=comparator, unit=unit_of, **{**figures, **kept},
        candidates=tuple((get("candidates") or "").split()), rule=before.rule if before else RULE, abstained=abstained,
    )  # fmt: skip


def _guess(words: str, figures: dict[str, Decimal | None]) -> tuple[dict[str, Decimal | None], Any]:
    """Of an amount without a comparator, from a tool without fields: the figure that it shows, else none."""
    value = figures["value"]
    try:
        value = value if value is not None else number_in(words, money=False)
    except Wrong:
        return figures, (Abstained(field="value", reason=NOT_GIVEN),)
    return dict.fromkeys(("value", "low", "high"), value), ()


def _digits(sheet: Sheet, mark: Mark, name: str) -> Decimal | None:
    given = mark.fields.get(name)
    try:
        value = Decimal(given) if given else None
    except InvalidOperation:
        value = Decimal("NaN")
    if value is not None and not value.is_finite():
        raise Refused(f"{place(sheet, mark)} has the {name} {given!r}, which is no figure in digits")
    return value


def _date(sheet: Sheet, mark: Mark, id: str, before: Date | None) -> Date:
    get = mark.fields.get
    core = _core(sheet, mark, before)
    given: dict[str, Any] = {n: get(n) for n in ("kind", "relation", "grain", "modifier", "edtf", "timex")}
    given |= {name: _day(sheet, mark, name) for name in ("first", "last")}
    given["anchored_to"] = get("anchored_to") or "none"
    if given["kind"] is None:
        given |= _read(core.text)
    return Date(
        id=id, span=span_of(sheet, mark), core=core, approximate=get("approximate") == "yes",
        rule=before.rule if before else RULE, **given,
    )  # fmt: skip


def _read(words: str) -> dict[str, Any]:
    """Of a date without a kind, from a tool without fields: a plain year or day, else nothing but that it is one."""
    try:
        whole = unit(words)
    except Wrong:
        return {"kind": "vague"}
    days = {"first": whole.first, "last": whole.last, "grain": whole.grain}
    return {"kind": "date", "anchored_to": "absolute", **days}


def _day(sheet: Sheet, mark: Mark, name: str) -> dt.date | None:
    given = mark.fields.get(name)
    try:
        return dt.date.fromisoformat(given) if given else None
    except ValueError:
        raise Refused(f"{place(sheet, mark)} has the {name} {given!r}, which is no day YYYY-MM-DD") from None


def _core(sheet: Sheet, mark: Mark, before: Any) -> Span:
    given = mark.fields.get("core")
    if given is None:
        return span_of(sheet, mark)
    if before is not None and before.span == span_of(sheet, mark) and before.core.text == given:
        core: Span = before.core
        return core
    found = within(sheet, mark, given)
    if found is None:
        raise Refused(f"{place(sheet, mark)} does not hold its core {given!r}")
    return found
