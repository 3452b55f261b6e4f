"""Where readers may differ: `optional: yes`, `accept: kind fact` of a claim; ` | optional` behind a line of others."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from pipeline.gold.closed import one_of
from pipeline.gold.fields import lines
from pipeline.gold.figures import number
from pipeline.gold.frame import pieces
from pipeline.gold.notes import Entry
from pipeline.gold.problems import Wrong
from pipeline.gold.quotes import Source
from pipeline.gold.units import unit
from pipeline.record import ALTERNATIVE_LABELS, ALTERNATIVES, Alternative, Leeway

SEPARATOR = " | "
NONE = ("none", "-")
KINDS = {"claims": "claim", "entities": "entity", "amounts": "amount", "dates": "date"}


class Room(NamedTuple):
    """What one item leaves open; its id is known later."""

    optional: bool
    accept: tuple[Alternative, ...]


def cut(line: str) -> tuple[str, list[str]]:
    """`a day = duration | optional` → the line without, and what was behind each bar."""
    first, *rest = line.split(SEPARATOR)
    return first.rstrip(), [part.strip() for part in rest]


def of_line(source: Source, kind: str, said: list[str], sentence: int) -> Room:
    """What stands behind the bars. Raises Wrong."""
    accepted: list[Alternative] = []
    for part in said:
        word, _, rest = part.partition(" ")
        if word == "accept":
            accepted.append(_alternative(source, kind, rest, sentence))
        elif part != "optional":
            raise Wrong(f'{part!r}: behind a bar stands "optional" or "accept FIELD VALUE"')
    return Room("optional" in said, tuple(accepted))


def of_claim(source: Source, given: Mapping[str, Entry], sentence: int) -> Room:
    """`optional` and `accept` of a claim. Raises Wrong."""
    optional = given["optional"].words() if "optional" in given else "no"
    if optional not in ("yes", "no"):
        raise Wrong(f"optional is yes or no, not {optional!r}")
    said = (_alternative(source, "claims", line, sentence) for line in lines(given.get("accept")))
    return Room(optional == "yes", tuple(said))


def leeway(rooms: Iterable[tuple[str, Room]]) -> Leeway | None:
    """All of a document, by the ids of its items; None where nothing is left open."""
    kept = [(id, room) for id, room in rooms if room.optional or room.accept]
    if not kept:
        return None
    return Leeway(
        optional=tuple(id for id, room in kept if room.optional),
        accept=tuple(each.model_copy(update={"of": id}) for id, room in kept for each in room.accept),
    )


def _alternative(source: Source, kind: str, said: str, sentence: int) -> Alternative:
    field, _, value = said.partition(" ")
    fields = ALTERNATIVES[KINDS[kind]]
    if field not in fields:
        raise Wrong(f"accept wants a field ({', '.join(fields)}) and its other answer, not {said!r}")
    name: Any = field
    if not value.strip():
        raise Wrong(f'accept {field} wants its other answer ("none" for an empty field)')
    if field in ("span", "subject", "object"):
        return Alternative(of="", field=name, **_words(source, field, value, sentence))
    return Alternative(of="", field=name, value=_READ.get(field, _label)(field, value))


def _words(source: Source, field: str, written: str, sentence: int) -> dict[str, Any]:
    """The span, and its pieces where it has gaps."""
    if field != "span" and written in NONE:
        return {}
    edges = pieces(source, written, sentence)
    own = tuple(source.span(*edge) for edge in edges) if len(edges) > 1 else ()
    return {"span": source.span(edges[0][0], edges[-1][1]), "fragments": own}


def _label(field: str, value: str) -> str | None:
    return None if field == "relation" and value in NONE else str(one_of(value, ALTERNATIVE_LABELS[field]))


def _days(field: str, value: str) -> str | None:
    """`2019`, `2019-03..2020`, `2019..none`; `none` alone for no days."""
    if value in NONE:
        return None
    first, dots, last = value.partition("..")
    ends = (
        ".." if first in NONE else str(unit(first).first),
        ".." if last in NONE else str(unit(last if dots else first).last),
    )
    return "/".join(ends)


_READ: dict[str, Callable[[str, str], str | None]] = {
    "days": _days,
    "value": lambda field, value: format(number(value), "f"),
    "predicate": lambda field, value: value,
}
