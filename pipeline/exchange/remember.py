"""What no sheet carries, of claims that nobody touched and of those that somebody did."""

from typing import Any

from pipeline.exchange.adopt import Linked
from pipeline.exchange.home import Home, Things
from pipeline.exchange.values import NOT_GIVEN
from pipeline.record import Abstained, Claim

BY_HAND = Abstained(field="edits", reason="text_by_hand")
"""Of a text that a person wrote, nobody marked what was taken from where."""


def refreshed(home: Home, claim: Claim) -> Claim:
    """A claim that nobody touched, without what is gone and with what was added inside it."""
    pieces = tuple((piece.start, piece.end) for piece in claim.fragments)
    changes: dict[str, Any] = {}
    for many, shelf in home.shelves.items():
        listed, fresh = getattr(claim, many), home.fresh[many]
        wanted = {*listed, *(fresh.intersection(shelf.inside(pieces)) if fresh else ())}
        if len(wanted) > len(listed) or not shelf.ids >= wanted:
            changes[many] = shelf.sorted(wanted)
    for name in ("subject", "object"):
        slot = getattr(claim, name)
        if slot and (kept := _named_still(home, slot)) is not slot:
            changes[name] = kept
    arguments = tuple(_named_still(home, slot) for slot in claim.arguments)
    if arguments != claim.arguments:
        changes["arguments"] = arguments
    return claim.model_copy(update=changes) if changes else claim


def _named_still(home: Home, slot: Any) -> Any:
    """A role whose name was taken away stands for none."""
    gone = slot.entity is not None and slot.entity not in home.shelves["entities"].ids
    return slot.model_copy(update={"entity": None}) if gone else slot


def remembered(one: Linked, before: Claim | None, made: Things, own: str) -> Things:
    """What no sheet carries. A score of what was changed is no score of it; a rule that decided what stands does."""
    if before is None:
        missing = ["kind"] if "kind" not in one.mark.fields else []
        missing += ["predicate"] if "lemma" not in one.parts["predicate"][0].fields else []
        open_ = tuple(Abstained(field=field, reason=NOT_GIVEN) for field in missing)
        return {"abstained": (BY_HAND, *open_) if made["text"] != own else open_}
    same = before.text == made["text"] and before.fragments == made["fragments"]
    edits = before.edits if same else tuple(edit for edit in before.edits if edit.text in made["text"])
    rules = tuple(r for r in before.rules if r.field in made and made[r.field] == getattr(before, r.field))
    more = () if before.text == made["text"] or BY_HAND in before.abstained else (BY_HAND,)
    return {"edits": edits, "rules": rules, "abstained": (*before.abstained, *more)}
