"""Logs of several people on one document → one review. Whoever comes later adds what the earlier ones left open; where
both decided and the outcome is not the same, that is a conflict, and the earlier decision stands until somebody
settles it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.record import Claim, Document
from pipeline.review.anchor import anchored
from pipeline.review.blind import blank
from pipeline.review.changes import Refused
from pipeline.review.decision import Decision, said
from pipeline.review.rates import DECIDED, content
from pipeline.review.replay import Refusal, Reviewed, replay
from pipeline.review.standing import Standing
from pipeline.review.versions import Conflict


class Together(NamedTuple):
    """`orphaned` lost what they were about (`anchor.py`); `conflicts` could not be taken, one for each thing. `unseen`:
    what was found, where nobody was to see it (a blind review)."""

    reviewed: Reviewed
    orphaned: tuple[Refusal, ...]
    conflicts: tuple[Refusal, ...]
    unseen: Document | None = None


def together(document: Document, logs: Sequence[Iterable[Decision]]) -> Together:
    """A review of a document by the decisions on it in all logs. Blind ones are taken on the bare op-ed."""
    own = [[each for each in log if each.document == document.id] for log in logs]
    blind = any(own) and all(each.blind for log in own for each in log)
    base = blank(document) if blind else document
    reviewed = Reviewed(base)
    orphaned: list[Refusal] = []
    conflicts: list[Refusal] = []
    for log in own:
        fit = anchored(base, log)
        orphaned += fit.orphaned
        conflicts += _joined(reviewed, replay(base, fit.decisions), fit.decisions)
    return Together(reviewed, tuple(orphaned), tuple(conflicts), document if blind else None)


def _joined(reviewed: Reviewed, alone: Reviewed, decisions: Iterable[Decision]) -> list[Refusal]:
    """Take the decisions of a log, which `alone` has taken by itself, as far as nobody has decided before."""
    before = {at: stands for at, stands in reviewed.standings.items() if stands.status in (None, *DECIDED)}
    conflicts = list(alone.refused)
    refused = {refusal.decision.id for refusal in conflicts}
    left: set[str] = set()
    for decision in decisions:
        touched = alone.versions.touched(decision)
        clash = [at for at in touched if at in before]
        if decision.id in refused or (not clash and left.isdisjoint(touched)):
            conflicts += _taken(reviewed, decision) if decision.id not in refused else []
            continue
        told = [at for at in (clash if decision.id in refused else touched) if at not in left]
        differ = [at for at in told if not clash or not _same(reviewed, alone, at)]
        conflicts += [_conflict(decision, at, before.get(at)) for at in differ]
        left |= set(touched)
    return conflicts


def _conflict(decision: Decision, at: str, earlier: Standing | None) -> Refusal:
    """`earlier`: what was decided on it before; nothing on an amount that was changed with a claim, or on a claim whose
    amount was changed with another, which are not taken either."""
    if earlier is not None:
        why = f"{earlier.who} and {decision.who} decided otherwise"
    else:
        why = f"{decision.who} decided it together with what is not taken"
    return Refusal(decision, f"{at}: {why} ({said(decision)})")


def _taken(reviewed: Reviewed, decision: Decision) -> list[Refusal]:
    try:
        reviewed.take(reviewed.versions.stamped(decision))
    except (Conflict, Refused) as error:
        return [Refusal(decision, str(error))]
    return []


def _same(one: Reviewed, other: Reviewed, at: str) -> bool:
    """The same thing in both, or rejected by both."""
    rejected = [each.standing(at).status == "rejected" for each in (one, other)]
    things = [each.things.get(at) for each in (one, other)]
    contents = [content(thing) if isinstance(thing, Claim) else thing for thing in things]
    return all(rejected) or (not any(rejected) and contents[0] == contents[1])
