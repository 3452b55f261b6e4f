"""W3C Web Annotations (JSON-LD): the op-ed and its claims as `opclaims export --as jsonld` has them, an annotation for
every mark with a selector by position and one by quote for each of its pieces, and a linking annotation for every link.

Read back: these, the claims of `export --as jsonld`, and what other tools made in the words of the model. Positions
count code points, as the model has it; a tool of the browser that counts UTF-16 is seen by its quotes and mended.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from pipeline.exchange.layers import Link, Refused, Sheet, label, of_label
from pipeline.exchange.page import Page, Told
from pipeline.exchange.raw import json_file, need, whole_number
from pipeline.record import ParentRelation, Span, names
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
ARTICLE = "OpinionNewsArticle"
PLAIN = {
    "kind": "kind",
    "polarity": "polarity",
    "modality": "modality",
    "sourceType": "source_type",
    "text": "text",
}
"""What a claim says in `export --as jsonld` → the field of a mark."""


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


def read(path: Path, annotator: str | None = None) -> Iterator[Page]:
    """A page for each op-ed that annotations are about."""
    found = json_file(path)
    graph = found.get("@graph") if isinstance(found, dict) else found
    if not isinstance(graph, list):
        raise Refused(f"{path.name}: is no list of annotations, and has none under @graph")
    claims = {
        str(n["id"]): n for n in graph if isinstance(n, dict) and n.get("type") == "Claim" and "id" in n
    }
    articles = (n.get("id") for n in graph if isinstance(n, dict) and n.get("type") == ARTICLE)
    homes: dict[str, list[tuple[str, dict[str, Any]]]] = {_name(str(id)): [] for id in articles}
    for at, node in enumerate(graph, start=1):
        if isinstance(node, dict) and node.get("type") == "Annotation":
            where = f"{path.name} annotation {at}"
            homes.setdefault(_home(node, where), []).append((where, node))
    for id, items in homes.items():
        where = f"{path.name}, document {id}"
        yield _exported(where, id, items, claims) if claims else _page(where, id, items)


def _home(node: dict[str, Any], where: str) -> str:
    """Id of the op-ed that an annotation is about."""
    first = _list(node.get("target"))[:1]
    source = first[0].get("source") if first and isinstance(first[0], dict) else first[0] if first else None
    source = source.get("id") if isinstance(source, dict) else source
    if not isinstance(source, str) or not source.startswith("urn:opclaims:"):
        raise Refused(f"{where}: its target is none of our op-eds (urn:opclaims:…)")
    return unquote(source.split(":")[2])


def _page(where: str, id: str, items: list[tuple[str, dict[str, Any]]]) -> Page:
    marks, links = [], []
    for here, node in items:
        texts = [body for body in _list(node.get("body")) if isinstance(body, dict)]
        tags = [_text(body) for body in texts if str(body.get("purpose", "tagging")).endswith("tagging")]
        if len(tags) != 1:
            raise Refused(f"{here}: has {len(tags)} tags, it must have one")
        if isinstance(_list(node["target"])[0], str):
            links.append(Link(tags[0], *_ends(node, here)))
        else:
            marks.append(_told(node, tags[0], texts, here))
    return Page(where, id, None, tuple(marks), tuple(links))


def _told(node: dict[str, Any], tag: str, bodies: list[dict[str, Any]], where: str) -> Told:
    try:
        type, fields = of_label(tag)
        whole = [body for body in bodies if str(body.get("purpose", "")).endswith("describing")]
        more = json.loads(_text(whole[0])) if whole else {}
    except (Refused, ValueError) as error:
        raise Refused(f"{where}: {error}") from None
    if not isinstance(more, dict):
        raise Refused(f"{where}: its description is no JSON object")
    edges, words = _places(node, where)
    given = {**{str(k): str(v) for k, v in more.items()}, **fields}
    ours = str(node.get("id", "")).startswith("urn:opclaims:")
    return Told(_name(str(node.get("id"))), type, edges, words, given, partial=not ours)


def _exported(where: str, id: str, items: list[tuple[str, dict[str, Any]]], claims: dict[str, Any]) -> Page:
    """The claims of `export --as jsonld`: their span, five fields, and what they hang on."""
    marks, links = [], []
    for here, node in items:
        claim = claims.get(str(node.get("body")))
        if claim is None:
            raise Refused(f"{here}: its body is none of the claims")
        edges, words = _places(node, here)
        fields = {ours: str(claim[theirs]) for theirs, ours in PLAIN.items() if theirs in claim}
        marks.append(Told(_name(claim["id"]), "claim", edges, words, fields, partial=True))
        links += [
            Link(relation, _name(claim["id"]), _name(str(claim[relation].get("id"))))
            for relation in names(ParentRelation)
            if isinstance(claim.get(relation), dict)
        ]
    spoken = frozenset(names(ParentRelation))
    types = frozenset(["claim"])
    return Page(where, id, None, tuple(marks), tuple(links), types=types, link_types=spoken, hulls=True)


def _places(node: dict[str, Any], where: str) -> tuple[tuple[tuple[int, int], ...], str | None]:
    """Where the pieces stand, and their words where all are quoted."""
    edges, words = [], []
    for target in _list(node.get("target")):
        chosen = _list(target.get("selector") if isinstance(target, dict) else None)
        by = {str(one.get("type")): one for one in chosen if isinstance(one, dict)}
        place = by.get("TextPositionSelector")
        if place is None:
            raise Refused(f"{where}: has no TextPositionSelector")
        edges.append((whole_number(place, "start", where), whole_number(place, "end", where)))
        if "TextQuoteSelector" in by:
            words.append(need(by["TextQuoteSelector"], "exact", str, where))
    return tuple(edges), " ".join(words) if len(words) == len(edges) else None


def _ends(node: dict[str, Any], where: str) -> tuple[str, str]:
    to = [body for body in _list(node.get("body")) if isinstance(body, str)]
    if len(to) != 1:
        raise Refused(f"{where}: links to {len(to)} annotations, it must be one")
    return _name(str(_list(node["target"])[0])), _name(to[0])


def _name(iri: str) -> str:
    """The last part of an IRI of ours; another one as it is."""
    return unquote(iri.rsplit(":", 1)[1]) if iri.startswith("urn:opclaims:") else iri


def _text(body: dict[str, Any]) -> str:
    return str(body.get("value", ""))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
