"""For formats whose marks have no gaps: one mark over the whole stretch, and its pieces as marks that it links to."""

from dataclasses import replace

from pipeline.exchange.layers import NEW, PIECE, Link, Mark, Refused, Sheet


def closed(sheet: Sheet) -> Sheet:
    """Every mark is one stretch. `opened` is the way back."""
    marks: dict[str, Mark] = {}
    links = list(sheet.links)
    for mark in sheet.marks:
        marks[mark.id] = replace(mark, pieces=(mark.edge,))
        if len(mark.pieces) > 1:
            for piece in mark.pieces:
                one = Mark(f"{PIECE}-{piece[0]}-{piece[1]}", PIECE, (piece,))
                marks.setdefault(one.id, one)
                links.append(Link(PIECE, mark.id, one.id))
    ordered = sorted(marks.values(), key=lambda mark: (mark.edge[0], -mark.edge[1], mark.type, mark.id))
    return replace(sheet, marks=tuple(ordered), links=tuple(links))


def opened(sheet: Sheet) -> Sheet:
    """Marks take their pieces back. Pieces that begin and end elsewhere than their mark are refused."""
    known = {mark.id: mark for mark in sheet.marks}
    pieces: dict[str, list[tuple[int, int]]] = {}
    for link in sheet.links:
        if link.type == PIECE and link.source in known and link.target in known:
            pieces.setdefault(link.source, []).append(known[link.target].edge)
    marks = []
    linked = {link.target for link in sheet.links}
    for mark in sheet.marks:
        if mark.type == PIECE:
            if mark.id.startswith(NEW) and mark.id not in linked:
                words = sheet.text[slice(*mark.edge)][:40]
                raise Refused(
                    f"document {sheet.id}: the piece {words!r} belongs to nothing: link the mark it is of to it"
                )
            continue
        told = tuple(sorted(set(pieces.get(mark.id, mark.pieces))))
        if (told[0][0], told[-1][1]) != mark.edge:
            words = sheet.text[slice(*mark.edge)][:40]
            raise Refused(f"document {sheet.id}: the pieces of {words!r} do not begin and end where it does")
        marks.append(replace(mark, pieces=told))
    links = tuple(link for link in sheet.links if link.type != PIECE)
    return replace(sheet, marks=tuple(marks), links=links)
