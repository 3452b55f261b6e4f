"""Decisions that were made on an older text, or on what an older program found → decisions on the present document.

A claim is the one with the same id and words; else the one with the same words, where there is one only, or only one
with the same words around it (32 characters before and behind). Amounts, dates and entities are found again by their
words and place, spans inside a patch by the words they quote. Whatever is not sure is orphaned, with a reason: nothing
is guessed, and nothing is lost, for the log stays as it is.
"""

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.record import Claim, Document, Span
from pipeline.review.decision import Decision, Quote
from pipeline.review.find import claim_of, find, near, one
from pipeline.review.keyed import parts_of, pointer
from pipeline.review.relocate import Lost, Relocated
from pipeline.review.replay import Refusal
from pipeline.review.versions import Versions


class Anchored(NamedTuple):
    """`decisions` fit the document; `orphaned` have lost what they were about; `moved` counts those whose claim, text
    or words are others now."""

    decisions: tuple[Decision, ...]
    orphaned: tuple[Refusal, ...]
    moved: int


def anchored(document: Document, decisions: Iterable[Decision]) -> Anchored:
    """Decisions on one document, in order; those on others are passed over. Where all of them fit they are given back
    as they came; else they are on the versions that are left without the orphaned ones, and an undo of one of these
    is orphaned too."""
    anchor = _Anchor(document)
    own = [decision for decision in decisions if decision.document == document.id]
    fit: list[Decision] = []
    orphaned: list[Refusal] = []
    moved = 0
    for decision in own:
        try:
            done = anchor.anchored(decision)
        except Lost as error:
            orphaned.append(Refusal(decision, str(error)))
            anchor.lost.add(decision.id)
            continue
        moved += done != decision
        fit.append(anchor.stamped(done))
    return Anchored(tuple(fit if moved or orphaned else own), tuple(orphaned), moved)


class _Anchor:
    """What was found again so far: old pointer → new id, and how far a claim's words have moved."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text or ""
        self.ids: dict[str, str] = {}
        self.shift: dict[str, int] = {}
        self.lost: set[str] = set()
        self.versions = Versions()

    def anchored(self, decision: Decision) -> Decision:
        """The decision on the present document, its versions as they were. Raises Lost."""
        if decision.undoes in self.lost:
            raise Lost(f"its decision {decision.undoes} is orphaned")
        if self.document.text is None and decision.text_hash != self.document.sha256:
            raise Lost("was made on another text, and the document holds none")
        shift = self._claim(decision)
        ids = {**self.ids, **self._things(decision, shift)}
        relocated = Relocated(self.document, ids, shift, same=decision.text_hash == self.document.sha256)
        patch = tuple(map(relocated.op, decision.patch))
        for op in relocated.added:
            self.shift[op] = shift
        self.ids = relocated.ids
        names = {relocated.at(at): self._span(span, shift) for at, span in decision.names.items()}
        claim = (
            parts_of(relocated.at(pointer("claims", decision.claim)))[1]
            if decision.claim is not None
            else None
        )
        return decision.model_copy(
            update={
                "text_hash": self.document.sha256, "claim": claim, "patch": patch, "names": names,
                "also": {relocated.at(at): version for at, version in decision.also.items()},
                "quote": self._quote(decision.quote, shift),
            }
        )  # fmt: skip

    def stamped(self, decision: Decision) -> Decision:
        """On the versions that there are."""
        done = self.versions.stamped(decision)
        self.versions.take(done)
        return done

    def _claim(self, decision: Decision) -> int:
        """How far the words of its claim have moved. Raises Lost."""
        at, quote = pointer("claims", decision.claim or ""), decision.quote
        if decision.claim is None or any(op["op"] == "add" and op["path"] == at for op in decision.patch):
            return self._moved(quote) if quote is not None else 0
        if at not in self.shift:
            claim = self._found(decision.claim, quote)
            if claim.id in (id for known, id in self.ids.items() if known.startswith("/claims/")):
                raise Lost(f"claim {claim.id} has its words, and is the claim of other decisions")
            self.ids[at] = claim.id
            self.shift[at] = claim.span.start - quote.start if quote is not None else 0
        return self.shift[at]

    def _found(self, id: str, quote: Quote | None) -> Claim:
        held = next((claim for claim in self.document.claims if claim.id == id), None)
        if held is not None and (quote is None or held.span.text == quote.exact):
            return held
        claim = claim_of(self.document.claims, self.text, quote) if quote is not None else None
        if claim is None:
            words = f"the words {quote.exact!r}" if quote is not None else f"the id {id!r}"
            raise Lost(f"it is not sure which claim has {words} now")
        return claim

    def _moved(self, quote: Quote) -> int:
        if self.text[quote.start :].startswith(quote.exact) and near(
            quote, self.text, quote.start, quote.start + len(quote.exact)
        ):
            return 0
        start = find(self.text, quote)
        if start is None:
            raise Lost(f"it is not sure where {quote.exact!r} stands now")
        return start - quote.start

    def _things(self, decision: Decision, shift: int) -> dict[str, str]:
        """Pointer → id now, of the things that it names."""
        return {at: self._thing(at, span, shift) for at, span in decision.names.items() if at not in self.ids}

    def _thing(self, at: str, span: Span, shift: int) -> str:
        name, id = parts_of(at)
        same = [thing for thing in getattr(self.document, name) if thing.span.text == span.text]
        there = [thing for thing in same if thing.span.start == span.start + shift]
        own = [thing for thing in (same if name == "claims" else there) if thing.id == id]
        found = one(own or there or same)
        if found is None:
            raise Lost(f"it is not sure which of the {name} is {span.text!r} now")
        held: str = found.id
        return held

    def _quote(self, quote: Quote | None, shift: int) -> Quote | None:
        if quote is None or not shift:
            return quote
        start = quote.start + shift
        return Quote.of(self.text, start, start + len(quote.exact))

    def _span(self, span: Span, shift: int) -> Span:
        start = span.start + shift
        there = self.text[start : start + len(span.text)] == span.text
        return Span(start=start, end=start + len(span.text), text=span.text) if there else span
