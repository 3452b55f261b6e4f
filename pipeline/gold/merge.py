"""A reviewed document → gold: rejected claims go, what gold leaves out goes too, and the rules of the book hold.

A document is complete when somebody has decided on every claim (accepted, edited, added, rejected) and every
predicate is set. Of one that is not, gold can be made all the same: what nobody has decided on is `optional` then, and
counts neither way. Amounts, dates and names that stand in no claim that was decided on are optional in any case: who
reviews claims does not look at them. After a blind review the amounts, dates and names that the program found are lent
to gold as optional: it says nothing of them, and a score counts them neither way.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline.gold.as_gold import as_gold
from pipeline.gold.build import GUIDELINES
from pipeline.gold.lend import with_things
from pipeline.gold.rules import Finding, broken
from pipeline.record import Document, Leeway, MadeBy
from pipeline.review import DECIDED, UNKNOWN, Reviewed


class Merged(NamedTuple):
    """`findings`: which rules of the book the record breaks. `undecided`: (claim, why) of what is open."""

    document: Document
    undecided: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]

    @property
    def complete(self) -> bool:
        """Everything is decided on, and no rule broken."""
        return not self.undecided and not self.findings


def merged(reviewed: Reviewed, unseen: Document | None = None) -> Merged:
    """Gold of a document under review; `made_by` names who reviewed. `unseen`: what was found in a blind review."""
    undecided = tuple(_undecided(reviewed))
    gone = {claim.id for claim in reviewed.document.claims if reviewed.status(claim.id) == "rejected"}
    whole, lent = (
        with_things(reviewed.document, unseen) if unseen is not None else (reviewed.document, frozenset())
    )
    document = as_gold(whole, gone)
    people = ", ".join(sorted(who for who, done in reviewed.done.items() if done)) or "nobody"
    made_by = MadeBy(version="gold", model=f"reviews by {people}", config=GUIDELINES)
    leeway = _leeway(document, {claim for claim, _ in undecided}, lent)
    document = document.model_copy(update={"made_by": made_by, "leeway": leeway})
    return Merged(Document.model_validate_json(document.to_json()), undecided, tuple(broken(document)))


def _undecided(reviewed: Reviewed) -> Iterator[tuple[str, str]]:
    """(claim, why it is open), in order."""
    for claim in reviewed.document.claims:
        status = reviewed.status(claim.id)
        unknown = [each.field for each in claim.abstained if each.reason == UNKNOWN]
        if status not in DECIDED:
            yield claim.id, status or "nobody has decided on it"
        elif status != "rejected" and unknown:
            yield claim.id, f"nobody has set its {unknown[0]}"


def _leeway(document: Document, undecided: set[str], lent: frozenset[str]) -> Leeway | None:
    """What counts neither way, with what the document left open before, as far as it is still there."""
    decided = [claim for claim in document.claims if claim.id not in undecided]
    loose: list[str] = []
    for name in ("entities", "amounts", "dates"):
        named = {id for claim in decided for id in getattr(claim, name)}
        loose += [t.id for t in getattr(document, name) if t.id not in named or t.id in lent]
    loose += [claim.id for claim in document.claims if claim.id in undecided]
    before = document.leeway or Leeway()
    things: tuple[Any, ...] = (*document.entities, *document.amounts, *document.dates, *document.claims)
    held = {thing.id for thing in things}
    optional = tuple(dict.fromkeys(id for id in (*before.optional, *loose) if id in held))
    accept = tuple(each for each in before.accept if each.of in held)
    return Leeway(optional=optional, accept=accept) if optional or accept else None
