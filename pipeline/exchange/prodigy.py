"""Prodigy: JSON lines with tokens, spans, relations and meta, as `spans.manual`, `rel.manual` and `db-out` have them.

Offsets count code points; `token_end` is the last token, inclusive. A relation names tokens, and the spans they stand
for by their place and label, so marks with one label in one place are one. Our fields and ids travel in each span,
where Prodigy shows them to nobody and keeps them.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pipeline.exchange.layers import Link, Mark, Refused, Sheet, label, of_label
from pipeline.exchange.page import Page, Told
from pipeline.exchange.raw import json_lines, listed, named, need, whole_number
from pipeline.exchange.tokens import Token, tokens

TASKS, LABELS = "prodigy.jsonl", "labels.txt"


def write(sheets: Iterable[Sheet], folder: Path) -> None:
    """`prodigy.jsonl`, one op-ed a line, and `labels.txt` for `--label`."""
    seen: set[str] = set()
    with (folder / TASKS).open("w", encoding="utf-8", newline="") as file:
        for sheet in sheets:
            seen |= {label(mark) for mark in sheet.marks}
            file.write(json.dumps(task(sheet), ensure_ascii=False) + "\n")
    (folder / LABELS).write_text("".join(f"{one}\n" for one in sorted(seen)), encoding="utf-8", newline="")


def task(sheet: Sheet) -> dict[str, Any]:
    words = tokens(sheet)
    first = {token.start: at for at, token in enumerate(words)}
    last = {token.end: at for at, token in enumerate(words)}
    spans = {mark.id: _span(sheet, mark, first, last) for mark in sheet.marks}
    ends = ("start", "end", "token_start", "token_end", "label")
    relations = [
        {"head": spans[link.source]["token_end"], "child": spans[link.target]["token_end"], "label": link.type,
         "head_span": {key: spans[link.source][key] for key in ends},
         "child_span": {key: spans[link.target][key] for key in ends}}
        for link in sheet.links
    ]  # fmt: skip
    return {
        "text": sheet.text, "tokens": [_token(sheet, at, token) for at, token in enumerate(words)],
        "spans": list(spans.values()), "relations": relations, "meta": {"document": sheet.id, **sheet.known},
    }  # fmt: skip


def _token(sheet: Sheet, at: int, token: Token) -> dict[str, Any]:
    text = sheet.text[token.start : token.end]
    return {"text": text, "start": token.start, "end": token.end, "id": at, "ws": token.blank}


def _span(sheet: Sheet, mark: Mark, first: dict[int, int], last: dict[int, int]) -> dict[str, Any]:
    start, end = mark.edge
    where = {
        "start": start,
        "end": end,
        "token_start": first[start],
        "token_end": last[end],
        "label": label(mark),
    }
    return {**where, "text": sheet.text[start:end], "fields": dict(mark.fields)}


def read(path: Path, annotator: str | None = None) -> Iterator[Page]:
    """Pages of what `db-out` wrote; those that were rejected or ignored are passed over. `annotator`: as in the line's
    `_annotator_id`."""
    for where, item in json_lines(path):
        if item.get("answer", "accept") != "accept":
            continue
        if annotator is not None and annotator not in (item.get("_annotator_id"), item.get("_session_id")):
            continue
        meta = item.get("meta")
        id = named(meta, "document", where) if isinstance(meta, dict) else None
        marks = tuple(_told(span, at, where) for at, span in enumerate(listed(item, "spans", where), start=1))
        links = tuple(_links(listed(item, "relations", where), marks, where)) if "relations" in item else ()
        spoken = None if "relations" in item else frozenset[str]()
        text = need(item, "text", str, where)
        yield Page(where, id, text, marks, links, link_types=spoken, anonymous=True)


def _told(span: Any, at: int, where: str) -> Told:
    where = f"{where}, span {at}"
    edge = whole_number(span, "start", where), whole_number(span, "end", where)
    try:
        type, fields = of_label(need(span, "label", str, where))
    except Refused as error:
        raise Refused(f"{where}: {error}") from None
    more, words = span.get("fields"), span.get("text")
    kept = {str(k): str(v) for k, v in more.items()} if isinstance(more, dict) else {}
    told = words if isinstance(words, str) else None
    return Told(f"span-{at}", type, (edge,), told, {**kept, **fields}, partial=not isinstance(more, dict))


def _links(relations: list[Any], marks: tuple[Told, ...], where: str) -> Iterator[Link]:
    names: dict[tuple[int, int, str], str] = {}
    for mark in marks:
        names.setdefault((*mark.edges[0], _label(mark)), mark.id)
    for at, relation in enumerate(relations, start=1):
        here = f"{where}, relation {at}"
        head, child = (
            _end(need(relation, key, dict, here), names, here) for key in ("head_span", "child_span")
        )
        if head is not None and child is not None:
            yield Link(need(relation, "label", str, here), head, child)


def _label(mark: Told) -> str:
    return label(Mark(mark.id, mark.type, mark.edges, mark.fields))


def _end(span: dict[str, Any], names: dict[tuple[int, int, str], str], where: str) -> str | None:
    """The span that a relation names; None where that was taken away: `spans.manual` leaves its relations behind."""
    start, end = whole_number(span, "start", where), whole_number(span, "end", where)
    return names.get((start, end, str(span.get("label"))))
