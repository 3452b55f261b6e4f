"""Text → paragraphs and regions: what is the op-ed and what stands around it. Pure; offsets are code points.

A dateline, a by-line, a sign-off or an outlet's name is no claim of the op-ed; it is metadata, and says where
it was read.
"""

import re
from functools import cache
from typing import NamedTuple

from pipeline.lexicon import column
from pipeline.spaces import paragraphs

HEADING = 110  # characters; a paragraph up to this long without a final stop is a heading
SIGN_OFF = 600  # characters; a longer last paragraph is argument, not a note on the author


class Region(NamedTuple):
    """`kind` is headline, dateline, byline or boilerplate; body is what no region covers."""

    start: int
    end: int
    kind: str


class Field(NamedTuple):
    """A piece of metadata read from the text: `field` is title, byline, outlet, published or place."""

    start: int
    end: int
    field: str


class Layout(NamedTuple):
    paragraphs: tuple[tuple[int, int], ...]
    regions: tuple[Region, ...]
    fields: tuple[Field, ...]


NAME = r"[^\W\d_a-z][\w.’'-]{0,30}"
PERSON = rf"(?:{NAME}\s){{1,4}}{NAME}"
DATELINE = re.compile(
    rf"\((?P<place>{NAME}(?:[ ,]{{1,2}}{NAME}){{0,3}})(?:,\s(?P<day>[^()]{{4,30}}))?\)\s?[:—–-]\s?"
    r"|(?P<place2>[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{2,30}?(?:,\s[A-Z][\w.]{1,20})?)"
    r"(?:,\s(?P<day2>(?=[^—–]{0,25}\d)[\w. ,]{4,25}?))?\s?[—–:]\s"
)
BY = re.compile(rf"\W{{0,3}}(?:By|BY|Written by)\s(?P<name>{PERSON})(?P<rest>[^.!?\n]{{0,120}})\W{{0,3}}$")
SIGNED = re.compile(
    rf"\W{{0,3}}(?P<name>{PERSON}|The (?:author|writer))(?:,[^,.]{{1,80}},)?\s"
    r"(?:is|was|has been|teaches|works|serves|heads|chairs|leads|directs|edits|represents)\s(?P<role>.{0,200})"
)
WRITES = re.compile(
    rf"\W{{0,3}}(?P<name>{PERSON})\s(?:writes|teaches|lives|retired|blogs|reports)\s(?:\w+\s)?(?:on|about|from|for|in|at)\s"
)
ALONE = re.compile(rf"\W{{0,3}}(?P<name>{PERSON})\W{{0,3}}")
OUTLET = re.compile(r"\s{0,5}[=~©–—*#-]{1,3}\s?(?P<name>[A-ZÀ-Þ][\w&.’' -]{1,40}?)\s{0,3}$")
FINAL = re.compile(r"[.!?…:;,][\"'”’»)\]*_]{0,3}\s*$")
NOTICE = re.compile(
    r"[\W_]{0,3}(?:(?:all |the )?(?:views?|opinions?)\b.{0,90}?\b(?:own|authors?|writer|reflect|represent)\b"
    r"|this (?:article|piece|column|essay|commentary|op-ed)\b.{0,40}\b(?:published|appeared|adapted|written)\b"
    r"|(?:follow|email|e-mail|contact|read more|subscribe|copyright|disclaimer)\b|(?<=©) ?\d{4})",
    re.IGNORECASE,
)


@cache
def _roles() -> re.Pattern[str]:
    words = sorted(column("professions", "word"))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})s?\b", re.IGNORECASE)


def read(text: str, *, byline: str | None = None) -> Layout:
    """The paragraphs of `text`, what stands around the body, and the metadata found there.

    `byline`: the author where the metadata name one; a last paragraph that begins with that name is a sign-off.
    """
    found = tuple(paragraphs(text))
    regions: list[Region] = []
    fields: list[Field] = []
    for index, (start, end) in enumerate(found):
        if index >= max(1, len(found) - 4) and _tail(text, start, end, byline, regions, fields):
            continue
        if index < 4:
            _head(text, start, end, index == len(found) - 1, regions, fields)
        elif _is_heading(text[start:end]):
            in_the_end = index >= len(found) - 2
            regions.append(Region(start, end, "boilerplate" if in_the_end else "headline"))
    return Layout(found, tuple(sorted(regions)), tuple(_first_of_each(fields)))


def _is_heading(piece: str) -> bool:
    if piece.startswith("#"):
        return True
    words = piece.split()
    return (
        len(piece) <= HEADING and len(words) <= 14 and not FINAL.search(piece) and piece[0] not in "-*•\"“‘'("
    )


def _head(text: str, start: int, end: int, alone: bool, regions: list[Region], fields: list[Field]) -> None:
    """Headline, by-line and dateline among the first paragraphs."""
    piece = text[start:end]
    if by := BY.match(piece):
        regions.append(Region(start, end, "byline"))
        fields.append(Field(start + by.start("name"), start + by.end("name"), "byline"))
    elif day := DATELINE.match(piece):
        regions.append(Region(start, start + len(day.group().rstrip()), "dateline"))
        for group, field in (
            ("place", "place"),
            ("place2", "place"),
            ("day", "published"),
            ("day2", "published"),
        ):
            if day.group(group):
                fields.append(Field(start + day.start(group), start + day.end(group), field))
    elif not alone and _is_heading(piece):
        regions.append(Region(start, end, "headline"))
        title = len(piece) - len(piece.lstrip("# "))
        if title < len(piece):
            fields.append(Field(start + title, end, "title"))


def _tail(
    text: str, start: int, end: int, byline: str | None, regions: list[Region], fields: list[Field]
) -> bool:
    """Sign-off, disclaimer and outlet line among the last paragraphs; False where there is none."""
    piece = text[start:end]
    if outlet := OUTLET.match(piece):
        regions.append(Region(start, end, "boilerplate"))
        fields.append(Field(start + outlet.start("name"), start + outlet.end("name"), "outlet"))
    elif len(piece) > SIGN_OFF:
        return False
    elif (name := _signed(piece)) or (byline and piece.lstrip("*_ ").startswith(byline)):
        regions.append(Region(start, end, "byline"))
        if name and not name.group("name").startswith("The "):
            fields.append(Field(start + name.start("name"), start + name.end("name"), "byline"))
    elif NOTICE.match(piece):
        regions.append(Region(start, end, "boilerplate"))
    else:
        return False
    return True


def _signed(piece: str) -> re.Match[str] | None:
    """The match whose group `name` is the author that a last paragraph introduces."""
    signed = SIGNED.match(piece)
    if signed and (signed["name"].startswith("The ") or _roles().search(signed["role"])):
        return signed
    writes = WRITES.match(piece)
    if writes:
        return writes
    alone = ALONE.fullmatch(piece)
    return alone if alone and not piece.startswith(("The ", "By ")) else None


def _first_of_each(fields: list[Field]) -> list[Field]:
    first: dict[str, Field] = {}
    for field in sorted(fields):
        first.setdefault(field.field, field)
    return list(first.values())
