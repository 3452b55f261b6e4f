"""How a thing stands, and what a decision did to it."""

from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.review.changes import Changes
from pipeline.review.decision import Decision, Status


@dataclass(frozen=True)
class Standing:
    """How a thing stands. `status` None: nobody has decided on it. `act`: id of the decision that is in force."""

    version: int = 0
    status: Status | None = None
    who: str | None = None
    when: str | None = None
    act: str | None = None


class Refusal(NamedTuple):
    """A decision that could not be taken, and why."""

    decision: Decision
    reason: str


@dataclass
class Effect:
    """What a decision did: the things and standings before and behind it, and the versions that it left."""

    decision: Decision
    before: Changes
    after: Changes
    stood: dict[str, Standing] = field(default_factory=dict)
    stands: dict[str, Standing] = field(default_factory=dict)
