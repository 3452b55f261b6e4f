"""Document × decisions → the corrected document. Pure: the same decisions give the same record.

    reviewed = replay(document, log.decisions)
    reviewed.document               # corrected; rejected claims are still in it
    reviewed.standing("/claims/x")  # status, version, who was last
    reviewed.done["ada"]            # what Ada can undo, last first to go; reviewed.undone["ada"] what she can redo

A server keeps a `Reviewed` and gives it each decision: `check` first, then the log, then `take_all` what is
new there.
"""

from collections import defaultdict
from collections.abc import Iterable

from pipeline.record import Document
from pipeline.review.changes import Changes, Refused, Things
from pipeline.review.decision import STATUS, Decision, Status
from pipeline.review.keyed import pointer
from pipeline.review.patch import targets
from pipeline.review.standing import Effect, Refusal, Standing
from pipeline.review.versions import Conflict, Versions

__all__ = ["Conflict", "Refusal", "Refused", "Reviewed", "Standing", "replay"]


class Reviewed:
    """A document under review. Decisions on other documents are passed over."""

    def __init__(self, document: Document) -> None:
        self.original = document
        self.things = Things(document)
        self.versions = Versions()
        self.comments: dict[str, list[Decision]] = defaultdict(list)
        self.done: dict[str, list[str]] = defaultdict(list)
        self.undone: dict[str, list[str]] = defaultdict(list)
        self.refused: list[Refusal] = []
        self._standing: dict[str, Standing] = {}
        self._effects: dict[str, Effect] = {}

    @property
    def document(self) -> Document:
        """The document as it stands now, validated."""
        return self.things.document

    def standing(self, at: str) -> Standing:
        """How a thing stands, by its pointer: `/claims/<id>`, `/amounts/m1`."""
        return self._standing.get(at, Standing())

    @property
    def standings(self) -> dict[str, Standing]:
        """How everything stands that a decision has touched, by pointer."""
        return dict(self._standing)

    def status(self, claim: str) -> Status | None:
        """What was decided on a claim, by its id."""
        return self.standing(pointer("claims", claim)).status

    def act(self, claim: str) -> Decision | None:
        """The decision on a claim that is in force."""
        return self.in_force(pointer("claims", claim))

    def in_force(self, at: str) -> Decision | None:
        """The decision on a thing, by its pointer, that is in force."""
        held = self.standing(at).act
        return self._effects[held].decision if held is not None else None

    def check(self, decision: Decision) -> None:
        """Raises Conflict or Refused if `take` would."""
        self._effect(decision)

    def take(self, decision: Decision) -> None:
        """Act on a decision. Raises Conflict where somebody decided in between, Refused, with the field, where the
        record would not be valid; then nothing has changed."""
        if decision.document != self.original.id or self._again(decision):
            return
        effect = self._effect(decision)
        if effect is None:
            self.comments[pointer("claims", decision.claim) if decision.claim else ""].append(decision)
            return
        self.things.put(effect.after)
        self.versions.take(decision)
        self._standing |= effect.stands
        self._effects[decision.id] = effect
        self._remember(decision)

    def take_all(self, decisions: Iterable[Decision]) -> "Reviewed":
        """Take what stands in a log; what cannot be taken is in `refused`. What is refused has its place in the log
        all the same: the versions of what it touches go up, here as there."""
        for decision in decisions:
            try:
                self.take(decision)
            except Refused as error:
                self.versions.take(decision)
                self.refused.append(Refusal(decision, str(error)))
            except Conflict as error:
                self.refused.append(Refusal(decision, str(error)))
        return self

    def _effect(self, decision: Decision) -> Effect | None:
        """What it would do; None for a comment, which does nothing."""
        if decision.verdict == "comment":
            return None
        self.versions.check(decision)
        if decision.text_hash != self.original.sha256:
            raise Refused(
                f"decision {decision.id}: was made on another text of {decision.document}; anchor it anew"
            )
        if decision.verdict in ("undo", "redo"):
            return self._turned(decision)
        self._known_claim(decision)
        after = self.things.patched(decision.patch)
        before = {at: self.things.get(at) for at in after}
        stood = {at: self.standing(at) for at in decision.touches}
        return Effect(decision, before, after, stood, self._stands(decision, stood, before))

    def _again(self, decision: Decision) -> bool:
        """Whether it is taken already. Raises Refused for another decision of the same id."""
        known = self._effects.get(decision.id)
        if known is None:
            return False
        versions = {"base": decision.base, "also": decision.also}
        if known.decision.model_copy(update=versions) != decision:
            raise Refused(f"decision {decision.id}: another one has the same id")
        return True

    def _known_claim(self, decision: Decision) -> None:
        at = pointer("claims", decision.claim or "")
        if decision.claim is not None and self.things.get(at) is None and at not in targets(decision.patch):
            raise Refused(f"{at}: there is no such claim")

    def _stands(self, decision: Decision, stood: dict[str, Standing], before: Changes) -> dict[str, Standing]:
        """The claim decided on, and claims that come with it, get its status; other things only a new version."""
        own = pointer("claims", decision.claim) if decision.claim is not None else None
        status = STATUS[decision.verdict]
        return {
            at: Standing(
                version=self._next(at),
                status=status if at == own or before.get(at, True) is None else was.status,
                who=decision.who, when=decision.when, act=decision.id,
            )
            for at, was in stood.items()
        }  # fmt: skip

    def _turned(self, decision: Decision) -> Effect:
        """An undo or a redo: what its decision did, the other way round."""
        stack = (self.done if decision.verdict == "undo" else self.undone)[decision.who]
        if decision.undoes not in stack:
            raise Refused(
                f"decision {decision.id}: {decision.who} has no decision {decision.undoes!r} to {decision.verdict}"
            )
        effect = self._effects[decision.undoes]
        for at, stands in effect.stands.items():
            now = self.standing(at)
            if now.act != stands.act or (decision.verdict == "redo" and now.version != stands.version):
                raise Refused(f"{at}: {now.who} has changed it since, at {now.when}; that comes first")
        after = {**effect.before, **self.things.checked(effect.before)}
        turned = {
            at: Standing(self._next(at), was.status, decision.who, decision.when, was.act)
            for at, was in effect.stood.items()
        }
        return Effect(decision, effect.after, after, effect.stands, turned)

    def _next(self, at: str) -> int:
        return self.versions.of(self.original.id, at) + 1

    def _remember(self, decision: Decision) -> None:
        """What can be undone and redone. A new act ends what could be redone."""
        done, undone = self.done[decision.who], self.undone[decision.who]
        if decision.verdict == "undo":
            done.remove(decision.undoes or "")
            undone.append(decision.id)
        elif decision.verdict == "redo":
            undone.remove(decision.undoes or "")
            done.append(decision.id)
        else:
            done.append(decision.id)
            undone.clear()


def replay(document: Document, decisions: Iterable[Decision]) -> Reviewed:
    """A document after decisions, in order; those on other documents are passed over, those that cannot be taken are
    in `refused`."""
    return Reviewed(document).take_all(decisions)
