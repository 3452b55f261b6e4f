"""A mark → a name, an amount or a date of the record. `before`: what it was, None for a new one."""

import datetime as dt
from decimal import Decimal, InvalidOperation
from typing import Any

from pipeline.exchange.layers import Mark, Refused, Sheet
from pipeline.exchange.marked import place, span_of, within
from pipeline.gold.figures import number_in
from pipeline.gold.problems import Wrong
from pipeline.gold.units import unit
from pipeline.record import Abstained, Amount, Date, Entity, Span

RULE = "gold"
"""Rule of what a person wrote, as gold has it."""
NOT_GIVEN = "not_given"
"""Why a field that the tool could not ask for stays empty."""


def entity(sheet: Sheet, mark: Mark, id: str, before: Entity | None) -> Entity:
    if "label" not in mark.fields:
        raise Refused(f"{place(sheet, mark)} has no label, such as PERSON or ORG")
    words, name = sheet.text[slice(*mark.edge)], mark.fields.get("name")
    if before and name == before.span.text:
        name = None  # it was named by its words, and these moved
    label: Any = mark.fields["label"]
    return Entity(id=id, span=span_of(sheet, mark), label=label, name=name or " ".join(words.split()))


def amount(sheet: Sheet, mark: Mark, id: str, before: Amount | None) -> Amount:
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


def date(sheet: Sheet, mark: Mark, id: str, before: Date | None) -> Date:
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
