"""INCEpTION: UIMA CAS as XMI, one file an op-ed, with its type system. The one place that imports dkpro-cassis.

A type of mark is a span layer with its fields as string features; a link is an entry of the link feature `links`. UIMA
counts UTF-16, which dkpro-cassis counts in code points. XML holds no control characters: such a text is refused.
"""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from pipeline.exchange.layers import Link, Mark, Refused, Sheet, fields_of, types
from pipeline.exchange.page import Page, Told
from pipeline.exchange.tokens import tokens
from pipeline.gold import sentences
from pipeline.store.missing import extra

with extra("exchange"):
    from cassis import Cas, TypeSystem, load_cas_from_xmi, load_typesystem

NAMESPACE = "webanno.custom."
"""Of the layers that people make themselves in INCEpTION and WebAnno."""
TYPESYSTEM = "TypeSystem.xml"
SEGMENT = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type."
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
LINKED = f"{NAMESPACE}OpclaimsLink"
MOST = 100_000_000
"""Bytes that an archive may unpack to."""
ENCODING = re.compile(r"<\?xml[^>]{0,200}?\sencoding=[\"']([^\"']{1,40})")


def layer(type: str) -> str:
    """Name of the layer of a type: `webanno.custom.PolarityCue`."""
    return NAMESPACE + "".join(part.capitalize() for part in type.split("_"))


def write(sheets: Iterable[Sheet], folder: Path) -> None:
    """`<id>.xmi` each, and `TypeSystem.xml`, which makes the layers of a project."""
    system = typesystem()
    system.to_xml(folder / TYPESYSTEM)
    for sheet in sheets:
        try:
            xmi = cas(sheet, system).to_xmi()
        except ValueError as error:
            raise Refused(f"document {sheet.id}: XML cannot hold its text ({error})") from None
        (folder / f"{quote(sheet.id, safe=' ')}.xmi").write_text(xmi or "", encoding="utf-8", newline="")


def typesystem() -> TypeSystem:
    """The layers, DKPro's tokens and sentences, and the metadata with the document's id."""
    system = TypeSystem()
    for name in ("Token", "Sentence"):
        system.create_type(SEGMENT + name)
    meta = system.create_type(METADATA, supertypeName="uima.tcas.DocumentAnnotation")
    for name in ("documentId", "documentTitle"):
        system.create_feature(meta, name, "uima.cas.String")
    link = system.create_type(LINKED, supertypeName="uima.cas.TOP")
    system.create_feature(link, "role", "uima.cas.String")
    system.create_feature(link, "target", "uima.tcas.Annotation")
    for type in types():
        made = system.create_type(layer(type))
        for name in ("id", *fields_of(type)):
            system.create_feature(made, _feature(name), "uima.cas.String")
        system.create_feature(made, "links", "uima.cas.FSArray", elementType=LINKED)
    return system


def _feature(name: str) -> str:
    """`text` and `id` are taken in some UIMA tools."""
    return f"its_{name}" if name in ("id", "text", "head") else name


def cas(sheet: Sheet, system: TypeSystem) -> Cas:
    made = Cas(typesystem=system)
    made.sofa_string, made.sofa_mime = sheet.text, "text/plain"
    document = system.get_type(METADATA)
    about = {"documentId": sheet.id, "documentTitle": sheet.known.get("title", sheet.id)}
    made.add(
        document(begin=0, end=len(sheet.text), language=sheet.known.get("language", "x-unspecified"), **about)
    )
    for name, places in (
        ("Sentence", ((one.start, one.end) for one in sentences(sheet.text))),
        ("Token", ((one.start, one.end) for one in tokens(sheet) if sheet.text[one.start : one.end].strip())),
    ):
        kind = system.get_type(SEGMENT + name)
        made.add_all([kind(begin=start, end=end) for start, end in places])
    marks = {mark.id: _annotation(mark, system) for mark in sheet.marks}
    links: dict[str, list[Any]] = {}
    entry, array = system.get_type(LINKED), system.get_type("uima.cas.FSArray")
    for link in sheet.links:
        links.setdefault(link.source, []).append(entry(role=link.type, target=marks[link.target]))
    for id, entries in links.items():
        marks[id].links = array(elements=entries)
    made.add_all(list(marks.values()))
    return made


