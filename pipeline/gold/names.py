"""`GPE Nairobi` or `ORG the Observatory = Rift Valley Health Observatory` → entities of § 7."""

from collections.abc import Iterable

from pipeline.gold import marked
from pipeline.gold.problems import Wrong
from pipeline.gold.quotes import Source
from pipeline.record import VALUE_LABELS, Entity, EntityLabel, names

LABELS = tuple(label for label in names(EntityLabel) if label not in VALUE_LABELS)
"""Those that an annotator gives; the derived ones (DATE, MONEY …) are left out of gold."""


def entity(source: Source, line: str, sentence: int) -> Entity:
    """The name that a line of notes says, with the id "e". Raises Wrong."""
    label, _, rest = line.partition(" ")
    if label not in LABELS:
        raise Wrong(f"{label!r} is no label; there are {' '.join(LABELS)}")
    found = marked.read(rest)
    edge, _core = marked.locate(source, found, sentence)
    span = source.span(*edge)
    name = found.rest or " ".join(span.text.split())
    return Entity.model_validate({"id": "e", "span": span, "label": label, "name": name})


def linked(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """In order, numbered e1, e2 …, later mentions of a name pointing to the first one."""
    first: dict[tuple[str, str], str] = {}
    done: list[Entity] = []
    for item in sorted(entities, key=lambda entity: (entity.span.start, entity.span.end)):
        id = f"e{len(done) + 1}"
        same = first.setdefault((item.label, item.name), id)
        done.append(item.model_copy(update={"id": id, "same_as": same if same != id else None}))
    return tuple(done)
