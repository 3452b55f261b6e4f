"""`the <money> that Japan gave = the aid` → a Role: its span, its head, the name it stands for, its origin."""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from pipeline.gold import marked
from pipeline.gold.closed import one_of
from pipeline.gold.heads import noun_head
from pipeline.gold.notes import Entry
from pipeline.gold.problems import Wrong
from pipeline.gold.quotes import Edge, Source, find, holds
from pipeline.record import Entity, Origin, Role, RoleName, names

AUTHOR = frozenset("i me my mine myself we us our ours ourselves".split())  # noqa: SIM905
KEYS = ("span", "text", "head", "entity", "origin")
ARGUMENTS = tuple(name for name in names(RoleName) if name not in ("subject", "predicate", "object"))


class Where(NamedTuple):
    """What a role of one claim is sought in: the claim's own words first, its fragments, its sentence.
    `by_author`: "I" is the author, not somebody who is quoted."""

    source: Source
    sentence: int
    own: list[Edge]
    fragments: list[Edge]
    entities: Sequence[Entity]
    by_author: bool

    def find(self, written: str) -> Edge:
        """Raises Wrong."""
        return find(self.source, written, self.sentence, [self.own, self.fragments])


def role(where: Where, name: str, entry: Entry) -> Role:
    """A subject, an object or an argument. Raises Wrong."""
    return Role(**fields(where, name, entry, guess=noun_head))


def fields(where: Where, name: str, entry: Entry, *, guess: Callable[[Source, Edge], Edge]) -> dict[str, Any]:
    """The keyword arguments of a Role; `guess` finds the head where none is marked."""
    given = _given(entry)
    found = marked.read(given["span"])
    edge = stretch(where, found.quote)
    text = given.get("text", found.rest)
    head = _head(where, given, found, edge) or guess(where.source, edge)
    origin = one_of(given.get("origin") or _origin(where, edge, bool(text)), Origin)
    span = where.source.span(*edge)
    wanted = given.get("entity") or text
    if (entity := _named(where, wanted) if wanted else _inside(where, head)) is None and "entity" in given:
        raise Wrong(f"{wanted!r} is none of the entities")
    words = " ".join(span.text.split())
    head_span = where.source.span(*head)
    return {
        "role": name,
        "span": span,
        "text": text or words,
        "head": head_span,
        "entity": entity,
        "origin": origin,
    }


def stretch(where: Where, written: str) -> Edge:
    """Where quoted words stand; `A [...] B` is the stretch from A to B. Raises Wrong."""
    edges = [where.find(piece) for piece in written.split("[...]")]
    if edges != sorted(edges):
        raise Wrong(f"the pieces of {written!r} do not follow one another in the text")
    return edges[0][0], edges[-1][1]


def _given(entry: Entry) -> dict[str, str]:
    """One line is the same as a mapping with nothing but its span."""
    if not isinstance(entry.value, dict):
        return {"span": entry.words()}
    given = {key: value.words() for key, value in entry.mapping(KEYS).items()}
    if "span" not in given:
        raise Wrong("has no span")
    return given


def _head(where: Where, given: dict[str, str], found: marked.Marked, edge: Edge) -> Edge | None:
    """The head that is given or marked; None if it has to be guessed."""
    if "head" not in given:
        return marked.inner_edge(where.source, found, edge) if found.inner else None
    head = find(where.source, given["head"], where.sentence, [[edge]])
    if not holds(edge, head):
        raise Wrong(f"the head {given['head']!r} is not in {found.quote!r}")
    return head


def _origin(where: Where, edge: Edge, has_text: bool) -> str:
    """Words that are borrowed from outside the claim's own are elided (§ 10, 53), a shared "by 2025" too."""
    if not holds((where.own[0][0], where.own[-1][1]), edge):
        return "elided"
    if where.by_author and where.source.text[slice(*edge)].lower() in AUTHOR:
        return "author"
    return "coreference" if has_text else "explicit"


def _named(where: Where, name: str) -> str | None:
    """The first entity of that name, or that stands there in those words; articles and 's do not count."""
    bare = _bare(name)
    return next((e.id for e in where.entities if bare in (_bare(e.name), _bare(e.span.text))), None)


def _bare(name: str) -> str:
    return re.sub(r"^the\s|['’]s$", "", name.casefold())


def _inside(where: Where, head: Edge) -> str | None:
    """The entity that the head is part of."""
    inside = (e.id for e in where.entities if e.span.start <= head[0] and head[1] <= e.span.end)
    return next(inside, None)