def _annotation(mark: Mark, system: TypeSystem) -> Any:
    start, end = mark.edge
    given = {_feature(name): value for name, value in {"id": mark.id, **mark.fields}.items()}
    return system.get_type(layer(mark.type))(begin=start, end=end, **given)


def read(path: Path, annotator: str | None = None) -> Iterator[Page]:
    """The page of an `.xmi` file with its `TypeSystem.xml` beside it, or of INCEpTION's `.zip` with both. (INCEpTION
    exports a file for each annotator.)"""
    xmi, system = _files(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = load_cas_from_xmi(xmi, typesystem=load_typesystem(system), lenient=True)
    except Exception as error:  # dkpro-cassis lets through whatever its parser raises
        raise Refused(f"{path.name}: is no UIMA CAS in XMI ({str(error).splitlines()[0]})") from None
    if found.sofa_string is None:
        raise Refused(f"{path.name}: holds no text")
    yield _page(path, found)


def _files(path: Path) -> tuple[str, str]:
    """(XMI, type system)."""
    if path.suffix != ".zip":
        beside = path.with_name(TYPESYSTEM)
        if not beside.is_file():
            raise Refused(f"{path.name}: there is no {TYPESYSTEM} beside it")
        return tuple(_xml(one.read_bytes(), path) for one in (path, beside))  # type: ignore[return-value]
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if name.endswith(".xmi")]
            if len(names) != 1 or TYPESYSTEM not in archive.namelist():
                raise Refused(f"{path.name}: does not hold one .xmi and {TYPESYSTEM}")
            if sum(archive.getinfo(name).file_size for name in (names[0], TYPESYSTEM)) > MOST:
                raise Refused(f"{path.name}: unpacks to more than {MOST:,} bytes")
            return tuple(_xml(archive.read(name), path) for name in (names[0], TYPESYSTEM))  # type: ignore[return-value]
    except zipfile.BadZipFile:
        raise Refused(f"{path.name}: is no ZIP file") from None
    except (RuntimeError, NotImplementedError, zlib.error, EOFError) as error:
        raise Refused(f"{path.name}: cannot be unpacked ({error})") from None


def _xml(data: bytes, path: Path) -> str:
    """Plain XML in UTF-8. A CAS has no DOCTYPE: one can only name other files, or blow itself up; and an encoding that
    is declared could hide it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"{path.name}: is not UTF-8 (byte {error.start})") from None
    declared = ENCODING.match(text)
    if declared and declared[1].lower() not in ("utf-8", "utf8"):
        raise Refused(f"{path.name}: is said to be {declared[1]}: export it as UTF-8")
    if "<!DOCTYPE" in text:
        raise Refused(f"{path.name}: has a DOCTYPE, which no CAS has")
    return text


def _page(path: Path, found: Cas) -> Page:
    about = next((one for one in found.select_all_annotations() if one.type.name == METADATA), None)
    id = about.documentId if about is not None and about.documentId else unquote(path.stem)
    names = {layer(type): type for type in types()}
    marks: list[Told] = []
    known: dict[int, str] = {}
    told = [one for one in found.select_all_annotations() if one.type.name in names]
    for at, one in enumerate(told, start=1):
        known[one.xmiID] = getattr(one, _feature("id"), None) or f"layer-{at}"
        type = names[one.type.name]
        given = {name: getattr(one, _feature(name), None) for name in fields_of(type)}
        fields = {name: str(value) for name, value in given.items() if value}
        marks.append(Told(known[one.xmiID], type, ((one.begin, one.end),), None, fields))
    links = tuple(link for one in told for link in _links(one, known, path))
    return Page(path.name, id, found.sofa_string, tuple(marks), links)


def _links(one: Any, known: dict[int, str], path: Path) -> Iterator[Link]:
    for link in getattr(one.links, "elements", None) or []:
        if link is None or link.target is None:
            continue  # its target was taken away
        if link.target.xmiID not in known:
            raise Refused(f"{path.name}: a link of {known[one.xmiID]!r} leads to no mark of ours")
        yield Link(link.role or "part", known[one.xmiID], known[link.target.xmiID])
