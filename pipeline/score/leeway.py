"""What gold leaves open: other answers that are right, and items that count neither way.

Heeded once, while things are paired, so that no measure has to know: gold takes the form that is closest to what
was found, and optional items leave both sides.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from pipeline.record import Alternative, Claim, Document, Span
from pipeline.score.answers import CHANGED, READ
from pipeline.score.pair import Item, Pair, Pairing
from pipeline.score.spans import overlap, same, shared, word_f1, words

Open = dict[str, list[Alternative]]
"""Id of an item → its other answers."""
ROLES = ("subject", "object")


def alternatives(gold: Document) -> Open:
    """All other answers of a document, by item."""
    known: Open = {}
    for each in gold.leeway.accept if gold.leeway else ():
        known.setdefault(each.of, []).append(each)
    return known


def forms(item: Item, known: Open) -> list[Item]:
    """The item, and the item with each other span that is accepted."""
    others = [each for each in known.get(item.id, ()) if each.field == "span" and each.span]
    all_of_them: list[Item] = [item]
    all_of_them += [_moved(item, each.span, each.fragments) for each in others]
    return all_of_them


def accepted(pairing: Pairing[Item], known: Open, weight: Callable[[Item, Item], float]) -> Pairing[Item]:
    """Each paired item of gold in the form that is nearest to what was found."""
    nearest = {id(p.gold): _nearest(p, known, weight) for p in pairing.pairs if p.gold.id in known}
    gold = tuple(nearest.get(id(item), item) for item in pairing.gold)
    pairs = tuple(replace(p, gold=nearest.get(id(p.gold), p.gold)) for p in pairing.pairs)
    return replace(pairing, gold=gold, pairs=pairs)


def required(pairing: Pairing[Item], optional: Sequence[str], floor: float = 0.0) -> Pairing[Item]:
    """Without the optional items of gold, and without what was found for them (of weight `floor` or more)."""
    loose = [p for p in pairing.pairs if p.gold.id in optional]
    gone = {id(p.found) for p in loose if p.weight >= floor}
    return replace(
        pairing,
        gold=tuple(item for item in pairing.gold if item.id not in optional),
        found=tuple(item for item in pairing.found if id(item) not in gone),
        pairs=tuple(p for p in pairing.pairs if p.gold.id not in optional),
        aside=tuple(loose),
    )


def stripped(claims: Iterable[Claim], kept: set[str], field: str) -> list[Claim]:
    """The claims, naming in this field (`amounts`, `dates`) only ids that still count."""
    return [
        claim.model_copy(update={field: tuple(i for i in getattr(claim, field) if i in kept)})
        for claim in claims
    ]


def _moved(item: Any, span: Any, fragments: Sequence[Span]) -> Any:
    """With another span; a claim keeps the pieces it borrowed from outside the old one."""
    update: dict[str, Any] = {"span": span}
    if isinstance(item, Claim):
        apart = [f for f in item.fragments if not shared(f, item.span) and not shared(f, span)]
        update["fragments"] = tuple(sorted([*apart, *(fragments or (span,))], key=lambda f: f.start))
    return item.model_copy(update=update)


def _nearest(pair: Pair[Item], known: Open, weight: Callable[[Item, Item], float]) -> Item:
    best: Any = max(forms(pair.gold, known), key=lambda form: _nearness(form, pair.found, weight))
    for each in known[pair.gold.id]:
        if each.field != "span":
            best = _with(best, each, pair.found)
    nearest: Item = best
    return nearest


def _nearness(form: Any, found: Any, weight: Callable[[Any, Any], float]) -> tuple[float, bool, float]:
    """Words first; where punctuation alone makes the difference, the edges."""
    return weight(form, found), same(form.span, found.span), overlap(form.span, found.span)


def _with(item: Any, other: Alternative, found: Any) -> Any:
    """The item with this answer, if it is the one that was found."""
    if other.field in ROLES:
        return _with_role(item, other, found)
    changed = item.model_copy(update=CHANGED[other.field](item, other.value))
    read = READ[other.field]
    return changed if read(changed) == read(found) else item


def _with_role(item: Any, other: Alternative, found: Any) -> Any:
    """With another subject (object), or none, where that is nearer to what was found."""
    mine, given = getattr(item, other.field), getattr(found, other.field)
    if given is None:
        return item.model_copy(update={other.field: None}) if other.span is None else item
    if other.span is None:
        return item
    nearer = _alike(other.span, given.span) > (_alike(mine.span, given.span) if mine else 0)
    moved = given.model_copy(update={"span": other.span, "text": other.span.text})
    return item.model_copy(update={other.field: moved}) if nearer else item


def _alike(a: Span, b: Span) -> float:
    return word_f1(words([a]), words([b]))
