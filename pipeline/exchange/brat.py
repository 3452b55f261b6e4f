"""brat standoff: `<id>.txt` and `<id>.ann`, with gaps, relations, attributes and notes; and what brat wants to know of
them, `annotation.conf` and `visual.conf`.

Closed fields are attributes, several values of one several attributes; free ones are pairs in one AnnotatorNotes line,
`lemma=fall | text=Prices fell.`; in a value, a bar is `\\|` and a line end `\\n`. Offsets count code points. The number
of an annotation is its place on the sheet that went out, which is how it is known again.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from pipeline.exchange.brat_config import BETWEEN, YES, annotation_conf, visual_conf
from pipeline.exchange.brat_read import read
from pipeline.exchange.layers import Mark, Sheet, fields_of

__all__ = ["read", "write"]


def write(sheets: Iterable[Sheet], folder: Path) -> None:
    (folder / "annotation.conf").write_text(annotation_conf(), encoding="utf-8", newline="")
    (folder / "visual.conf").write_text(visual_conf(), encoding="utf-8", newline="")
    for sheet in sheets:
        name = quote(sheet.id, safe=" ")
        (folder / f"{name}.txt").write_text(sheet.text, encoding="utf-8", newline="")
        lines = "".join(f"{line}\n" for line in annotations(sheet))
        (folder / f"{name}.ann").write_text(lines, encoding="utf-8", newline="")


def annotations(sheet: Sheet) -> Iterator[str]:
    numbers = {mark.id: f"T{at}" for at, mark in enumerate(sheet.marks, start=1)}
    attribute = 0
    for at, mark in enumerate(sheet.marks, start=1):
        places = ";".join(f"{start} {end}" for start, end in mark.pieces)
        words = " ".join(sheet.text[start:end] for start, end in mark.pieces)
        yield f"T{at}\t{mark.type} {places}\t{_line(words)}"
        for name, value in _closed(mark):
            attribute += 1
            yield f"A{attribute}\t{mark.type}_{name} T{at}{value}"
        if note := BETWEEN.join(f"{name}={_escaped(value)}" for name, value in _free(mark)):
            yield f"#{at}\tAnnotatorNotes T{at}\t{note}"
    for at, link in enumerate(sheet.links, start=1):
        yield f"R{at}\t{link.type} Arg1:{numbers[link.source]} Arg2:{numbers[link.target]}"


def _closed(mark: Mark) -> Iterator[tuple[str, str]]:
    for name, value in mark.fields.items():
        field = fields_of(mark.type)[name]
        if field.form == "one":
            yield name, "" if field.values == YES else f" {value}"
        elif field.form == "many":
            yield from ((f"{name}_{one}", "") for one in value.split())


def _free(mark: Mark) -> Iterator[tuple[str, str]]:
    known = fields_of(mark.type)
    return ((name, value) for name, value in mark.fields.items() if known[name].form == "words")


def _line(words: str) -> str:
    """brat has one annotation a line."""
    return re.sub(r"[\r\n\t\u0085\u2028\u2029\x0b\x0c\x1c-\x1e]", " ", words)


def _escaped(value: str) -> str:
    for mark, escape in (("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t"), ("|", "\\|")):
        value = value.replace(mark, escape)
    return re.sub(
        r"[\u0085\u2028\u2029\x0b\x0c\x1c-\x1e]", lambda found: f"\\u{ord(found.group()):04x}", value
    )
