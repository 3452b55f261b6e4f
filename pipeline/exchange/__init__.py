"""Records ⇄ the formats of annotators' tools: Label Studio, Prodigy, doccano, brat, INCEpTION, W3C. No spaCy.

    send(documents, "brat", Path("brat"))                            # what an annotator opens
    for document in fetch([Path("brat/a.ann")], "brat", base): ...   # the records as the annotator left them

Every format is layers ⇄ bytes (`layers.py`); `carries.csv` says what each can hold, and the rest is taken from the base
records. A document that came back unchanged is the base record itself.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from pipeline.exchange.as_gold import as_gold
from pipeline.exchange.changes import collapsed, patched
from pipeline.exchange.fold import fold
from pipeline.exchange.gaps import closed, opened
from pipeline.exchange.layers import Refused, Sheet, fields_of
from pipeline.exchange.page import Page
from pipeline.exchange.placing import placed
from pipeline.exchange.unfold import unfold
from pipeline.record import Document
from pipeline.store.export import whole

__all__ = ["FORMATS", "Format", "Loss", "Refused", "as_gold", "carries", "fetch", "outgoing", "send"]


class Format(NamedTuple):
    """`home`: its module; `write`: the function that writes a folder; `ending`: of the files that are read."""

    home: str
    ending: tuple[str, ...]
    tool: str
    write: str = "write"


FORMATS = {
    "label-studio": Format("label_studio", (".json",), "Label Studio"),
    "prodigy": Format("prodigy", (".jsonl",), "Prodigy"),
    "doccano": Format("doccano", (".jsonl", ".json"), "doccano"),
    "doccano-plain": Format("doccano", (".jsonl", ".json"), "doccano", "write_plain"),
    "brat": Format("brat", (".ann",), "brat"),
    "inception": Format("inception", (".xmi", ".zip"), "INCEpTION"),
    "w3c": Format("w3c", (".jsonld", ".json"), "W3C Web Annotations"),
}


class Carries(NamedTuple):
    """What a format holds: marks with gaps, our ids (else marks are known by place), all fields, links."""

    gaps: bool
    ids: bool
    fields: bool
    links: bool
    unit: str
    says: str


class Loss(NamedTuple):
    """How many of each went out in no form, so that the base records have to give them back."""

    fields: int
    links: int
    alike: int


@cache
def carries() -> Mapping[str, Carries]:
    """The rows of `carries.csv`, by format."""
    with Path(__file__).with_name("carries.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["format"]: _carries(row) for row in rows}


def _carries(row: dict[str, str]) -> Carries:
    gaps, ids, fields, links = (row[name] == "yes" for name in ("gaps", "ids", "fields", "links"))
    return Carries(gaps, ids, fields, links, row["unit"], row["says"])


def send(documents: Iterable[Document], format: str, to: Path) -> Loss:
    """Write documents into the folder `to`, whole or not at all. Raises Refused, KeyError, MissingExtra, OSError."""
    write = getattr(import_module(f"pipeline.exchange.{FORMATS[format].home}"), FORMATS[format].write)
    lost = [0, 0, 0]
    with whole(to, folder=True) as part:
        write(_counted(documents, format, lost), part)
    return Loss(*lost)


def outgoing(document: Document, format: str) -> Sheet:
    """The sheet of a document, as far as the format has a form for it. Raises Refused."""
    return _sent(_flat(unfold(document).sheet, format), format)


def _flat(sheet: Sheet, format: str) -> Sheet:
    return sheet if carries()[format].gaps else closed(sheet)


def _sent(sheet: Sheet, format: str) -> Sheet:
    return sheet if carries()[format].ids else collapsed(sheet)


def fetch(
    paths: Iterable[Path], format: str, base: Iterable[Document], *, annotator: str | None = None
) -> Iterator[Document]:
    """The documents that are in the files, as they were left there, in their order. A page without an id that
    is known is known by its text. Raises Refused, OSError, MissingExtra."""
    read = import_module(f"pipeline.exchange.{FORMATS[format].home}").read
    known = {document.id: document for document in base}
    seen: dict[str, str] = {}
    for path in paths:
        for page in read(path, annotator):
            document = _base_of(page, known)
            if document.id in seen:
                raise Refused(f"{page.where}: document {document.id} is in {seen[document.id]} already")
            seen[document.id] = page.where
            yield taken(page, document, format)


def taken(page: Page, base: Document, format: str) -> Document:
    """One document as it was left. Raises Refused."""
    whole = unfold(base)
    flat = _flat(whole.sheet, format)
    return fold(opened(patched(flat, placed(page, _sent(flat, format)))), base, whole)


def _counted(documents: Iterable[Document], format: str, lost: list[int]) -> Iterator[Sheet]:
    held = carries()[format]
    for document in documents:
        sheet = _flat(unfold(document).sheet, format)
        out = _sent(sheet, format)
        if not held.fields:
            lost[0] += sum(not fields_of(m.type)[name].in_label for m in sheet.marks for name in m.fields)
        if not held.links:
            lost[1] += len(sheet.links)
        if not held.ids:
            lost[2] += len(sheet.marks) - len(out.marks)
        yield out


def _base_of(page: Page, known: dict[str, Document]) -> Document:
    """By its id; where a tool has another, by its text."""
    if page.id is not None and page.id in known:
        return known[page.id]
    same = [document for document in known.values() if page.text is not None and document.text == page.text]
    if len(same) != 1:
        named = f"document {page.id!r}" if page.id is not None else "its text"
        raise Refused(f"{page.where}: {named} is not among the base records")
    return same[0]
