"""The queue of documents: what is in each (counted beside the server, for ten thousand take a while), which are
finished, and in which order."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from threading import Thread
from time import sleep
from typing import Any

from pipeline.desk.shelf import Entry, Shelf
from pipeline.review import Decision

_BREATH = 0.0005  # seconds between two documents, for whoever waits for an answer


@dataclass(frozen=True)
class Count:
    """Of one document: claims (None: it cannot be read), the least confidence, the highest score of
    check-worthiness."""

    claims: int | None
    confidence: float | None
    worth: float | None


class Tally:
    """Counts every document, on a thread of its own. A blind desk is not told: what was found is no business of
    its person."""

    def __init__(self, shelf: Shelf, blind: bool = False) -> None:
        self.counts: dict[int, Count] = {}
        self._shelf, self._begun = shelf, blind

    def begin(self) -> None:
        """Once, and not before somebody has a document in front of him: that comes first."""
        if not self._begun:
            self._begun = True
            Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        for entry in self._shelf.entries:
            self.counts[entry.number] = self._count(entry.number)
            sleep(_BREATH)

    def _count(self, number: int) -> Count:
        """A broken record is nothing here: whoever opens it is told."""
        try:
            return count(self._shelf.raw(number))
        except (ValueError, TypeError, KeyError, AttributeError, OSError):
            return Count(None, None, None)


def count(record: Mapping[str, Any]) -> Count:
    """Of a record as JSON has it, checked or not."""
    claims = record.get("claims") or ()
    sure = [each["confidence"] for each in claims if each.get("confidence") is not None]
    worth = [each["check_worthiness"]["score"] for each in claims if each.get("check_worthiness")]
    return Count(len(claims), min(sure, default=None), max(worth, default=None))


def decided(decisions: Iterable[Decision], shelf: Shelf) -> Counter[int]:
    """Number of a document → on how many of the claims that were found somebody has decided, what was undone left
    out."""
    acts: dict[str, Decision] = {}
    undone: dict[str, Decision] = {}
    for each in decisions:
        if each.verdict == "undo" and each.undoes in acts:
            undone[each.id] = acts.pop(each.undoes)
        elif each.verdict == "redo" and each.undoes in undone:
            acts[each.id] = undone.pop(each.undoes)
        elif each.verdict not in ("comment", "undo", "redo"):
            acts[each.id] = each
    pairs = {(each.document, at) for each in acts.values() for at in _found(each)}
    return Counter(shelf.numbers[document] for document, _ in pairs if document in shelf.numbers)


def _found(decision: Decision) -> Iterator[str]:
    """Pointers to the claims that a decision is about, without those that it makes."""
    made = {op["path"] for op in decision.patch if op["op"] == "add"}
    return (at for at in decision.touches if at.startswith("/claims/") and at not in made)


def listed(
    shelf: Shelf, tally: Tally, decided: Mapping[int, int], wanted: Mapping[str, str], start: int, many: int
) -> dict[str, Any]:
    """Rows `start` … of the documents whose id or title holds the words of `q`, in the `state` (`new`, `open`,
    `done`) and `order` (`confidence`, `worth`) that are wanted."""
    words = wanted.get("q", "").casefold().split()
    found = [each for each in shelf.entries if _holds(each, words)]
    found = [
        each
        for each in found
        if _is(wanted.get("state", ""), decided.get(each.number, 0), tally.counts.get(each.number))
    ]
    order = _ORDERS.get(wanted.get("order", ""))
    if order is not None:
        found.sort(key=lambda each: order(tally.counts.get(each.number, Count(0, None, None))))
    return {
        "all": len(shelf.entries),
        "counted": len(tally.counts),
        "count": len(found),
        "rows": [_row(each, decided, tally) for each in found[start : start + many]],
    }


def _holds(entry: Entry, words: list[str]) -> bool:
    return not words or all(word in f"{entry.id} {entry.title or ''}".casefold() for word in words)


def _is(state: str, done: int, count: Count | None) -> bool:
    if state == "new":
        return done == 0
    finished = count is not None and count.claims is not None and done >= count.claims
    return finished if state == "done" else not finished if state == "open" else True


def _row(entry: Entry, decided: Mapping[int, int], tally: Tally) -> dict[str, Any]:
    count = tally.counts.get(entry.number)
    return {
        "number": entry.number, "id": entry.id, "title": entry.title,
        "claims": count.claims if count else None, "decided": decided.get(entry.number, 0),
    }  # fmt: skip


_ORDERS: dict[str, Callable[[Count], float]] = {
    "confidence": lambda c: 2.0 if c.confidence is None else c.confidence,
    "worth": lambda c: 2.0 if c.worth is None else -c.worth,
}
