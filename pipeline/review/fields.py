"""Acts that set something: a field, a role, a span, a thing that was not found. See `acts.py`."""

from typing import Any

from pipeline.lexicon import mapping
from pipeline.record import Claim, Document, Predicate, Role, Span
from pipeline.review.edges import Side, Unit, inside, moved
from pipeline.review.keyed import LETTERS, pointer
from pipeline.review.made import Patch, checked, claim_of, patch_of, selected
from pipeline.review.reshape import edge, last_word, reshaped

PLAIN = {"modality/value": "asserted", "polarity/value": "affirmed"}
"""Values that no words say: with them the cues go."""
ABSENT: dict[str, dict[str, Any]] = {
    "entities": {},
    "amounts": {"value": None, "low": None, "high": None, "comparator": "eq", "unit": "count", "rule": "person"},
    "dates": {
        "kind": "date", "relation": None, "edtf": None, "timex": None, "grain": None, "first": None, "last": None,
        "anchored_to": "none", "rule": "person",
    },
    "sums": {"value": None, "low": None, "high": None, "rule": "person"},
}  # fmt: skip
"""What a thing is as long as nobody says otherwise."""


def set_at(document: Document, at: str, value: Any) -> Patch:
    """The value at a JSON Pointer into the keyed document."""
    return checked(document, [{"op": "replace", "path": at, "value": value}])


def set_field(document: Document, claim: str, path: str, value: Any) -> Patch:
    """A field of a claim, by its path in it: `kind`, `attribution/source_type`, `subject` (None takes it away)."""
    claim_of(document, claim)
    at = pointer("claims", claim)
    patch = [{"op": "replace", "path": f"{at}/{path}", "value": value}]
    if PLAIN.get(path) == value:
        patch.append({"op": "replace", "path": f"{at}/{path.partition('/')[0]}/cues", "value": []})
    return checked(document, patch)


def set_span(document: Document, claim: str, start: int, end: int) -> Patch:
    """A claim's span; its parts keep inside (`reshape.py`)."""
    words = selected(document, start, end)
    return patch_of(document, [reshaped(document, claim_of(document, claim), *words)])


def grow(document: Document, claim: str, side: Side, by: int, unit: Unit = "word") -> Patch:
    """A claim that is `by` words (characters) longer at one side; shorter where `by` is negative."""
    span = claim_of(document, claim).span
    return set_span(document, claim, *moved(document.text or "", edge(span), side, by, unit))


def set_role(document: Document, claim: str, slot: str, start: int, end: int, **features: Any) -> Patch:
    """What fills a slot: `subject`, `object`, `predicate`, or a role among the arguments, where it takes the place
    of one that it overlaps. `features`: what is not to be guessed: head, text, entity, origin, lemma, tense, voice."""
    held = claim_of(document, claim)
    span = Span.of(document.text or "", *selected(document, start, end))
    head = last_word(document.text or "", span)
    made: dict[str, Any] = {"role": slot, "span": span, "text": span.text, "head": head}
    if slot == "predicate":
        made |= {**_verb(document, held, span), **features}
        abstained = tuple(each for each in held.abstained if each.field != "predicate")
        changes: dict[str, Any] = {"predicate": Predicate.model_construct(**made), "abstained": abstained}
    else:
        role = Role.model_construct(**{**made, "entity": _entity(document, span, head), **features})
        changes = {slot: role} if slot in ("subject", "object") else {"arguments": _among(held, role)}
    return patch_of(document, [held.model_copy(update=changes)])


def put(document: Document, name: str, thing: dict[str, Any]) -> tuple[str, Patch]:
    """A new amount, date, entity or sum with the next free id, and what it is by default."""
    taken = {each.id for each in getattr(document, name)}
    number = len(taken) + 1
    while (id := f"{LETTERS[name]}{number}") in taken:
        number += 1
    core = {"core": thing.get("span")} if name in ("amounts", "dates") else {}
    whole = {"id": id, **core, **ABSENT[name], **thing}
    return id, checked(document, [{"op": "add", "path": pointer(name, id), "value": whole}])


def _verb(document: Document, held: Claim, span: Span) -> dict[str, Any]:
    """Lemma, tense and voice: of a claim with the same predicate; else the verb's own, as far as a table knows it."""
    for claim in document.claims:
        if claim.predicate.span == span and not any(each.field == "predicate" for each in claim.abstained):
            return {key: getattr(claim.predicate, key) for key in ("lemma", "tense", "voice")}
    word = last_word(span.text, Span.of(span.text, 0, len(span.text))).text.lower()
    lemma = mapping("irregular_verbs", "past", "lemma").get(word, word)
    return {"lemma": lemma, "tense": held.predicate.tense, "voice": held.predicate.voice}


def _entity(document: Document, span: Span, head: Span) -> str | None:
    """The longest name in a role that holds its head."""
    held = [
        e for e in document.entities if inside(edge(e.span), edge(span)) and inside(edge(head), edge(e.span))
    ]
    return max(held, key=lambda e: e.span.end - e.span.start).id if held else None


def _among(held: Claim, role: Role) -> tuple[Role, ...]:
    others = [
        each for each in held.arguments
        if each.role != role.role or each.span.end <= role.span.start or role.span.end <= each.span.start
    ]  # fmt: skip
    return tuple(sorted([*others, role], key=lambda each: (each.span.start, each.span.end)))
