"""What lies on the desk: the documents, the log, and each document that is open as the decisions have made it."""

from collections.abc import Mapping
from contextlib import suppress
from threading import RLock
from typing import Any

from pydantic import ValidationError

from pipeline.desk import comparison, queue, view
from pipeline.desk.recent import Recent
from pipeline.desk.request import ReviewRequest, drafted
from pipeline.desk.shelf import Shelf
from pipeline.record import Document, digest
from pipeline.review import Conflict, Decision, Log, Refused, Reviewed, blank
from pipeline.review.decision import problem
from pipeline.review.keyed import pointer
from pipeline.review.queue import next_claims
from pipeline.store.unswept import unswept

Unfit = Refused

__all__ = ["Conflict", "Room", "Unfit"]


class Room:
    """One person's desk. `blind`: what the program found is neither shown nor sent, and only this person's own blind
    decisions are. `first` is the document that it opens with, the first that nobody has begun. Every method may be
    called from several threads."""

    def __init__(
        self,
        shelf: Shelf,
        log: Log,
        who: str,
        blind: bool = False,
        gold: Shelf | None = None,
        gold_name: str = "",
    ) -> None:
        self.shelf, self.log, self.who, self.blind = shelf, log, who, blind
        self.gold, self.gold_name = gold, gold_name
        self.key = digest(f"{log.path.resolve()}\0{who}\0{blind}")[:16]
        self.tally = queue.Tally(shelf, blind)
        self._open = Recent[Reviewed]()
        self._lock = RLock()
        begun = queue.decided(filter(self._counts, log.decisions), shelf)
        self.first = next((each.number for each in shelf.entries if not begun[each.number]), 0)

    def warm(self) -> None:
        """Open the first document ahead, while the browser is starting."""
        with self._lock, suppress(ValueError, OSError):
            self._reviewed(self.first)

    def document(self, number: int) -> dict[str, Any]:
        """The op-ed with its marks, and what was decided. Raises IndexError."""
        with self._lock, unswept():
            self._news(self.log.refresh())
            reviewed = self._reviewed(number)
            document = reviewed.document
            pointers = [pointer(name, each.id) for name in view.LISTS for each in getattr(document, name)]
            told = {
                **view.opened(document, number),
                **self._state(reviewed),
                "standings": view.standings(reviewed, pointers),
                "comments": view.comments(reviewed),
                "gold": comparison.shown(document, other) if (other := self._other(document)) else None,
                "lost": len(reviewed.refused),
            }
            self.tally.begin()
            return told

    def queue(self, wanted: Mapping[str, str], start: int, many: int) -> dict[str, Any]:
        """Rows of the queue, as `queue.py` finds them."""
        with self._lock:
            self._news(self.log.refresh())
            decided = queue.decided(filter(self._counts, self.log.decisions), self.shelf)
        return queue.listed(self.shelf, self.tally, decided, wanted, start, many)

    def claims(self, number: int, start: int, many: int) -> list[Any]:
        """Claims with every field, from the one at `start`. Raises IndexError."""
        with self._lock:
            document = self._reviewed(number).document
            return view.cards(document, document.claims[start : start + many])

    def since(self, number: int, version: int) -> dict[str, Any]:
        """What others have decided since the log had `version` lines. Raises IndexError."""
        with self._lock:
            self._news(self.log.refresh())
            return self._changed(number, self.log.decisions[version:])

    def next(self, number: int) -> list[str]:
        """Ids of the claims that nobody has decided on, those first that teach most (`review/queue.py`)."""
        with self._lock:
            reviewed = self._reviewed(number)
            other = self._other(reviewed.original)
        others = {reviewed.original.id: [other]} if other else {}
        return [each.claim for each in next_claims([reviewed], others)]

    def decide(self, given: Any) -> dict[str, Any]:
        """Write a decision down, and say what is other than before. The same decision sent twice is written once.
        Raises Conflict, Unfit, IndexError, OSError."""
        request = ReviewRequest.read(given)
        with self._lock:
            self._news(self.log.refresh())
            before = len(self.log.decisions)
            number = self._number(request.document)
            reviewed = self._reviewed(number)
            if not any(each.id == request.id for each in self.log.decisions):
                decision = self._drafted(reviewed, request)
                reviewed.check(decision)
                self._news(self.log.append(decision))
            return self._changed(number, self.log.decisions[min(before, request.seen) :])

    def _drafted(self, reviewed: Reviewed, request: ReviewRequest) -> Decision:
        try:
            return drafted(reviewed, request, self.who, self.blind, self._other(reviewed.original))
        except ValidationError as error:
            raise Unfit(problem(error)) from None

    def _number(self, document: str) -> int:
        if document not in self.shelf.numbers:
            raise Unfit(f"there is no document {document!r} on this desk")
        return self.shelf.numbers[document]

    def _changed(self, number: int, decisions: list[Decision]) -> dict[str, Any]:
        """The things that decisions touched, as they are now."""
        reviewed = self._reviewed(number)
        ours = [each for each in decisions if self._counts(each) and each.document == reviewed.original.id]
        pointers = list(dict.fromkeys(p for each in ours for p in reviewed.versions.touched(each)))
        document = reviewed.document
        return {
            **self._state(reviewed),
            "things": {p: view.thing(document, p, reviewed.things.get(p)) for p in pointers},
            "standings": view.standings(reviewed, pointers),
            "comments": view.comments(reviewed),
            "order": [claim.id for claim in document.claims] if any(map(_reorders, ours)) else None,
            **(
                {"gold": comparison.shown(document, other)}
                if pointers and (other := self._other(document))
                else {}
            ),
            "others": sorted({each.who for each in ours if each.who != self.who}),
        }

    def _other(self, document: Document) -> Document | None:
        """The same op-ed in the other folder. Raises Unfit where its text is another."""
        if self.gold is None or document.id not in self.gold.numbers:
            return None
        other = self.gold.document(self.gold.numbers[document.id])
        if other.sha256 != document.sha256:
            raise Unfit(f"document {document.id}: its text in {self.gold_name} is another")
        return other

    def _state(self, reviewed: Reviewed) -> dict[str, Any]:
        return {
            "version": len(self.log.decisions),
            "undo": len(reviewed.done[self.who]),
            "redo": len(reviewed.undone[self.who]),
        }

    def _reviewed(self, number: int) -> Reviewed:
        if not 0 <= number < len(self.shelf.entries):
            raise IndexError(number)
        return self._open.get(number, self._as_decided)

    def _as_decided(self, number: int) -> Reviewed:
        document = self.shelf.document(number)
        if document.text is None:
            raise Unfit(f"document {document.id} was written without its text: there is nothing to mark")
        ours = (each for each in self.log.decisions if self._counts(each) and each.document == document.id)
        return Reviewed(blank(document) if self.blind else document).take_all(ours)

    def _news(self, decisions: list[Decision]) -> None:
        """Decisions that the log has and the open documents have not."""
        for decision in filter(self._counts, decisions):
            for reviewed in self._open:
                reviewed.take_all([decision])

    def _counts(self, decision: Decision) -> bool:
        return decision.blind == self.blind and (not self.blind or decision.who == self.who)


def _reorders(decision: Decision) -> bool:
    return bool(decision.patch) or decision.undoes is not None
