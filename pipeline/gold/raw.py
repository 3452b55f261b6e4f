"""What is wrong with a record as JSON has it, before the schema is asked: every span and id, not the first one."""

from collections.abc import Iterator
from typing import Any

Path = tuple[int | str, ...]
POINTERS = {"amounts": "amounts", "dates": "dates", "entities": "entities", "entity": "entities", "same_as": "entities",
            "amount": "amounts", "period": "dates", "claim": "claims"}  # fmt: skip
"""Key → the list its ids are of. The lists of the document itself are told apart by what they hold: objects."""


def misplaced(raw: dict[str, Any], text: str) -> Iterator[tuple[str, str]]:
    """(entry, reason) of every span whose words are not those of the text."""
    for path, value in walk(raw):
        if not (isinstance(value, dict) and {"start", "end", "text"} == value.keys()):
            continue
        start, end = value["start"], value["end"]
        there = (
            text[start:end] if isinstance(start, int) and isinstance(end, int) and 0 <= start < end else None
        )
        if there != value["text"]:
            yield entry(path), f"span {start}:{end} says {value['text']!r}, the text {there!r}"


def dangling(raw: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(entry, reason) of every id that is named and that nothing has, or that two things have."""
    known: dict[str, set[Any]] = {}
    for key in ("amounts", "dates", "entities", "claims"):
        ids = [item.get("id") for item in raw.get(key) or [] if isinstance(item, dict)]
        known[key] = set(ids)
        for at, id in enumerate(ids):
            if id in ids[:at]:
                yield entry((key, at)), f"the id {id!r} is given twice"
    for path, value in walk(raw):
        kind = POINTERS.get(str(path[-1])) or (POINTERS.get(str(path[-2])) if len(path) > 2 else None)
        if kind and isinstance(value, str) and value not in known[kind]:
            yield entry(path), f"names {value!r}, which none of the {kind} is"


def walk(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Everything inside, with the way to it."""
    items: Any = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, inner in items:
        yield (*path, key), inner
        yield from walk(inner, (*path, key))


def entry(path: Path) -> str:
    """("claims", 16, "kind") → "claim 17, kind"."""
    one = {"claims": "claim", "entities": "name", "amounts": "amount", "dates": "date", "skipped": "skipped"}
    if len(path) > 1 and path[0] in one and isinstance(path[1], int):
        return ", ".join([f"{one[str(path[0])]} {path[1] + 1}", *(str(part) for part in path[2:])])
    return ", ".join(str(part) for part in path)
