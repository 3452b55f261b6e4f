"""What an annotator changed: a sheet that was read, laid over the sheet that went out. What the format cannot speak of
stays as it was."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.exchange.layers import NEW, Edge, Link, Mark, Sheet, label

ALIKE = 0.5
"""Marks without ids are the same, moved, where they share this part of what they cover together."""
Place = tuple[str, tuple[Edge, ...]]


def collapsed(sheet: Sheet) -> Sheet:
    """Marks with the same label in the same place as one, the first, for formats that tell marks by nothing else."""
    first = _first(sheet)
    marks = tuple(mark for mark in sheet.marks if first[mark.id] == mark.id)
    links = dict.fromkeys(Link(k, first[source], first[target]) for k, source, target in sheet.links)
    return replace(sheet, marks=marks, links=tuple(links))


def patched(base: Sheet, read: Sheet) -> Sheet:
    """`base` with the changes of `read`. Marks are matched by id, else by place; new ones are called `new-1` …"""
    same = _matched(base, read)
    first = _first(base) if read.anonymous else {mark.id: mark.id for mark in base.marks}
    back = {old: mark for mark in read.marks if (old := same.get(mark.id))}
    known = {mark.id: mark for mark in base.marks}
    marks = [
        kept
        for mark in base.marks
        if (kept := _kept(mark, known[first[mark.id]], back.get(first[mark.id]), read))
    ]
    fresh = (mark for mark in read.marks if mark.id not in same)
    names = {mark.id: f"{NEW}{at}" for at, mark in enumerate(fresh, start=1)}
    marks += [replace(mark, id=names[mark.id]) for mark in read.marks if mark.id in names]
    told = {Link(link.type, *(same.get(end) or names[end] for end in link[1:])) for link in read.links}
    links = tuple(_links(base, read, told, first, {mark.id for mark in marks}))
    return replace(base, marks=tuple(marks), links=links)


def _kept(mark: Mark, first: Mark, back: Mark | None, read: Sheet) -> Mark | None:
    """The mark with what was changed on the first like it; None where that was taken away."""
    if back is None:
        return None if read.types is None or mark.type in read.types else mark
    gone = set() if back.partial else set(first.fields) - set(back.fields)
    changed = {name: value for name, value in back.fields.items() if first.fields.get(name) != value}
    fields = {name: value for name, value in mark.fields.items() if name not in gone} | changed
    return replace(mark, pieces=back.pieces, fields=fields)


def _links(
    base: Sheet, read: Sheet, told: set[Link], first: dict[str, str], alive: set[str]
) -> Iterator[Link]:
    """Links of the base that were not taken away, then new ones in the order of their names."""
    known = set()
    for link in base.links:
        seen = Link(link.type, first[link.source], first[link.target])
        known.add(seen)
        spoken = read.link_types is None or link.type in read.link_types
        if {link.source, link.target} <= alive and (seen in told or not spoken):
            yield link
    yield from sorted(told - known)


def _first(sheet: Sheet) -> dict[str, str]:
    """Id → id of the first mark with the same label in the same place."""
    seen: dict[Place, str] = {}
    return {mark.id: seen.setdefault((label(mark), mark.pieces), mark.id) for mark in sheet.marks}


def _matched(base: Sheet, read: Sheet) -> dict[str, str]:
    """Id of a mark that was read → id of the one of the base that it is."""
    known = {mark.id: mark for mark in base.marks}
    same: dict[str, str] = {}
    if not read.anonymous:
        same = {m.id: m.id for m in read.marks if m.id in known and known[m.id].type == m.type}
    free: dict[Place, list[Mark]] = {}
    for mark in base.marks:
        if mark.id not in same:
            free.setdefault((mark.type, mark.pieces), []).append(mark)
    for mark in read.marks:
        there = free.get((mark.type, mark.pieces)) if mark.id not in same else None
        if there:
            best = max(there, key=lambda one: sum(one.fields.get(k) == v for k, v in mark.fields.items()))
            there.remove(best)
            same[mark.id] = best.id
    return {**same, **_moved(base, read, same)} if read.anonymous else same


def _moved(base: Sheet, read: Sheet, same: dict[str, str]) -> dict[str, str]:
    """Of marks without ids, those that lie mostly where one of their type lay that is there no more."""
    taken, first = set(same.values()), _first(base)
    lost = [mark for mark in base.marks if mark.id not in taken and first[mark.id] == mark.id]
    found: dict[str, str] = {}
    for mark in read.marks:
        alike = [(_shared(mark, one), one.id) for one in lost if one.type == mark.type]
        if mark.id not in same and alike and max(alike)[0] >= ALIKE:
            found[mark.id] = max(alike)[1]
            lost = [one for one in lost if one.id != found[mark.id]]
    return found


def _shared(mark: Mark, other: Mark) -> float:
    (a, b), (c, d) = mark.edge, other.edge
    return max(0, min(b, d) - max(a, c)) / (max(b, d) - min(a, c))
