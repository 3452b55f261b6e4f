"""Marks and links → the claims of a record; what did not change is what it was."""

from collections.abc import Iterable
from typing import Any

from pipeline.exchange.adopt import Linked, linked
from pipeline.exchange.claim_fields import (
    attribution,
    facets,
    listed,
    modality,
    only,
    parent,
    polarity,
    transfer,
)  # fmt: skip
from pipeline.exchange.home import Home, Things
from pipeline.exchange.layers import Mark, Refused, Sheet
from pipeline.exchange.marked import place, span_of
from pipeline.exchange.rebuild import Old
from pipeline.exchange.remember import refreshed, remembered
from pipeline.exchange.roles import role
from pipeline.exchange.shelf import Shelf
from pipeline.exchange.unfold import ROLES
from pipeline.gold.quotes import Source
from pipeline.gold.rewrite import finished
from pipeline.record import Claim, Span, claim_id


def claims(sheet: Sheet, old: Old, made: Things, ids: dict[str, str]) -> tuple[Claim, ...]:
    """In order of place. Raises Refused."""
    source = Source.of(sheet.text)
    ready = linked(sheet, old)
    ids = {**ids, **_named(sheet, old, source, [one.mark for one in ready])}
    stands, stood = _stands(sheet), _stands(old.whole.sheet)
    relinked = frozenset(id for id in {*stands, *stood} if stands.get(id) != stood.get(id))
    named = {id: ids[next(iter(targets))] for id, targets in stands.items()}
    shelves = {many: Shelf(made[many]) for many in ("amounts", "dates", "entities")}
    fresh = {
        many: frozenset(shelf.ids - Shelf(getattr(old.base, many)).ids) for many, shelf in shelves.items()
    }
    home = Home(sheet, old, source, made, shelves, fresh, ids, named, relinked)
    before = {claim.id: claim for claim in old.base.claims}
    done = [
        refreshed(home, before[one.mark.id]) if one.unchanged else _claim(home, one, before.get(one.mark.id))
        for one in ready
    ]
    return tuple(sorted(done, key=lambda claim: (claim.span.start, claim.span.end)))


def _stands(sheet: Sheet) -> dict[str, dict[str, None]]:
    """Mark of a role → the names it stands for: several, where claims that share it differ."""
    found: dict[str, dict[str, None]] = {}
    for link in sheet.links:
        if link.type == "stands_for":
            found.setdefault(link.source, {})[link.target] = None
    return found


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


def _claim(home: Home, one: Linked, before: Claim | None) -> Claim:
    sheet, mark, get = home.sheet, one.mark, one.mark.fields.get
    spans = {type: tuple(span_of(sheet, part) for part in marks) for type, marks in one.parts.items()}
    pieces = tuple(sorted({*mark.pieces, *(part.edge for part in one.parts.get("borrowed", []))}))
    roles = {type: tuple(role(home, one, part) for part in one.parts.get(type, [])) for type in ROLES}
    named = {slot.entity for slots in roles.values() for slot in slots if slot.entity}
    sentence, paragraph = _place(home, mark, before)
    own = finished(" ".join(" ".join(sheet.text[slice(*piece)] for piece in mark.pieces).split()))
    made: dict[str, Any] = {
        "id": home.ids[mark.id], "span": span_of(sheet, mark), "sentence": sentence, "paragraph": paragraph,
        "fragments": tuple(Span.of(sheet.text, *piece) for piece in pieces), "text": get("text") or own,
        "region": get("region") or "body", "kind": get("kind") or "fact", "facets": facets(one, before),
        "subject": only(roles["subject"]), "predicate": roles["predicate"][0], "object": only(roles["object"]),
        "arguments": roles["argument"], "polarity": polarity(one, spans), "modality": modality(one, spans),
        "attribution": attribution(one, spans, before), "amounts": home.shelves["amounts"].inside(pieces),
        "dates": listed(home, one, "dates", pieces, set()), "entities": listed(home, one, "entities", pieces, named),
        "transfer": transfer(home, one, spans), "parent": parent(home, one),
    }  # fmt: skip
    return Claim(**made, **remembered(one, before, made, own))


def _place(home: Home, mark: Mark, before: Claim | None) -> tuple[int, int]:
    """(sentence, paragraph): the old ones, where its words are."""
    if before is None or home.old.marks[mark.id].pieces != mark.pieces:
        return _sentence(home.sheet, home.source, mark)
    return before.sentence, before.paragraph
