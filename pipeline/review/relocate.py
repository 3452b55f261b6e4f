"""A patch with old ids and old offsets → the same patch on the present document."""

from collections.abc import Mapping
from typing import Any

from pipeline.record import Document, Span
from pipeline.review.find import span_of
from pipeline.review.home import home
from pipeline.review.keyed import LETTERS, MODELS, parts_of, pointer
from pipeline.review.patch import SPAN

POINTS = {
    "amounts": "amounts", "dates": "dates", "entities": "entities", "amount": "amounts", "period": "dates",
    "entity": "entities", "same_as": "entities", "claim": "claims", "parts": "amounts", "total": "amounts",
}  # fmt: skip
"""Fields that hold ids → of what."""


class Lost(ValueError):
    """What cannot be found again for sure."""


class Relocated:
    """`ids`: old pointer → new id; what a patch adds joins them. `shift`: how far the words around have moved.
    `same`: the text is the same, and offsets with it."""

    def __init__(self, document: Document, ids: Mapping[str, str], shift: int, *, same: bool) -> None:
        self.document, self.ids, self.shift, self.same = document, dict(ids), shift, same
        self.added: list[str] = []

    def op(self, op: Mapping[str, Any]) -> dict[str, Any]:
        """One operation. Raises Lost."""
        parts = parts_of(op["path"])
        if op["op"] == "add" and len(parts) == 2 and parts[0] in MODELS:
            self._new(*parts)
        done = {**op, "path": self.at(op["path"])}
        if "from" in op:
            done["from"] = self.at(op["from"])
        if "value" in op:
            done["value"] = self._value(
                op["value"], next((p for p in reversed(parts) if not p.isdigit() and p != "-"), "")
            )
            if parts[0] == "claims" and len(parts) == 2 and not self.same:
                done["value"] = self._at_home(done["value"])
            if parts[0] in MODELS and len(parts) == 2 and isinstance(done["value"], dict):
                done["value"]["id"] = parts_of(done["path"])[1]
        if not self.same and parts[-1] in ("start", "end"):
            raise Lost(f"its patch sets {op['path']}, an offset of another text")
        return done

    def at(self, path: str) -> str:
        """A pointer with the present id. Raises Lost."""
        name, *rest = parts_of(path)
        return pointer(name, self._id(name, rest[0]), *rest[1:]) if name in MODELS and rest else path

    def _new(self, name: str, id: str) -> None:
        """The id of what is added: its own, unless the document has come to give that to something else."""
        taken = {thing.id for thing in getattr(self.document, name)} | {
            new for old, new in self.ids.items() if old.startswith(f"/{name}/") and old != pointer(name, id)
        }
        number = 1
        new = id
        while new in taken:
            new = f"{LETTERS[name]}{number}" if name in LETTERS else f"{id}.{number}"
            number += 1
        self.ids[pointer(name, id)] = new
        self.added.append(pointer(name, id))

    def _id(self, name: str, id: str) -> str:
        at = pointer(name, id)
        if at in self.ids:
            return self.ids[at]
        if name == "claims" and any(claim.id == id for claim in self.document.claims):
            return id
        raise Lost(f"it names {at}, and it is not sure what that is now")

    def _value(self, value: Any, key: str) -> Any:
        if isinstance(value, Mapping):
            if set(value) == SPAN:
                return self._span(value)
            return {inner: self._value(each, inner) for inner, each in value.items()}
        if isinstance(value, list | tuple):
            return [self._value(each, key) for each in value]
        return self._id(POINTS[key], value) if key in POINTS and isinstance(value, str) else value

    def _span(self, raw: Mapping[str, Any]) -> Mapping[str, Any]:
        if self.same:
            return raw
        span = Span.model_construct(**raw)
        found = span_of(self.document.text or "", span, self.shift)
        if found is None:
            raise Lost(f"it is not sure where {span.text!r} stands now")
        return found.model_dump()

    def _at_home(self, value: Any) -> Any:
        """A new claim, in the sentence where its words are now."""
        if not isinstance(value, Mapping) or not isinstance(value.get("span"), Mapping):
            return value
        where = home(self.document, value["span"]["start"], value["span"]["end"])
        return {**value, "sentence": where.sentence, "paragraph": where.paragraph}
