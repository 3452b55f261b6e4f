"""A claim's marks and links → the fields of the record that are more than one value."""

from typing import Any

from pipeline.exchange.adopt import Linked
from pipeline.exchange.home import Home
from pipeline.exchange.unfold import TRANSFER
from pipeline.record import (
    Attribution,
    Claim,
    Modality,
    Parent,
    ParentRelation,
    Polarity,
    Span,
    Transfer,
    names,
)

Spans = dict[str, tuple[Span, ...]]
"""Type of mark → where the claim has such."""


def polarity(one: Linked, spans: Spans) -> Polarity:
    value: Any = one.mark.fields.get("polarity") or "affirmed"
    return Polarity(value=value, cues=spans.get("polarity_cue", ()))


def modality(one: Linked, spans: Spans) -> Modality:
    value: Any = one.mark.fields.get("modality") or "asserted"
    return Modality(value=value, cues=spans.get("modality_cue", ()))


def facets(one: Linked, before: Claim | None) -> tuple[Any, ...]:
    """In their old order, which says nothing, where they are the same."""
    told = tuple((one.mark.fields.get("facets") or "").split())
    return before.facets if before and set(before.facets) == set(told) else told


def only(slots: tuple[Any, ...]) -> Any:
    """The one that there is, or None."""
    return slots[0] if slots else None


def attribution(one: Linked, spans: Spans, before: Claim | None) -> Attribution:
    """Its chain and who the source is are the old ones, where source and cue are."""
    source, cue = only(spans.get("source", ())), only(spans.get("cue", ()))
    by: Any = one.mark.fields.get("source_type") or ("unnamed" if source or cue else "author")
    content: Any = one.mark.fields.get("content") or ("none" if by == "author" else "indirect")
    said = before.attribution if before else None
    same = said if said and (said.source, said.cue) == (source, cue) else Attribution(source_type=by)
    return Attribution(
        source_type=by, source=source, speaker=same.speaker, entity=same.entity, cue=cue, content=content,
        chain=same.chain,
    )  # fmt: skip


def listed(home: Home, one: Linked, many: str, pieces: Any, named: set[str]) -> tuple[str, ...]:
    """What stands in its words, what it is linked to, and what its roles stand for, in order."""
    shelf = home.shelves[many]
    linked = (home.ids[id] for id in one.to.get("mentions", []))
    return shelf.sorted({*shelf.inside(pieces), *named, *linked})


def transfer(home: Home, one: Linked, spans: Spans) -> Transfer | None:
    """Where an amount is linked that moves."""
    if "moves" not in one.to:
        return None
    get = one.mark.fields.get
    status: Any = get("status") or "unspecified"
    aggregation: Any = get("aggregation") or "unspecified"
    period = home.ids[one.to["period"][0]] if "period" in one.to else None
    sides = {name: only(spans.get(name, ())) for name in TRANSFER}
    return Transfer(
        amount=home.ids[one.to["moves"][0]], status=status, aggregation=aggregation, period=period, **sides
    )


def parent(home: Home, one: Linked) -> Parent | None:
    """The claim that it hangs on."""
    found: list[Any] = [
        (relation, id) for relation in names(ParentRelation) for id in one.to.get(relation, [])
    ]
    return Parent(claim=home.ids[found[0][1]], relation=found[0][0]) if found else None
