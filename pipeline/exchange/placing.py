"""A page as it was read → a sheet: where its marks stand in the source."""

from dataclasses import replace
from itertools import pairwise

from pipeline.exchange.layers import Edge, Link, Mark, Refused, Sheet, checked
from pipeline.exchange.offsets import Unit, plain, points, positions, units
from pipeline.exchange.page import Page, Told

Places = list[tuple[Edge, ...] | None]
"""The pieces of each mark in the source, None for one that does not fit."""
SURE = 2
"""Marks that have to meet before a count is thought to be another than the tool says."""


def placed(page: Page, base: Sheet) -> Sheet:
    """The sheet of a page: offsets in code points of the source, each mark checked against its words.

    Where line ends were changed, or an outer blank was cut off, offsets are mended; where a tool counts in the other
    unit than it says, too. Raises Refused for a text that was edited, and for marks that do not fit.
    """
    text = base.text if page.text is None else page.text
    at = positions(text, base.text)
    if at is None:
        raise Refused(_edited(page, text, base.text))
    readings = [_reading(page, text, at, base.text, unit) for unit in units(page.unit, text)]
    places = _chosen(readings, page, {mark.pieces for mark in base.marks})
    if places is None:
        raise Refused(_misfit(page, page.marks[readings[0].index(None)], text))
    marks = tuple(_mark(page, told, place or ()) for told, place in zip(page.marks, places, strict=True))
    ids = {mark.id for mark in marks}
    if len(ids) < len(marks):
        twice = next(mark.id for at, mark in enumerate(marks) if mark.id in {one.id for one in marks[:at]})
        raise Refused(f"{page.where}: the id {twice!r} is given twice")
    if lost := [link for link in page.links if not {link.source, link.target} <= ids]:
        raise Refused(f"{page.where}: a link {lost[0].type!r} names a mark that is not there")
    names = {f"T{at}": mark.id for at, mark in enumerate(base.marks, start=1)} if page.numbered else {}
    marks = tuple(replace(mark, id=names.get(mark.id, mark.id)) for mark in marks)
    gaps = {(mark.id, mark.edge): mark.pieces for mark in base.marks} if page.hulls else {}
    marks = tuple(replace(mark, pieces=gaps.get((mark.id, mark.edge), mark.pieces)) for mark in marks)
    links = tuple(Link(kind, names.get(a, a), names.get(b, b)) for kind, a, b in page.links)
    return Sheet(base.id, base.text, marks, links, page.types, page.link_types, page.anonymous)


def _chosen(readings: list[Places], page: Page, sent: set[tuple[Edge, ...]]) -> Places | None:
    """The first reading in which every mark fits its words. Where there are no words, and a tool counts like browsers
    by its word only, the other reading is taken where it alone meets marks that went out, and more than one."""
    good = [places for places in readings if None not in places]
    met = [sum(one in sent for one in places) for places in good]
    by_words = any(told.words is not None for told in page.marks) or page.unit == "code points"
    if len(good) == 2 and not by_words and met[0] == 0 and met[1] >= SURE:
        return good[1]
    return good[0] if good else None


def _mark(page: Page, told: Told, pieces: tuple[Edge, ...]) -> Mark:
    try:
        return Mark(told.id, told.type, pieces, checked(told.type, told.fields), told.partial)
    except Refused as error:
        raise Refused(f"{page.where}: {error}") from None


def _reading(page: Page, text: str, at: list[int], source: str, unit: Unit) -> Places:
    counted = points(text) if unit == "UTF-16" else {n: n for n in range(len(text) + 1)}
    found: Places = []
    for told in page.marks:
        ends = [(counted.get(start, -1), counted.get(end, -1)) for start, end in told.edges]
        fits = bool(ends) and all(0 <= start < end for start, end in ends)
        there = tuple(sorted((at[start], at[end]) for start, end in ends)) if fits else ()
        apart = all(a[1] <= b[0] for a, b in pairwise(there))
        same = told.words is None or plain(" ".join(source[a:b] for a, b in there)) == plain(told.words)
        found.append(there if fits and apart and same else None)
    return found


def _edited(page: Page, told: str, source: str) -> str:
    a, b = told.strip().replace("\r\n", "\n"), source.strip().replace("\r\n", "\n")
    at = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    here, there = a[at : at + 20], b[at : at + 20]
    return f"{page.where}: its text was edited: {here!r} stands where the source has {there!r}"


def _misfit(page: Page, told: Told, text: str) -> str:
    start, end = told.edges[0][0] if told.edges else 0, told.edges[-1][1] if told.edges else 0
    what = f"{page.where}: the {told.type} {told.id!r} at {start}–{end}"
    if not 0 <= start < end <= len(text.encode("utf-16-le")) // 2:
        return f"{what} does not lie in the text, which has {len(text)} characters"
    if told.words is None:
        return f"{what} begins or ends inside a character, or its pieces overlap"
    return f"{what} says {told.words[:40]!r}, the text has {text[start:end][:40]!r}"
