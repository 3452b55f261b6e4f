"""brat standoff → a page: text-bound annotations, relations, attributes, notes."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from pipeline.exchange.brat_config import BETWEEN, YES
from pipeline.exchange.layers import Link, Refused, fields_of, types
from pipeline.exchange.page import Page, Told
from pipeline.exchange.raw import text_file


def read(path: Path, annotator: str | None = None) -> Iterator[Page]:
    """The page of one `.ann` file with the `.txt` beside it. (brat keeps a folder for each annotator.)"""
    if path.suffix != ".ann":
        raise Refused(f"{path.name}: is no .ann file")
    text = path.with_suffix(".txt")
    if not text.is_file():
        raise Refused(f"{path.name}: there is no {text.name} beside it")
    marks: dict[str, Told] = {}
    fields: dict[str, dict[str, str]] = {}
    links: list[Link] = []
    rows = [
        (n, line.rstrip("\r")) for n, line in enumerate(text_file(path).split("\n"), start=1) if line.strip()
    ]
    rows.sort(key=lambda row: row[1][0] != "T")  # brat writes in the order in which things were made
    for number, line in rows:
        where = f"{path.name} line {number}"
        if line[0] == "T":
            told = _text_bound(line, where)
            if told.id in marks:
                raise Refused(f"{where}: {told.id} is given twice")
            marks[told.id] = told
        elif line[0] == "R":
            links.append(_relation(line, marks, where))
        elif line[0] in "AM":
            _attribute(line, marks, fields, where)
        elif line[0] == "#":
            _note(line, marks, fields, where)
        else:
            raise Refused(f"{where}: {line[:20]!r} is none of T, R, A, M and #, which is all we write")
    told_marks = tuple(one._replace(fields=fields.get(one.id, {})) for one in marks.values())
    yield Page(path.name, unquote(path.stem), text_file(text), told_marks, tuple(links), numbered=True)


def _text_bound(line: str, where: str) -> Told:
    parts = line.split("\t", 2)
    found = (
        re.fullmatch(r"(\S{1,100}) (\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9}){0,999})", parts[1])
        if len(parts) == 3
        else None
    )
    if found is None:
        raise Refused(f"{where}: is not 'T1<tab>type start end<tab>words'")
    if found[1] not in types():
        raise Refused(f"{where}: the type {found[1]!r} is none of ours ({', '.join(types())})")
    edges = [tuple(map(int, piece.split())) for piece in found[2].split(";")]
    return Told(parts[0], found[1], tuple((a, b) for a, b in edges), parts[2])


def _relation(line: str, marks: dict[str, Told], where: str) -> Link:
    found = re.fullmatch(r"R\d{1,9}\t(\S{1,100}) Arg1:(\S{1,20}) Arg2:(\S{1,20})\s{0,9}", line)
    if found is None:
        raise Refused(f"{where}: is not 'R1<tab>type Arg1:T1 Arg2:T2'")
    for end in (found[2], found[3]):
        _there(end, marks, where)
    return Link(found[1], found[2], found[3])


def _attribute(line: str, marks: dict[str, Told], fields: dict[str, dict[str, str]], where: str) -> None:
    found = re.fullmatch(r"[AM]\d{1,9}\t(\S{1,100}) (\S{1,20})(?: (\S{1,100}))?\s{0,9}", line)
    if found is None:
        raise Refused(f"{where}: is not 'A1<tab>name T1 value'")
    type, into = _there(found[2], marks, where).type, fields.setdefault(found[2], {})
    for name, field in fields_of(type).items():
        if found[1] == f"{type}_{name}" and field.form == "one":
            into[name] = found[3] or ("yes" if field.values == YES else "")
            return
        for value in field.values if field.form == "many" else ():
            if found[1] == f"{type}_{name}_{value}":
                told = {*into.get(name, "").split(), value}
                into[name] = " ".join(one for one in field.values if one in told)
                return
    raise Refused(f"{where}: the type {type} has no attribute {found[1]!r}")


def _note(line: str, marks: dict[str, Told], fields: dict[str, dict[str, str]], where: str) -> None:
    """A note of ours; one that a person wrote otherwise has no place in a record."""
    parts = line.split("\t", 2)
    target = parts[1].split()[-1] if len(parts) == 3 and parts[1].strip() else ""
    told = _there(target, marks, where)
    for pair in parts[2].split(BETWEEN):
        name, equals, value = pair.partition("=")
        if not equals or name.strip() not in fields_of(told.type):
            raise Refused(
                f"{where}: the note {pair[:30]!r} names no field of the type {told.type} (lemma=fall | text=…)"
            )
        fields.setdefault(target, {})[name.strip()] = _unescaped(value)


def _there(id: str, marks: dict[str, Told], where: str) -> Told:
    if id not in marks:
        raise Refused(f"{where}: names {id!r}, which is no annotation with a text")
    return marks[id]


def _unescaped(value: str) -> str:
    plain = {"n": "\n", "r": "\r", "t": "\t"}
    return re.sub(
        r"\\(?:u([0-9a-f]{4})|(.))",
        lambda found: chr(int(found[1], 16)) if found[1] else plain.get(found[2], found[2]),
        value,
    )
