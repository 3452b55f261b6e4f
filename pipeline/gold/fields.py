"""The small fields of a claim: a value with its cues, a parent, what was abstained from."""

from collections.abc import Mapping
from typing import Any

from pipeline.gold.closed import one_of
from pipeline.gold.frame import Frame
from pipeline.gold.notes import Entry
from pipeline.gold.problems import Wrong
from pipeline.gold.quotes import parts
from pipeline.gold.roles import ARGUMENTS, Where, role
from pipeline.record import Abstained, Claim, Modality, Parent, ParentRelation, Polarity, Role


def wanted(given: Mapping[str, Entry], key: str) -> Entry:
    """Raises Wrong where the key is not there."""
    if key not in given:
        raise Wrong("is missing")
    return given[key]


def lines(entry: Entry | None) -> list[str]:
    """One value, or a list of them."""
    if entry is None:
        return []
    return [item.words() for item in entry.items()] if isinstance(entry.value, list) else [entry.words()]


def optional(where: Where, name: str, entry: Entry | None) -> Role | None:
    return role(where, name, entry) if entry else None


def arguments(where: Where, entry: Entry | None) -> tuple[Role, ...]:
    """`- time: in 2019`, one a line; in order of the text. Raises Wrong."""
    items = [pair for item in entry.items() for pair in item.mapping(ARGUMENTS).items()] if entry else []
    found = [role(where, name, value) for name, value in items]
    return tuple(sorted(found, key=lambda role: (role.span.start, role.span.end)))


def cued(where: Where, entry: Entry | None, record: type[Polarity] | type[Modality], default: str) -> Any:
    """`negated = no longer / never`: a value and the words that say so. Raises Wrong."""
    value, _, cues = (entry.words() if entry else default).partition(" = ")
    edges = [where.find(cue) for cue in parts(cues)] if cues else []
    known = one_of(value.strip(), record.model_fields["value"].annotation)
    return record(value=known, cues=tuple(where.source.span(*edge) for edge in edges))


def parent(frames: list[Frame], frame: Frame, entry: Entry | None) -> Parent | None:
    """`elaborates 1`: the relation and which claim of this sentence, as they stand in the file, from 1."""
    if entry is None:
        return None
    relation, _, number = entry.words().partition(" ")
    one_of(relation, ParentRelation)
    if not number.isdigit() or not 1 <= int(number) <= len(frames):
        raise Wrong(f"{entry.words()!r}: say which claim of this sentence, {relation} 1 to {len(frames)}")
    other = frames[int(number) - 1]
    if other.id == frame.id:
        raise Wrong("a claim is not its own parent")
    return Parent(claim=other.id, relation=one_of(relation, ParentRelation))


def abstained(entry: Entry | None) -> tuple[Abstained, ...]:
    """`text discourse_deixis`: a field of the claim and a reason code. Raises Wrong."""
    pairs = [line.partition(" ")[::2] for line in lines(entry)]
    for field, reason in pairs:
        if field not in Claim.model_fields or not reason.strip():
            raise Wrong(
                f"{field!r} wants to be a field of a claim, with a reason code: text discourse_deixis"
            )
    return tuple(Abstained(field=field, reason=reason.strip()) for field, reason in pairs)
