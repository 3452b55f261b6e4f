"""A Document's JSON with its lists of things turned into maps by id, so that a path keeps its meaning when a
neighbour comes or goes: `/claims/<id>/modality/value`.

`order`, kept aside, says how the lists stood: `{"claims": {"ids": [...], "by_place": true}}`. A list that was in
order of place (start, then end) is put in that order again, whatever a patch moved or added; `ids` then decides
between things at the same place. Patches never touch `order`.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from pipeline.complaint import first
from pipeline.record import Amount, Claim, Date, Document, Entity, Record, Sum

MODELS: dict[str, type[Record]] = {
    "entities": Entity, "amounts": Amount, "dates": Date, "sums": Sum, "claims": Claim,
}  # fmt: skip
"""The lists whose things have ids."""
LETTERS = {"entities": "e", "amounts": "m", "dates": "d", "sums": "s"}
"""What ids begin with; those of claims are hashes."""


class BadTree(ValueError):
    """What is no keyed document; the message names the field as a path."""


def keyed(document: Document) -> dict[str, Any]:
    """The document as JSON has it, its lists as maps, and `order`."""
    tree = document.model_dump(mode="json")
    order = {}
    for name in MODELS:
        things = getattr(document, name)
        order[name] = {"ids": [thing.id for thing in things], "by_place": in_place(things)}
        tree[name] = {thing["id"]: thing for thing in tree[name]}
    return {**tree, "order": order}


def unkeyed(tree: Mapping[str, Any]) -> Document:
    """The Document of a keyed one, validated. Raises BadTree."""
    raw = {name: value for name, value in tree.items() if name != "order"}
    for name in MODELS:
        known = tree.get("order", {}).get(name, {})
        things = raw.get(name, {})
        for id, thing in things.items():
            if not isinstance(thing, Mapping) or thing.get("id") != id:
                raise BadTree(f"/{name}/{id}: does not hold a thing of that id")
        raw[name] = _listed(things, known.get("ids", ()), known.get("by_place", True))
    try:
        return Document.model_validate(raw)
    except ValidationError as error:
        raise BadTree(complaint(error, raw)) from None


def in_place(things: Iterable[Any]) -> bool:
    """Whether things stand in order of start, then end."""
    places = [(thing.span.start, thing.span.end) for thing in things]
    return places == sorted(places)


def complaint(error: ValidationError, raw: Mapping[str, Any] | None = None, at: str = "") -> str:
    """The first complaint with its path: `/claims/<id>/kind: is 'hope', none of 'fact', …`. With `raw`, the document
    that was refused, places in lists become ids. `at`: a pointer to what was refused."""
    where, message = first(error)
    path = list(where)
    if raw is not None and len(path) > 1 and path[0] in MODELS and isinstance(path[1], int):
        path[1] = raw[str(path[0])][path[1]]["id"]
    at += pointer(*map(str, path))
    return f"{at}: {message}" if at else message


def pointer(*parts: str) -> str:
    """A JSON Pointer (RFC 6901): `pointer("claims", "a/b")` → `/claims/a~1b`."""
    return "".join("/" + part.replace("~", "~0").replace("/", "~1") for part in parts)


def parts_of(path: str) -> list[str]:
    """The parts of a JSON Pointer."""
    return [part.replace("~1", "/").replace("~0", "~") for part in path.split("/")[1:]]


def _listed(things: Mapping[str, Any], ids: Iterable[str], by_place: bool) -> list[Any]:
    rank = {id: at for at, id in enumerate(ids)}
    listed = sorted(things.values(), key=lambda thing: (rank.get(thing["id"], len(rank)), thing["id"]))
    return sorted(listed, key=_place) if by_place else listed


def _place(thing: Mapping[str, Any]) -> tuple[int, int]:
    """Where a thing stands; what has no span that can be read is refused later, by the record."""
    span = thing.get("span")
    edges = (span.get("start"), span.get("end")) if isinstance(span, Mapping) else (None, None)
    return tuple(edge if isinstance(edge, int) else 0 for edge in edges)  # type: ignore[return-value]
