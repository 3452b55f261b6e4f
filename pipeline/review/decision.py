"""One decision of one person on one claim: a line of `reviews.jsonl`."""

from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError, field_validator

from pipeline.complaint import first
from pipeline.record import Record, Span
from pipeline.review.keyed import pointer
from pipeline.review.patch import check, targets

Verdict = Literal[
    "accept", "reject", "edit", "add", "split", "merge", "skip", "flag", "comment", "undo", "redo"
]  # fmt: skip
Status = Literal["accepted", "rejected", "edited", "added", "skipped", "flagged"]
STATUS: dict[str, Status] = {
    "accept": "accepted", "reject": "rejected", "edit": "edited", "add": "added", "split": "edited",
    "merge": "edited", "skip": "skipped", "flag": "flagged",
}  # fmt: skip
"""Verdict → what the claim is from then on. The other verdicts are about decisions, not about claims."""
AROUND = 32
"""Characters of context before and behind a quote."""


class Quote(Record):
    """The words of a claim with what stands around them (a W3C TextQuoteSelector), and where they stood (the start
    of a TextPositionSelector): to find it in an edited text."""

    start: int = Field(ge=0)
    """First code point."""
    exact: str
    """The words of its span."""
    prefix: str
    """Up to 32 characters before."""
    suffix: str
    """Up to 32 characters behind."""

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Quote":
        """That of `text[start:end]`, offsets in code points."""
        return cls(
            start=start,
            exact=text[start:end],
            prefix=text[max(0, start - AROUND) : start],
            suffix=text[end : end + AROUND],
        )


class Decision(Record):
    """What somebody decided. `patch` is a JSON Patch on the keyed document (`keyed.py`), empty where nothing is
    changed. `base` is the version of the claim that it was made on (`versions.py`), `also` those of other things that
    the patch touches, `/amounts/m1` → 2; what is not there stands for 0, a thing that nobody has decided on."""

    id: str = Field(min_length=1)
    """Given by whoever decides; the same decision sent twice is written once."""
    when: str = Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$")
    """UTC, ISO 8601."""
    who: str = Field(min_length=1)
    """The annotator's name."""
    document: str = Field(min_length=1)
    """Id of the document."""
    text_hash: str = Field(pattern=r"^[0-9a-f]{64}$")
    """`sha256` of the document that was looked at."""
    claim: str | None
    """Id of the claim, of a new one the id that the patch gives it; null where it is about none."""
    verdict: Verdict
    """What was decided."""
    patch: tuple[dict[str, Any], ...] = ()
    """JSON Patch on the keyed document."""
    undoes: str | None = None
    """Of an undo: id of the decision that it takes back. Of a redo: id of the undo that it takes back."""
    base: int = Field(default=0, ge=0)
    """Version of the claim that was looked at."""
    also: dict[str, Annotated[int, Field(ge=0)]] = Field(default_factory=dict)
    """Versions of the other things that the patch touches, by pointer."""
    seconds: float | None = Field(default=None, ge=0)
    """Time spent."""
    note: str | None = None
    """A comment, in the annotator's words."""
    quote: Quote | None = None
    """The words of the claim, or of the new one."""
    names: dict[str, Span] = Field(default_factory=dict)
    """Where the other things stood that the patch touches, or that its claims name, by pointer: their ids may be
    others in another extraction."""
    blind: bool = False
    """Made without sight of what the program found."""

    @field_validator("patch")
    @classmethod
    def _is_patch(cls, patch: tuple[dict[str, Any], ...]) -> tuple[dict[str, Any], ...]:
        check(patch)
        return patch

    @property
    def touches(self) -> tuple[str, ...]:
        """Pointers to the claim and to everything that the patch changes; of an undo see `Versions.touched`."""
        own = (pointer("claims", self.claim),) if self.claim is not None else ()
        return tuple(dict.fromkeys((*own, *targets(self.patch))))

    @property
    def bases(self) -> dict[str, int]:
        """Pointer → the version that it was made on."""
        own = {pointer("claims", self.claim): self.base} if self.claim is not None else {}
        return {**dict.fromkeys(self.touches, 0), **self.also, **own}

    def to_json(self) -> str:
        """One line of JSON; the same decision gives the same bytes."""
        return self.model_dump_json(exclude_defaults=True)


def said(decision: Decision) -> str:
    """What was decided, for a person: `edit: kind = "fact"`."""
    changes = []
    for op in decision.patch:
        path = op["path"].removeprefix(pointer("claims", decision.claim or "") + "/")
        changes.append(
            f"{path} = {op['value']!r}"
            if "value" in op and len(str(op["value"])) < 60
            else f"{op['op']} {path}"
        )
    return f"{decision.verdict}: {'; '.join(changes)}" if changes else decision.verdict


def problem(error: ValidationError) -> str:
    """The first complaint of a decision that is none, with its field."""
    where, message = first(error)
    return f"{'.'.join(map(str, where))}: {message}" if where else message
