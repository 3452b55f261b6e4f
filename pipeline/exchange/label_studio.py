"""Label Studio: tasks with predictions, and its JSON export.

A mark is a region of type `labels`; each field is a per-region control (`choices` or `textarea`) with the region's id;
a link is a relation. Offsets count code points (Label Studio does since 1.4; regions that an older one, or another
front end, counted in UTF-16 are seen by their words and mended).
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pipeline.exchange.label_studio_config import LABELS, TEXT, config, control
from pipeline.exchange.layers import PART, Field, Link, Mark, Refused, Sheet, fields_of, types
from pipeline.exchange.page import Page, Told
from pipeline.exchange.raw import json_file, listed, named, need, whole_number

TASKS, CONFIG = "tasks.json", "config.xml"


def write(sheets: Iterable[Sheet], folder: Path) -> None:
    """`tasks.json` to import, `config.xml` for the project's labelling set-up."""
    (folder / CONFIG).write_text(config(), encoding="utf-8", newline="")
    with (folder / TASKS).open("w", encoding="utf-8", newline="") as file:
        before = "[\n"
        for sheet in sheets:
            file.write(before + json.dumps(task(sheet), ensure_ascii=False))
            before = ",\n"
        file.write("[]\n" if before == "[\n" else "\n]\n")


def task(sheet: Sheet) -> dict[str, Any]:
    """One task with one prediction."""
    result = [item for mark in sheet.marks for item in _region(sheet, mark)]
    result += [
        {
            "type": "relation",
            "from_id": link.source,
            "to_id": link.target,
            "direction": "right",
            "labels": [link.type],
        }
        for link in sheet.links
    ]
    data = {
        "document": sheet.id,
        **{k: v for k, v in sheet.known.items() if k != "model"},
        "text": sheet.text,
    }
    return {"data": data, "predictions": [{"model_version": sheet.known.get("model", ""), "result": result}]}


def _region(sheet: Sheet, mark: Mark) -> Iterator[dict[str, Any]]:
    start, end = mark.edge
    where = {"start": start, "end": end}
    base = {"id": mark.id, "to_name": TEXT}
    words = sheet.text[start:end]
    yield {
        **base,
        "from_name": LABELS,
        "type": "labels",
        "value": {**where, "text": words, "labels": [mark.type]},
    }
    for name, value in mark.fields.items():
        field = fields_of(mark.type)[name]
        if field.form == "words":
            told = {**base, "type": "textarea", "value": {**where, "text": [value]}}
        else:
            choices = value.split() if field.form == "many" else [value]
            told = {**base, "type": "choices", "value": {**where, "text": words, "choices": choices}}
        yield {**told, "from_name": control(mark.type, name)}


def read(path: Path, annotator: str | None = None) -> Iterator[Page]:
    """Pages of an export of the type JSON. Tasks that nobody annotated are passed over. `annotator`: id or e-mail of
    the one whose annotations count, where a task has several."""
    tasks = json_file(path)
    if not isinstance(tasks, list):
        raise Refused(f"{path.name}: is no list of tasks: export as JSON")
    for at, item in enumerate(tasks, start=1):
        where = f"{path.name} task {at}"
        data = need(item, "data", dict, where, "export as JSON, not as JSON-MIN")
        text = need(data, "text", str, where)
        chosen = _chosen(item, where, annotator)
        if chosen is not None:
            regions, links = _result(need(chosen, "result", list, where), where)
            yield Page(where, named(data, "document", where), text, regions, links)


def _chosen(task: dict[str, Any], where: str, annotator: str | None) -> dict[str, Any] | None:
    """The annotation that counts: of the annotator who is asked for, else the ground truth, else the only one."""
    all_of = need(task, "annotations", list, where, "export as JSON, with annotations")
    given = [one for one in all_of if isinstance(one, dict) and not one.get("was_cancelled")]
    if annotator is not None:
        given = [one for one in given if annotator in _names(one.get("completed_by"))]
    if len(given) > 1:
        true = [one for one in given if one.get("ground_truth")]
        if len(true) != 1:
            raise Refused(
                f"{where}: has {len(given)} annotations: say whose with --annotator, or mark the ground truth"
            )
        given = true
    return given[0] if given else None


def _names(person: Any) -> tuple[str, ...]:
    """Id and e-mail; Label Studio gives one number, or an object."""
    return (
        tuple(str(person.get(key)) for key in ("id", "email")) if isinstance(person, dict) else (str(person),)
    )


def _result(items: list[Any], where: str) -> tuple[tuple[Told, ...], tuple[Link, ...]]:
    fields: dict[str, dict[str, str]] = {}
    marks: dict[str, Told] = {}
    links: list[Link] = []
    for item in items:
        if not isinstance(item, dict):
            raise Refused(f"{where}: its result holds {str(item)[:20]!r}, which is no object")
        if item.get("type") == "relation":
            links.append(_link(item, where))
        elif item.get("type") == "labels":
            told = _told(item, where)
            if told.id in marks:
                raise Refused(f"{where}: two regions have the id {told.id!r}")
            marks[told.id] = told
    for item in items:
        if item.get("type") in ("choices", "textarea") and str(item.get("id")) in marks:
            _field(item, marks[str(item["id"])].type, fields.setdefault(str(item["id"]), {}), where)
    return tuple(one._replace(fields=fields.get(one.id, {})) for one in marks.values()), tuple(links)


def _told(item: dict[str, Any], where: str) -> Told:
    id = need(item, "id", str, where)
    where = f"{where}, region {id}"
    value = need(item, "value", dict, where)
    labels = need(value, "labels", list, where)
    if len(labels) != 1 or labels[0] not in types():
        raise Refused(
            f"{where}: has the label {', '.join(map(str, labels)) or 'none'}; there are {', '.join(types())}"
        )
    edge = whole_number(value, "start", where), whole_number(value, "end", where)
    words = value.get("text")
    return Told(id, labels[0], (edge,), words if isinstance(words, str) else None)


def _field(item: dict[str, Any], type: str, into: dict[str, str], where: str) -> None:
    """A per-region control; those of another label than the region has now are left from before, and passed over."""
    known: Field | None = next(
        (f for f in fields_of(type).values() if control(type, f.name) == item.get("from_name")), None
    )
    if known is not None:
        key = "text" if item["type"] == "textarea" else "choices"
        told = need(item.get("value"), key, (list, str), f"{where}, region {item['id']}, {known.name}")
        into[known.name] = (" " if known.form == "many" else "\n").join(
            [told] if isinstance(told, str) else map(str, told)
        )


def _link(item: dict[str, Any], where: str) -> Link:
    """One without a label is a claim's part: most are."""
    ends = (
        need(item, "from_id", str, f"{where}, a relation"),
        need(item, "to_id", str, f"{where}, a relation"),
    )
    source, target = reversed(ends) if item.get("direction") == "left" else ends
    labels = listed(item, "labels", f"{where}, a relation") or [PART]
    return Link(str(labels[0]), source, target)
