"""What it takes to have B's claim in A: its fields, and the amounts, dates and names that it speaks of."""

from collections.abc import Mapping
from typing import Any

from pipeline.desk.comparison import pairs
from pipeline.record import Amount, Claim, Date, Document, Entity, claim_id
from pipeline.review import Refused
from pipeline.review.keyed import LETTERS
from pipeline.review.patch import difference

_OWN = ("confidence", "check_worthiness", "rules", "sentence", "paragraph")
"""What A's claim keeps: B's, if it has any, is about something else."""
_LISTS = ("amounts", "dates", "entities")
Patch = list[dict[str, Any]]


def taken(document: Document, other: Document, id: str, claim: str | None) -> tuple[str, Patch]:
    """The claim that becomes B's claim `id` (a new one where `claim` is None), and the patch. Raises Refused."""
    wanted = next((each for each in other.claims if each.id == id), None)
    if wanted is None:
        raise Refused(f"the other version has no claim {id!r}")
    held = next((each for each in document.claims if each.id == claim), None)
    if claim is not None and held is None:
        raise Refused(f"there is no claim {claim!r}")
    own = claim if claim is not None else claim_id(document.id, wanted.span.text, f"beside.{id}")
    names, patch = _things(document, other, wanted)
    made = {**_renamed(wanted, names, _turned(document, other)), "id": own}
    before = {}
    if held is not None:
        before = {own: held.model_dump(mode="json")}
        made |= {field: before[own][field] for field in _OWN}
    return own, [*patch, *difference(before, {own: made}, "claims")]


def _turned(document: Document, other: Document) -> dict[str, str]:
    """Id in B → id in A."""
    return {theirs: ours for ours, theirs in pairs(document.claims, other.claims).items()}


def _things(document: Document, other: Document, claim: Claim) -> tuple[dict[tuple[str, str], str], Patch]:
    """What B's claim names, by (list, id in B) → id in A, and the patch that brings it there."""
    names: dict[tuple[str, str], str] = {}
    patch: Patch = []
    for name in _LISTS:
        here = {_place(each): each for each in getattr(document, name)}
        fresh = max((_number(each.id) for each in getattr(document, name)), default=0)
        for each in getattr(other, name):
            if each.id not in _wanted(claim, name):
                continue
            held = here.get(_place(each))
            fresh += held is None
            names[name, each.id] = id = held.id if held else f"{LETTERS[name]}{fresh}"
            made = {**each.model_dump(mode="json"), "id": id}
            if name == "entities":
                made["same_as"] = held.same_as if held else None
            if held is not None and name == "amounts":
                made |= {"rule": held.rule, "converted": held.model_dump(mode="json")["converted"]}
            before = {id: held.model_dump(mode="json")} if held else {}
            patch += difference(before, {id: made}, name)
    return names, patch


def _wanted(claim: Claim, name: str) -> set[str]:
    ids = set(getattr(claim, name))
    if name == "entities":
        ids |= {
            role.entity for role in (claim.subject, claim.object, *claim.arguments) if role and role.entity
        }
    if claim.transfer is not None:
        ids |= {"amounts": {claim.transfer.amount}, "dates": {claim.transfer.period or ""}}.get(name, set())
    return ids


def _renamed(claim: Claim, names: Mapping[tuple[str, str], str], claims: Mapping[str, str]) -> dict[str, Any]:
    made = claim.model_dump(mode="json")
    for name in _LISTS:
        made[name] = [names[name, id] for id in made[name]]
    for role in (made["subject"], made["predicate"], made["object"], *made["arguments"]):
        if role is not None:
            role["entity"] = names.get(("entities", role["entity"]))
    if made["transfer"] is not None:
        made["transfer"]["amount"] = names["amounts", made["transfer"]["amount"]]
        made["transfer"]["period"] = names.get(("dates", made["transfer"]["period"]))
    if made["parent"] is not None:
        parent = claims.get(made["parent"]["claim"])
        made["parent"] = {**made["parent"], "claim": parent} if parent else None
    return made


def _place(thing: Amount | Date | Entity) -> tuple[int, int]:
    return (thing.span.start, thing.span.end)


def _number(id: str) -> int:
    digits = id[1:]
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 9 else 0
