"""A record's fields → columns, and what fills them. No field is named here: a new one becomes a column by itself.

- a plain value is one column; a closed set is text with a check;
- a span `source` is three: `source` (its words), `source_start`, `source_end`; the span of the item itself is `quote`,
  `span_start`, `span_end` (END is a reserved word of SQL);
- an exact decimal is two: the digits, and `…_number`, a binary float to sort by (SQLite has no exact decimal);
- a record in a record is flattened, `made_by.model` → `made_by_model`, its `value` or `score` under its own name;
- a list that has no table of its own is JSON.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, Literal, NamedTuple, get_origin

from pydantic.fields import FieldInfo

from pipeline.record import Attribution, Parent, Record, Span, names, parts

NAMES: dict[tuple[type[Record], str], str] = {
    (Parent, "claim"): "parent",
    (Attribution, "entity"): "source_entity",
}
"""Fields whose column is called otherwise, because the name is taken."""
WITHOUT_PREFIX = (Attribution,)
"""Records whose fields keep their names when they are flattened."""
UNDER_OWN_NAME = ("value", "score")

Kind = Literal["text", "integer", "number", "flag", "day", "decimal", "json"]


class Field(NamedTuple):
    """A column: where its value is (`path` within the record, or within the optional record at `owner`)."""

    name: str
    kind: Kind
    nullable: bool
    comment: str
    checks: tuple[str, ...]
    path: str
    owner: str | None


def fields(model: type[Record], elsewhere: frozenset[str] = frozenset()) -> Iterator[Field]:
    """The columns of a record, in its order; fields in `elsewhere` have a table of their own."""
    for name, info in model.model_fields.items():
        if name not in elsewhere:
            yield from _columns(model, name, info, prefix="", path="", owner=None)


def _columns(
    model: type[Record], name: str, info: FieldInfo, *, prefix: str, path: str, owner: str | None
) -> Iterator[Field]:
    kinds = tuple(parts(info.annotation))
    optional = type(None) in kinds
    column, path = _name(model, name, prefix), f"{path}{name}"
    held = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Record)), None)
    if tuple in kinds or Ellipsis in kinds:
        yield Field(column, "json", owner is not None, info.description or "", (), path, owner)
    elif held is None:
        yield from _plain(column, kinds, info, optional or owner is not None, path, owner)
    else:
        if optional and owner is not None:
            raise NotImplementedError(f"{model.__name__}.{name}: an optional record in an optional record")
        if optional:
            path, owner = "", path
        else:
            path += "."
        if held is Span:
            yield from _span(column, info.description or "", path, owner)
        else:
            deeper = "" if held in WITHOUT_PREFIX else f"{column}_"
            for inner, its in held.model_fields.items():
                yield from _columns(held, inner, its, prefix=deeper, path=path, owner=owner)


def _name(model: type[Record], name: str, prefix: str) -> str:
    name = NAMES.get((model, name), name)
    return prefix.removesuffix("_") if prefix and name in UNDER_OWN_NAME else f"{prefix}{name}"


def _span(column: str, meaning: str, path: str, owner: str | None) -> Iterator[Field]:
    words, nullable = ("quote" if column == "span" else column), owner is not None
    start, end = f"{column}_start", f"{column}_end"
    check = f"{start} >= 0 AND {start} < {end} AND length({words}) = {end} - {start}"
    if nullable:
        check = f"({words} IS NULL) = ({start} IS NULL) AND ({words} IS NULL) = ({end} IS NULL) AND {check}"
    checks = (check,)
    yield Field(words, "text", nullable, meaning, checks, f"{path}text", owner)
    yield Field(start, "integer", nullable, f"First code point of `{words}`.", (), f"{path}start", owner)
    yield Field(end, "integer", nullable, f"Code point after `{words}`.", (), f"{path}end", owner)


_KINDS: dict[Any, Kind] = {
    str: "text", int: "integer", float: "number", bool: "flag", dt.date: "day", Decimal: "decimal",
}  # fmt: skip


def _plain(
    column: str, kinds: tuple[Any, ...], info: FieldInfo, nullable: bool, path: str, owner: str | None
) -> Iterator[Field]:
    closed = [kind for kind in kinds if get_origin(kind) is Literal]
    kind: Kind = "text" if closed else next(_KINDS[k] for k in kinds if k is not type(None))
    checks = [one_of(column, names(part)) for part in closed]
    checks += [check for rule in info.metadata for check in _bounds(column, rule)]
    meaning = info.description or ""
    if kind == "decimal":
        checks.append(f"({column} IS NULL) = ({column}_number IS NULL)")
    yield Field(column, kind, nullable, meaning, tuple(checks), path, owner)
    if kind == "decimal":
        yield Field(
            f"{column}_number", "number", nullable, f"`{column}` as a float, to sort by.", (), path, owner
        )


def one_of(column: str, values: tuple[str, ...]) -> str:
    """The check of a closed set. Not IN: SQLite would build a table of the values for every row."""
    return " OR ".join(f"{column} = {value!r}" for value in values)


def _bounds(column: str, rule: Any) -> Iterator[str]:
    """A field's constraint (`ge=0`, `pattern="^[A-Z]{3}$"`) as SQL that SQLite and PostgreSQL both know."""
    for sign, name in ((">=", "ge"), ("<=", "le")):
        if getattr(rule, name, None) is not None:
            yield f"{column} {sign} {getattr(rule, name)}"
    if getattr(rule, "min_length", None):
        yield f"length({column}) >= {rule.min_length}"
    if getattr(rule, "pattern", None):
        letters, length = _PATTERNS[rule.pattern]
        yield f"length({column}) = {length} AND trim({column}, '{letters}') = ''"


_PATTERNS = {
    r"^[A-Z]{3}$": ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 3),
    r"^[0-9a-f]{64}$": ("0123456789abcdef", 64),
}


@cache
def columns(model: type[Record], elsewhere: frozenset[str] = frozenset()) -> tuple[Field, ...]:
    """`fields`, as a tuple."""
    found = tuple(fields(model, elsewhere))
    twice = {field.name for field in found if sum(f.name == field.name for f in found) > 1}
    if twice:
        raise NotImplementedError(f"{model.__name__} has two columns called {', '.join(sorted(twice))}")
    return found
