"""doccano: JSON lines, in the form with relations (`entities`, `relations`) and in the plain one (`label`: triples).

doccano counts UTF-16 in the browser and stores what the browser counts (unless a project counts grapheme clusters,
which is refused where it shows). It gives a mark a number of its own and knows nothing of it but its label.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

from pipeline.exchange.layers import LINKS, Link, Refused, Sheet, label, of_label
from pipeline.exchange.page import Page, Told
from pipeline.exchange.raw import json_lines, listed, named, need, whole_number

TASKS, SPANS, RELATIONS = "doccano.jsonl", "span-labels.json", "relation-labels.json"
ID = "opclaims_document"
"""A column of the example: doccano keeps it and writes it out again."""
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#999999")


def write(sheets: Iterable[Sheet], folder: Path) -> None:
    """With relations."""
    _write(sheets, folder, related=True)


def write_plain(sheets: Iterable[Sheet], folder: Path) -> None:
    """Without."""
    _write(sheets, folder, related=False)


def _write(sheets: Iterable[Sheet], folder: Path, *, related: bool) -> None:
    seen: dict[str, None] = {}
    with (folder / TASKS).open("w", encoding="utf-8", newline="") as file:
        for sheet in sheets:
            seen.update(dict.fromkeys(label(mark) for mark in sheet.marks))
            file.write(json.dumps(line(sheet, related=related), ensure_ascii=False) + "\n")
    _labels(folder / SPANS, sorted(seen))
    if related:
        _labels(folder / RELATIONS, LINKS)


def _labels(path: Path, names: Iterable[str]) -> None:
    """To import under Labels and Relations of a project."""
    rows = [{"text": name, "backgroundColor": COLOURS[at % len(COLOURS)]} for at, name in enumerate(names)]
    path.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8", newline="")


def line(sheet: Sheet, *, related: bool) -> dict[str, Any]:
    """One example, offsets in UTF-16."""
    units = list(accumulate((1 + (char > "\uffff") for char in sheet.text), initial=0))
    known = {"text": sheet.text, ID: sheet.id}
    places = [(units[mark.edge[0]], units[mark.edge[1]], label(mark)) for mark in sheet.marks]
    if not related:
        return {**known, "label": [list(place) for place in places]}
    numbers = {mark.id: at for at, mark in enumerate(sheet.marks, start=1)}
    entities = [
        {"id": at, "label": name, "start_offset": start, "end_offset": end}
        for at, (start, end, name) in enumerate(places, start=1)
    ]
    relations = [
        {"id": at, "from_id": numbers[link.source], "to_id": numbers[link.target], "type": link.type}
        for at, link in enumerate(sheet.links, start=1)
    ]
    return {**known, "entities": entities, "relations": relations}


def read(path: Path, annotator: str | None = None) -> Iterator[Page]:
    """Pages of an export, in either form. (doccano writes a file for each annotator.)"""
    for where, item in json_lines(path):
        text = need(item, "text", str, where)
        meta: dict[str, Any] = next(
            (item[key] for key in ("meta", "metadata") if isinstance(item.get(key), dict)), {}
        )
        id = named(item if ID in item else meta, ID, where)
        if "entities" in item:
            marks = tuple(_entity(one, where) for one in need(item, "entities", list, where))
            links = tuple(_relation(one, where) for one in listed(item, "relations", where))
            spoken = None if "relations" in item else frozenset[str]()
        else:
            key = "labels" if "labels" in item else "label"
            rows = enumerate(need(item, key, list, where, "it is no sequence labelling"), start=1)
            marks, links, spoken = tuple(_triple(one, at, where) for at, one in rows), (), frozenset[str]()
        yield Page(where, id, text, marks, links, unit="UTF-16", link_types=spoken, anonymous=True)


def _entity(item: Any, where: str) -> Told:
    where = f"{where}, entity {item.get('id') if isinstance(item, dict) else item}"
    edge = whole_number(item, "start_offset", where), whole_number(item, "end_offset", where)
    return _told(str(item.get("id")), edge, need(item, "label", str, where), where)


def _triple(item: Any, at: int, where: str) -> Told:
    if not (isinstance(item, list) and len(item) == 3 and all(type(n) is int for n in item[:2])):
        raise Refused(f"{where}, label {at}: is not [start, end, label]")
    return _told(str(at), (item[0], item[1]), str(item[2]), f"{where}, label {at}")


def _told(id: str, edge: tuple[int, int], name: str, where: str) -> Told:
    try:
        type, fields = of_label(name)
    except Refused as error:
        raise Refused(f"{where}: {error}") from None
    return Told(id, type, (edge,), None, fields, partial=True)


def _relation(item: Any, where: str) -> Link:
    where = f"{where}, relation {item.get('id') if isinstance(item, dict) else item}"
    ends = [str(whole_number(item, key, where)) for key in ("from_id", "to_id")]
    return Link(need(item, "type", str, where), ends[0], ends[1])
