"""Which marks belong to which claim: by links, and, for marks that are new and that nothing links, by place."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.exchange.layers import PART, Link, Mark, Refused, Sheet
from pipeline.exchange.marked import place
from pipeline.exchange.rebuild import Old
from pipeline.record import ParentRelation, names

SINGLE = ("subject", "predicate", "object", "source", "cue", "payer", "recipient", "purpose", "instrument")
ENDS = {
    "mentions": ("claim", ("date", "entity")), "moves": ("claim", ("amount",)), "period": ("claim", ("date",)),
    "same_as": ("entity", ("entity",)), "borrows": ("claim", ("borrowed",)),
    **dict.fromkeys(names(ParentRelation), ("claim", ("claim",))),
}  # fmt: skip
"""Link → the types of mark at its ends."""
ALONE = ("claim", "amount", "date", "entity", "skipped", "piece")
"""Marks that need not belong to a claim."""


class Linked(NamedTuple):
    """`parts`: type → marks; `to`: other links → ids of marks; `unchanged`: all of that is as it went out."""

    mark: Mark
    parts: dict[str, list[Mark]]
    to: dict[str, list[str]]
    unchanged: bool


def linked(sheet: Sheet, old: Old) -> list[Linked]:
    """Every claim with what belongs to it. Raises Refused for a link that makes no sense, a new mark that belongs to
    no claim, a slot that is filled twice, and a claim without a predicate."""
    known = {mark.id: mark for mark in sheet.marks}
    for link in sheet.links:
        _check(sheet, link, known)
    links = [*sheet.links, *_adopted(sheet, old, known)]
    now, before = _by_source(links), _by_source(old.whole.sheet.links)
    claims = [_linked(sheet, mark, now[mark.id], known) for mark in sheet.marks if mark.type == "claim"]
    return [one._replace(unchanged=_unchanged(one, old, now, before)) for one in claims]


def _by_source(links: Iterable[Link]) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        found[link.source].append(link)
    return found


def _unchanged(one: Linked, old: Old, now: dict[str, list[Link]], before: dict[str, list[Link]]) -> bool:
    """The claim, its parts, and what both are linked to."""
    marks = [one.mark, *(part for parts in one.parts.values() for part in parts)]
    same = all(old.marks.get(mark.id) == mark for mark in marks)
    return same and all(set(now[mark.id]) == set(before[mark.id]) for mark in marks)


def _linked(sheet: Sheet, mark: Mark, mine: list[Link], known: dict[str, Mark]) -> Linked:
    parts: dict[str, list[Mark]] = {}
    to: dict[str, list[str]] = {}
    for link in mine:
        if link.type in (PART, "borrows"):
            parts.setdefault(known[link.target].type, []).append(known[link.target])
        else:
            to.setdefault(link.type, []).append(link.target)
    for type in SINGLE:
        if len(parts.get(type, [])) > 1:
            raise Refused(
                f"{place(sheet, mark)} has {len(parts[type])} marks of the type {type}, it can have one"
            )
    parents = [id for relation in names(ParentRelation) for id in to.get(relation, [])]
    for many, what in ((parents, "claims it hangs on"), (to.get("moves", []), "amounts that move")):
        if len(many) > 1:
            raise Refused(f"{place(sheet, mark)} has {len(many)} {what}, it can have one")
    if "predicate" not in parts:
        raise Refused(
            f"{place(sheet, mark)} has no predicate: mark the verb in it, and link the claim to that"
        )
    return Linked(mark, parts, to, unchanged=False)


def _check(sheet: Sheet, link: Link, known: dict[str, Mark]) -> None:
    source, target = known[link.source], known[link.target]
    ends = ENDS.get(link.type, ("claim", None) if link.type == PART else (None, ("entity",)))
    bad = ends[0] not in (None, source.type) or (ends[1] is not None and target.type not in ends[1])
    if bad or (link.type == PART and target.type in ALONE):
        raise Refused(
            f"{place(sheet, source)} has a link {link.type!r} to the {target.type} at {target.edge[0]}"
        )


def _adopted(sheet: Sheet, old: Old, known: dict[str, Mark]) -> list[Link]:
    """Links for new marks that nothing links, to the smallest claim around them that has room, new claims before those
    that went out; and, for new claims without a predicate, the only one that is there."""
    room = [mark for mark in sheet.marks if mark.type == "claim"]
    filled = {(link.source, known[link.target].type) for link in sheet.links if link.type == PART}
    ends = {link.target for link in sheet.links}
    found: list[Link] = []
    for mark in sheet.marks:
        if mark.type in ALONE or mark.id in old.marks or mark.id in ends:
            continue
        around = [one for one in room if _around(one, mark) and _has_room(one, mark, filled)]
        if not around:
            raise Refused(
                f"{place(sheet, mark)} belongs to no claim: link a claim to it, or mark the claim around it"
            )
        best = min(around, key=lambda one: (one.id in old.marks, one.edge[1] - one.edge[0], one.edge))
        found.append(Link("borrows" if mark.type == "borrowed" else PART, best.id, mark.id))
        filled.add((best.id, mark.type))
    for claim in room:
        if claim.id not in old.marks and (claim.id, "predicate") not in filled:
            verbs = [one for one in sheet.marks if one.type == "predicate" and one.id in old.marks]
            inside = [one for one in verbs if _around(claim, one)]
            found += [Link(PART, claim.id, inside[0].id)] if len(inside) == 1 else []
    return found


def _around(claim: Mark, mark: Mark) -> bool:
    return claim.edge[0] <= mark.edge[0] and mark.edge[1] <= claim.edge[1]


def _has_room(claim: Mark, mark: Mark, filled: set[tuple[str, str]]) -> bool:
    return mark.type not in SINGLE or (claim.id, mark.type) not in filled
