"""A Document → its rows, table by table."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pipeline.record import Document, Predicate
from pipeline.store.sql.fields import columns
from pipeline.store.sql.layout import PARTS, Part, elsewhere, owner
from pipeline.store.sql.rows import Row, filler
from pipeline.store.sql.tables import SLOTS, VERB, fields_of

_document = filler(columns(Document, elsewhere(Document)))


def rows(document: Document) -> dict[str, list[Row]]:
    """The rows of a document in the order of each table's columns, in an order in which what is pointed to comes
    first."""
    found = {"documents": [_document(document)]}
    for table, make in _MAKERS.items():
        found[table] = list(make(document))
    return found


def _maker(part: Part) -> Callable[[Document], Iterable[Row]]:
    fill = _filler(part)
    if part.of is Document:
        (field,) = part.fields
        return lambda document: _of_document(document.id, getattr(document, field), fill, part.key == "n")
    above = owner(part)
    assert above is not None, part.table
    (holders,) = above.fields
    slots = [(field, (SLOTS[at],) if part.table == "roles" else ()) for at, field in enumerate(part.fields)]
    return lambda document: _of_items(
        document.id, getattr(document, holders), slots, fill, part.key is not None
    )


def _of_document(id: str, items: Iterable[Any], fill: Callable[[Any], Row], numbered: bool) -> Iterator[Row]:
    for n, item in enumerate(items):
        yield (id, n, *fill(item)) if numbered else (id, *fill(item))


def _of_items(
    id: str, holders: Iterable[Any], slots: list[tuple[str, Row]], fill: Callable[[Any], Row], numbered: bool
) -> list[Row]:
    """The rows of what claims, or other items with an id, hold. Most hold nothing: one list, and no generators."""
    found: list[Row] = []
    for holder in holders:
        n = 0
        for field, slot in slots:
            value = getattr(holder, field)
            if value:
                for item in value if type(value) is tuple else (value,):
                    key = (id, holder.id, n) if numbered else (id, holder.id)
                    found.append((*key, *slot, *fill(item)))
                    n += 1
    return found


def _filler(part: Part) -> Callable[[Any], Row]:
    """For ids and labels the item itself; for the roles a predicate's columns, empty where it is none."""
    fields = fields_of(part)
    if not fields[0].path:
        return lambda item: (item,)
    fill = filler(fields)
    if part.table != "roles":
        return fill
    short, blank = filler(fields[: -len(VERB)]), (None,) * len(VERB)
    return lambda item: fill(item) if type(item) is Predicate else (*short(item), *blank)


_MAKERS = {part.table: _maker(part) for part in PARTS}
