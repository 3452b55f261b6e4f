"""Versions: how many decisions have touched a thing. Whoever decided on an older one is told, and overwrites nothing.

Comments touch nothing. An undo and a redo count like any other decision, so that a version never comes back.
"""

from collections.abc import Iterable

from pipeline.review.decision import Decision, said
from pipeline.review.keyed import pointer

Place = tuple[str, str]
"""Document, pointer."""


class Conflict(ValueError):
    """Somebody else was faster. `other` is the decision that came in between, None where the version is unknown."""

    def __init__(self, message: str, other: Decision | None) -> None:
        super().__init__(message)
        self.other = other


class Versions:
    """Counts decisions as they come."""

    def __init__(self) -> None:
        self._last: dict[Place, Decision] = {}
        self._count: dict[Place, int] = {}
        self._touched: dict[str, tuple[str, ...]] = {}

    def of(self, document: str, at: str) -> int:
        """The version of a thing, 0 before anybody decided."""
        return self._count.get((document, at), 0)

    def last(self, document: str, at: str) -> Decision | None:
        """The decision that made the present version."""
        return self._last.get((document, at))

    def touched(self, decision: Decision) -> tuple[str, ...]:
        """Pointers to what a decision touches; an undo or redo what its decision touched."""
        if decision.verdict == "comment":
            return ()
        if decision.undoes is not None:
            return self._touched.get(decision.undoes, decision.touches)
        return decision.touches

    def stamped(self, decision: Decision) -> Decision:
        """The decision as if it were made on the versions that there are now."""
        now = {at: self.of(decision.document, at) for at in self.touched(decision)}
        own = now.pop(pointer("claims", decision.claim), 0) if decision.claim is not None else 0
        return decision.model_copy(update={"base": own, "also": {at: n for at, n in now.items() if n}})

    def check(self, decision: Decision) -> None:
        """Raises Conflict unless every thing that is touched has the version that the decision was made on."""
        bases = decision.bases
        for at in self.touched(decision):
            now = self.of(decision.document, at)
            if bases.get(at, 0) != now:
                raise Conflict(
                    self._clash(decision, at, bases.get(at, 0), now),
                    self.last(decision.document, at),
                )

    def take(self, decision: Decision) -> None:
        """Count it, without a check."""
        touched = self.touched(decision)
        self._touched[decision.id] = touched
        for at in touched:
            place = (decision.document, at)
            self._count[place] = self._count.get(place, 0) + 1
            self._last[place] = decision

    def take_all(self, decisions: Iterable[Decision]) -> None:
        for decision in decisions:
            self.take(decision)

    def _clash(self, decision: Decision, at: str, base: int, now: int) -> str:
        what = f"document {decision.document}, {at}"
        last = self.last(decision.document, at)
        if last is None or base > now:
            return f"{what}: there is no version {base}, the present one is {now}"
        changed = f"{last.who} has changed it at {last.when} ({said(last)})"
        return f"{what}: {changed}; look at version {now} and decide again"
