"""A mark that fills a slot of a claim → a Role, or a Predicate with its verb's features."""

from typing import Any

from pipeline.exchange.adopt import Linked
from pipeline.exchange.home import Home
from pipeline.exchange.layers import Mark
from pipeline.exchange.marked import span_of, within
from pipeline.gold.heads import noun_head, verb_head
from pipeline.record import Predicate, Role, Span


def role(home: Home, one: Linked, mark: Mark) -> Role:
    """The role as it was, where neither the mark nor what it stands for changed."""
    before, entity = home.old.whole.parts.get((one.mark.id, mark.id)), home.stands.get(mark.id)
    if before is not None and home.old.marks.get(mark.id) == mark:
        entity = entity if mark.id in home.relinked else before.entity
        same: Role = before if before.entity == entity else before.model_copy(update={"entity": entity})
        return same
    get, span = mark.fields.get, span_of(home.sheet, mark)
    lemma = get("lemma") or span.text.split()[-1].lower()
    head = within(home.sheet, mark, get("head")) or _head(home, mark, lemma)
    origin: Any = get("origin") or "explicit"
    text = get("text") or " ".join(span.text.split())
    made: dict[str, Any] = {"span": span, "text": text, "head": head, "origin": origin}
    if mark.type == "predicate":
        tense, voice = get("tense") or "none", get("voice") or "active"
        return Predicate(role="predicate", lemma=lemma, tense=tense, voice=voice, **made)  # type: ignore[arg-type]
    fresh = mark.id not in home.old.marks
    if entity is None and fresh:
        inside = (
            e.id for e in home.things["entities"] if e.span.start <= head.start and head.end <= e.span.end
        )
        entity = next(inside, None)
    name: Any = get("role") or "other" if mark.type == "argument" else mark.type
    return Role(role=name, entity=entity, **made)


def _head(home: Home, mark: Mark, lemma: str) -> Span:
    """As gold guesses it, where none is marked."""
    edge = mark.edge
    start, end = (
        verb_head(home.source, edge, lemma) if mark.type == "predicate" else noun_head(home.source, edge)
    )
    return Span.of(home.sheet.text, start, end)
