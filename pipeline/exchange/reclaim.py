"""Marks and links → the claims of a record; what did not change is what it was."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from pipeline.exchange.adopt import Linked, linked
from pipeline.exchange.layers import Mark, Refused, Sheet
from pipeline.exchange.rebuild import NOT_GIVEN, Old, place, span_of
from pipeline.exchange.roles import role
from pipeline.exchange.unfold import ROLES, TRANSFER, held_by
from pipeline.gold.quotes import Source
from pipeline.gold.rewrite import finished
from pipeline.record import (
    Abstained, Attribution, Claim, Modality, Parent, ParentRelation, Polarity, Span, Transfer, claim_id, names,
)  # fmt: skip

Things = dict[str, Any]


class Home(NamedTuple):
    """What all claims of a document are made from. `ids`: of a mark → in the record."""

    sheet: Sheet
    old: Old
    source: Source
    things: Things
    ids: dict[str, str]


def claims(sheet: Sheet, old: Old, made: Things, ids: dict[str, str]) -> tuple[Claim, ...]:
    """In order of place. Raises Refused."""
    source = Source.of(sheet.text)
    ready = linked(sheet, old)
    ids = {**ids, **_named(sheet, old, source, [one.mark for one in ready])}
    home = Home(sheet, old, source, made, ids)
    before = {claim.id: claim for claim in old.base.claims}
    done = [
        _refreshed(home, before[one.mark.id]) if one.unchanged else _claim(home, one, before.get(one.mark.id))
        for one in ready
    ]
    return tuple(sorted(done, key=lambda claim: (claim.span.start, claim.span.end)))


def _named(sheet: Sheet, old: Old, source: Source, marks: Iterable[Mark]) -> dict[str, str]:
    """Known ids stay; a new one depends on the words and on how many new ones its sentence has before it."""
    known = {claim.id for claim in old.base.claims}
    ids: dict[str, str] = {}
    for mark in marks:
        at, id = 1, mark.id
        while mark.id not in known and (at == 1 or id in known or id in ids.values()):
            quote = sheet.text[slice(*mark.edge)]
            id = claim_id(sheet.id, quote, f"s{_sentence(sheet, source, mark)[0]}.x{at}")
            at += 1
        ids[mark.id] = id
    return ids


def _sentence(sheet: Sheet, source: Source, mark: Mark) -> tuple[int, int]:
    """(sentence, paragraph) that a claim begins in."""
    found = next((s for s in source.sentences if s.start <= mark.edge[0] < s.end), None)
    if found is None:
        raise Refused(f"{place(sheet, mark)} does not begin in a sentence")
    return found.number, found.paragraph


def _refreshed(home: Home, claim: Claim) -> Claim:
    """A claim that nobody touched, without what is gone and with what was added inside it."""
    pieces = tuple((piece.start, piece.end) for piece in claim.fragments)
    changes: dict[str, Any] = {}
    for many in ("amounts", "dates", "entities"):
        there, listed = home.things[many], getattr(claim, many)
        fresh = {one.id for one in there} - {one.id for one in getattr(home.old.base, many)}
        wanted = {*listed, *(id for id in held_by(there, pieces) if id in fresh)}
        if not set(listed) <= {one.id for one in there} or len(wanted) > len(listed):
            changes[many] = tuple(one.id for one in there if one.id in wanted)
    for name in ("subject", "object"):
        slot = getattr(claim, name)
        if slot and (kept := _named_still(home, slot)) is not slot:
            changes[name] = kept
    arguments = tuple(_named_still(home, slot) for slot in claim.arguments)
    if arguments != claim.arguments:
        changes["arguments"] = arguments
    return claim.model_copy(update=changes) if changes else claim


def _named_still(home: Home, slot: Any) -> Any:
    """A role whose name was taken away stands for none."""
    gone = slot.entity is not None and slot.entity not in {one.id for one in home.things["entities"]}
    return slot.model_copy(update={"entity": None}) if gone else slot


def _claim(home: Home, one: Linked, before: Claim | None) -> Claim:
    sheet, mark, get = home.sheet, one.mark, one.mark.fields.get
    spans = {type: tuple(span_of(sheet, part) for part in marks) for type, marks in one.parts.items()}
    pieces = tuple(sorted({*mark.pieces, *(part.edge for part in one.parts.get("borrowed", []))}))
    moved = before is None or home.old.marks[mark.id].pieces != mark.pieces
    sentence, paragraph = _sentence(sheet, home.source, mark) if moved else (before.sentence, before.paragraph)  # type: ignore[union-attr]
    own = finished(" ".join(" ".join(sheet.text[slice(*piece)] for piece in mark.pieces).split()))
    text = get("text") or own
    roles = {type: tuple(role(home, one, part) for part in one.parts.get(type, [])) for type in ROLES}
    named = {slot.entity for type in ROLES for slot in roles[type] if slot.entity}
    kind: Any = get("kind") or "fact"
    region: Any = get("region") or "body"
    facets: Any = tuple((get("facets") or "").split())
    facets = before.facets if before and set(before.facets) == set(facets) else facets
    made: dict[str, Any] = {
        "id": home.ids[mark.id], "span": span_of(sheet, mark), "sentence": sentence, "paragraph": paragraph,
        "fragments": tuple(Span.of(sheet.text, *piece) for piece in pieces),
        "region": region, "text": text, "kind": kind, "facets": facets,
        "subject": _one(roles["subject"]), "predicate": _one(roles["predicate"]), "object": _one(roles["object"]),
        "arguments": roles["argument"],
        "polarity": Polarity(value=get("polarity") or "affirmed", cues=spans.get("polarity_cue", ())),  # type: ignore[arg-type]
        "modality": Modality(value=get("modality") or "asserted", cues=spans.get("modality_cue", ())),  # type: ignore[arg-type]
        "attribution": _attribution(one, spans, before),
        "amounts": held_by(home.things["amounts"], pieces),
        "dates": _listed(home, one, "dates", pieces, set()),
        "entities": _listed(home, one, "entities", pieces, named),
        "transfer": _transfer(home, one, spans), "parent": _parent(home, one),
    }  # fmt: skip
    return Claim(**made, **_remembered(home, one, before, made, own))


def _remembered(home: Home, one: Linked, before: Claim | None, made: Things, own: str) -> Things:
    """What no sheet carries. A score of what was changed is no score of it; a rule that decided what stands does."""
    if before is None:
        missing = [("edits", "text_by_hand")] if made["text"] != own else []
        missing += [("kind", NOT_GIVEN)] if "kind" not in one.mark.fields else []
        missing += [("predicate", NOT_GIVEN)] if not all("lemma" in p.fields for p in one.parts["predicate"]) else []
        return {"abstained": tuple(Abstained(field=field, reason=reason) for field, reason in missing)}
    same = before.text == made["text"] and before.fragments == made["fragments"]
    edits = before.edits if same else tuple(edit for edit in before.edits if edit.text in made["text"])
    by_hand = Abstained(field="edits", reason="text_by_hand")
    rules = tuple(r for r in before.rules if r.field in made and made[r.field] == getattr(before, r.field))
    more = () if before.text == made["text"] or by_hand in before.abstained else (by_hand,)
    return {"edits": edits, "rules": rules, "abstained": (*before.abstained, *more)}


def _one(slots: tuple[Any, ...]) -> Any:
    return slots[0] if slots else None


def _attribution(one: Linked, spans: dict[str, tuple[Span, ...]], before: Claim | None) -> Attribution:
    source, cue = _one(spans.get("source", ())), _one(spans.get("cue", ()))
    by: Any = one.mark.fields.get("source_type") or ("unnamed" if source or cue else "author")
    content: Any = one.mark.fields.get("content") or ("none" if by == "author" else "indirect")
    said = before.attribution if before else None
    chain = said.chain if said and (said.source, said.cue) == (source, cue) else ()
    return Attribution(source_type=by, source=source, cue=cue, content=content, chain=chain)


def _listed(home: Home, one: Linked, many: str, pieces: Any, named: set[str]) -> tuple[str, ...]:
    """What stands in its words, what it is linked to, and what its roles stand for, in order."""
    wanted = {*held_by(home.things[many], pieces), *named, *(home.ids.get(id) for id in one.to.get("mentions", []))}
    return tuple(thing.id for thing in home.things[many] if thing.id in wanted)


def _transfer(home: Home, one: Linked, spans: dict[str, tuple[Span, ...]]) -> Transfer | None:
    if "moves" not in one.to:
        return None
    get = one.mark.fields.get
    status: Any = get("status") or "unspecified"
    aggregation: Any = get("aggregation") or "unspecified"
    period = home.ids[one.to["period"][0]] if "period" in one.to else None
    sides = {name: _one(spans.get(name, ())) for name in TRANSFER}
    return Transfer(
        amount=home.ids[one.to["moves"][0]], status=status, aggregation=aggregation, period=period, **sides
    )


def _parent(home: Home, one: Linked) -> Parent | None:
    found: list[Any] = [(relation, id) for relation in names(ParentRelation) for id in one.to.get(relation, [])]
    return Parent(claim=home.ids[found[0][1]], relation=found[0][0]) if found else None
