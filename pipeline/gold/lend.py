"""Amounts, dates and names of another reading, for a record whose annotators marked claims only."""

from typing import Any

from pipeline.record import Document

LISTS = {"amounts": "m", "dates": "d", "entities": "e"}


def with_things(document: Document, other: Document) -> tuple[Document, frozenset[str]]:
    """The document with what another reading of the text has where it has nothing itself; and the ids of that, new
    ones."""
    lent: set[str] = set()
    lists: dict[str, Any] = {}
    for name, letter in LISTS.items():
        own = getattr(document, name)
        free = [t for t in getattr(other, name) if not any(_overlap(t.span, held.span) for held in own)]
        ids = _fresh({held.id for held in own}, letter, len(free))
        new = dict(zip((thing.id for thing in free), ids, strict=True))
        lent |= set(ids)
        moved = [_renamed(thing, new) for thing in free]
        lists[name] = tuple(sorted([*own, *moved], key=lambda t: (t.span.start, t.span.end)))
    return document.model_copy(update=lists), frozenset(lent)


def _renamed(thing: Any, new: dict[str, str]) -> Any:
    """With its new id; a name whose first mention is not lent is a first mention itself."""
    same = {"same_as": new.get(thing.same_as)} if hasattr(thing, "same_as") else {}
    return thing.model_copy(update={"id": new[thing.id], **same})


def _fresh(taken: set[str], letter: str, count: int) -> list[str]:
    ids: list[str] = []
    number = 0
    while len(ids) < count:
        number += 1
        if (id := f"{letter}{number}") not in taken:
            ids.append(id)
    return ids


def _overlap(one: Any, other: Any) -> bool:
    return bool(one.start < other.end and other.start < one.end)
