"""JSON Patch (RFC 6902) on keyed documents: the one place that knows the library.

A patch names things, `/claims/<id>/…`, `/amounts/<id>/…`, or fields of the document such as `/title`; what a
review is made on (the text, its hash, who made the record) cannot be patched.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import jsonpatch
from jsonpointer import JsonPointerException

from pipeline.record import Document, Span
from pipeline.review.keyed import MODELS, parts_of, pointer

Op = Mapping[str, Any]
"""One operation: `{"op": "replace", "path": "/claims/ab12/kind", "value": "fact"}`."""
Patch = Sequence[Op]
NEEDS = {
    "add": {"value"}, "replace": {"value"}, "test": {"value"}, "remove": set(), "move": {"from"}, "copy": {"from"},
}  # fmt: skip
SPAN = set(Span.model_fields)
FIELDS = tuple(
    name for name in Document.model_fields if name not in {*MODELS, "id", "sha256", "text", "made_by"}
)
"""The fields of a document that a patch may change."""


class BadPatch(ValueError):
    """A patch that is none, or does not fit; the message names the operation."""


def check(patch: Patch) -> None:
    """Raises BadPatch for what is no JSON Patch on a keyed document."""
    for at, op in enumerate(patch, start=1):
        name = op.get("op")
        if name not in NEEDS:
            raise BadPatch(f"operation {at} of the patch: {name!r} is none of {', '.join(NEEDS)}")
        missing = ({"path"} | NEEDS[name]) - op.keys()
        if missing:
            raise BadPatch(f"operation {at} of the patch, {name}: has no {', '.join(sorted(missing))}")
        for path in _paths(op):
            _target(path)


def targets(patch: Patch) -> tuple[str, ...]:
    """The things and fields that a patch changes, as pointers, each once: `/claims/<id>`, `/title`."""
    return tuple(dict.fromkeys(_target(path) for op in patch if op["op"] != "test" for path in _changed(op)))


def read(patch: Patch) -> tuple[str, ...]:
    """The same, with those that it only looks at (`test`, the `from` of a copy)."""
    return tuple(dict.fromkeys(_target(path) for op in patch for path in _paths(op)))


def apply(tree: dict[str, Any], patch: Patch) -> dict[str, Any]:
    """The tree as the patch makes it; the one given stays as it is. Raises BadPatch."""
    try:
        done: dict[str, Any] = jsonpatch.apply_patch(tree, [dict(op) for op in patch])
    except (jsonpatch.JsonPatchException, JsonPointerException, TypeError, KeyError) as error:
        raise BadPatch(f"the patch does not fit: {error}") from None
    return done


def difference(before: Mapping[str, Any], after: Mapping[str, Any], *at: str) -> list[dict[str, Any]]:
    """The patch from one tree of maps to another. A list is replaced whole, for places in it mean nothing later; and
    so is a span, of which a part means nothing."""
    patch: list[dict[str, Any]] = []
    for key in before:
        if key not in after:
            patch.append({"op": "remove", "path": pointer(*at, key)})
    for key, value in after.items():
        if key not in before:
            patch.append({"op": "add", "path": pointer(*at, key), "value": value})
        elif isinstance(value, Mapping) and isinstance(before[key], Mapping) and set(value) != SPAN:
            patch += difference(before[key], value, *at, key)
        elif value != before[key]:
            patch.append({"op": "replace", "path": pointer(*at, key), "value": value})
    return patch


def _paths(op: Op) -> Iterator[str]:
    yield op["path"]
    if "from" in op:
        yield op["from"]


def _changed(op: Op) -> Iterator[str]:
    yield op["path"]
    if op["op"] == "move":
        yield op["from"]


def _target(path: Any) -> str:
    parts = parts_of(path) if isinstance(path, str) and path.startswith("/") else []
    if len(parts) > 1 and parts[0] in MODELS:
        return pointer(*parts[:2])
    if parts and parts[0] in FIELDS:
        return pointer(parts[0])
    raise BadPatch(
        f"a patch cannot change {path!r}: it names /claims/<id>, the like, or /{', /'.join(FIELDS)}"
    )
