"""W3C Web Annotations (JSON-LD): the op-ed as `opclaims export --as jsonld` has it, an annotation for every mark with
a selector by position and one by quote for each of its pieces, and a linking annotation for every link.

Read back: these, the claims of `export --as jsonld`, and what other tools made in the words of the model. Positions
count code points, as the model has it; a tool of the browser that counts UTF-16 is seen by its quotes and mended.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.exchange.layers import Sheet, label
from pipeline.exchange.w3c_read import ARTICLE, read
from pipeline.record import Span
from pipeline.store.export.jsonld import CONTEXT, iri, selectors

FILE = "annotations.jsonld"
BODIES = {
    "TextualBody": "oa:TextualBody",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "format": "http://purl.org/dc/elements/1.1/format",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    **{name: f"oa:{name}" for name in ("tagging", "linking", "describing")},
}
"""Keys and values as in the model's own context, which has to be fetched."""

__all__ = ["read", "write"]


def write(sheets: Iterable[Sheet], folder: Path) -> None:
    with (folder / FILE).open("w", encoding="utf-8", newline="") as file:
        file.write(f'{{"@context": {json.dumps({**CONTEXT, **BODIES})},\n"@graph": [\n')
        between = ""
        for sheet in sheets:
            for node in nodes(sheet):
                file.write(between + json.dumps(node, ensure_ascii=False))
                between = ",\n"
        file.write("\n]}\n")


def nodes(sheet: Sheet) -> Iterator[dict[str, Any]]:
    """The op-ed, the marks, the links."""
    about = {"headline": sheet.known.get("title"), "datePublished": sheet.known.get("published")}
    told = {name: value for name, value in about.items() if value}
    yield {"id": iri(sheet.id), "type": ARTICLE, **told}
    for mark in sheet.marks:
        pieces = [Span.of(sheet.text, *piece) for piece in mark.pieces]
        yield {
            "id": iri(sheet.id, "mark", mark.id), "type": "Annotation", "motivation": "tagging",
            "body": [_body("tagging", label(mark)), *_fields(mark.fields)],
            "target": [{"source": iri(sheet.id), "selector": selectors(sheet.text, piece)} for piece in pieces],
        }  # fmt: skip
    for at, link in enumerate(sheet.links, start=1):
        yield {
            "id": iri(sheet.id, "link", str(at)), "type": "Annotation", "motivation": "linking",
            "body": [_body("tagging", link.type), iri(sheet.id, "mark", link.target)],
            "target": iri(sheet.id, "mark", link.source),
        }  # fmt: skip


def _body(purpose: str, text: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": text}


def _fields(fields: Mapping[str, str]) -> list[dict[str, Any]]:
    """All fields as one body in JSON; none where there are none."""
    whole = json.dumps(dict(fields), ensure_ascii=False)
    return [{**_body("describing", whole), "format": "application/json"}] if fields else []
