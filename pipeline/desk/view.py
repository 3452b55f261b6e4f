"""Records → what the page is told: JSON of lists, texts and numbers; the page makes elements of it, never HTML."""

from collections.abc import Iterable
from typing import Any

from pipeline.page import figures, sums, times, words
from pipeline.page.segments import blocks
from pipeline.page.wording import wording
from pipeline.record import Claim, Document
from pipeline.review import Reviewed

LISTS = ("claims", "amounts", "dates", "entities")
"""The lists whose things the page holds."""
_LEAN: Any = {
    **dict.fromkeys(("id", "span", "fragments", "text", "kind", "attribution", "amounts", "dates", "confidence"), True),
    "polarity": {"value"}, "modality": {"value"}, "check_worthiness": {"score"},
}  # fmt: skip
"""What marks, list and filters need of a claim; the card asks for the rest."""


def opened(document: Document, number: int) -> dict[str, Any]:
    """The op-ed and what is marked in it; of the claims only what is seen before one is looked at."""
    return {
        "number": number,
        "id": document.id,
        "title": words.heading(document),
        "byline": document.byline,
        "outlet": document.outlet,
        "published": times.long_day(document.published) if document.published else None,
        "language": document.language,
        "text": document.text or "",
        "blocks": _blocks(document),
        "claims": [claim.model_dump(mode="json", include=_LEAN) for claim in document.claims],
        "amounts": [thing(document, f"/amounts/{each.id}", each) for each in document.amounts],
        "dates": [thing(document, f"/dates/{each.id}", each) for each in document.dates],
        "entities": [thing(document, f"/entities/{each.id}", each) for each in document.entities],
        "sums": [
            {"start": each.span.start, "holds": each.holds, "said": sums.spoken(document, each)}
            for each in document.sums
        ],
    }


def thing(document: Document, pointer: str, held: Any) -> Any:
    """A claim, amount, date or entity, whole, and how it is said to a person; a field of the document as it is."""
    kind = pointer.split("/")[1]
    if held is None or kind not in LISTS:
        return None
    made: dict[str, Any] = held.model_dump(mode="json")
    if kind == "claims":
        pieces = wording(held)
        return {
            **made,
            "whole": True,
            "wording": [[p.text, p.edit.reason if p.edit else None] for p in pieces],
        }
    said = {
        "amounts": lambda: words.join(figures.exact(held), figures.converted(held)),
        "dates": lambda: words.join(times.spoken(held), times.normal(held) and f"· {times.normal(held)}"),
        "entities": lambda: f"{held.name}, {held.label}",
    }
    return {**made, "said": said[kind]()}


def cards(document: Document, claims: Iterable[Claim]) -> list[Any]:
    """Claims with every field."""
    return [thing(document, f"/claims/{claim.id}", claim) for claim in claims]


def standings(reviewed: Reviewed, pointers: Iterable[str]) -> dict[str, Any]:
    """Pointer → version, status, and whose decision that is, when; those that nobody has decided on are left out."""
    found = {}
    for pointer in pointers:
        stands = reviewed.standing(pointer)
        if stands.version:
            by = reviewed.in_force(pointer) or stands  # an undo gives a status back to whoever had decided it
            found[pointer] = {
                "version": stands.version, "status": stands.status, "who": by.who, "when": by.when,
            }  # fmt: skip
    return found


def comments(reviewed: Reviewed) -> dict[str, list[dict[str, Any]]]:
    """Pointer of a claim → who said what, when."""
    return {
        pointer: [{"id": each.id, "who": each.who, "when": each.when, "note": each.note} for each in said]
        for pointer, said in reviewed.comments.items()
    }


def _blocks(document: Document) -> list[list[Any]]:
    """[start, end, whether it only says the title or the by-line again] of each paragraph."""
    bare = document.model_copy(update={"claims": (), "amounts": (), "dates": (), "entities": ()})
    known = [words.flat(found.span.text) for found in document.found] + [words.flat(document.title or "")]
    return [
        [block.start, block.end, words.flat(block.text) in known] for block in blocks(bare) if not block.gap
    ]
