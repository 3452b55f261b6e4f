"""What changed between two runs, without gold: by document, item and field."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pipeline.record import CheckWorthiness, Document, Modality, Polarity, Record, Role, Span
from pipeline.score.match import match
from pipeline.score.pair import Pairing
from pipeline.score.scores import ScoreError, by_id

How = Literal["changed", "gone", "new"]
ITEMS = {"claims": "claim", "amounts": "amount", "dates": "date", "entities": "name"}
NUMBERED = ("id", "sentence", "paragraph")
"""Says where an item stands among the others; what others do is not its own change."""


@dataclass(frozen=True)
class Difference:
    """`item` is "claim", "amount", "date", "name" or "document", `at` where it stands, `quote` its words; `field` is
    set where a field of it changed, from `before` to `after`."""

    document: str
    how: How
    item: str
    at: int | None
    quote: str
    field: str | None = None
    before: str | None = None
    after: str | None = None


def diff(before: Sequence[Document], after: Sequence[Document]) -> list[Difference]:
    """Every difference, document by document, in the order of the text. Items are paired as `score` pairs them.

    Entities that only repeat an amount or a date are told with it, skipped sentences by the claims they gain or lose.

    Raises ScoreError if an id comes twice on one side, or if the two sides hold different texts under one id.
    """
    old, new = by_id(before, "the first run"), by_id(after, "the second run")
    found: list[Difference] = []
    for id in sorted(old.keys() | new.keys()):
        if id in old and id in new:
            found += _document(old[id], new[id])
        else:
            found.append(Difference(id, "new" if id in new else "gone", "document", None, ""))
    return found


def _document(old: Document, new: Document) -> list[Difference]:
    if old.sha256 != new.sha256:
        raise ScoreError(f"document {old.id}: the two runs read different texts (sha256 differs)")
    pairs = match(old.model_copy(update={"leeway": None}), new)
    names = (_names(old), _names(new))
    found = [d for key in ITEMS for d in _items(old.id, ITEMS[key], getattr(pairs, key), names)]
    found.sort(key=lambda d: (d.at or 0, d.item, d.field or ""))
    return [*_head(old, new), *found]


def _head(old: Document, new: Document) -> Iterator[Difference]:
    """What was read about the op-ed as a whole."""
    for field in ("title", "byline", "outlet", "url", "language", "published", "published_from"):
        a, b = getattr(old, field), getattr(new, field)
        if a != b:
            yield Difference(old.id, "changed", "document", None, "", field, _said(a), _said(b))


def _items(
    where: str, item: str, pairing: Pairing[Any], names: tuple[Mapping[str, str], Mapping[str, str]]
) -> Iterator[Difference]:
    for gone in pairing.missed:
        yield Difference(where, "gone", item, gone.span.start, gone.span.text)
    for new in pairing.spurious:
        yield Difference(where, "new", item, new.span.start, new.span.text)
    for p in pairing.pairs:
        a, b = _fields(p.gold, names[0]), _fields(p.found, names[1])
        for field in a:
            if a[field] != b[field]:
                before, after = (
                    _told(getattr(p.gold, field), a[field]),
                    _told(getattr(p.found, field), b[field]),
                )
                if before == after:
                    before, after = _said(a[field]), _said(b[field])
                yield Difference(
                    where, "changed", item, p.gold.span.start, p.gold.span.text, field, before, after
                )


def _names(document: Document) -> dict[str, str]:
    """Id → the words that it stands for: ids are numbers in a list, and say nothing in another run."""
    items: tuple[Any, ...] = (*document.entities, *document.amounts, *document.dates, *document.claims)
    return {item.id: item.span.text for item in items}


def _fields(item: Record, names: Mapping[str, str]) -> dict[str, Any]:
    """Each field as plain values, ids as words."""
    return {
        name: _plain(value, names)
        for name, value in item.model_dump(mode="json").items()
        if name not in NUMBERED
    }


def _plain(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner, names) for inner in value]
    return names.get(value, value) if isinstance(value, str) else value


def _told(value: Any, plain: Any) -> str | None:
    """A field in few words."""
    if isinstance(value, (Span, Role)):
        return value.text
    if isinstance(value, CheckWorthiness):
        return f"{value.score:.2f}"
    if isinstance(value, (Polarity, Modality)):
        return " ".join([value.value, *(f"“{cue.text}”" for cue in value.cues)])
    if isinstance(value, tuple):
        return "; ".join(str(_told(a, b)) for a, b in zip(value, plain, strict=True)) or None
    return _said(plain)


def _said(value: Any) -> str | None:
    """Plain values, with offsets: what differs where words do not."""
    if isinstance(value, dict) and "start" in value:
        return f"{value['text']} ({value['start']}–{value['end']})"
    if isinstance(value, dict):
        return ", ".join(
            f"{key} {_said(inner)}" for key, inner in value.items() if inner not in (None, [], "")
        )
    if isinstance(value, list):
        return "; ".join(str(_said(inner)) for inner in value) or None
    return None if value is None else str(value)
