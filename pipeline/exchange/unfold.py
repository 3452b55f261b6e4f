"""Document → Sheet. What stands twice in the same words with the same fields (a subject that two claims share) is one
mark with two links.

Not on a sheet, so taken from the base record: entities that amounts and dates are as well, check-worthiness,
confidence, rules, abstentions, edits, sums, chains of speech, metadata and leeway.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline.exchange.fragments import borrowed, edge_of, own
from pipeline.exchange.layers import PART, Link, Mark, Refused, Sheet, fields_of, joined
from pipeline.exchange.shelf import Shelf
from pipeline.record import VALUE_LABELS, Amount, Claim, Date, Document, Entity, Role

TRANSFER = ("payer", "recipient", "purpose", "instrument")
KNOWN = ("title", "byline", "outlet", "published", "language")
ROLES = ("subject", "predicate", "object", "argument")


class Part(NamedTuple):
    """Something that a claim points to: its mark, and what it is in the record."""

    mark: Mark
    value: Any


class Unfolded(NamedTuple):
    """`parts`: (claim's id, mark's id) → what that mark is to the claim in the record."""

    sheet: Sheet
    parts: dict[tuple[str, str], Any]


def unfold(document: Document) -> Unfolded:
    """Raises Refused for a record without its text."""
    if document.text is None:
        raise Refused(f"document {document.id} was written without its text, which annotators' tools need")
    marks: dict[str, Mark] = {}
    named = tuple(entity for entity in document.entities if entity.label not in VALUE_LABELS)
    for each in (*map(_entity, named), *map(_amount, document.amounts), *map(_date, document.dates)):
        _named(each, marks, document.id)
    for skip in document.skipped:
        one = Mark(f"skipped-{skip.sentence}", "skipped", (edge_of(skip.span),), {"reason": skip.reason})
        _named(one, marks, document.id)
    links = [Link("same_as", e.id, e.same_as) for e in named if e.same_as]
    dates, names = Shelf(document.dates), Shelf(named)
    held: dict[tuple[str, str], Any] = {}
    for claim in document.claims:
        _named(_claim(claim), marks, document.id)
    for claim in document.claims:
        for part in _parts(claim):
            mark = _placed(part.mark, marks)
            kind = "borrows" if mark.type == "borrowed" else PART
            links.append(Link(kind, claim.id, mark.id))
            held[claim.id, mark.id] = part.value
            if mark.type in ROLES and part.value.entity in marks:
                links.append(Link("stands_for", mark.id, part.value.entity))
        links += _pointers(claim, dates, names)
    ordered = sorted(marks.values(), key=lambda mark: (mark.edge[0], -mark.edge[1], mark.type, mark.id))
    known = _known(**{name: getattr(document, name) for name in KNOWN}, model=document.made_by.model)
    sheet = Sheet(document.id, document.text, tuple(ordered), tuple(dict.fromkeys(links)), known=known)
    return Unfolded(sheet, held)


def _named(mark: Mark, marks: dict[str, Mark], document: str) -> None:
    if mark.id in marks:
        both = f"{marks[mark.id].type} and of a {mark.type}"
        raise Refused(
            f"document {document}: the id {mark.id!r} is that of a {both}; ids must differ to be exchanged"
        )
    marks[mark.id] = mark


def _placed(mark: Mark, marks: dict[str, Mark]) -> Mark:
    """The mark as it is on the sheet already, or put there; one with other fields there gets a number."""
    at, id = 1, mark.id
    while id in marks and marks[id].fields != mark.fields:
        at, id = at + 1, f"{mark.id}-{at + 1}"
    return marks.setdefault(id, Mark(id, mark.type, mark.pieces, mark.fields))


def _known(**values: Any) -> dict[str, str]:
    return {name: str(value) for name, value in values.items() if value is not None and value != ""}


def _claim(claim: Claim) -> Mark:
    moved, facets = claim.transfer, joined(claim.facets, fields_of("claim")["facets"])
    fields = _known(
        kind=claim.kind, facets=facets, polarity=claim.polarity.value, modality=claim.modality.value,
        source_type=claim.attribution.source_type, content=claim.attribution.content, region=claim.region,
        text=claim.text, status=moved and moved.status, aggregation=moved and moved.aggregation,
    )  # fmt: skip
    return Mark(claim.id, "claim", own(claim), fields)


def _entity(entity: Entity) -> Mark:
    return Mark(entity.id, "entity", (edge_of(entity.span),), _known(label=entity.label, name=entity.name))


def _amount(amount: Amount) -> Mark:
    digits = {name: getattr(amount, name) for name in ("value", "low", "high")}
    fields = _known(
        **{name: value if value is None else format(value, "f") for name, value in digits.items()},
        comparator=amount.comparator, unit=amount.unit, currency=amount.currency, per=amount.per, change=amount.change,
        currency_basis=amount.currency_basis, candidates=" ".join(amount.candidates), core=_core(amount),
    )  # fmt: skip
    return Mark(amount.id, "amount", (edge_of(amount.span),), fields)


def _date(date: Date) -> Mark:
    plain = ("kind", "relation", "first", "last", "grain", "modifier", "anchored_to", "edtf", "timex")
    given = {name: getattr(date, name) for name in plain}
    fields = _known(**given, approximate="yes" if date.approximate else None, core=_core(date))
    return Mark(date.id, "date", (edge_of(date.span),), fields)


def _core(thing: Amount | Date) -> str | None:
    return None if thing.core == thing.span else thing.core.text


def _parts(claim: Claim) -> Iterator[Part]:
    for role in (claim.subject, claim.predicate, claim.object, *claim.arguments):
        if role is not None:
            yield Part(_role(role), role)
    said, moved = claim.attribution, claim.transfer
    named = [("source", said.source), ("cue", said.cue)]
    named += [("polarity_cue", cue) for cue in claim.polarity.cues]
    named += [("modality_cue", cue) for cue in claim.modality.cues]
    named += [(name, getattr(moved, name)) for name in TRANSFER if moved]
    edges = [(type, edge_of(span), span) for type, span in named if span is not None]
    for type, (start, end), span in [*edges, *(("borrowed", edge, None) for edge in borrowed(claim))]:
        yield Part(Mark(f"{type}-{start}-{end}", type, ((start, end),)), span)


def _role(role: Role) -> Mark:
    type = role.role if role.role in ROLES else "argument"
    text = role.text if role.text != " ".join(role.span.text.split()) else None
    verb = {name: getattr(role, name, None) for name in ("lemma", "tense", "voice")}
    fields = _known(text=text, head=role.head.text, origin=role.origin, **verb)
    if type == "argument":
        fields["role"] = role.role
    return Mark(f"{type}-{role.span.start}-{role.span.end}", type, (edge_of(role.span),), fields)


def _pointers(claim: Claim, dates: Shelf, names: Shelf) -> Iterator[Link]:
    """The claim it hangs on, the amount that moves and its date, and what it lists that its words do not hold."""
    if claim.parent:
        yield Link(claim.parent.relation, claim.id, claim.parent.claim)
    if claim.transfer:
        yield Link("moves", claim.id, claim.transfer.amount)
        if claim.transfer.period:
            yield Link("period", claim.id, claim.transfer.period)
    pieces = tuple(edge_of(piece) for piece in claim.fragments)
    for shelf, listed in ((dates, claim.dates), (names, claim.entities)):
        beside = {*listed} - {*shelf.inside(pieces)}
        yield from (Link("mentions", claim.id, id) for id in shelf.sorted(beside))
