"""A sheet and the record that it went out from → the record as the annotator left it. An unchanged sheet gives the
base record itself."""

from typing import Any

from pydantic import ValidationError

from pipeline.complaint import first
from pipeline.exchange.layers import Refused, Sheet
from pipeline.exchange.rebuild import Old, things
from pipeline.exchange.reclaim import claims
from pipeline.exchange.unfold import Unfolded
from pipeline.gold import sentences
from pipeline.record import Document, Leeway, Skipped, Span


def fold(sheet: Sheet, base: Document, whole: Unfolded) -> Document:
    """`whole`: the base unfolded. Raises Refused, with the document and the mark, for what cannot be a record."""
    old = Old(base, whole, {mark.id: mark for mark in whole.sheet.marks})
    if {mark.id: mark for mark in sheet.marks} == old.marks and set(sheet.links) == set(whole.sheet.links):
        return base
    try:
        made, names = things(sheet, old)
        made["claims"] = claims(sheet, old, made, names)
        made["skipped"] = _skipped(sheet, made["claims"])
        made |= _kept(base, made)
        return Document.model_validate({**_shallow(base), **made})
    except ValidationError as error:
        _, said = first(error)
        raise Refused(f"document {base.id}: {said.removeprefix(f'document {base.id}: ')}") from None


def _shallow(base: Document) -> dict[str, Any]:
    return {name: getattr(base, name) for name in Document.model_fields}


def _skipped(sheet: Sheet, claims: tuple[Any, ...]) -> tuple[Skipped, ...]:
    """What is marked as skipped, but for sentences that have a claim now."""
    known = {(one.start, one.end): one.number for one in sentences(sheet.text)}
    ordinals = {
        mark.id: int(mark.id.removeprefix("skipped-"))
        for mark in sheet.marks
        if mark.id.startswith("skipped-")
    }
    claimed = {claim.sentence for claim in claims}
    found = []
    for mark in sheet.marks:
        if mark.type == "skipped":
            number = ordinals.get(mark.id, known.get(mark.edge))
            if number is None:
                words = sheet.text[slice(*mark.edge)][:40]
                raise Refused(f"document {sheet.id}: {words!r} is marked as skipped and is no whole sentence")
            reason: Any = mark.fields.get("reason", "no_predicate")
            found.append(Skipped(sentence=number, span=Span.of(sheet.text, *mark.edge), reason=reason))
    return tuple(sorted((one for one in found if one.sentence not in claimed), key=lambda one: one.sentence))


def _kept(base: Document, made: dict[str, Any]) -> dict[str, Any]:
    """Sums and leeway, as far as what they name is still there."""
    known = {one.id for name in ("entities", "amounts", "dates", "claims") for one in made[name]}
    sums = tuple(s for s in base.sums if {*s.parts, *([s.total] if s.total else [])} <= known)
    room = base.leeway
    if room is not None:
        optional = tuple(id for id in room.optional if id in known)
        room = Leeway(optional=optional, accept=tuple(one for one in room.accept if one.of in known))
    return {"sums": sums, "leeway": room}
