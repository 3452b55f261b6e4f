"""Versions: how many decisions have touched a thing. Whoever decided on an older one is told, and overwrites nothing.

Comments touch nothing. An undo and a redo count like any other decision, so that a version never comes back.
"""

from collections.abc import Iterable

from pipeline.review.decision import Decision, said

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

    def of(self, document: str, pointer: str) -> int:
        """The version of a thing, 0 before anybody decided."""
        return self._count.get((document, pointer), 0)

    def last(self, document: str, pointer: str) -> Decision | None:
        """The decision that made the present version."""
        return self._last.get((document, pointer))

    def touched(self, decision: Decision) -> tuple[str, ...]:
        """Pointers to what a decision touches; an undo or redo what its decision touched."""
        if decision.verdict == "comment":
            return ()
        if decision.undoes is not None:
            return self._touched.get(decision.undoes, decision.touches)
        return decision.touches

    def check(self, decision: Decision) -> None:
        """Raises Conflict unless every thing that is touched has the version that the decision was made on."""
        bases = decision.bases
        for pointer in self.touched(decision):
            now = self.of(decision.document, pointer)
            if bases.get(pointer, 0) != now:
                raise Conflict(
                    self._clash(decision, pointer, bases.get(pointer, 0), now),
                    self.last(decision.document, pointer),
                )

    def take(self, decision: Decision) -> None:
        """Count it, without a check."""
        touched = self.touched(decision)
        self._touched[decision.id] = touched
        for pointer in touched:
            place = (decision.document, pointer)
            self._count[place] = self._count.get(place, 0) + 1
            self._last[place] = decision

    def take_all(self, decisions: Iterable[Decision]) -> None:
        for decision in decisions:
            self.take(decision)

    def _clash(self, decision: Decision, pointer: str, base: int, now: int) -> str:
        what = f"document {decision.document}, {pointer}"
        last = self.last(decision.document, pointer)
        if last is None or base > now:
            return f"{what}: there is no version {base}, the present one is {now}"
        changed = f"{last.who} has changed it at {last.when} ({said(last)})"
        return f"{what}: {changed}; look at version {now} and decide again"
