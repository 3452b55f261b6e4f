"""The things of a document, by pointer, and changes to them that are checked by the rules of the record: only what is
changed, so that a decision among five thousand claims costs little more than one among five."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from pipeline.record import Document, Record, check_spans, references
from pipeline.review.keyed import MODELS, complaint, in_place, parts_of, pointer
from pipeline.review.patch import BadPatch, Patch, apply, read, targets

Changes = dict[str, Any]
"""Pointer → the thing or the field's value as it shall be; None for a thing that goes."""
LIST_OF = {"entity": "entities", "amount": "amounts", "date": "dates", "claim": "claims"}


class Refused(ValueError):
    """A decision that would break the record; the message names the field."""


class Things:
    """A document that changes. What is put in has been checked."""

    def __init__(self, document: Document) -> None:
        self._made: Document | None = document
        self._old = document
        self._lists: dict[str, dict[str, Any]] = {
            name: {thing.id: thing for thing in getattr(document, name)} for name in MODELS
        }
        self._rank = {name: {id: at for at, id in enumerate(things)} for name, things in self._lists.items()}
        self._by_place = {name: in_place(getattr(document, name)) for name in MODELS}

    @property
    def document(self) -> Document:
        """As it stands now."""
        if self._made is None:
            lists = {name: tuple(self._listed(name, things.values())) for name, things in self._lists.items()}
            self._made = self._old.model_copy(update=lists)
        return self._made

    def get(self, at: str) -> Any:
        """The thing at a pointer, None if there is none; or the value of a field."""
        name, *id = parts_of(at)
        return self._lists[name].get(id[0]) if id else getattr(self._old, name)

    def patched(self, patch: Patch) -> Changes:
        """What a patch makes of what it names, checked. Raises Refused."""
        try:
            done = apply(self._tree(read(patch)), patch)
        except BadPatch as error:
            raise Refused(str(error)) from None
        changes = {at: self._read(at, done) for at in targets(patch)}
        return {**changes, **self.checked(changes)}

    def checked(self, changes: Changes) -> Changes:
        """The changes to fields of the document as the record reads them. Raises Refused for anything that would
        break the record: a span that is not in the text, an id that nobody has."""
        things = {at: thing for at, thing in changes.items() if len(parts_of(at)) == 2}
        for at, thing in things.items():
            if thing is not None:
                self._holds(at, thing, things)
        gone = {at for at, thing in things.items() if thing is None and self.get(at) is not None}
        for at, thing in self._others(things) if gone else ():
            for wanted in _named(thing):
                if wanted in gone:
                    raise Refused(f"{at}: names {wanted}, which would go")
        fields = {at: value for at, value in changes.items() if at not in things}
        fresh = any(self.get(at) is None for at in things)
        if fields or (self._old.leeway is not None and (gone or fresh)):
            return self._whole(things, fields)
        return {}

    def put(self, changes: Changes) -> None:
        """Make changes that were checked."""
        fields = {}
        for at, value in changes.items():
            name, *id = parts_of(at)
            if not id:
                fields[name] = value
            elif value is None:
                self._lists[name].pop(id[0], None)
            else:
                self._lists[name][id[0]] = value
        if fields:
            self._old = self._old.model_copy(update=fields)
        self._made = None

    def _tree(self, pointers: Iterable[str]) -> dict[str, Any]:
        """As much of the keyed document as is named."""
        tree: dict[str, Any] = {name: {} for name in MODELS}
        for at in pointers:
            name, *id = parts_of(at)
            if not id:
                tree |= self._old.model_dump(mode="json", include={name})
            elif (thing := self._lists[name].get(id[0])) is not None:
                tree[name][id[0]] = thing.model_dump(mode="json")
        return tree

    def _read(self, at: str, tree: Mapping[str, Any]) -> Any:
        name, *id = parts_of(at)
        if not id:
            return tree.get(name)
        raw = tree[name].get(id[0])
        if raw is None:
            return None
        if not isinstance(raw, Mapping) or raw.get("id") != id[0]:
            raise Refused(f"{at}/id: a thing keeps its id")
        try:
            return MODELS[name].model_validate(raw)
        except ValidationError as error:
            raise Refused(complaint(error, at=at)) from None

    def _holds(self, at: str, thing: Record, changes: Changes) -> None:
        """Its spans stand in the text, and what it names is there."""
        if self._old.text is not None:
            try:
                check_spans(thing, self._old.text, at)
            except ValueError as error:
                raise Refused(str(error)) from None
        for wanted in _named(thing):
            if (changes[wanted] if wanted in changes else self.get(wanted)) is None:
                raise Refused(f"{at}: names {wanted}, which does not exist")

    def _others(self, changes: Changes) -> Iterator[tuple[str, Record]]:
        """The things that stay as they are and can name others."""
        for name in ("entities", "sums", "claims"):
            for id, thing in self._lists[name].items():
                if (at := pointer(name, id)) not in changes:
                    yield at, thing

    def _whole(self, things: Changes, fields: Changes) -> Changes:
        """The fields as they are read in the whole document."""
        made = Things(self.document)
        made.put(things)
        raw = made.document.model_dump(mode="json")
        raw |= {parts_of(at)[0]: value for at, value in _as_json(fields).items()}
        try:
            document = Document.model_validate(raw)
        except ValidationError as error:
            raise Refused(complaint(error, raw)) from None
        return {at: getattr(document, parts_of(at)[0]) for at in fields}

    def _listed(self, name: str, things: Iterable[Any]) -> list[Any]:
        rank = self._rank[name]
        listed = sorted(things, key=lambda thing: (rank.get(thing.id, len(rank)), thing.id))
        if self._by_place[name]:
            listed.sort(key=lambda thing: (thing.span.start, thing.span.end))
        return listed


def _named(thing: Record) -> Iterator[str]:
    """Pointers to what a thing names."""
    return (pointer(LIST_OF[kind], id) for kind, id in references(thing))


def _as_json(fields: Changes) -> Changes:
    """Values that come from an undo are records, those of a patch are JSON already."""
    return {at: _plain(value) for at, value in fields.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return value.model_dump(mode="json")
    return [_plain(each) for each in value] if isinstance(value, tuple | list) else value
