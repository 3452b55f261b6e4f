"""Web Annotations in JSON-LD → pages: ours, the claims of `export --as jsonld`, and what others made of our marks."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from pipeline.exchange.layers import Link, Refused, of_label
from pipeline.exchange.page import Page, Told
from pipeline.exchange.raw import json_file, need, whole_number
from pipeline.record import ParentRelation, names

ARTICLE = "OpinionNewsArticle"
PLAIN = {
    "kind": "kind",
    "polarity": "polarity",
    "modality": "modality",
    "sourceType": "source_type",
    "text": "text",
}
"""What a claim says in `export --as jsonld` → the field of a mark."""


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
